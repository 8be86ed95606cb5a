// A device on which the portal's program can't run: the page itself still says how to reach people.

import { expect, test } from "../support/browser.mjs";

const HINDRANCES = [
  { title: "the module doesn't arrive", hinder: (page) => page.route(/\.wasm$/, (route) => route.abort()) },
  {
    title: "the browser has no WebAssembly",
    hinder: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  },
  { title: "the script doesn't arrive", hinder: (page) => page.route(/\/assets\/app-.*\.js$/, (route) => route.abort()), untold: true },
  { title: "the browser runs no scripts", options: { javaScriptEnabled: false }, untold: true },
];

for (const { title, hinder, options, untold } of HINDRANCES) {
  test(`the phone line and the address stand on the page when ${title}`, { tag: "@phone" }, async ({ visitor, faults }) => {
    faults.expect(/./);
    const page = await visitor(null, options);
    await hinder?.(page);
    for (const address of ["/", "/nuevo"]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("link", { name: "Llamar al +57 333 033 3522" })).toHaveAttribute("href", "tel:+573330333522");
      await expect(page.getByRole("link", { name: "info@sohoapps.co" })).toBeVisible();
      if (!untold) await expect(page.getByRole("status")).toContainText("No pudimos abrir el portal en este dispositivo");
    }
  });
}
