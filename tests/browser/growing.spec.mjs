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
  page.evaluate(async () => {
    const entries = [];
    const watch = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    watch.observe({ type: "layout-shift", buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    entries.push(...watch.takeRecords());
    const name = (node) => (node ? `${node.nodeName.toLowerCase()}.${node.className}` : "?");
    return entries.flatMap(({ sources }) => sources.map(({ node }) => name(node)));
  });

test("nothing in sight moves while a page is built", async ({ visitor, desk }) => {
  const { number } = await desk.ticket({ by: "ana" });
  for (const [person, address] of PAGES) {
    const page = await visitor(person);
    // A device where somebody signed in before, as the portal itself remembers it.
    if (person) await page.addInitScript(() => localStorage.setItem("soho.conocido", "1"));
    await page.goto(address(number), { waitUntil: "networkidle" });
    await expect(page.locator("#skeleton")).toHaveCount(0);
    await expect(page.getByRole("contentinfo")).toBeAttached();
    expect(await page.evaluate(() => PerformanceObserver.supportedEntryTypes)).toContain("layout-shift");
    expect(await moved(page), address("…")).toEqual([]);
    await page.close();
  }
});
