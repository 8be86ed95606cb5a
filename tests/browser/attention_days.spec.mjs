// An administrator closes a day of attention: they see whose date moves before, the hotel reads why after (R12, R22).

import { expect, signIn, test } from "../support/browser.mjs";
import { history } from "../support/visiting.mjs";

const DAY = 86_400_000;

test("a day is closed after seeing whose promise it moves, and the hotel reads it in its ticket", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const ticket = await desk.ticket({ by: "berta", subject: "El cierre del turno no cuadra con las facturas" });
  const { due } = ticket.promises.find((promise) => promise.kind === "response");
  // The last day of attention before the response is due.
  let day;
  for (let at = Date.parse(due) - DAY - 5 * 3_600_000; !day; at -= DAY) {
    const { body } = await desk.stranger().get(`/api/v1/calendar/elapsed?from=${date(at)}T08:00:00-05:00&to=${date(at)}T18:00:00-05:00`);
    if (body.seconds > 0) day = date(at);
  }
  await signIn(context, desk, "elena");
  await page.goto("/equipo");
  await page.getByRole("link", { name: "Calendario" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Días de atención" })).toBeVisible();
  await page.getByLabel("Día", { exact: true }).fill(day);
  await expect(page.getByText(/^Por ahora, el .* hay atención\.$/)).toBeVisible();

  await page.getByRole("button", { name: "Ver qué mueve" }).click();
  await expect(page.getByText(/Escriba por qué no hay atención/)).toBeVisible();
  await page.getByRole("textbox", { name: "Por qué no hay atención" }).fill("Inventario general");
  await page.getByRole("button", { name: "Ver qué mueve" }).click();
  await expect(page.getByRole("link", { name: "El cierre del turno no cuadra con las facturas" })).toBeVisible();
  await expect(page.getByRole("region", { name: /no habrá atención/ }).getByText("Hotel Andes").or(page.getByText("Hoteles Caribe")).first()).toBeVisible();
  await page.getByRole("button", { name: "Hacer el cambio" }).click();
  await expect(page.getByRole("region", { name: "Cambios hechos" })).toContainText("no habrá atención: Inventario general");

  await desk.mailLeaves();
  await signIn(context, desk, "berta");
  await page.goto(`/tickets/${ticket.number}`);
  await expect(history(page)).toContainText(/no habrá atención: Inventario general\. Por eso .*la respuesta pasa del/);
  // The other tests of this system reckon with the law's calendar.
  const elena = await desk.as("elena");
  expect((await elena.write("/api/v1/attention-days", { day, attends: true })).status).toBe(201);
});

test("for an agent the page doesn't exist", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "pablo");
  await page.goto("/administracion/calendario");
  await expect(page.getByRole("heading", { name: "Esta puerta no lleva a ninguna parte" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Calendario" })).toHaveCount(0);
});

const date = (at) => new Date(at).toISOString().slice(0, 10);
