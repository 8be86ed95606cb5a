// The portal comes in parts (app/src/parts.rs): what the first screen transfers, what comes later, and what a person
// sees when it doesn't come.

import { expect, test } from "../support/browser.mjs";

const FIRST_LOAD_REQUESTS = 8;
/** With four parts: one's own module, and one for each set of others that it shares something with. */
const MODULES_OF_A_PART = 8;
const FORM = { level: 1, name: "Cuéntenos qué pasa" };
const FIRST_DOOR = "a[href^='/nuevo?tipo=']";

/** The addresses that a page asks of the portal from now on. */
function watchRequests(page, desk) {
  const asked = [];
  page.on("request", (request) => {
    if (request.url().startsWith(desk.origin)) asked.push(new URL(request.url()).pathname);
  });
  return asked;
}

const isModule = (path) => path.endsWith(".wasm");

test("the first screen fetches one module and little else; the form comes at the first sign of a person", async ({ page, desk }) => {
  const asked = watchRequests(page, desk);
  await page.goto("/", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(asked.filter(isModule), asked.join(" ")).toHaveLength(1);
  expect(asked.filter((path) => path.endsWith(".css")), asked.join(" ")).toHaveLength(1);
  expect(asked.length, asked.join(" ")).toBeLessThanOrEqual(FIRST_LOAD_REQUESTS);

  await page.keyboard.press("Tab");
  await expect.poll(() => asked.filter((path) => path.startsWith("/assets/telling-"))).toHaveLength(1);
  expect(asked.filter((path) => path.startsWith("/assets/desk-")), "a client never loads the agents' side").toEqual([]);
});

test("a page's part is on its way beside the first module, in eight modules at most", async ({ visitor, desk }) => {
  for (const [person, address, part] of [
    [null, "/huesped", "short"],
    [null, "/nuevo?tipo=failure", "telling"],
    ["ana", "/mis-tickets", "following"],
    ["pablo", "/equipo", "desk"],
  ]) {
    const page = await visitor(person);
    const asked = watchRequests(page, desk);
    const isOf = (path) => isModule(path) && path.split("/").at(-1).split("-")[0].split(".").includes(part);
    let start;
    // The program is held back: whatever comes before it is the page's own doing.
    await page.route(/assets\/app-[0-9a-f]+\.wasm$/, (route) => new Promise((resolve) => (start = resolve)).then(() => route.continue()));
    await page.goto(address, { waitUntil: "commit" });
    await expect.poll(() => start !== undefined && asked.some(isOf), address).toBe(true);
    // The page names them all at once, but they are asked for one after another.
    const named = await page.locator("link[rel='preload'][href$='.wasm']").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    const early = new Set(named.filter(isOf));
    await expect.poll(() => [...early].every((path) => asked.includes(path)), address).toBe(true);
    start();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(new Set(asked.filter(isOf)), `${address}: what its page needs came early`).toEqual(early);
    expect(early.size, address).toBeLessThanOrEqual(MODULES_OF_A_PART);
  }
});

test("every part opens from a link of its own", async ({ visitor }) => {
  for (const [person, address, title] of [
    [null, "/condiciones", "Cómo trabajamos con su hotel"],
    ["ana", "/mis-tickets", "Mis tickets"],
    ["pablo", "/equipo", "Cola"],
  ]) {
    const page = await visitor(person);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: title }), address).toBeVisible();
  }
});

test("a part that doesn't arrive is said, and comes on the next try", async ({ page, faults }) => {
  faults.expect(/Failed to load resource|Failed to fetch/);
  await page.goto("/", { waitUntil: "networkidle" });
  await page.route(/assets\/.*\.wasm$/, (route) => route.abort());
  await page.locator(FIRST_DOOR).first().click();
  await expect(page.getByRole("alert")).toContainText("Esta página no alcanzó a llegar");
  await page.unroute(/assets\/.*\.wasm$/);
  await page.getByRole("button", { name: "Intentar de nuevo" }).click();
  await expect(page.getByRole("heading", FORM)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/nuevo");
});

const STYLE_OF_PARTS = /assets\/parts-.*\.css$/;

/** Holds the style of the parts back; what it answers lets it come. */
async function holdStyle(page) {
  let release;
  const released = new Promise((go) => (release = go));
  await page.route(STYLE_OF_PARTS, (route) => released.then(() => route.continue()));
  return release;
}

test("a page is never shown without its style", async ({ page, faults }) => {
  faults.expect(/Failed to load resource|did not come/);
  await page.goto("/", { waitUntil: "networkidle" });
  await page.route(STYLE_OF_PARTS, (route) => route.abort());
  await page.locator(FIRST_DOOR).first().click();
  await expect(page.getByRole("alert")).toContainText("Esta página no alcanzó a llegar");
  await page.unroute(STYLE_OF_PARTS);
  // Asked for once more by the program, which is still the same; the modules are here already.
  await page.evaluate(() => (window.stays = true));
  const release = await holdStyle(page);
  await page.getByRole("link", { name: "Soporte SOHO" }).click();
  const asked = page.waitForRequest(STYLE_OF_PARTS);
  await page.locator(FIRST_DOOR).first().click();
  await asked;
  await page.waitForTimeout(500);
  await expect(page.locator(".form")).toHaveCount(0);
  release();
  await expect(page.locator(".form")).toBeVisible();
  await expect(page.locator("link[href*='/assets/parts-']")).toHaveCount(1);
  expect(await page.evaluate(() => window.stays)).toBe(true);
});

test("the style of other pages changes nothing on those that do without it", async ({ visitor }) => {
  for (const [person, address] of [
    [null, "/"],
    ["ana", "/"],
    [null, "/nada"],
  ]) {
    const page = await visitor(person);
    const release = await holdStyle(page);
    // What is held back keeps the page from being loaded.
    await page.goto(address, { waitUntil: "domcontentloaded" });
    await expect(page.locator("#skeleton")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const fold of await page.locator("details:not([open]) > summary").all()) await fold.evaluate((summary) => summary.click());
    // A picture of the whole page would change the window's size, which lets a font in that came late.
    const look = () =>
      page.evaluate(() =>
        [...document.body.querySelectorAll("*")].map((element) => {
          const style = getComputedStyle(element);
          return `${element.tagName} ${element.className}: ${[...style].map((name) => style.getPropertyValue(name)).join(" ")}`;
        }),
      );
    const sheets = () => page.evaluate(() => [...document.styleSheets].filter((sheet) => sheet.href.includes("/assets/")).length);
    // Answers of the API come in meanwhile.
    await expect(async () => {
      const first = await look();
      await page.waitForTimeout(300);
      expect(await look()).toEqual(first);
    }).toPass();
    const before = await look();
    expect(await sheets(), address).toBe(1);
    release();
    await page.evaluate(() => dispatchEvent(new Event("pointermove")));
    await expect.poll(sheets, address).toBe(2);
    await page.waitForLoadState("networkidle");
    expect(await look(), `${person ?? "somebody"} at ${address}`).toEqual(before);
  }
});
