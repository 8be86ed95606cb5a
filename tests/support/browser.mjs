// What every browser test starts from: a system of its own for each of Playwright's workers, and a page that fails the
// test when the browser reports an error or a breach of the content security policy.

import { test as base, expect } from "@playwright/test";

import { startPortal } from "./portal.mjs";

export { expect };

export const test = base.extend({
  /** The running system (see portal.mjs), shared by the tests of one of Playwright's workers. */
  portal: [
    async ({}, use) => {
      const portal = await startPortal();
      await use(portal);
      await portal.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ portal }, use) => use(portal.origin),

  /** Texts of console errors that a test brings about on purpose, e.g. `[/status of 422/]`. */
  expectedErrors: [[], { option: true }],

  page: async ({ page, expectedErrors }, use) => {
    const faults = [];
    page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
    page.on("console", (line) => {
      if (line.type() === "error" && !expectedErrors.some((expected) => expected.test(line.text()))) {
        faults.push(`console: ${line.text()} (${line.location().url})`);
      }
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI || "inline"}`);
      });
    });
    await use(page);
    expect(faults, "the browser reported no error").toEqual([]);
  },
});
