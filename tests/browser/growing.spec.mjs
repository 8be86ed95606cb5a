// A page is built in tasks (app/src/tasks.rs), in sight: it may grow at its end, and nothing that is in sight may move.

import { expect, test } from "../support/browser.mjs";

const PAGES = [
  [null, () => "/"],
  [null, () => "/nuevo?tipo=failure"],
  [null, () => "/huesped"],
  [null, () => "/entrar"],
  [null, () => "/seguir"],
  ["ana", () => "/mis-tickets"],
  ["ana", (number) => `/tickets/${number}`],
];

/** What moved on the page so far, by the browser's own account (Layout Instability). */
const moved = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const name = (node) => (node ? `${node.nodeName.toLowerCase()}.${node.className}` : "?");
          resolve(list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => name(node))));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve([]), 300);
      }),
  );

test("nothing in sight moves while a page is built", async ({ visitor, desk }) => {
  const { number } = await desk.ticket({ by: "ana" });
  for (const [person, address] of PAGES) {
    const page = await visitor(person);
    // A device where somebody signed in before, as the portal itself remembers it.
    if (person) await page.addInitScript(() => localStorage.setItem("soho.conocido", "1"));
    await page.goto(address(number), { waitUntil: "networkidle" });
    await expect(page.locator("#skeleton")).toHaveCount(0);
    await expect(page.getByRole("contentinfo")).toBeAttached();
    expect(await moved(page), address("…")).toEqual([]);
    await page.close();
  }
});
