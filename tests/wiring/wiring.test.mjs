// What holds the parts together: assets, deep links, the API's own 404, headers, cron, mail. Each of these was green
// here and broken in production for somebody.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readdir } from "node:fs/promises";

import { startPortal } from "../support/portal.mjs";

let portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal?.stop());

const SECURITY = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /./,
  "strict-transport-security": /max-age=\d{7,}/,
};

function assertHeaders(answer, expected) {
  for (const [name, pattern] of Object.entries(expected)) {
    assert.match(answer.headers.get(name) ?? "(missing)", pattern, `${new URL(answer.url).pathname}: ${name}`);
  }
}

test("a deep link answers the page under its content security policy", async () => {
  for (const address of ["/", "/casos/123456", "/ayuda"]) {
    const answer = await portal.fetch(address, { headers: { "Sec-Fetch-Mode": "navigate" } });
    assert.equal(answer.status, 200, address);
    assert.match(answer.headers.get("content-type"), /text\/html/);
    assert.match(await answer.text(), /<script type="?module"? src="?\/assets\/app-[0-9a-f]+\.js/);
    assertHeaders(answer, { ...SECURITY, "content-security-policy": /script-src 'self' 'wasm-unsafe-eval';/ });
  }
});

test("an API path that does not exist is a problem document, never the page", async () => {
  for (const method of ["GET", "POST"]) {
    const answer = await portal.fetch("/api/nope", { method, headers: { Origin: portal.origin } });
    assert.equal(answer.status, 404, method);
    assert.match(answer.headers.get("content-type"), /^application\/problem\+json/);
    const problem = await answer.json();
    assert.equal(problem.status, 404);
    assert.ok(problem.title && problem.type, "a problem has a type and a title");
  }
});

test("a file that does not exist is a 404 that nobody keeps", async () => {
  for (const address of ["/assets/app-0000000000000000.wasm", "/assets/none", "/nothing.png"]) {
    const answer = await portal.fetch(address, { headers: { "Sec-Fetch-Mode": "no-cors" } });
    assert.equal(answer.status, 404, address);
    assert.doesNotMatch(answer.headers.get("cache-control") ?? "", /immutable|max-age=[1-9]/);
  }
});

test("files are served with their type, kept for a year, and every name the page uses exists", async () => {
  const page = await (await portal.fetch("/")).text();
  const used = [...page.matchAll(/(?:src|href)="?(\/[^"\s>]+)/g)].map((match) => match[1]);
  assert.ok(used.some((address) => address.endsWith(".wasm")) && used.some((address) => address.endsWith(".css")));
  const { icons } = await (await portal.fetch("/manifest.webmanifest")).json();
  const pictures = icons.map(({ src }) => src).filter((src) => src.startsWith("/icons/"));
  assert.ok(pictures.length > 0);
  for (const address of [...used, ...pictures]) {
    const answer = await portal.fetch(address);
    assert.equal(answer.status, 200, address);
    assertHeaders(answer, SECURITY);
    // What rules a page would weigh more than some files.
    assert.equal(answer.headers.get("content-security-policy"), null, address);
    if (address.startsWith("/assets/")) assertHeaders(answer, { "cache-control": /immutable/ });
    if (address.endsWith(".wasm")) assertHeaders(answer, { "content-type": /^application\/wasm/ });
  }
});

test("the API answers with its own security headers and is not kept", async () => {
  const answer = await portal.fetch("/api/health");
  assert.equal(answer.status, 200);
  assertHeaders(answer, { ...SECURITY, "cache-control": /no-store/, "content-security-policy": /default-src 'none'/ });
});

test("all migrations are applied in order", async () => {
  const names = (await readdir(new URL("../../worker/migrations", import.meta.url))).filter((name) => name.endsWith(".sql"));
  assert.ok(names.length > 0);
  names.sort().forEach((name, index) => assert.match(name, new RegExp(`^${String(index + 1).padStart(4, "0")}_`)));
});

test("cron runs at the time it is given, and each run is recorded", async () => {
  const at = new Date("2026-11-03T15:04:00Z");
  await portal.sendCron(at);
  const { results } = await portal.db.prepare("SELECT * FROM cron_run").all();
  assert.ok(results.length > 0, "a run is recorded");
  const instants = results.map((run) => Number.isNaN(Number(run.scheduled_at)) ? Date.parse(run.scheduled_at) : Number(run.scheduled_at));
  assert.ok(instants.every((instant) => instant === at.getTime()), JSON.stringify(results));
  assert.deepEqual(portal.logs.filter((line) => line.level === "error"), []);
});

test("two systems side by side keep their data apart", async () => {
  const other = await startPortal();
  try {
    assert.notEqual(other.origin, portal.origin);
    await other.sendCron(new Date("2026-11-03T15:05:00Z"));
    await portal.db.prepare("DELETE FROM cron_run").run();
    const { results } = await other.db.prepare("SELECT * FROM cron_run").all();
    assert.ok(results.length > 0, "deleting in one leaves the other alone");
  } finally {
    await other.stop();
  }
});

test("the service worker is asked for afresh, may keep the whole portal, and names files that exist", async () => {
  const answer = await portal.fetch("/sw.js");
  assert.equal(answer.status, 200);
  assertHeaders(answer, { ...SECURITY, "cache-control": /no-cache/, "service-worker-allowed": /^\/$/, "content-type": /javascript/ });
  const kept = [...(await answer.text()).matchAll(/"(\/[^"]+\.(?:wasm|js|css|woff2|svg|webmanifest))"/g)].map(([, address]) => address);
  assert.ok(kept.some((address) => address.startsWith("/assets/telling-")), kept.join(" "));
  assert.ok(!kept.some((address) => address.startsWith("/assets/desk-")), "a client never fetches the agents' side");
  for (const address of kept) assert.equal((await portal.fetch(address, { method: "HEAD" })).status, 200, address);
});
