// Handing a ticket over: what the screen shows is what a colleague's telephone reads.

import { expect, signIn, test } from "../support/browser.mjs";
import { readQr } from "../support/qr.mjs";
import { agree, history, makeHandOverLink, takeOver } from "../support/visiting.mjs";

for (const colorScheme of ["light", "dark"]) {
  test(`the code to scan is the link, in the ${colorScheme} theme`, async ({ context, desk, page }) => {
    const { number } = await desk.ticket({ by: "luis" });
    await page.emulateMedia({ colorScheme });
    await signIn(context, desk, "luis");
    await page.goto(`/tickets/${number}`);
    await page.getByText("Entregar a un colega").click();
    await page.getByRole("button", { name: "Crear enlace" }).click();
    const code = page.getByRole("img", { name: "Código QR del enlace" });
    await expect(code).toBeVisible();
    const told = await page.getByText(new RegExp(`/entrega/${number}#`)).textContent();
    expect(await readQr(page, await code.screenshot())).toBe(told);
    expect(told).toMatch(new RegExp(`^${desk.origin}/entrega/${number}#`));
  });
}

test("whoever took a ticket over is erased for them by an administrator, who is asked once more", { tag: "@desktop" }, async ({ context, desk, page, visitor, faults }) => {
  faults.expect(/status of 40[14]/);
  const { number } = await desk.ticket({ by: "ana" });
  const { secret } = (await (await desk.as("ana")).write(`/api/v1/tickets/${number}/links`, { hours: 12 })).body;
  const night = await visitor();
  await night.goto(`/entrega/${number}#${secret}`);
  await takeOver(night, "Marta Ruiz");
  await signIn(context, desk, "elena");
  await page.goto("/administracion/datos");
  const erasing = page.getByRole("region", { name: "Quien recibió un ticket por un enlace" });
  await erasing.getByRole("button", { name: "Borrar sus datos" }).click();
  await expect(erasing.getByLabel("Número del ticket")).toBeFocused();
  await erasing.getByLabel("Número del ticket").fill(String(number));
  await erasing.getByLabel("Nombre en la historia").fill("Martha");
  await erasing.getByRole("button", { name: "Borrar sus datos" }).click();
  await erasing.getByRole("button", { name: "Sí, borrarlos" }).click();
  await expect(erasing.getByText("En ese ticket no hay nadie con ese nombre.")).toBeVisible();
  await erasing.getByLabel("Nombre en la historia").fill("Marta Ruiz");
  await erasing.getByRole("button", { name: "Borrar sus datos" }).click();
  await expect(erasing.getByText("No se puede deshacer.")).toBeVisible();
  await erasing.getByRole("button", { name: "Sí, borrarlos" }).click();
  await expect(page.getByText("Borramos sus datos de ese ticket.")).toBeVisible();
  expect(await desk.rows("SELECT 1 FROM pass WHERE ticket = ? AND name = 'Marta Ruiz'", Number(number))).toEqual([]);
});

test("the code to scan comes into sight by itself", { tag: "@phone" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  await page.getByText("Entregar a un colega").click();
  await page.getByRole("button", { name: "Crear enlace" }).click();
  await expect(page.getByRole("img", { name: "Código QR del enlace" })).toBeInViewport({ ratio: 1 });
});

test("a colleague who only looks stands in the owner's history (R11)", { tag: "@phone" }, async ({ context, desk, faults, page, visitor }) => {
  faults.expect(/status of 401/);
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  const path = await makeHandOverLink(page);
  const colleague = await visitor();
  await colleague.goto(path);
  await colleague.getByRole("textbox", { name: "¿Quién recibe el turno?" }).fill("Marta Gil");
  await agree(colleague);
  await colleague.getByRole("button", { name: "Recibir y ver el ticket" }).click();
  await expect(history(colleague)).toContainText("Usted abrió el ticket con un enlace de entrega.");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(history(page)).toContainText("Marta Gil abrió el ticket con un enlace de entrega.");
});
