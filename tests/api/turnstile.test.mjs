// Cloudflare Turnstile, where a deployment asks for it: people are let on, programs aren't, and when the service is out of
// order nobody who waits at a counter is kept waiting.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { PERSON, startTurnstile } from "../support/turnstile.mjs";

/** What the deployment lets on of one address while the service is out of order. */
const LET_ON = 3;
const WIDGET = "https://challenges.cloudflare.com";

let desk, service;
before(async () => {
  service = await startTurnstile();
  desk = await startDesk({ vars: service.vars, limits: { LIMIT_UNVERIFIED: 100_000 } });
});
after(async () => {
  await desk?.stop();
  await service?.stop();
});

const shown = (token) => (token ? { "Turnstile-Token": token } : {});
const askCode = (token, at = desk, email = "persona@hotel.co") =>
  at.stranger(shown(token)).post("/api/v1/session/codes", { email });
const openCritical = (token, at = desk) =>
  at.stranger(shown(token)).open(draft({ guest_waiting: true, email: `v${Math.random().toString(36).slice(2)}@hotel.co` }));
let places = 0;
const reserve = (token, at = desk) =>
  at.stranger({ ...shown(token), "CF-Connecting-IP": `203.0.113.${(places += 1)}` }).write("/api/v1/reservations", { draft: { guest_waiting: true } });
const WAYS = { "a mailed code": [askCode, 202], "a critical ticket without signing in": [openCritical, 201], "a number for a call": [reserve, 201] };

for (const [what, [ask, taken]] of Object.entries(WAYS)) {
  test(`${what} wants a token that the service takes for a person's`, async () => {
    service.mood = "works";
    for (const token of ["", "a program's token", "x".repeat(2049)]) assertProblem(await ask(token), 403, "verification_required", token);
    const answer = await ask(PERSON);
    assert.equal(answer.status, taken, answer.text);
    assert.deepEqual(service.asked.at(-1), { secret: service.vars.TURNSTILE_SECRET, response: PERSON, remoteip: service.asked.at(-1).remoteip });
  });

  test(`${what} is let on when the service breaks, hangs or has no widget, and the log says so`, async () => {
    for (const mood of ["broken", "hangs"]) {
      service.mood = mood;
      const began = Date.now();
      const answer = await ask(PERSON);
      assert.equal(answer.status, taken, `${mood}: ${answer.text}`);
      assert.ok(Date.now() - began < 6_000, `${mood}: nobody waits longer than three seconds for it`);
    }
    const asked = service.asked.length;
    assert.equal((await ask("unavailable")).status, taken);
    assert.equal(service.asked.length, asked, "there is nothing to verify");
    assert.ok(desk.logs.filter(({ message }) => /turnstile: let on without/.test(message)).length >= 3);
  });
}

test("of one address few are let on while the service is out of order", async () => {
  const strict = await startDesk({ vars: service.vars, limits: { LIMIT_UNVERIFIED: LET_ON } });
  try {
    service.mood = "broken";
    const statuses = [];
    for (let amount = 0; amount < LET_ON + 2; amount++) statuses.push((await askCode(PERSON, strict)).status);
    assert.deepEqual(statuses, [202, 202, 202, 429, 429]);
    service.mood = "works";
    assert.equal((await askCode(PERSON, strict)).status, 202, "who shows that they are a person is not slowed down");
  } finally {
    await strict.stop();
  }
});

test("who says that their page had no widget is believed, a few of one network, also while the service works", async () => {
  const strict = await startDesk({ vars: service.vars, limits: { LIMIT_UNVERIFIED: LET_ON } });
  try {
    service.mood = "works";
    const asked = service.asked.length;
    const ask = (place) => strict.stranger({ ...shown("unavailable"), "CF-Connecting-IP": `2001:db8:9:9::${place}` })
      .post("/api/v1/session/codes", { email: `nadie${place}@hotel.co` });
    const statuses = [];
    for (let place = 1; place <= LET_ON + 2; place++) statuses.push((await ask(place)).status);
    assert.deepEqual(statuses, [202, 202, 202, 429, 429]);
    assert.equal(service.asked.length, asked, "there is nothing to verify");
    assert.equal((await askCode(PERSON, strict)).status, 202, "who shows that they are a person is not slowed down");
  } finally {
    await strict.stop();
  }
});

test("whoever signed in is not asked, and the page may load the widget and nothing else from outside", async () => {
  service.mood = "works";
  await askCode(PERSON, desk, "entra@hotel.co");
  const mail = await desk.mailTo("entra@hotel.co");
  const [code] = /\b\d{6}\b/.exec(mail.text);
  const answer = await desk.stranger().post("/api/v1/session", { email: "entra@hotel.co", code });
  assert.equal(answer.status, 200, "the code itself is proof enough");
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  assert.equal((await desk.stranger({ Cookie: cookie }).open(draft({ guest_waiting: true }))).status, 201);
  assert.deepEqual((await desk.stranger().get("/api/v1/verification")).body, { turnstile: service.vars.TURNSTILE_SITE_KEY });

  const policy = (await desk.fetch("/entrar")).headers.get("content-security-policy");
  const plain = /Content-Security-Policy: (.*)/.exec(await readFile(new URL("../../public/_headers", import.meta.url), "utf8"))[1];
  assert.equal(policy, `${plain.replace("script-src 'self'", `script-src 'self' ${WIDGET}`)}; frame-src ${WIDGET}`);
});

test("without the settings nobody is asked, and no page may load anything from outside", async () => {
  const without = await startDesk({ vars: { TURNSTILE_SECRET: "a secret alone" } });
  try {
    assert.equal((await askCode("", without)).status, 202);
    assert.equal((await openCritical("", without)).status, 201);
    assert.deepEqual((await without.stranger().get("/api/v1/verification")).body, { turnstile: null });
    assert.ok(!(await without.fetch("/entrar")).headers.get("content-security-policy").includes("cloudflare"));
  } finally {
    await without.stop();
  }
});
