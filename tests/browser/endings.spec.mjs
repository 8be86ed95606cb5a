// What a client ends, or keeps from ending: taking a ticket back, and saying that a solution doesn't hold.

import { expect, signIn, test } from "../support/browser.mjs";
import { history } from "../support/visiting.mjs";

test("a ticket that is no longer needed is closed after asking once, and goes on in a new one", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  const begin = page.getByRole("button", { name: "Ya no lo necesito" });
  const dialog = page.getByRole("dialog", { name: "¿Cerrar este ticket?" });
  await begin.click();
  await dialog.getByRole("button", { name: "No, dejarlo abierto" }).click();
  await expect(dialog).toBeHidden();
  await expect(begin).toBeFocused();
  expect((await (await desk.as("luis")).read(number)).body.status).toBe("received");
  await begin.click();
  await dialog.getByRole("button", { name: "Sí, cerrarlo" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Cerramos el ticket, como pidió." })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Este ticket está cerrado" })).toBeVisible();
  await expect(begin).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Crear uno nuevo a partir de este" })).toBeVisible();
  expect((await (await desk.as("luis")).read(number)).body.closure).toEqual({ reason: "withdrawn" });
});

test("a solution that doesn't hold is disputed in words, and the case goes on", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "resolve", { body: "Reinicie la caja y vuelva a cerrar." });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  await page.getByRole("button", { name: "No, sigue fallando" }).click();
  const box = page.getByRole("textbox", { name: "¿Qué sigue fallando?" });
  await expect(box).toBeFocused();
  await page.getByRole("button", { name: "Enviar y retomar el caso" }).click();
  await expect(page.getByText("Escriba qué sigue fallando: con la foto sola no podemos retomar el caso.")).toBeVisible();
  expect((await pablo.read(number)).body.status).toBe("resolved");
  await box.fill("El total vuelve a salir por debajo.");
  await page.getByRole("button", { name: "Enviar y retomar el caso" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Retomamos su caso." })).toBeVisible();
  await expect(history(page)).toContainText("El total vuelve a salir por debajo.");
  await expect(page.getByRole("heading", { name: "¿Quedó resuelto?" })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Agregar información" })).toBeVisible();
  const { body } = await pablo.read(number);
  expect(body.status).toBe("in_analysis");
  expect(body.timeline.map(({ event }) => event)).toContain("disputed");
});
