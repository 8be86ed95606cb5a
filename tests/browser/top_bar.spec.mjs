// The bar above a hotel's pages, on the smallest of telephones.

import { expect, signIn, test } from "../support/browser.mjs";

test("signed in, the bar is one line in the font that stands in too, and what is pressed is large enough", { tag: "@phone" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  // Ours never comes, and the one in its place is as wide as they get.
  await page.route("**/fonts/**", (route) => route.abort());
  await page.addInitScript(() =>
    document.addEventListener("DOMContentLoaded", () => document.documentElement.style.setProperty("--font-display", "'DejaVu Serif', 'Noto Serif', serif")),
  );
  await signIn(context, desk, "ana");
  await page.goto("/ayuda");
  const bar = page.locator(".top-bar__inner");
  const out = page.getByRole("button", { name: "Salir" });
  await expect(out).toBeVisible();
  expect((await bar.boundingBox()).height).toBeLessThanOrEqual(60);
  for (const control of [out, bar.getByRole("link", { name: "Mis tickets" }), bar.locator(".brand")]) {
    const { width, height } = await control.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  // Of the name the part that matters most is in sight.
  const [brand, name] = [await bar.locator(".brand__name").boundingBox(), await bar.locator(".brand__name b").boundingBox()];
  expect(name.y).toBeGreaterThanOrEqual(brand.y - 1);
  expect(name.y + name.height).toBeLessThanOrEqual(brand.y + brand.height + 1);
  expect(name.x + name.width).toBeLessThanOrEqual(brand.x + brand.width + 1);
});

test("signed out the whole name is there", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/ayuda");
  await expect(page.locator("#skeleton")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const [name, part] = [page.locator(".brand__name"), page.locator(".brand__name b")];
  const [whole, second] = [await name.boundingBox(), await part.boundingBox()];
  expect(second.x, "after the first word, in its line").toBeGreaterThan(whole.x + 40);
});
