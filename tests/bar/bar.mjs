// Measures the quality bar: Lighthouse as a phone on slow 4G, and interactions at a quarter of this machine's speed.
//
//     node bar.mjs [BROTLI QUALITY]

import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { chromium, expect } from "@playwright/test";
import lighthouse from "lighthouse";

import { startDesk } from "../support/desk.mjs";
import { CHROMIUM, COLOMBIA, PHONE } from "../support/devices.mjs";
import { startEdge } from "../support/edge.mjs";
import { CATALOGUE } from "../support/guide.mjs";
import { agree, ANSWERS, answer, field, goOn, sendButton } from "../support/visiting.mjs";

const RUNS = Number(process.env.BAR_RUNS ?? 5);
const quality = Number(process.argv[2] ?? 11);
/** Slower than this machine by so much: what Lighthouse calls a mid-tier phone. */
const SLOWDOWN = 4;

/** What must hold. `shown` is how a figure is printed; `first` holds for the start page alone. */
const BARS = [
  { name: "performance", limit: 95, atLeast: true, of: (report) => report.categories.performance.score * 100, shown: (n) => n.toFixed(0) },
  { name: "LCP", limit: 2000, of: (report) => report.audits["largest-contentful-paint"].numericValue, shown: (n) => `${(n / 1000).toFixed(2)} s` },
  { name: "TBT", limit: 50, of: (report) => report.audits["total-blocking-time"].numericValue, shown: (n) => `${n.toFixed(0)} ms` },
  { name: "CLS", limit: 0, of: (report) => report.audits["cumulative-layout-shift"].numericValue, shown: (n) => n.toFixed(3) },
  { name: "accessibility", limit: 100, atLeast: true, of: (report) => report.categories.accessibility.score * 100, shown: (n) => n.toFixed(0) },
  { name: "best practices", limit: 100, atLeast: true, of: (report) => report.categories["best-practices"].score * 100, shown: (n) => n.toFixed(0) },
  { name: "bytes", limit: 200_000, first: true, of: (report) => sent(report).reduce((sum, item) => sum + item.transferSize, 0), shown: (n) => `${(n / 1000).toFixed(1)} kB` },
  { name: "requests", limit: 8, first: true, of: (report) => sent(report).length, shown: (n) => n.toFixed(0) },
];
const INP_LIMIT = 100;

const sent = (report) => report.audits["network-requests"].details.items.filter((item) => item.url.startsWith("http"));

/** A busy hotel's Wi-Fi, 40 ms from the edge. Lighthouse reckons its slow 4G from what it saw on this. */
const NETWORK = { latency: 40, rate: 10_000_000 / 8 };

const edge = await startEdge({ quality, ...NETWORK });
const desk = await startDesk({ vars: { PUBLIC_ORIGIN: edge.origin } });
edge.target = desk.origin;
// The origin that writes are accepted from is the edge's.
desk.origin = edge.origin;
const missed = [];
try {
  await desk.importing({ catalogue: CATALOGUE });
  const { cookie } = await desk.as("ana");
  const { number } = await desk.ticket();
  // BAR_PAGE measures one page while it is being mended.
  const pages = [
    { name: "/", at: "/" },
    { name: "/nuevo", at: "/nuevo?tipo=failure" },
    { name: "/huesped", at: "/huesped" },
    { name: "/entrar", at: "/entrar" },
    { name: "/tickets/…", at: `/tickets/${number}`, cookie },
  ].filter(({ name }) => (process.env.BAR_PAGE ?? name) === name);
  console.log(`\nLighthouse, mobile, median of ${RUNS}, brotli ${quality}`);
  console.log(["page".padEnd(12), ...BARS.map(({ name }) => name.padStart(14))].join(" "));
  for (const page of pages) {
    const reports = [];
    for (let run = 0; run < RUNS; run += 1) reports.push(await report(page));
    const figures = BARS.map((bar) => ({ ...bar, figure: median(reports.map(bar.of)) }));
    console.log([page.name.padEnd(12), ...figures.map(({ figure, shown }) => shown(figure).padStart(14))].join(" "));
    for (const { name, figure, limit, atLeast, first, shown } of figures) {
      if (first && page.at !== "/") continue;
      if (atLeast ? figure < limit : figure > limit) missed.push(`${page.name}: ${name} ${shown(figure)}, the bar is ${shown(limit)}`);
    }
    for (const wrong of complaints(reports.at(-1))) console.log(`    ${wrong}`);
  }
  const interactions = process.env.BAR_PAGE ? {} : await interact();
  console.log(`\nLongest answer to a touch or key at ${SLOWDOWN}× slowdown, ms (bar ${INP_LIMIT})`);
  for (const [name, longest] of Object.entries(interactions)) {
    console.log(`  ${name.padEnd(26)} ${String(longest).padStart(5)}`);
    if (longest >= INP_LIMIT) missed.push(`${name}: ${longest} ms, the bar is ${INP_LIMIT} ms`);
  }
} finally {
  await desk.stop();
  await edge.stop();
}
if (missed.length > 0) {
  console.log(`\nBelow the bar:\n  ${missed.join("\n  ")}`);
  process.exitCode = 1;
} else {
  console.log("\nEvery bar is met.");
}
process.exit();

/** One run of Lighthouse on a browser of its own, signed in when the page has a cookie. */
async function report({ at, cookie }) {
  const folder = await mkdtemp(path.join(tmpdir(), "bar-"));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(folder, {
    ...CHROMIUM,
    args: [...CHROMIUM.args, `--remote-debugging-port=${port}`],
  });
  try {
    if (cookie) await remember(context, cookie);
    const { lhr } = await lighthouse(edge.origin + at, {
      port,
      logLevel: "error",
      onlyCategories: ["performance", "accessibility", "best-practices"],
      disableStorageReset: Boolean(cookie),
    });
    if (lhr.runtimeError) throw new Error(`${at}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function remember(context, cookie) {
  const [name, value] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: edge.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.goto(`${edge.origin}/robots.txt`);
  await page.evaluate(() => localStorage.setItem("soho.conocido", "1"));
  await page.close();
}

/** What Lighthouse finds wrong in the two categories that must be perfect, what moved on the page, and what held it up. */
function complaints(report) {
  const found = [];
  if (report.audits["total-blocking-time"].numericValue > 0) {
    const tasks = report.audits["long-tasks"]?.details?.items ?? [];
    const told = tasks.map(({ startTime, duration }) => `${duration.toFixed(0)} ms at ${(startTime / 1000).toFixed(2)} s`);
    if (told.length > 0) found.push(`last run, tasks above 50 ms: ${told.join(", ")}`);
  }
  for (const { node, score } of report.audits["layout-shifts"]?.details?.items ?? []) {
    found.push(`moved by ${score.toFixed(3)}: ${node?.selector ?? "?"}`);
  }
  for (const category of ["accessibility", "best-practices"]) {
    for (const { id, weight } of report.categories[category].auditRefs) {
      const { score, title } = report.audits[id];
      if (weight > 0 && score !== null && score < 1) found.push(`${category}: ${title}`);
    }
  }
  return found;
}

/** A person fills the form in and sends it; answers the longest interaction of each act, in ms, rounded to 8 by the browser. */
async function interact() {
  const browser = await chromium.launch(CHROMIUM);
  const context = await browser.newContext({ ...PHONE, ...COLOMBIA, baseURL: edge.origin });
  await remember(context, (await desk.as("ana")).cookie);
  await context.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  // What lies outside the window is never shown, so a touch there would wait for the next thing that is; with its frame the window
  // would be smaller than the phone.
  const { windowId } = await protocol.send("Browser.getWindowForTarget");
  await protocol.send("Browser.setWindowBounds", { windowId, bounds: { width: 2 * PHONE.viewport.width, height: 2 * PHONE.viewport.height } });
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const longest = {};
  const during = async (name, act) => {
    await page.evaluate(() => (window.longest = 0));
    await act();
    // The browser reports an interaction after the frame that answered it.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))));
    longest[name] = await page.evaluate(() => window.longest);
  };

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await during("choosing a kind", async () => {
    await page.locator("a[href='/nuevo?tipo=failure']").tap();
    await expect(page.getByRole("heading", { level: 1, name: "Cuéntenos qué pasa" })).toBeVisible();
  });
  await during("answering yes or no", async () => {
    for (const question of ["guest_waiting", "system_stopped"]) await field(page, question).getByRole("radio", { name: "No" }).tap();
  });
  await during("going on to where", () => goOn(page));
  for (const name of ["application", "module"]) await answer(page, name, ANSWERS[name]);
  await during("typing in the form", async () => {
    for (const name of ["process", "menu_path"]) {
      await field(page, name).tap();
      await field(page, name).fill("");
      await field(page, name).pressSequentially(ANSWERS[name], { delay: 60 });
    }
  });
  await during("going on to what happened", () => goOn(page));
  await during("typing a long description", async () => {
    await field(page, "subject").fill(ANSWERS.subject);
    await field(page, "description").tap();
    await field(page, "description").pressSequentially(ANSWERS.description.slice(0, 60), { delay: 60 });
  });
  await answer(page, "parameters", ANSWERS.parameters);
  await during("going on to who writes", () => goOn(page));
  await answer(page, "phone", "300 123 4567");
  await agree(page);
  await during("sending", async () => {
    await sendButton(page).tap();
    await expect(page.getByRole("heading", { level: 1, name: "Recibimos su ticket" })).toBeVisible();
  });
  await during("opening the reckoning", () => page.getByText("¿Cómo se calculó?").filter({ visible: true }).first().tap());
  await browser.close();
  return longest;
}

function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
