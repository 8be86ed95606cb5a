import { expect, test } from "../support/browser.mjs";

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
