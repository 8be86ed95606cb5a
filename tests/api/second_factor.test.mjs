// The second factor of SOHO's staff: what a session is good for without it, how it is set up, shown and lost.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { Authenticator, codeOfStep, derivedSecret, stepNow } from "../support/authenticator.mjs";
import { assertProblem, freshKey, send } from "../support/caller.mjs";
import { holder, PEOPLE, startDesk } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { FACTOR_KEY } from "../support/portal.mjs";
import { REQUESTS, UNKNOWN } from "../support/routes.mjs";

const API = JSON.parse(readFileSync(new URL("../../worker/openapi/openapi.json", import.meta.url)));
const FACTOR = "/api/v1/session/factor";
/** One more of the staff, who has no factor until the test of two at once. */
PEOPLE.lucas = { id: "lucas", email: "lucas@soho.co", name: "Lucas Agudelo", role: "agent" };
const STAFF = ["pablo", "diego", "clara", "elena"];

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

const half = (name) => desk.halfSignIn(PEOPLE[name].email);
const whole = (name) => desk.signIn(PEOPLE[name].email);
const telephone = (name) => desk.authenticator(PEOPLE[name].email);
const factorRow = async (name) => (await desk.rows("SELECT * FROM second_factor WHERE account_id = ?", name))[0];
const acts = async (name, act) => (await desk.rows("SELECT 1 FROM audit WHERE subject = ? AND act = ?", name, act)).length;
/** Another code than any that is good now. */
const wrong = (secret) => {
  const good = [-2, -1, 0, 1, 2].map((aside) => codeOfStep(secret, stepNow() + aside));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !good.includes(code));
};
/** Lets an hour pass for the counted tries of somebody. */
const hourLater = (name) => desk.db.prepare("UPDATE second_factor SET wrong_since = '2020-01-01T00:00:00Z' WHERE account_id = ?").bind(name).run();
/**
 * Lets every code that was used be good again, so that a test needn't wait for the next: also after `codeNow`, which the telephone
 * doesn't know of. What it shows next may be that very code, as the half minute has it.
 */
const forgetSteps = (name) => desk.db.prepare("UPDATE second_factor SET last_step = 0 WHERE account_id = ?").bind(name).run();
const codeNow = (name) => codeOfStep(telephone(name).secret, stepNow());

test("clients need no second factor, and have none to set up", async () => {
  const ana = await desk.as("ana");
  assert.equal(ana.me.factor, "none_needed");
  for (const [method, address] of [["GET", FACTOR], ["POST", FACTOR], ["POST", `${FACTOR}/enrolment`]]) {
    assertProblem(await ana.ask(address, { method, body: method === "POST" ? { code: "123456" } : undefined }), 404, "not_found", address);
  }
});

test("fault 12: half signed in, staff of every role get 403 on every route but the session's own and its factor's", async () => {
  for (const name of STAFF) {
    for (const enrolled of [false, true]) {
      if (enrolled) await whole(name);
      const session = await half(name);
      assert.equal(session.me.factor, enrolled ? "ask" : "enrol");
      for (const [path, methods] of Object.entries(API.paths)) {
        for (const [method, operation] of Object.entries(methods)) {
          if (operation["security"] || path.startsWith("/api/v1/session")) continue;
          const request = REQUESTS[`${method.toUpperCase()} ${path}`] ?? {};
          const place = path.replace(/\{(\w+)\}/g, (_, parameter) => UNKNOWN[parameter]);
          const answer = await send(desk, `${place}${request.query ?? ""}`, {
            method: method.toUpperCase(),
            body: request.body,
            headers: { Cookie: session.cookie, "Idempotency-Key": freshKey(), ...request.headers },
          });
          assertProblem(answer, 403, "second_factor_required", `${name}, enrolled: ${enrolled}, ${method} ${path}`);
        }
      }
      assertProblem(await session.post(`${FACTOR}/recovery-codes`, { code: "000000" }), 403, "second_factor_required");
      assert.equal((await session.get("/api/v1/session")).body.factor, session.me.factor);
      assert.equal((await session.ask("/api/v1/session", { method: "DELETE" })).status, 204);
    }
  }
});

test("a critical ticket of somebody half signed in is not taken as a stranger's", async () => {
  const pablo = await half("pablo");

  assertProblem(await pablo.open(draft({ guest_waiting: true })), 403, "second_factor_required");
});

test("setting one up: what the application is told, the first code, ten recovery codes, and a whole session", async () => {
  const session = await half("sofia");
  const begun = await session.post(`${FACTOR}/enrolment`);
  assert.equal(begun.status, 200, begun.text);
  const { secret, uri } = begun.body;
  assert.match(secret, /^[A-Z2-7]{32}$/, "160 bits");
  const address = new URL(uri);
  assert.equal(address.protocol + address.host, "otpauth:totp");
  assert.equal(decodeURIComponent(address.pathname), "/Soporte SOHO:sofia@soho.co");
  assert.deepEqual(Object.fromEntries(address.searchParams), { secret, issuer: "Soporte SOHO", algorithm: "SHA1", digits: "6", period: "30" });
  assert.deepEqual((await session.post(`${FACTOR}/enrolment`)).body, begun.body, "the same after a reload");

  assertProblem(await session.post(`${FACTOR}/enrolment/confirmation`, { code: wrong(secret) }), 401, "factor_code_wrong");
  assert.equal(await factorRow("sofia"), undefined);
  const authenticator = new Authenticator(secret);
  const confirmed = await session.post(`${FACTOR}/enrolment/confirmation`, { code: await authenticator.code() });
  assert.equal(confirmed.status, 200, confirmed.text);
  const { me, recovery_codes } = confirmed.body;
  assert.deepEqual([me.account, me.factor], ["sofia", "passed"]);
  assert.equal(new Set(recovery_codes).size, 10);
  for (const code of recovery_codes) assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  authenticator.recoveryCodes = recovery_codes;
  desk.enrolled(me.email, authenticator);

  const sofia = holder(desk, confirmed, me);
  assert.equal((await sofia.get("/api/v1/tickets")).status, 200);
  const facts = (await sofia.get(FACTOR)).body;
  assert.deepEqual([facts.state, facts.recovery_codes_left], ["passed", 10]);
  assert.ok(Math.abs(Date.parse(facts.enrolled_at) - Date.now()) < 60_000);
  assert.equal(await acts("sofia", "second_factor_enrolled"), 1);
});

test("whoever has one can't set up another, half signed in or wholly", async () => {
  await whole("pablo");
  for (const session of [await half("pablo"), await whole("pablo")]) {
    assertProblem(await session.post(`${FACTOR}/enrolment`), 409, "factor_enrolled");
    assertProblem(await session.post(`${FACTOR}/enrolment/confirmation`, { code: "000000" }), 409, "factor_enrolled");
  }
});

test("of two sessions that set one up at once, one does", async () => {
  const sessions = [await half("lucas"), await half("lucas")];
  const begun = await Promise.all(sessions.map((session) => session.post(`${FACTOR}/enrolment`)));
  assert.notEqual(begun[0].body.secret, begun[1].body.secret, "each its own, until one is confirmed");
  const answers = await Promise.all(sessions.map((session, place) =>
    session.post(`${FACTOR}/enrolment/confirmation`, { code: codeOfStep(begun[place].body.secret, stepNow()) })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  assert.equal((await desk.rows("SELECT 1 FROM recovery_code WHERE account_id = 'lucas'")).length, 10);
});

test("showing the factor gives the session another token, and the one before is dead", async () => {
  await whole("clara");
  const before = await half("clara");
  const answer = await before.post(FACTOR, await telephone("clara").proof());
  assert.equal(answer.status, 200, answer.text);
  const after = holder(desk, answer, answer.body);
  assert.match(answer.headers.getSetCookie()[0], /^__Host-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=604800$/);
  assert.notEqual(after.token, before.token);
  assertProblem(await before.get("/api/v1/session"), 401, "sign_in_required");
  assert.equal((await after.get("/api/v1/session")).body.factor, "passed");
  assert.equal((await after.get("/api/v1/tickets")).status, 200);
});

test("fault 15: a code works once, in whatever session, also when sent at once", async () => {
  await whole("pablo");
  await forgetSteps("pablo");
  const [first, second] = [await half("pablo"), await half("pablo")];
  const code = codeNow("pablo");
  const answers = await Promise.all([first.post(FACTOR, { code }), second.post(FACTOR, { code })]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401]);
  assertProblem(await (await half("pablo")).post(FACTOR, { code }), 401, "factor_code_wrong");
  await hourLater("pablo");
  await forgetSteps("pablo");
});

test("fault 15: nothing that is stored gives a code away: neither secret nor recovery codes are there in clear", async () => {
  await whole("pablo");
  const { secret, recoveryCodes } = telephone("pablo");
  const tables = await desk.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'");
  const kept = JSON.stringify(await Promise.all(tables.map(({ name }) => desk.rows(`SELECT * FROM ${name}`))));
  assert.ok(kept.includes((await factorRow("pablo")).salt), "the dump shows what is stored");
  for (const code of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) assert.ok(!kept.includes(code));
});

test("fault 19: wrong codes are counted over all sessions and pause them within ten; recovery codes still work", async () => {
  await whole("diego");
  await hourLater("diego");
  const secret = telephone("diego").secret;
  for (let guess = 0; guess < 5; guess++) {
    assertProblem(await (await half("diego")).post(FACTOR, { code: wrong(secret) }), 401, "factor_code_wrong", `guess ${guess}`);
  }
  const session = await half("diego");
  assertProblem(await session.post(FACTOR, { code: wrong(secret) }), 429, "factor_paused");
  await forgetSteps("diego");
  assertProblem(await session.post(FACTOR, { code: codeNow("diego") }), 429, "factor_paused", "the right one neither");
  // Whoever is in stays in, and the paper opens.
  const answer = await session.post(FACTOR, { recovery_code: telephone("diego").recoveryCodes.shift() });
  assert.equal(answer.status, 200, answer.text);
  await hourLater("diego");
  assert.equal((await (await half("diego")).post(FACTOR, { code: codeNow("diego") })).status, 200, "an hour later codes work again");
  await forgetSteps("diego");
});

test("fault 19: guesses sent at once are counted one by one", async () => {
  await whole("diego");
  await hourLater("diego");
  const session = await half("diego");
  const code = wrong(telephone("diego").secret);
  const answers = await Promise.all(Array.from({ length: 12 }, () => session.post(FACTOR, { code })));
  assert.deepEqual(answers.map(({ body }) => body.code).sort(), [...Array(5).fill("factor_code_wrong"), ...Array(7).fill("factor_paused")]);
  await hourLater("diego");
});

test("fault 15: a recovery code works once, however it is written, and is on record", async () => {
  await whole("elena");
  const written = telephone("elena").recoveryCodes.shift();
  const recovery_code = written.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  const used = await acts("elena", "recovery_code_used");
  const sessions = [await half("elena"), await half("elena"), await half("elena")];
  const answers = await Promise.all(sessions.map((session) => session.post(FACTOR, { recovery_code })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401]);
  assert.equal(await acts("elena", "recovery_code_used"), used + 1);
  for (const bad of [written, "", "0000-0000-0000-0000", "nada"]) {
    assertProblem(await (await half("elena")).post(FACTOR, { recovery_code: bad }), 401, "factor_code_wrong", bad);
  }
  assert.equal(await acts("elena", "recovery_code_used"), used + 1, "what came to nothing is not on record");
});

test("somebody else's recovery code opens nothing", async () => {
  await Promise.all([whole("elena"), whole("clara")]);
  const [recovery_code] = telephone("elena").recoveryCodes;
  assertProblem(await (await half("clara")).post(FACTOR, { recovery_code }), 401, "factor_code_wrong");
});

test("recovery codes are replaced with a fresh code, and those before are worth nothing", async () => {
  const clara = await whole("clara");
  const [old] = telephone("clara").recoveryCodes;
  assertProblem(await clara.post(`${FACTOR}/recovery-codes`, { code: wrong(telephone("clara").secret) }), 401, "factor_code_wrong");
  await forgetSteps("clara");
  const code = codeNow("clara");
  const renewed = await clara.post(`${FACTOR}/recovery-codes`, { code });
  assert.equal(renewed.status, 200, renewed.text);
  assertProblem(await clara.post(`${FACTOR}/recovery-codes`, { code }), 401, "factor_code_wrong", "each code once");
  await forgetSteps("clara");
  telephone("clara").recoveryCodes = renewed.body.recovery_codes;
  assert.equal(renewed.body.recovery_codes.length, 10);
  assertProblem(await (await half("clara")).post(FACTOR, { recovery_code: old }), 401, "factor_code_wrong");
  assert.equal((await (await half("clara")).post(FACTOR, { recovery_code: telephone("clara").recoveryCodes.shift() })).status, 200);
  assert.equal(await acts("clara", "recovery_codes_renewed"), 1);
});

test("an administrator resets another's factor: their sessions end, the old one is worth nothing, and it is on record", async () => {
  const [elena, sofia] = [await whole("elena"), await whole("sofia")];
  const pending = await half("sofia");
  const answer = await elena.ask("/api/v1/people/sofia/second-factor", { method: "DELETE" });
  assert.equal(answer.status, 204, answer.text);
  for (const session of [sofia, pending]) assertProblem(await session.get("/api/v1/session"), 401, "sign_in_required");
  assert.equal(await acts("sofia", "second_factor_reset"), 1);
  const [{ actor }] = await desk.rows("SELECT actor FROM audit WHERE act = 'second_factor_reset' AND subject = 'sofia'");
  assert.equal(actor, "elena");
  const again = await half("sofia");
  assert.equal(again.me.factor, "enrol");
  const { secret } = (await again.post(`${FACTOR}/enrolment`)).body;
  assert.notEqual(secret, telephone("sofia").secret);
  const stale = { code: codeOfStep(telephone("sofia").secret, stepNow()) };
  assertProblem(await again.post(`${FACTOR}/enrolment/confirmation`, stale), 401, "factor_code_wrong");
  assertProblem(await again.post(FACTOR, { recovery_code: telephone("sofia").recoveryCodes[0] }), 401, "factor_code_wrong");
  await whole("sofia");
});

test("nobody but an administrator resets a factor, and nobody their own", async () => {
  await whole("pablo");
  for (const name of ["clara", "diego", "pablo"]) {
    assertProblem(await (await whole(name)).ask("/api/v1/people/elena/second-factor", { method: "DELETE" }), 404, "not_found", name);
  }
  const elena = await whole("elena");
  assertProblem(await elena.ask("/api/v1/people/elena/second-factor", { method: "DELETE" }), 403, "forbidden");
  for (const nobody of ["ana", "nadie"]) {
    assertProblem(await elena.ask(`/api/v1/people/${nobody}/second-factor`, { method: "DELETE" }), 404, "not_found", nobody);
  }
});

test("who becomes staff while signed in is half signed in from that moment", async () => {
  const guest = await desk.signIn("asciende@hotel.co");
  assert.equal((await guest.get("/api/v1/tickets")).status, 200);
  await desk.db.prepare("UPDATE account SET role = 'agent' WHERE email = 'asciende@hotel.co'").run();
  assertProblem(await guest.get("/api/v1/tickets"), 403, "second_factor_required");
  assert.equal((await guest.get("/api/v1/session")).body.factor, "enrol");
});

test("an import brings second factors along, and never replaces one", async () => {
  const account = (name, factor_salt) => ({ ...PEOPLE[name], id: PEOPLE[name].id, factor_salt });
  PEOPLE.nuevo = { id: "nuevo", email: "nuevo@soho.co", name: "Nuevo", role: "agent" };
  await desk.importing({ accounts: [account("nuevo", "una"), account("pablo", "otra")] });
  await desk.importing({ accounts: [account("nuevo", "otra")] });
  assert.equal((await factorRow("nuevo")).salt, "una");
  assert.notEqual((await factorRow("pablo")).salt, "otra");
  const session = await half("nuevo");
  assert.equal(session.me.factor, "ask");
  const code = codeOfStep(derivedSecret(FACTOR_KEY, "nuevo", "una"), stepNow());
  assert.equal((await session.post(FACTOR, { code })).status, 200);
});

test("without the deployment's key no factor is set up or shown, and nobody gets in without", async () => {
  const keyless = await startDesk({ vars: { FACTOR_KEY: "" } });
  try {
    const pablo = await keyless.halfSignIn(PEOPLE.pablo.email);
    assertProblem(await pablo.post(`${FACTOR}/enrolment`), 503, "unavailable");
    assertProblem(await pablo.get("/api/v1/tickets"), 403, "second_factor_required");
  } finally {
    await keyless.stop();
  }
});
