// No signal: what was written is kept, leaves by itself when there is signal, and arrives once.

import { expect, signIn, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { ANSWERS, PHOTO, SELF, fillGuide, receivedNumber, sendButton, signInByMail } from "../support/visiting.mjs";

const OPENING = "**/api/v1/tickets";
const UNSENT = { level: 1, name: "Sin enviar" };
const ARRIVED = { level: 1, name: "Ya nos llegó" };

const ticketsAbout = (desk, subject) =>
  desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);

const arrived = (page) => page.getByText(/Enviado: número \d{3}\s\d{3}\s\d/).first();

/** A subject of its own for each run of a test. */
const subjectFor = (title, { project }) => `${title} en la caja de ${project.name} ${Date.now() % 100_000}`;

async function fill(page, subject, more = {}) {
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject, ...more });
}

test("sent without signal, it waits and leaves by itself, once", { tag: "@journey" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "luis");
  const subject = subjectFor("No abre el turno", info);
  await fill(page, subject);
  await context.setOffline(true);
  const bar = page.getByText("Sin señal: se guardará aquí y saldrá solo.");
  await expect(bar, "it stands beside the button that sends").toBeInViewport({ ratio: 1 });
  await sendButton(page).click();
  await expect(page.getByRole("heading", UNSENT)).toBeVisible();
  await expect(page.getByText("Sin señal: se enviará solo")).toBeVisible();
  await expect(page.getByText("Lo que ya envió sale solo")).toBeVisible();
  // What can't leave is not tried: it says so, and may still be mended.
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  await expect(page.locator(".toast")).toContainText("Sin señal: se enviará solo");
  await expect(page.getByRole("button", { name: "Corregir" })).toBeVisible();
  expect(await ticketsAbout(desk, subject)).toEqual([]);
  await context.setOffline(false);
  await expect(arrived(page)).toBeVisible();
  await expect(page.getByRole("heading", ARRIVED), "what arrived is not said to wait").toBeVisible();
  await expect(page.getByText("guardado en este dispositivo")).toHaveCount(0);
  await page.getByRole("button", { name: "Listo" }).click();
  await expect(page.getByText("No queda nada por enviar")).toBeVisible();
  await expect(page.getByText("guardado en este dispositivo")).toHaveCount(0);
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("cut off before it reached the server, and the tab closed: it leaves with the next visit, once", { tag: "@journey" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/ERR_FAILED/);
  await signIn(context, desk, "luis");
  const subject = subjectFor("Se corta antes", info);
  await fill(page, subject);
  await page.route(OPENING, (route) => route.abort());
  await sendButton(page).click();
  await expect(page.getByText("se enviará solo").first()).toBeVisible();
  await page.close();
  expect(await ticketsAbout(desk, subject)).toEqual([]);

  const again = await context.newPage();
  await faults.watch(again);
  await again.goto("/");
  await expect.poll(() => ticketsAbout(desk, subject).then((found) => found.length)).toBe(1);
  await again.goto("/pendientes");
  await expect(arrived(again)).toBeVisible();
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

/** Sends it so that it arrives and its answer doesn't; says what it became. */
async function sendUnanswered(page, desk, subject) {
  await page.route(OPENING, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sendButton(page).click();
  await expect(page.getByText("se enviará solo").first()).toBeVisible();
  const [{ number }] = await ticketsAbout(desk, subject);
  return number;
}

test("cut off after it reached the server, and the tab closed: one ticket all the same", { tag: "@journey" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/ERR_FAILED/);
  await signIn(context, desk, "luis");
  const subject = subjectFor("Se corta después", info);
  await fill(page, subject);
  const number = await sendUnanswered(page, desk, subject);
  // What may have arrived is not written on.
  await expect(page.getByRole("button", { name: "Corregir" })).toHaveCount(0);
  await page.close();

  const again = await context.newPage();
  await faults.watch(again);
  await again.goto("/pendientes");
  await expect(arrived(again)).toBeVisible();
  await again.getByRole("link", { name: "Ver el ticket" }).click();
  expect(await receivedNumber(again)).toBe(String(number));
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
  await again.goto("/pendientes");
  await expect(again.getByText("No queda nada por enviar")).toBeVisible();
});

test("a critical one whose answer was lost, sent again once the device's way to it is over, has arrived", { tag: "@phone" }, async ({ desk, page, faults }, info) => {
  faults.expect(/ERR_FAILED|status of 40[19]/);
  const subject = subjectFor("Se supo tarde", info);
  await fill(page, subject, { ...SELF, guest_waiting: true });
  const number = await sendUnanswered(page, desk, subject);
  await desk.rows("UPDATE unconfirmed SET expires_at = '2026-01-08T00:00:00Z' WHERE ticket = ?", number);
  await desk.rows("DELETE FROM pass WHERE ticket = ?", number);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  await expect(arrived(page)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Borradores" })).toHaveCount(0);
  expect(await ticketsAbout(desk, subject)).toEqual([{ number }]);
});

test("what never left can still be corrected", { tag: "@phone" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "luis");
  const subject = subjectFor("Se corrige", info);
  await fill(page, subject);
  await context.setOffline(true);
  await sendButton(page).click();
  await page.getByRole("button", { name: "Corregir" }).click();
  await expect(page.locator("#subject")).toHaveValue(subject);
  await context.setOffline(false);
  for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Continuar" }).click();
  await sendButton(page).click();
  await receivedNumber(page);
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("a session that ended meanwhile asks to sign in, and nothing is lost", async ({ context, desk, page, faults }, info) => {
  faults.expect(/status of 401|ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "berta");
  const subject = subjectFor("Sin sesión", info);
  await fill(page, subject);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByText("Sin señal: se enviará solo")).toBeVisible();
  await context.clearCookies();
  await context.setOffline(false);
  await page.getByRole("link", { name: "Entrar y enviar" }).click();
  await signInByMail(page, desk, PEOPLE.berta.email);
  await expect(page.getByRole("heading", ARRIVED)).toBeVisible();
  await expect(arrived(page)).toBeVisible();
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("what is mended while a send is under way is kept when that comes back", { tag: "@desktop" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/status of 422/);
  await signIn(context, desk, "luis");
  await fill(page, subjectFor("Sale con un error", info));
  const problem = { type: "about:blank", status: 422, code: "draft_incomplete", title: "Falta información", detail: "Revise el formulario.", errors: [] };
  let answer;
  const asked = new Promise((resolve) => (answer = resolve));
  const left = page.waitForRequest(OPENING);
  await page.route(OPENING, async (route) => {
    await asked;
    await route.fulfill({ status: 422, contentType: "application/problem+json", json: problem });
  });
  await sendButton(page).click();
  await left;
  const mended = subjectFor("Corregido en camino", info);
  await page.getByRole("textbox", { name: "Asunto", exact: true }).fill(mended);
  answer();
  await expect(page.getByRole("alert").filter({ hasText: "Falta información" })).toBeVisible();
  // As in a window that comes back, and then in one that is opened anew.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Asunto", exact: true })).toHaveValue(mended);
});

test("what the server refuses for good comes back, to be written on", { tag: "@desktop" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/status of 422|ERR_FAILED/);
  await signIn(context, desk, "luis");
  const subject = subjectFor("Vuelve", info);
  await fill(page, subject);
  await page.route(OPENING, (route) => route.abort());
  await sendButton(page).click();
  await expect(page.getByText("se enviará solo").first()).toBeVisible();
  await page.unrouteAll();
  const problem = { type: "about:blank", status: 422, code: "draft_incomplete", title: "Falta información", detail: "Revise el formulario.", errors: [] };
  await page.route(OPENING, (route) => route.fulfill({ status: 422, contentType: "application/problem+json", json: problem }));
  await page.getByRole("button", { name: "Enviar ahora" }).click();
  await expect(page.getByText("Falta información. Revise el formulario.")).toBeVisible();
  await page.unrouteAll();
  await page.getByRole("link", { name: "Continuar" }).click();
  await expect(page.locator("#subject")).toHaveValue(subject);
  await sendButton(page).click();
  await receivedNumber(page);
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("an answer cut off after it arrived is locked, leaves again by itself, and is said once", async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  const { number } = await desk.ticket({ by: "ana" });
  await signIn(context, desk, "ana");
  await page.goto(`/tickets/${number}`);
  const box = page.getByRole("textbox", { name: "Agregar información" });
  await box.fill("También pasa con el turno de la tarde");
  await page.route("**/commands", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(page.getByText("Su respuesta está guardada: sin señal, se enviará sola.")).toBeVisible();
  await expect(box).not.toBeEditable();
  await page.reload();
  await expect(box).toHaveValue("También pasa con el turno de la tarde");
  // What is under way may be cut off by the page's own next try.
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(box).toHaveValue("");
  await expect(box).toBeEditable();
  const { timeline } = (await (await desk.as("ana")).read(number)).body;
  expect(timeline.filter((entry) => entry.event === "replied")).toHaveLength(1);
});

test("drafts are several, each with its photos, and go when their person says so", async ({ context, page, faults }, info) => {
  const [first, second] = [subjectFor("Primero", info), subjectFor("Segundo", info)];
  await fill(page, first, { photo: PHOTO });
  await expect(page.getByText("Lista para enviar")).toHaveCount(1);
  await page.goto("/nuevo");
  await page.getByRole("button", { name: "Guardar y empezar otro" }).click();
  await expect(page.locator("#subject")).toHaveValue("");
  await page.locator("#subject").evaluate((element, text) => {
    element.value = text;
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }, second);
  await expect(page.getByText("Lista para enviar")).toHaveCount(0);
  await page.waitForTimeout(200);
  await page.close();

  const again = await context.newPage();
  await faults.watch(again);
  await again.goto("/");
  await again.getByRole("link", { name: "Ver", exact: true }).click();
  const line = (subject) => again.getByRole("listitem").filter({ hasText: subject });
  await line(second).getByRole("button", { name: "Borrar" }).click();
  await line(second).getByRole("button", { name: "Borrar" }).click();
  await expect(line(second)).toHaveCount(0);
  await line(first).getByRole("link", { name: "Continuar" }).click();
  await expect(again.locator("#subject")).toHaveValue(first);
  await expect(again.locator(".upload__name", { hasText: "screen.jpg" })).toHaveCount(1);
});

test("signing out warns of what is not sent, and leaves nothing of it on the device", { tag: "@desktop" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/status of 401|ERR_FAILED/);
  await signIn(context, desk, "luis");
  await fill(page, subjectFor("Se borra", info), { photo: PHOTO });
  await page.route(OPENING, (route) => route.abort());
  await sendButton(page).click();
  await expect(page.getByText("se enviará solo").first()).toBeVisible();
  await page.getByRole("button", { name: "Salir" }).click();
  await expect(page.getByText("Hay algo sin enviar y al salir se borra")).toBeVisible();
  await expect(page.getByText("se enviará solo").first()).toBeVisible();
  await page.getByRole("button", { name: "Salir" }).click();
  await expect(page.getByText("Cerró la sesión en este dispositivo.")).toBeVisible();
  // The session that other tests would use is over.
  desk.signInAnew();
  await page.goto("/pendientes");
  await expect(page.getByText("No queda nada por enviar")).toBeVisible();
});
