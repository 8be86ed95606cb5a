import { expect, test } from "../support/browser.mjs";
import { loosely, tellTheHour } from "../support/visiting.mjs";

test("the portal mounts, and again on a deep link", async ({ page }) => {
  for (const address of ["/", "/condiciones", "/ayuda"]) {
    await page.goto(address);
    await expect(page.locator("#skeleton")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("the page refuses an inline script and an inline style", async ({ page, desk }) => {
  const policy = (await desk.fetch("/")).headers.get("content-security-policy");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
  await page.goto("/");
  await expect(page.locator("script:not([src]), style")).toHaveCount(0);
});

test("a late opening is explained by the days that are closed until then, without signal too (R12)", { tag: "@phone" }, async ({ context, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  const saturday = "2026-10-10T09:00:00-05:00";
  await tellTheHour(context, saturday, { added: { "2026-10-13": "Inventario general" }, removed: [] });
  await page.clock.setFixedTime(new Date(saturday));
  const holiday = "El lunes 12 de octubre es festivo: Día de la Diversidad Étnica y Cultural.";
  const said = page.locator(".attention");
  const outlineGoes = () => expect(page.locator("#skeleton")).toHaveCount(0);
  await page.goto("/");
  await outlineGoes();
  const named = `Abrimos el miércoles 14 de octubre, 8:00 a. m. ${holiday} El martes 13 de octubre no atendemos: Inventario general.`;
  await expect(said).toHaveText(loosely(`A esta hora no atendemos. ${named}`));
  // Without signal the law's holidays are known all the same.
  await context.route("**/api/v1/attention", (route) => route.abort());
  await page.reload();
  await outlineGoes();
  await expect(said).toHaveText(loosely(`A esta hora no atendemos. Abrimos el martes 13 de octubre, 8:00 a. m. ${holiday}`));
});
