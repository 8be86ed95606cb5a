// Outside attention hours a critical case goes by phone, with a number that waits for the call (R13).

import { expect, signIn, test } from "../support/browser.mjs";
import { draft } from "../support/guide.mjs";
import { ANSWERS, SELF, answer, atNight, field, fillGuide, receivedNumber, sendButton, tellTheHour } from "../support/visiting.mjs";

const call = (page) => page.getByRole("main").getByRole("link", { name: /Llamar al/ });
const said = (page) => page.getByText(/^\d{3} \d{3} \d$/);

test("a guest who waits at night gets a number, the line to call, and keeps both (R13)", { tag: "@phone" }, async ({ context, page }) => {
  await atNight(context);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByRole("link", { name: /Llamar al/ })).toHaveAttribute("href", "tel:+573330333522");
  await expect(call(page), "what was answered leads to the call").toBeInViewport({ ratio: 1 });
  const number = await said(page).textContent();
  await expect(page.getByText("ese ticket recibe otro y le recordamos los dos")).toBeVisible();
  await page.reload();
  await answer(page, "guest_waiting", true);
  await expect(said(page)).toHaveText(number);
});

const digits = (number) => number.replace(/\D/g, "");

/** From the screen with the reserved number to the receipt of what is put in writing too. */
async function putInWriting(page, { project }, subject) {
  await page.getByRole("link", { name: "Dejarlo también por escrito" }).click();
  const email = `escribe-${project.name}-${Date.now()}@hotel.co`;
  // What was answered on the way here is not asked again.
  const { guest_waiting, ...answers } = ANSWERS;
  await page.getByRole("radio", { name: "Algo falla o muestra un error" }).check();
  await fillGuide(page, { ...answers, ...SELF, email, subject });
  await sendButton(page).click();
  return receivedNumber(page);
}

test("the receipt of what is put in writing too tells the number of the call as well, and the next case has another (R13)", { tag: "@journey" }, async ({ context, page, faults }, info) => {
  faults.expect(/status of 401/);
  await atNight(context);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  const number = await said(page).textContent();
  expect(await putInWriting(page, info, "No deja facturar de noche")).not.toBe(digits(number));
  await expect(call(page), "the call is in the first screen").toBeInViewport({ ratio: 1 });
  await expect(page.getByText(`El número para la llamada, ${number}, es de este mismo caso.`)).toBeVisible();
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(said(page)).not.toHaveText(number);
});

test("a case that is told elsewhere on the device has nothing to do with the number of a call (R13)", { tag: "@phone" }, async ({ context, page, faults }, { project }) => {
  faults.expect(/status of 401/);
  await atNight(context);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  const number = await said(page).textContent();
  await page.goto("/nuevo?tipo=failure&huesped=1");
  const { guest_waiting, kind, ...answers } = ANSWERS;
  await fillGuide(page, { ...answers, ...SELF, email: `aparte-${project.name}-${Date.now()}@hotel.co`, subject: "Otro caso, de otra persona" });
  await sendButton(page).click();
  await receivedNumber(page);
  await expect(page.getByText("El número para la llamada")).toHaveCount(0);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(said(page)).toHaveText(number);
});

test("when the call took the number up before, the receipt tells of both, and what is written refers to it (R13)", { tag: "@phone" }, async ({ context, desk, page, faults }, info) => {
  faults.expect(/status of 401/);
  await atNight(context);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  const number = await said(page).textContent();
  const pablo = await desk.as("pablo");
  const taken = await pablo.write("/api/v1/tickets", { draft: draft({ guest_waiting: true }), reserved: digits(number) });
  expect(taken.status).toBe(201);
  const written = await putInWriting(page, info, "Lo mismo que dije por teléfono");
  expect(written).not.toBe(digits(number));
  await expect(page.getByText(`El número para la llamada, ${number}, es de este mismo caso`)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`El número para la llamada, ${number}`)).toBeVisible();
  expect((await pablo.read(written)).body.links).toEqual([["related", digits(number)]]);
});

const boxes = (...all) => Promise.all(all.map((one) => one.boundingBox()));
const apart = (one, other) => one.y >= other.y + other.height || other.y >= one.y + one.height;

test("nothing lies over a number that is read aloud: an offer waits, what is said goes to the other end", { tag: "@phone" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "luis");
  const { number } = await desk.ticket({ by: "luis", guest_waiting: true });
  await page.goto(`/recibido/${number}`);
  const tag = page.locator(".key-tag--large");
  await expect(tag).toBeVisible();
  await page.evaluate(() => {
    dispatchEvent(new Event("soho-newer"));
    localStorage.setItem("soho.enviado", "1");
  });
  const offer = page.getByText("Hay una versión nueva del portal.");
  await expect(offer).toHaveCount(1);
  await expect(offer).toBeHidden();
  // As low in sight as a thumb may have left it.
  await tag.evaluate((element) => document.body.style.setProperty("padding-block-start", `${innerHeight - element.getBoundingClientRect().bottom - 16}px`));
  await page.getByRole("button", { name: "Salir" }).click();
  const said = page.locator(".toast").filter({ hasText: "Hay algo sin enviar" });
  await expect(said).toBeVisible();
  await expect(async () => {
    const [over, under] = await boxes(said, tag);
    expect(apart(over, under)).toBe(true);
  }).toPass();
  const [words, close] = await boxes(said.locator(".toast__said"), said.getByRole("button"));
  expect(apart(words, close), "what closes it stands beside its words").toBe(false);
  await page.getByRole("link", { name: "Ver el ticket" }).click();
  await expect(offer).toBeVisible();
});

test("without signal the call button is there all the same (R13)", { tag: "@phone" }, async ({ context, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await atNight(context);
  await context.route("**/api/v1/reservations", (route) => route.abort());
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByRole("link", { name: /Llamar al/ })).toBeVisible();
  await expect(said(page)).toHaveCount(0);
});

test("at night without signal nobody is said to attend, and the call comes first, in the form too (R13)", { tag: "@phone" }, async ({ context, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await context.route(/\/api\/v1\/(attention|reservations)$/, (route) => route.abort());
  await page.clock.install({ time: new Date("2026-12-01T22:00:00-05:00") });
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByRole("heading", { name: "Es crítico: llámenos ya" })).toBeVisible();
  await expect(call(page)).toHaveAttribute("href", "tel:+573330333522");
  await expect(page.getByText(/A esta hora no atendemos\. Abrimos el miércoles 2 de diciembre, 8:00/)).toBeVisible();
  await page.getByRole("link", { name: "Dejarlo también por escrito" }).click();
  await expect(page.getByText("A esta hora lo crítico se atiende más rápido por teléfono.")).toBeVisible();
  await expect(call(page)).toBeVisible();
});

test("by day without signal the call is offered beside the form: what is written waits (R13)", { tag: "@phone" }, async ({ context, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await context.route("**/api/v1/attention", (route) => route.abort());
  await page.clock.install({ time: new Date("2026-12-01T10:00:00-05:00") });
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByText("En este momento no hay señal")).toBeVisible();
  await expect(call(page)).toBeVisible();
  await expect(page.getByRole("link", { name: "Registrar el ticket" })).toBeVisible();
});

test("a page that stays open says by itself that attention ended, and asks anew when its person is back (R12)", { tag: "@phone" }, async ({ context, page }) => {
  await tellTheHour(context, "2026-12-01T22:50:00Z");
  await page.clock.install({ time: new Date("2026-12-01T17:50:00-05:00") });
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByText(/Atendemos ahora, hasta las 6:00/)).toBeVisible();
  await page.clock.fastForward("02:00:00");
  await expect(page.getByText(/A esta hora no atendemos\. Abrimos el miércoles 2 de diciembre/)).toBeVisible();
  // The device's clock stood still in its drawer: the server's says that it is morning.
  await tellTheHour(context, "2026-12-02T13:10:00Z");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText(/Atendemos ahora, hasta las 6:00/)).toBeVisible();
});

test("who calls about a ticket there is gets its status and nothing more, unless it is critical (R10)", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/404 .*\/reservations\/\d{7}/);
  const calm = await desk.ticket({ by: "ana" });
  const critical = await desk.ticket({ by: "ana", guest_waiting: true });
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  const dictated = page.getByRole("textbox", { name: "¿Le dictan un número?" });
  await dictated.pressSequentially(String(calm.number));
  await expect(page.getByText(/dígale el estado y nada más: «Recibido\./)).toBeVisible();
  await dictated.fill(String(critical.number));
  await expect(page.getByText(/Es crítico: a quien llama atiéndalo/)).toBeVisible();
  await page.getByRole("link", { name: "Abrir el ticket" }).click();
  await expect(page).toHaveURL(new RegExp(`/equipo/tickets/${critical.number}$`));
});

test("the agent who hears the number has what was typed, and the ticket gets it (R10, R13)", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const draft = { full_name: "Marta Gil", company: "Hoteles Caribe", guest_waiting: true };
  const { number } = (await desk.stranger().write("/api/v1/reservations", { draft })).body;
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  await page.getByRole("textbox", { name: "¿Le dictan un número?" }).pressSequentially(number);
  await expect(page.getByText("Número reservado")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nombre completo" })).toHaveValue("Marta Gil");
  await expect(field(page, "guest_waiting").getByRole("radio", { name: "Sí" })).toBeChecked();
  await page.reload();
  await expect(page.getByText("Número reservado")).toBeVisible();
});
