// Takes the README's pictures: the built system with the demo data of standard input, at a moment that never changes.
//
//     node screenshots.mjs MOMENT FOLDER < demo.json

import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { chromium, expect } from "@playwright/test";

import { Authenticator, derivedSecret } from "../support/authenticator.mjs";
import { caller } from "../support/caller.mjs";
import { holder, mailedCode } from "../support/desk.mjs";
import { CHROMIUM, COLOMBIA, DESKTOP, PHONE } from "../support/devices.mjs";
import { reduceColours } from "../support/palette.mjs";
import { FACTOR_KEY, startPortal } from "../support/portal.mjs";
import { ANSWERS, answer, field, goOn } from "../support/visiting.mjs";

const [moment, folder] = process.argv.slice(2);
const TOKEN = "a token for pictures alone";
/** No picture weighs more, in bytes: they are read on phones too. */
const HEAVIEST = 120_000;

/** People of the demo data, by what they are in the pictures. */
const CLIENT = "noche@casalola.example";
const REPORTER = "julian.pardo@lacandelaria.example";
const AGENT = "valentina@soho.example";

const demo = JSON.parse(await readFile("/dev/stdin", "utf8"));
const numberOf = (words) => demo.tickets.find((ticket) => ticket.opening.request.subject.includes(words)).opening.number;

const heading = (page, name) => page.getByRole("heading", { name }).first();

/** Opens the account of the promise that is still to be kept, at the top of the screen. */
async function showReckoning(page) {
  const summary = page.getByText("¿Cómo se calculó?").filter({ visible: true }).first();
  await summary.click();
  await page.getByText("Le damos respuesta a más tardar el").filter({ visible: true }).first().evaluate((label) => {
    window.scrollBy({ top: label.getBoundingClientRect().top - 96, behavior: "instant" });
  });
}

async function fillTheSecondStep(page) {
  for (const question of ["guest_waiting", "system_stopped"]) await answer(page, question, false);
  await goOn(page);
  await answer(page, "application", "SOHO Recepción");
  await answer(page, "module", "Check-in y check-out");
  await answer(page, "process", "Check-out");
  await expect(field(page, "process")).toHaveValue("Check-out");
}

const PICTURES = [
  { name: "start-phone", device: PHONE, at: "/", ready: (page) => page.getByText("Atendemos ahora") },
  { name: "start-desktop", device: DESKTOP, at: "/", ready: (page) => page.getByText("Atendemos ahora") },
  { name: "form-phone", device: PHONE, who: CLIENT, at: "/nuevo?tipo=failure", ready: (page) => heading(page, "Cuéntenos qué pasa"), then: fillTheSecondStep },
  { name: "receipt-phone", device: PHONE, who: REPORTER, at: `/recibido/${numberOf("El archivo del SIRE")}`, ready: (page) => page.getByText("a más tardar el").first() },
  { name: "ticket-phone", device: PHONE, who: CLIENT, at: `/tickets/${numberOf("La nota crédito")}`, ready: (page) => heading(page, "Qué ha pasado"), then: showReckoning },
  { name: "ticket-desktop", device: DESKTOP, who: CLIENT, at: `/tickets/${numberOf("La nota crédito")}`, ready: (page) => heading(page, "Qué ha pasado"), then: (page) => page.getByText("¿Cómo se calculó?").filter({ visible: true }).first().click() },
  { name: "queue-desktop", device: DESKTOP, who: AGENT, at: "/equipo", ready: (page) => page.getByRole("table"), then: (page) => page.keyboard.press("j") },
  { name: "queue-desktop-dark", device: DESKTOP, dark: true, who: AGENT, at: "/equipo", ready: (page) => page.getByRole("table"), then: (page) => page.keyboard.press("j") },
  { name: "agent-ticket-desktop", device: DESKTOP, who: AGENT, at: `/equipo/tickets/${numberOf("El kárdex")}`, ready: (page) => heading(page, "Lo que reportó") },
];

const portal = await startPortal({ vars: { IMPORT_TOKEN: TOKEN } });
const browser = await chromium.launch(CHROMIUM);
try {
  await load();
  const sessions = new Map();
  for (const picture of PICTURES) {
    if (picture.who && !sessions.has(picture.who)) sessions.set(picture.who, await signIn(picture.who));
    await take(picture, sessions.get(picture.who));
  }
} finally {
  await browser.close();
  await portal.stop();
}

async function load() {
  const answer = await caller(portal, { Authorization: `Bearer ${TOKEN}` }).post("/api/v1/import", demo);
  if (answer.status !== 200 || answer.body.refused.length > 0) throw new Error(`the demo data was not taken: ${answer.text}`);
  // What had fallen due by the moment is on record then.
  await portal.sendCron(new Date(moment));
}

async function signIn(email) {
  let answer = await caller(portal, {}).post("/api/v1/session", { email, code: await mailedCode(portal, email) });
  if (answer.body?.factor === "ask") {
    // The demo's staff bring their second factor along: its secret follows from the key of this run.
    const { id, factor_salt } = demo.accounts.find((account) => account.email === email);
    const half = holder(portal, answer, answer.body);
    answer = await half.post("/api/v1/session/factor", await new Authenticator(derivedSecret(FACTOR_KEY, id, factor_salt)).proof());
  }
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.text}`);
  const [name, value] = answer.headers.get("set-cookie").split(";")[0].split(/=(.*)/s);
  return { name, value, url: portal.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" };
}

async function take({ name, device, dark, who, at, ready, then }, session) {
  const context = await browser.newContext({
    ...COLOMBIA,
    ...device,
    baseURL: portal.origin,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  if (who) {
    await context.addCookies([session]);
    await context.addInitScript(() => localStorage.setItem("soho.conocido", "1"));
  }
  // The server's clock is the machine's; what it says of the hour is told as of the moment.
  await context.route("**/api/v1/attention", async (route) => {
    const response = await route.fetch();
    const json = { ...(await response.json()), now: moment };
    await route.fulfill({ response, json });
  });
  // The display face appears from the second visit on; the pictures are of that one.
  await context.route("**/*.css", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("font-display:optional", "font-display:block") });
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(moment));
  await page.goto(at);
  await expect(ready(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("[aria-busy=true], .skeleton")).toHaveCount(0);
  await then?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  const file = path.join(folder, `${name}.png`);
  await mkdir(folder, { recursive: true });
  const picture = reduceColours(await page.screenshot({ caret: "hide", animations: "disabled" }));
  if (picture.length > HEAVIEST) throw new Error(`${file} weighs ${picture.length} bytes; at most ${HEAVIEST}`);
  await writeFile(file, picture);
  console.log(`  ${file}  ${Math.round(picture.length / 1000)} kB`);
  await context.close();
}
