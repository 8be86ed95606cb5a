// Pages judged by axe, in both themes.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { expect } from "@playwright/test";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const violations = (page) =>
  page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)} (${node.any.map((check) => check.message).join("; ").slice(0, 200)})`),
    );
  }, RULES);

/** Expects that axe finds nothing on a page as it stands now, light or dark; `what` names it in what is reported. */
export async function expectNoViolations(page, what = "") {
  await page.evaluate(AXE);
  // What lies under the desk's bar on a phone comes out with a turn of the finger; where it does now is chance.
  await page.evaluate(() => document.querySelector(".rail")?.style.setProperty("position", "static"));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    // A button on its way from one theme's colours to the other's has neither. What the browser draws only once it is in sight
    // never gets there, so it is brought there by hand.
    await page.evaluate(() => {
      const ends = (animation) => Number.isFinite(animation.effect.getComputedTiming().endTime);
      for (const animation of document.getAnimations().filter(ends)) animation.finish();
    });
    // Softly, so that one run tells them all.
    expect.soft(await violations(page), `${what} ${colorScheme}`).toEqual([]);
  }
}
