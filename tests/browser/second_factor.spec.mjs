// Staff prove who they are with their telephone: the first time, every other time, and without it.

import { readFile } from "node:fs/promises";

import { Authenticator } from "../support/authenticator.mjs";
import { expect, test } from "../support/browser.mjs";
import { askForCode, enrolOnPage, signInByMail } from "../support/visiting.mjs";

let serial = 0;
/** Somebody who has just joined the staff of this system. */
async function recruit(desk) {
  serial += 1;
  const id = `recluta-${process.pid}-${serial}`;
  const account = { id, email: `${id}@soho.co`, name: "Ramiro Cruz", phone: null, role: "agent", company: null, branch: null };
  await desk.importing({ accounts: [account] });
  return account;
}

const code = (page) => page.getByRole("textbox", { name: "Código de la aplicación" });
const queue = (page) => page.getByRole("heading", { level: 1, name: "Cola" });

test("the first sign-in sets the factor up and hands over recovery codes; the next one asks for it; the paper opens without the telephone", async ({ page, desk, visitor, faults }) => {
  faults.expect(/status of 40[13]/);
  const { email } = await recruit(desk);

  await page.goto("/equipo");
  await signInByMail(page, desk, email, { factor: false });
  await expect(page.getByRole("heading", { level: 1, name: "Proteja su entrada" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Código QR para la aplicación de autenticación" })).toBeVisible();
  const secret = (await page.locator(".factor-secret").textContent()).replaceAll(" ", "");
  await code(page).fill("12345");
  await page.getByRole("button", { name: "Activar" }).click();
  await expect(page.getByText("Escriba los seis dígitos de la aplicación.")).toBeVisible();
  const authenticator = new Authenticator(secret);
  await code(page).fill(await authenticator.code());

  await expect(page.getByRole("heading", { level: 1, name: "Guarde sus códigos de recuperación" })).toBeFocused();
  const codes = await page.getByRole("list", { name: "Códigos de recuperación" }).getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar" }).click()]);
  const written = await readFile(await file.path(), "utf8");
  for (const one of codes) expect(written).toContain(one);
  await page.getByRole("button", { name: "Ya los guardé" }).click();
  await expect(queue(page)).toBeVisible();

  const other = await visitor();
  await other.goto("/equipo");
  await signInByMail(other, desk, email, { factor: false });
  await expect(other.getByRole("heading", { level: 1, name: "Su segundo factor" })).toBeVisible();
  await expect(code(other)).toBeFocused();
  // Until then no page of the desk opens.
  await other.goto("/equipo/llamada");
  await expect(other).toHaveURL(/\/segundo-factor\?volver=\/equipo\/llamada$/);
  await code(other).fill("000000");
  await expect(other.getByText("Ese código no sirve")).toBeVisible();
  await expect(code(other)).toHaveValue("");
  await code(other).fill(await authenticator.code());
  await expect(other.getByRole("heading", { level: 1, name: "Registrar una llamada" })).toBeVisible();

  const third = await visitor();
  await third.goto("/entrar");
  await signInByMail(third, desk, email, { factor: false });
  await third.getByRole("button", { name: "No tengo el teléfono" }).click();
  const recovery = third.getByRole("textbox", { name: "Código de recuperación" });
  await recovery.fill("7K3M");
  await third.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(third.getByText("Escriba el código completo.")).toBeVisible();
  await recovery.fill(codes[0].toLowerCase());
  await third.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(queue(third)).toBeVisible();
});

test("where an answer says that the factor is missing, one shows it and is back where one was", async ({ page, desk, faults }) => {
  faults.expect(/status of 40[13]/);
  const { id, email } = await recruit(desk);
  const { number } = await desk.ticket();
  await page.goto("/equipo");
  await signInByMail(page, desk, email);
  await expect(queue(page)).toBeVisible();
  await desk.db.prepare("UPDATE session SET factor_at = NULL WHERE account_id = ?").bind(id).run();
  await page.goto(`/equipo/tickets/${number}`);
  await expect(page).toHaveURL(new RegExp(`/segundo-factor\\?volver=/equipo/tickets/${number}$`));
  await code(page).fill(await desk.authenticator(email).code());
  await expect(page).toHaveURL(new RegExp(`/equipo/tickets/${number}$`));

  // Without a reload too: the page finds out when it asks for something.
  const take = page.getByRole("button", { name: "Tomar", exact: true });
  await expect(take).toBeVisible();
  await page.waitForLoadState("networkidle");
  await desk.db.prepare("UPDATE session SET factor_at = NULL WHERE account_id = ?").bind(id).run();
  await take.click();
  await expect(page).toHaveURL(new RegExp(`/segundo-factor\\?volver=/equipo/tickets/${number}$`));
  await code(page).fill(await desk.authenticator(email).code());
  await expect(page).toHaveURL(new RegExp(`/equipo/tickets/${number}$`));
});

test("recovery codes are made anew where one looks after the factor", { tag: "@desktop" }, async ({ page, desk, faults }) => {
  faults.expect(/status of 401/);
  const { email } = await recruit(desk);
  await page.goto("/entrar");
  await askForCode(page, desk, email);
  await enrolOnPage(page, desk, email);
  await page.getByRole("link", { name: "Segundo factor" }).click();
  await expect(page.getByText("Le quedan 10 códigos de recuperación.")).toBeVisible();
  await code(page).fill(await desk.authenticator(email).code());
  const list = page.getByRole("list", { name: "Códigos de recuperación" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const renewed = await list.getByRole("listitem").allTextContents();
  expect(renewed).not.toContain(desk.authenticator(email).recoveryCodes[0]);
  await page.getByRole("button", { name: "Ya los guardé" }).click();
  await expect(page.getByText("Le quedan 10 códigos de recuperación.")).toBeVisible();
});

test("a way back from the second factor leads into the portal alone", { tag: "@desktop" }, async ({ page, desk, faults }) => {
  faults.expect(/status of 401/);
  const { email } = await recruit(desk);
  await page.goto("/segundo-factor?volver=//otro.example/equipo");
  await askForCode(page, desk, email);
  await enrolOnPage(page, desk, email);
  expect(new URL(page.url()).origin).toBe(desk.origin);
});
