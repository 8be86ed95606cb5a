// Signing in with the link of the mail, on another device than the one that asked.

import { expect, test } from "../support/browser.mjs";

/** Asks for a mail and reads where its button leads, below this portal. */
async function mailedPath(desk, email) {
  const known = new Set((await desk.mails()).map((mail) => mail.raw));
  const asked = await desk.stranger().post("/api/v1/session/codes", { email });
  expect(asked.status).toBe(202);
  const mail = await desk.mailTo(email, ({ raw }) => !known.has(raw));
  return /\/entrar#enlace=[\w-]+/.exec(mail.text)[0];
}

test("fault 22: opening the mail's link signs nobody in; its button does", async ({ page, desk, visitor }) => {
  const path = await mailedPath(desk, "enlace@hotel.co");
  const scanner = await visitor();
  await scanner.goto(path);
  await expect(scanner.getByRole("heading", { level: 1, name: "Un paso más" })).toBeVisible();
  await page.goto(path);
  await page.getByRole("button", { name: "Entrar en este equipo" }).click();
  await expect(page).toHaveURL(/\/mis-tickets$/);
});

test("a link that was used says so and leads to a new code", async ({ page, desk, faults }) => {
  faults.expect(/status of 401/);
  const path = await mailedPath(desk, "usado@hotel.co");
  await desk.stranger().post("/api/v1/session/links", { link: path.split("=")[1] });
  await page.goto(path);
  await page.getByRole("button", { name: "Entrar en este equipo" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "El enlace ya no sirve" })).toBeVisible();
  await page.getByRole("button", { name: "Pedir un código nuevo" }).click();
  await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toBeVisible();
});

test("pressing the button after a refused code leaves what was said of it", async ({ page, faults }) => {
  faults.expect(/status of 401/);
  await page.goto("/entrar");
  await page.getByRole("textbox", { name: "Correo electrónico" }).fill("torpe@hotel.co");
  await page.getByRole("button", { name: "Enviarme el código" }).click();
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await code.fill("12345");
  await code.press("End");
  await code.pressSequentially("6");
  await expect(page.getByText("El código no coincide")).toBeVisible();
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page.getByText("El código no coincide")).toBeVisible();
});
