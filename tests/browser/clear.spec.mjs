// What people who came to the portal for the first time stumbled over, each with what they see now.

import { expect, signIn, test } from "../support/browser.mjs";
import { history as past } from "../support/desk.mjs";
import { ticketNumber } from "../support/guide.mjs";
import { answer, field, history } from "../support/visiting.mjs";

const HOUR = 3_600_000;
const iso = (at) => new Date(at).toISOString().replace(/\.\d+Z/, "Z");

test("what was answered about the guest stands in the form, and the other question says why it is asked (R7)", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await page.getByRole("link", { name: /Registrar el ticket|Dejarlo también por escrito/ }).click();
  await expect(page.locator("#guest_waiting-said")).toHaveText(/¿Hay un huésped .* Sí$/);
  await expect(field(page, "guest_waiting")).toHaveCount(0);
  await expect(page.getByText("Su caso ya es crítico. Falta esta otra respuesta")).toBeVisible();
  await expect(field(page, "system_stopped").getByRole("radio", { checked: true })).toHaveCount(0);
  await page.locator("section.is-current").getByRole("button", { name: "Cambiar" }).click();
  await expect(field(page, "guest_waiting").getByRole("radio", { name: "Sí" })).toBeFocused();
  await answer(page, "guest_waiting", false);
  await expect(page.getByText("Su caso es crítico: el equipo lo recibe marcado así.")).toHaveCount(0);
});

test("the windows of a phone say what they are, and photos that they are optional", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/nuevo?tipo=failure");
  await expect(page.getByText(/^Qué tan claro está: \d+ %$/)).toBeVisible();
  await expect(page.getByText("Fotos de la pantalla (opcional)")).toHaveCount(1);
});

test("a critical case that is open has the line to call, its two answers, and why its times are what they are (R7, R13, R14)", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "ana", guest_waiting: true });
  await signIn(context, desk, "ana");
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("main").getByRole("link", { name: /Llamar al/ })).toBeVisible();
  await page.getByText("Lo que nos contó").click();
  const told = page.getByRole("complementary").locator("dl").last();
  await expect(told).toContainText(/¿Hay un huésped o cliente esperando y no le puede facturar\?\s*Sí/);
  await expect(told).toContainText(/¿El sistema está detenido\?\s*No/);
  await page.getByText("¿Cómo se calculó?").first().click();
  await page.getByRole("link", { name: "Por qué este plazo" }).first().click();
  await expect(page.getByRole("heading", { name: "Cuándo es crítico" })).toBeFocused();
  await expect(page.getByText(/3 horas de reloj/)).toBeVisible();
  await (await desk.as("pablo")).act(number, "resolve", { body: "Reinicie el servidor de facturas y emita la factura de nuevo." });
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("heading", { name: "¿Quedó resuelto?" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /Llamar al/ })).toHaveCount(0);
});

test("once a case is answered, a promise that was missed is no longer told as if it were open (R19)", async ({ context, desk, page }) => {
  const at = iso(Date.now() - 40 * 24 * HOUR);
  const index = 31_000 + test.info().parallelIndex * 10 + ["desktop"].indexOf(test.info().project.name) + test.info().retry * 100;
  const number = ticketNumber(index);
  const imported = await desk.importing({ tickets: [past(index, { at })] });
  expect(imported.status, imported.text).toBe(200);
  await (await desk.as("pablo")).act(number, "take");
  await (await desk.as("pablo")).act(number, "resolve", { body: "Actualizamos el cierre de caja: pruebe de nuevo." });
  await signIn(context, desk, "ana");
  await page.goto(`/tickets/${number}`);
  const card = page.locator(".promise");
  await expect(card).toContainText("Lo que le prometimos y cómo salió");
  await expect(card.locator(".promise__said--second").first()).toContainText("Cumplido tarde");
  await expect(card.locator(":scope > .stack:not(.promise__said--second)")).toHaveCount(0);
});

test("attempts say that the ninth closes too, and one that was logged a moment ago is pointed out (R18)", { tag: "@desktop" }, async ({ context, desk, page, visitor }) => {
  const { number } = await desk.ticket({ by: "luis" });
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: [], body: "¿Qué turno fue?" });
  await signIn(context, desk, "pablo");
  await page.goto(`/equipo/tickets/${number}`);
  const log = async () => {
    await page.keyboard.press("c");
    await expect(page.getByRole("dialog", { name: "Registrar contacto" })).toBeVisible();
    await page.keyboard.press("1");
  };
  // While the ticket is on its way there is a heading as well, and nobody hears keys.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await log();
  await expect(page.getByText("Hace un momento quedó registrado")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText(/se cierra el .*, o antes, al intento 9\./)).toBeVisible();
  await log();
  await expect(page.getByText("Hace un momento quedó registrado un intento por este medio.")).toBeVisible();
  await page.keyboard.press("Escape");
  const luis = await visitor("luis");
  await luis.goto(`/tickets/${number}`);
  await expect(luis.getByText(/el caso se cierra el .*, o antes, al intento 9\./)).toBeVisible();
});

test("an attempt whose answer was lost counts once, also with a word added to it (R18)", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_FAILED|status of 422/);
  const { number } = await desk.ticket({ by: "luis" });
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: [], body: "¿Qué turno fue?" });
  await signIn(context, desk, "pablo");
  await page.goto(`/equipo/tickets/${number}`);
  // While the ticket is on its way there is a heading as well, and nobody hears keys.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.route("**/commands", async (route) => {
    await route.fetch();
    await route.abort();
  });
  const dialog = page.getByRole("dialog");
  await page.keyboard.press("c");
  await expect(dialog).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/Lo que escribió sigue aquí/)).toBeVisible();
  await page.unrouteAll();
  await dialog.getByRole("textbox").fill("Sonó y colgaron");
  await dialog.getByRole("button", { name: "Registrar", exact: true }).click();
  await expect(dialog.getByText(/Lo que escribió sigue aquí/)).toBeVisible();
  expect((await pablo.read(number)).body.attempt_log).toHaveLength(1);
});

test("for research and development the date is the main act, at hand and with a key; its dialog says what it lacks (R16)", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "hand_to_development", { evidence: "Se repite con el turno 3 de la caja del bar." });
  await signIn(context, desk, "diego");
  await page.goto(`/equipo/tickets/${number}`);
  await expect(page.getByRole("button", { name: /^Prometer fecha/ })).toHaveClass(/button--primary/);
  await page.keyboard.press("d");
  const dialog = page.getByRole("dialog", { name: "Prometer fecha" });
  const date = dialog.getByLabel("Fecha");
  await dialog.getByRole("button", { name: "Prometer fecha" }).click();
  await expect(date).toBeFocused();
  await expect(date).toHaveAccessibleDescription(/Elija una fecha\./);
  await date.fill("2030-07-13");
  await dialog.getByRole("button", { name: "Prometer fecha" }).click();
  await expect(date).toBeFocused();
  await expect(date).toHaveAccessibleDescription(/fin de semana/);
  await date.fill("2030-07-16");
  await dialog.getByRole("button", { name: "Prometer fecha" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Mover la fecha/ })).toBeVisible();
  await page.keyboard.press("d");
  const moving = page.getByRole("dialog", { name: "Mover la fecha" });
  await moving.getByLabel("Fecha").fill("2030-07-23");
  await moving.getByRole("button", { name: "Mover la fecha" }).click();
  await expect(moving.getByLabel("Por qué se mueve")).toBeFocused();
  await expect(moving.getByLabel("Fecha")).toHaveValue("2030-07-23");
});

test("the figures of the queue say that they are of what is loaded, while there is more", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await desk.ticket({ by: "luis" });
  await signIn(context, desk, "pablo");
  await page.route("**/api/v1/tickets?*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), next: "2026-10-12T13:00:00Z.1000005" } });
  });
  await page.goto("/equipo");
  await expect(page.getByText(/Las cifras y el filtro van por los \d+ tickets cargados/)).toBeVisible();
});

test("a link that was taken back stands apart from those that work, and once in the history", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  await page.getByText("Entregar a un colega").click();
  await page.getByRole("button", { name: "Crear enlace" }).click();
  await expect(history(page)).toContainText("creó un enlace para un colega");
  await page.getByRole("button", { name: "Retirar" }).click();
  await expect(page.getByRole("button", { name: "Retirar" })).toHaveCount(0);
  await expect(page.getByText("Ya no sirven (1)")).toBeVisible();
  await expect(page.getByText("Retirado", { exact: false }).first()).toBeHidden();
  await expect(history(page)).toContainText("retiró un enlace de entrega");
  await expect(history(page)).not.toContainText("creó un enlace");
});

test("a mistake in a call is told to the agent who types, not to the client", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  await page.getByRole("button", { name: /Registrar/ }).last().click();
  const summary = page.getByRole("alert").filter({ hasText: "Revise" });
  await expect(summary).toContainText("Pregunte de qué hotel o empresa llama.");
  await expect(summary).not.toContainText(/su nombre|su hotel|Cuéntenos/);
});

test("two questions side by side are answered in one line, whether marked or not", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  const pairs = page.locator(".field-row .segments");
  await expect(pairs).toHaveCount(2);
  const tops = () => pairs.evaluateAll((found) => [...new Set(found.map((pair) => Math.round(pair.getBoundingClientRect().top)))].length);
  const lines = (label) => {
    const words = document.createRange();
    words.selectNodeContents(label);
    return words.getClientRects().length;
  };
  const labels = page.locator(".field-row:has(.segments) .field__label");
  expect(await labels.first().evaluate(lines), "one takes more lines").toBeGreaterThan(await labels.last().evaluate(lines));
  expect(await tops()).toBe(1);
  await pairs.first().getByRole("radio", { name: "No" }).check();
  await page.getByRole("button", { name: "Registrar la llamada" }).click();
  await expect(page.locator(".field-row .field--invalid .segments")).toHaveCount(1);
  expect(await tops()).toBe(1);
});
