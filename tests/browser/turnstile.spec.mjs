// Where a deployment asks for Turnstile: its widget is loaded when it is asked for and not before, from the start page too,
// and people go on where it can't be.

import { expect, test } from "../support/browser.mjs";
import { startDesk } from "../support/desk.mjs";
import { PERSON, startTurnstile } from "../support/turnstile.mjs";
import { answer } from "../support/visiting.mjs";

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
    await page.route("**/api/v1/attention", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), open: false, until: "2030-01-08T13:00:00Z" } });
    });
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
