// Where a deployment asks for Turnstile: its widget is loaded when it is asked for and not before, from the start page too,
// and people go on where it can't be.

import { expect, test } from "../support/browser.mjs";
import { startDesk } from "../support/desk.mjs";
import { CATALOGUE } from "../support/guide.mjs";
import { PERSON, startTurnstile } from "../support/turnstile.mjs";
import { ANSWERS, SELF, answer, atNight, fillGuide, install, receivedNumber, sendButton } from "../support/visiting.mjs";

const WIDGET = "https://challenges.cloudflare.com/**";
/** What the widget's script does when it takes whoever is there for a person. */
const SCRIPT = `window.turnstile = { render: (place, { callback }) => { place.textContent = "…"; callback(${JSON.stringify(PERSON)}); } };`;

test("a code is mailed to a person, on a page that began as another, and where the widget can't be loaded", { tag: "@desktop" }, async ({ visitor, faults }) => {
  faults.expect(/status of 40[13]|challenges\.cloudflare\.com|Failed to load resource/);
  const service = await startTurnstile();
  const desk = await startDesk({ vars: service.vars });
  try {
    const page = await visitor();
    let loaded = 0;
    await page.route(WIDGET, (route) => {
      loaded += 1;
      return route.fulfill({ contentType: "text/javascript", body: SCRIPT });
    });
    const ask = async (email) => {
      const address = page.getByRole("textbox", { name: "Correo electrónico" });
      const other = page.getByRole("button", { name: "Cambiar de correo" });
      await expect(address.or(other)).toBeVisible();
      if (await other.isVisible()) await other.click();
      if (email) await address.fill(email);
      await page.getByRole("button", { name: "Enviarme el código" }).click();
    };
    const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
    await page.goto(`${desk.origin}/entrar`);
    await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toBeVisible();
    expect(loaded).toBe(0);
    await ask("una@hotel.co");
    await expect(code).toBeFocused();
    expect([loaded, service.asked.at(-1).response]).toEqual([1, PERSON]);

    // The start page is a file whose policy lets nothing in: the page of the sign-in is loaded afresh, with what was typed.
    await page.goto(desk.origin);
    await page.getByRole("link", { name: "Entrar" }).first().click();
    await ask("dos@hotel.co");
    await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toHaveValue("dos@hotel.co");
    await page.waitForFunction(() => new URL(performance.getEntriesByType("navigation")[0].name).pathname === "/entrar");
    await ask();
    await expect(code).toBeFocused();

    await page.unroute(WIDGET);
    await page.route(WIDGET, (route) => route.abort());
    await page.goto(`${desk.origin}/entrar`);
    await ask("tres@hotel.co");
    await expect(code).toBeFocused();
    expect(service.asked.length).toBe(2);
  } finally {
    await desk.stop();
    await service.stop();
  }
});

test("a number for the call is reserved for a person, and on a page that lets no widget in, without loading it afresh", { tag: "@phone" }, async ({ visitor, faults }) => {
  faults.expect(/status of 403|challenges\.cloudflare\.com|Failed to load resource|CSP: script-src/);
  const service = await startTurnstile();
  const desk = await startDesk({ vars: service.vars });
  try {
    const page = await visitor();
    await page.route(WIDGET, (route) => route.fulfill({ contentType: "text/javascript", body: SCRIPT }));
    await atNight(page.context());
    const number = page.getByText(/^\d{3} \d{3} \d$/);
    await page.goto(`${desk.origin}/huesped`);
    await answer(page, "guest_waiting", true);
    await expect(number).toBeVisible();
    expect(service.asked.at(-1).response).toBe(PERSON);

    await page.evaluate(() => localStorage.clear());
    await page.goto(desk.origin);
    await page.locator('a[href^="/huesped"]').first().click();
    await answer(page, "guest_waiting", true);
    await expect(number).toBeVisible();
    expect(await page.evaluate(() => new URL(performance.getEntriesByType("navigation")[0].name).pathname)).toBe("/");
    expect(service.asked.length).toBe(1);
  } finally {
    await desk.stop();
    await service.stop();
  }
});

const ticketsAbout = (desk, subject) =>
  desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);

/** A deployment that asks, and a device on which somebody was here before; `act` is given what the widget's script was asked for. */
async function onSecondVisit(visitor, act) {
  const service = await startTurnstile();
  const desk = await startDesk({ vars: service.vars });
  try {
    await desk.importing({ catalogue: CATALOGUE });
    const page = await visitor(undefined, { serviceWorkers: "allow" });
    await page.context().route(WIDGET, (route) => route.fulfill({ contentType: "text/javascript", body: SCRIPT }));
    await install(page, `${desk.origin}/`);
    await act({ context: page.context(), desk, page, service });
  } finally {
    await desk.stop();
    await service.stop();
  }
}

test("on a second visit the page that the device keeps lets the widget in, from the start page on", { tag: "@desktop" }, async ({ visitor, faults }) => {
  faults.expect(/status of 403/);
  await onSecondVisit(visitor, async ({ desk, page, service }) => {
    await page.goto(desk.origin);
    await page.getByRole("link", { name: "Entrar" }).first().click();
    await page.getByRole("textbox", { name: "Correo electrónico" }).fill("vuelve@hotel.co");
    await page.getByRole("button", { name: "Enviarme el código" }).click();
    await expect(page.getByRole("textbox", { name: "Código de seis dígitos" })).toBeFocused();
    expect(service.asked.at(-1).response).toBe(PERSON);
    expect(await page.evaluate(() => new URL(performance.getEntriesByType("navigation")[0].name).pathname), "nothing was loaded afresh").toBe("/");
  });
});

test("a device that keeps the page with a policy of earlier goes on without the widget, and only once", { tag: "@desktop" }, async ({ visitor, faults }) => {
  faults.expect(/status of 403|challenges\.cloudflare\.com|Failed to load resource/);
  await onSecondVisit(visitor, async ({ desk, page, service }) => {
    await page.evaluate(async () => {
      const plain = await fetch("/");
      const names = await caches.keys();
      const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).match("/entrar")));
      await (await caches.open(names[kept.findIndex(Boolean)])).put("/entrar", plain);
    });
    const policy = () => page.evaluate(async () => (await caches.match("/entrar")).headers.get("content-security-policy"));
    expect(await policy()).not.toContain("challenges.cloudflare.com");
    const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
    const ask = async (email) => {
      await page.getByRole("textbox", { name: "Correo electrónico" }).fill(email);
      await page.getByRole("button", { name: "Enviarme el código" }).click();
      await expect(code).toBeFocused();
    };
    await page.goto(`${desk.origin}/entrar`);
    await ask("antes@hotel.co");
    expect(service.asked).toEqual([]);
    await expect.poll(policy).toContain("challenges.cloudflare.com");
    await page.goto(`${desk.origin}/entrar`);
    await page.getByRole("button", { name: "Cambiar de correo" }).click();
    await ask("despues@hotel.co");
    expect(service.asked.map(({ response }) => response)).toEqual([PERSON]);
  });
});

test("a critical case that was sent without signal waits for one touch, and is never a draft again", { tag: "@phone" }, async ({ visitor, faults }) => {
  faults.expect(/status of 40[13]|ERR_INTERNET_DISCONNECTED/);
  await onSecondVisit(visitor, async ({ context, desk, page, service }) => {
    const subject = "Hay un huésped esperando y no hay señal";
    await page.goto(`${desk.origin}/nuevo?tipo=failure`);
    await fillGuide(page, { ...ANSWERS, ...SELF, guest_waiting: true, subject });
    await context.setOffline(true);
    await sendButton(page).click();
    await expect(page.getByText("Sin señal: se enviará solo")).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText("Falta un toque suyo para enviarlo")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Por salir" })).toBeVisible();
    expect(await ticketsAbout(desk, subject)).toEqual([]);
    await page.getByRole("button", { name: "Confirmar y enviar" }).click();
    await page.getByRole("link", { name: "Ver el ticket" }).click();
    const number = await receivedNumber(page);
    expect(await ticketsAbout(desk, subject)).toEqual([{ number: Number(number) }]);
    expect(service.asked.map(({ response }) => response)).toEqual([PERSON]);
  });
});

test("a first visit that began at the start page sends a critical case all the same, in one go", { tag: "@phone" }, async ({ visitor, faults }) => {
  faults.expect(/status of 403|challenges\.cloudflare\.com|Failed to load resource/);
  const service = await startTurnstile();
  const desk = await startDesk({ vars: service.vars });
  try {
    await desk.importing({ catalogue: CATALOGUE });
    const page = await visitor();
    await page.route(WIDGET, (route) => route.fulfill({ contentType: "text/javascript", body: SCRIPT }));
    await page.goto(desk.origin);
    await page.getByRole("link", { name: /Algo falla o muestra un error/ }).click();
    const subject = "Hay un huésped esperando desde la página de inicio";
    await fillGuide(page, { ...ANSWERS, ...SELF, guest_waiting: true, subject });
    await sendButton(page).click();
    const number = await receivedNumber(page);
    expect(await ticketsAbout(desk, subject)).toEqual([{ number: Number(number) }]);
    expect(service.asked.map(({ response }) => response)).toEqual([PERSON]);
  } finally {
    await desk.stop();
    await service.stop();
  }
});
