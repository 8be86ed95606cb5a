// When there is nothing to show, or the server does not answer.

import { expect, signIn, test } from "../support/browser.mjs";
import { DESKTOP } from "../support/devices.mjs";
import { CONSENT, ticketNumber } from "../support/guide.mjs";

test("a foreign ticket looks as if it did not exist", async ({ context, desk, page, faults }) => {
  faults.expect(/status of 404/);
  const { number } = await desk.ticket({ by: "ana" });
  await signIn(context, desk, "berta");
  const shown = [];
  for (const address of [number, ticketNumber(899_999)]) {
    await page.goto(`/tickets/${address}`);
    const alert = page.getByRole("alert").filter({ hasText: "Aquí no hay nada" });
    await expect(alert).toBeVisible();
    await expect(page.getByRole("textbox")).toHaveCount(0);
    shown.push(await alert.textContent());
  }
  expect(shown[0], "nothing tells the two apart").toBe(shown[1]);
});

test("a number with a wrong digit is noticed without asking the server (R11)", async ({ context, desk, page }) => {
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket({ by: "ana" });
  const wrong = number.slice(0, 6) + ((Number(number[6]) + 1) % 10);
  await page.goto(`/tickets/${wrong}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ese número de ticket no es válido" })).toBeVisible();
});

test("a link for a colleague stays in sight, and what is typed stays when the ticket is asked for again", async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "ana" });
  await signIn(context, desk, "ana");
  await page.goto(`/tickets/${number}`);
  const box = page.getByRole("textbox", { name: "Agregar información" });
  await box.fill("También pasa en la segunda caja");
  await page.getByText("Entregar a un colega").click();
  await page.getByRole("button", { name: "Crear enlace" }).click();
  const link = page.getByText(new RegExp(`/entrega/${number}#`));
  await expect(link).toBeVisible();
  const again = page.waitForResponse((answer) => answer.url().endsWith(`/api/v1/tickets/${number}`));
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await again;
  await page.waitForTimeout(300);
  await expect(link).toBeVisible();
  await expect(box).toHaveValue("También pasa en la segunda caja");
});

test("a colleague agrees before the ticket is theirs, with a box that nobody ticks for them", async ({ desk, page, faults }) => {
  faults.expect(/status of 401/);
  const { number } = await desk.ticket({ by: "ana" });
  const { secret } = (await (await desk.as("ana")).write(`/api/v1/tickets/${number}/links`, { hours: 12 })).body;
  await page.goto(`/entrega/${number}#${secret}`);
  await page.getByLabel("¿Quién recibe el turno?").fill("Rita Mora");
  const box = page.getByRole("checkbox", { name: /Autorizo a SOHO/ });
  await expect(box).not.toBeChecked();
  const take = page.getByRole("button", { name: "Recibir y ver el ticket" });
  await take.click();
  await expect(page.getByText("Marque la casilla para recibir el ticket.")).toBeVisible();
  await expect(box).toBeFocused();
  await box.check();
  await expect(page.getByText("Marque la casilla para recibir el ticket.")).toHaveCount(0);
  await take.click();
  await expect(page).toHaveURL(`/tickets/${number}`);
  const kept = await desk.rows("SELECT name, version FROM visitor_consent WHERE ticket = ?", Number(number));
  expect(kept).toEqual([{ name: "Rita Mora", version: CONSENT }]);
});

test("the agents' pages do not exist for a client", async ({ context, desk, page }) => {
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket({ by: "ana" });
  for (const address of ["/equipo", "/equipo/llamada", `/equipo/tickets/${number}`]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: "Esta puerta no lleva a ninguna parte" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Mesa de ayuda" })).toHaveCount(0);
  }
});

test("research and development, who register no calls, have no page for them, by link, key or address", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "diego");
  await page.goto("/equipo");
  const rail = page.getByRole("navigation", { name: "Mesa de ayuda" });
  await expect(rail.getByRole("link", { name: "Cola" })).toBeVisible();
  await expect(rail.locator('a[href="/equipo/llamada"]')).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await page.goto("/equipo/llamada");
  await expect(page.getByRole("heading", { level: 1, name: "Esta puerta no lleva a ninguna parte" })).toBeVisible();
});

test("a failed request says so, and another try repairs the page", async ({ desk, visitor, faults }) => {
  faults.expect(/ERR_FAILED|status of 500/);
  const { number, subject } = await desk.ticket({ by: "ana" });
  const failures = [
    { fail: (route) => route.abort(), words: "Sin conexión" },
    {
      fail: (route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>upstream</h1>" }),
      words: "No pudimos completar la solicitud",
    },
  ];
  for (const [name, address, device] of [
    ["ana", "/mis-tickets"],
    ["ana", `/tickets/${number}`],
    ["pablo", "/equipo", DESKTOP],
    ["pablo", `/equipo/tickets/${number}`, DESKTOP],
  ]) {
    const page = await visitor(name, device);
    for (const { fail, words } of failures) {
      await page.route("**/api/v1/tickets**", fail);
      await page.route("**/api/v1/tickets/*", fail);
      await page.goto(address);
      const alert = page.getByRole("alert").filter({ hasText: words });
      await expect(alert, address).toBeVisible();
      await page.unrouteAll();
      await alert.getByRole("button", { name: "Intentar de nuevo" }).click();
      await expect(page.getByText(subject).first(), address).toBeVisible();
      await expect(alert).toBeHidden();
    }
  }
});
