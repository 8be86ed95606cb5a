// What somebody else does appears on an open page by itself.

import { expect, signIn, test } from "../support/browser.mjs";
import { history } from "../support/visiting.mjs";

test("an answer appears on an open ticket, and what is being typed stays", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  await page.clock.install();
  await page.goto(`/tickets/${number}`);
  const box = page.getByRole("textbox", { name: "Agregar información" });
  await box.fill("Se me olvidó decir que");
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: [], body: "¿Desde qué turno pasa?" });
  await expect(page.locator(".status")).toContainText("Recibido");
  await page.clock.fastForward(21_000);
  await expect(history(page)).toContainText("¿Desde qué turno pasa?");
  await expect(page.locator(".status")).toContainText("Esperando su respuesta");
  await expect(page.getByRole("textbox", { name: "Su respuesta" })).toHaveValue("Se me olvidó decir que");
});

test("a list in front shows what changed after a minute", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const { number, subject } = await desk.ticket({ by: "luis", subject: "La tarifa corporativa no aparece al reservar" });
  await signIn(context, desk, "luis");
  await page.clock.install();
  await page.goto("/mis-tickets");
  const card = page.getByRole("article").filter({ hasText: subject }).first();
  await expect(card).toContainText("Recibido");
  await (await desk.as("pablo")).act(number, "take");
  await page.clock.fastForward(61_000);
  await expect(card).toContainText("En análisis");
});

test("the agents' page of a ticket shows what the client answered", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await (await desk.as("pablo")).act(number, "take");
  await signIn(context, desk, "pablo");
  await page.clock.install();
  await page.goto(`/equipo/tickets/${number}`);
  await expect(history(page)).toContainText("Usted tomó el caso");
  await (await desk.as("luis")).act(number, "reply", { body: "Ya reinicié la caja y sigue igual." });
  await page.clock.fastForward(61_000);
  await expect(history(page)).toContainText("Ya reinicié la caja y sigue igual.");
});
