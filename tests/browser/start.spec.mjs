import { expect, test } from "../support/browser.mjs";

test("the portal mounts, and again on a deep link", async ({ page }) => {
  for (const address of ["/", "/ayuda"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  }
});

test("the page refuses an inline script and an inline style", async ({ page, portal }) => {
  const policy = (await portal.fetch("/")).headers.get("content-security-policy");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
  await page.goto("/");
  await expect(page.locator("script:not([src]), style")).toHaveCount(0);
});
