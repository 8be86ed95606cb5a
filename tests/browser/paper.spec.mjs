// A ticket on paper.

import { expect, signIn, test } from "../support/browser.mjs";

test("a ticket on paper has its address, the promise with its account and the whole history, and nothing to press @desktop", async ({ context, desk, page }) => {
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket();
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "reply", { body: "Estamos revisando el servidor de la recepción." });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText("Estamos revisando el servidor")).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("img", { name: /Dirección de este ticket/ })).toBeVisible();
  await expect(page.getByText(`${desk.origin}/tickets/${number}`)).toBeVisible();
  await expect(page.getByText("Estamos revisando el servidor")).toBeVisible();
  await expect(page.locator(".reckoning__total").first()).toBeVisible();
  await expect(page.locator("button:visible, .button:visible, textarea:visible, input:visible, select:visible")).toHaveCount(0);
  const ink = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ink).toBe("rgb(255, 255, 255)");
});

/** A ticket with a history, as its client sees it. */
async function openTicket({ context, desk, page }) {
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket();
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: ["images"], body: "¿Nos envía una foto de la pantalla?" });
  await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText("¿Nos envía una foto de la pantalla?").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Ya no lo necesito" })).toBeVisible();
}

test("a button prints: a portal on the home screen has no menu to do it from", async ({ context, desk, page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await openTicket({ context, desk, page });
  await page.getByRole("button", { name: "Imprimir" }).click();
  expect(await page.evaluate(() => window.printed)).toBe(1);
});

test("what is folded up is unfolded for the paper, in browsers old and new, and folded again after it", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await openTicket({ context, desk, page });
  const folds = page.locator("main details:not(.no-print, .no-print *)");
  const open = () => folds.evaluateAll((all) => all.map((fold) => fold.open));
  const before = await open();
  expect(before.length).toBeGreaterThan(2);
  await page.getByText("¿Cómo se calculó?").first().click();
  const [kept] = [await open()];
  expect(kept.filter(Boolean), "the one somebody opened").toHaveLength(1);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  expect(await open()).toEqual(kept.map(() => true));
  // What is no paper's business stays as it is.
  await expect(page.locator("details.no-print").first()).not.toHaveAttribute("open");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  expect(await open()).toEqual(kept);
});

for (const format of ["A4", "Letter"]) {
  test(`a ticket fits on a few sheets of ${format}`, { tag: "@desktop" }, async ({ context, desk, page }) => {
    await page.addInitScript(() => window.addEventListener("beforeprint", () => (window.wasPrinted = true)));
    await openTicket({ context, desk, page });
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    expect(sheets).toBeGreaterThanOrEqual(2);
    expect(sheets).toBeLessThanOrEqual(4);
    expect(await page.evaluate(() => window.wasPrinted)).toBe(true);
    await expect(page.getByRole("button", { name: "Imprimir" })).toBeVisible();
  });
}
