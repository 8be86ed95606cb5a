// What every browser test starts from: a system of its own for each of Playwright's workers, people who can be signed in
// on devices of their own, and pages that fail the test when the browser reports an error or a breach of the content
// security policy.

import { test as base, expect } from "@playwright/test";

import { PEOPLE, startDesk } from "./desk.mjs";
import { CATALOGUE } from "./guide.mjs";

export { expect };

export const test = base.extend({
  /** The running system with its people (see desk.mjs), shared by the tests of one of Playwright's workers. */
  desk: [
    async ({}, use) => {
      const desk = await startDesk();
      await desk.importing({ catalogue: CATALOGUE });
      await use(desk);
      await desk.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ desk }, use) => use(desk.origin),

  /** What the browser reports on the pages that are watched; whatever no pattern expects fails the test at its end. */
  faults: async ({}, use) => {
    const found = [];
    const expected = [];
    const watch = async (page) => {
      page.on("pageerror", (error) => found.push(`uncaught: ${error.message}`));
      page.on("dialog", (dialog) => {
        found.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on("console", (line) => {
        if (line.type() === "error") found.push(`console: ${line.text()} (${line.location().url})`);
      });
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI || "inline"}`);
        });
      });
    };
    /** Errors that a test brings about on purpose, e.g. `/status of 401/`. */
    const expectError = (pattern) => expected.push(pattern);
    await use({ watch, expect: expectError });
    const unexpected = found.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
    expect(unexpected, "the browser reported no error").toEqual([]);
  },

  page: async ({ page, faults }, use) => {
    await faults.watch(page);
    await use(page);
  },

  /**
   * Opens a page on another device, for one of `PEOPLE` who is signed in there, or for nobody. Options are those of a
   * browser context; what isn't given is as in the test's project.
   */
  visitor: async ({ browser, desk, faults }, use) => {
    const contexts = [];
    await use(async (name, options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      if (name) await signIn(context, desk, name);
      const page = await context.newPage();
      await faults.watch(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** One of staff who never had a second factor. */
const NEWCOMER = { id: "novata", email: "novata@soho.co", name: "Nova Téllez", phone: null, role: "developer" };

/** Of `{ half: name }` the session with the mailed code alone; of the newcomer too. */
async function sessionOf(desk, name) {
  if (name === "newcomer") {
    await desk.importing({ accounts: [NEWCOMER] });
    return desk.halfSignIn(NEWCOMER.email);
  }
  const session = await desk.as(name.half ?? name);
  return name.half ? desk.halfSignIn(PEOPLE[name.half].email) : session;
}

/** Gives a browser the session of one of `PEOPLE`. */
export async function signIn(context, desk, name) {
  const { cookie } = await sessionOf(desk, name);
  const [key, value] = cookie.split(/=(.*)/s);
  // A `__Host-` cookie is only taken over TLS, or from this machine; the protocol that sets it knows just the former.
  const url = desk.origin.replace("http:", "https:");
  await context.addCookies([{ name: key, value, url, httpOnly: true, sameSite: "Lax" }]);
  // A device on which somebody signed in asks who it is from the first page on.
  await context.addInitScript(() => {
    // A photo opened by itself has no origin, and nothing to remember things in.
    if (window.origin !== "null") localStorage.setItem("soho.conocido", "1");
  });
}
