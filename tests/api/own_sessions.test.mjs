// One's own sessions: what one sees of them, ending them, and what signing out takes along.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, caller } from "../support/caller.mjs";
import { holder, mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";

const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const SESSIONS = "/api/v1/sessions";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

/** A session that a browser with this name begins. */
async function signInWith(email, agent) {
  const code = await mailedCode(desk, email);
  const answer = await caller(desk, { "User-Agent": agent }).post("/api/v1/session", { email, code });
  assert.equal(answer.status, 200, answer.text);
  return holder(desk, answer, answer.body);
}

const end = (who, id = "") => who.ask(`${SESSIONS}${id && `/${id}`}`, { method: "DELETE" });
const listed = async (who) => (await who.get(SESSIONS)).body.sessions;
const aDayAgo = () => new Date(Date.now() - 86_400_000).toISOString().replace(/\.\d+/, "");
const record = async (account) => (await desk.rows("SELECT act FROM audit WHERE actor = ? AND act = 'session_revoked'", account)).length;

test("each person sees their own sessions: with what, since when, used when, and which one asks", async () => {
  const phone = await signInWith(PEOPLE.ana.email, ANDROID);
  const desktop = await signInWith(PEOPLE.ana.email, WINDOWS);
  const berta = await signInWith(PEOPLE.berta.email, ANDROID);
  const sessions = await listed(desktop);
  assert.deepEqual(sessions.map(({ device, current, half }) => ({ device, current, half })), [
    { device: { browser: "firefox", system: "windows" }, current: true, half: false },
    { device: { browser: "chrome", system: "android" }, current: false, half: false },
  ]);
  for (const { began_at, used_at } of sessions) {
    assert.ok(Math.abs(Date.parse(began_at) - Date.now()) < 10_000, began_at);
    assert.equal(used_at, began_at);
  }
  assert.deepEqual((await listed(phone)).map(({ current }) => current), [true, false]);
  assert.equal((await listed(berta)).length, 1);
  const stored = JSON.stringify(await desk.rows("SELECT * FROM session"));
  assert.ok(!stored.includes("Mozilla"), "nothing else of what a browser says is kept");
});

test("fault 15: the name of a session is neither its token nor its hash, and opens nothing", async () => {
  const who = await signInWith("nombre@hotel.co", ANDROID);
  const [{ id }] = await listed(who);
  const [{ token_hash }] = await desk.rows("SELECT token_hash FROM session WHERE id = ?", id);
  assert.notEqual(id, token_hash);
  assert.notEqual(id, who.token);
  assertProblem(await desk.stranger({ Cookie: `__Host-session=${id}` }).get(SESSIONS), 401, "sign_in_required");
});

test("a session that is ended is none, and nobody ends another's", async () => {
  const [one, other] = [await signInWith("dos@hotel.co", ANDROID), await signInWith("dos@hotel.co", WINDOWS)];
  const stranger = await signInWith("ajena@hotel.co", ANDROID);
  const { id } = (await listed(one)).find(({ current }) => !current);
  const [foreign, unknown] = [await end(stranger, id), await end(stranger, "0".repeat(32))];
  assertProblem(foreign, 404, "not_found");
  assert.deepEqual([foreign.status, foreign.text], [unknown.status, unknown.text]);
  assert.equal((await other.get("/api/v1/session")).status, 200);

  assert.equal((await end(one, id)).status, 204);
  assertProblem(await other.get("/api/v1/session"), 401, "sign_in_required");
  assertProblem(await end(one, id), 404, "not_found");
  assert.equal(await record(one.me.account), 1);
});

test("ending the session that asks is signing out", async () => {
  const who = await signInWith("misma@hotel.co", ANDROID);
  const [{ id }] = await listed(who);
  const answer = await end(who, id);
  assert.equal(answer.status, 204);
  assert.match(answer.headers.get("set-cookie"), /^__Host-session=;.*Max-Age=0/);
  assertProblem(await who.get(SESSIONS), 401, "sign_in_required");
});

test("all others are ended at once, and it is on record when there were any", async () => {
  const email = "todas@hotel.co";
  const [one, two, here] = [await signInWith(email, ANDROID), await signInWith(email, WINDOWS), await signInWith(email, ANDROID)];
  const untouched = await signInWith(PEOPLE.luis.email, ANDROID);
  assert.equal((await end(here)).status, 204);
  for (const ended of [one, two]) assertProblem(await ended.get("/api/v1/session"), 401, "sign_in_required");
  assert.deepEqual((await listed(here)).map(({ current }) => current), [true]);
  assert.equal((await untouched.get("/api/v1/session")).status, 200);
  assert.equal((await end(here)).status, 204);
  assert.equal(await record(here.me.account), 1, "the second time there was nothing to end");
});

test("staff see who got no further than the mailed code, and need their second factor to look", async () => {
  const clara = await desk.as("clara");
  const half = await desk.halfSignIn(PEOPLE.clara.email);
  assertProblem(await half.get(SESSIONS), 403, "second_factor_required");
  assertProblem(await end(half), 403, "second_factor_required");
  assert.deepEqual((await listed(clara)).filter(({ half }) => half).map(({ current }) => current), [false]);
});

test("use is written down once a day for a hotel's people, and what was never looked at gets its name then", async () => {
  const who = await signInWith("uso@hotel.co", ANDROID);
  const { account } = who.me;
  await desk.db.prepare("UPDATE session SET created_at = ?1, used_at = NULL, id = NULL WHERE account_id = ?2").bind(aDayAgo(), account).run();
  assert.equal((await who.get("/api/v1/session")).status, 200);
  const used = async () => (await desk.rows("SELECT used_at FROM session WHERE account_id = ?", account))[0].used_at;
  for (let glance = 0; glance < 100 && !(await used()); glance++) await new Promise((resolve) => setTimeout(resolve, 10));
  const noted = await used();
  assert.ok(Date.now() - Date.parse(noted) < 10_000, noted);
  const [session] = await listed(who);
  assert.match(session.id, /^[0-9a-f]{32}$/);
  assert.equal(session.used_at, noted);
});

test("signing out ends the passes to single tickets that the device carries", async () => {
  const { number } = await desk.ticket();
  const stranger = desk.stranger();
  await stranger.post(`/api/v1/tickets/${number}/codes`);
  const mail = await desk.mailTo(PEOPLE.ana.email, ({ text }) => text.includes(number) || /código/i.test(text));
  const [code] = /\b\d{6}\b/.exec(mail.text);
  const opened = await stranger.post(`/api/v1/tickets/${number}/pass`, { code });
  assert.equal(opened.status, 200, opened.text);
  const pass = opened.headers.get("set-cookie").split(";")[0];
  const session = await signInWith("turno@hotel.co", ANDROID);
  const device = desk.stranger({ Cookie: `${session.cookie}; ${pass}` });
  assert.equal((await device.read(number)).status, 200);

  const answer = await device.ask("/api/v1/session", { method: "DELETE" });
  assert.equal(answer.status, 204);
  const cleared = answer.headers.getSetCookie();
  assert.ok(cleared.some((cookie) => cookie.startsWith(`__Host-ticket-${number}=;`) && /Max-Age=0/.test(cookie)), cleared.join("\n"));
  assert.ok(cleared.some((cookie) => cookie.startsWith("__Host-session=;")));
  assert.equal((await desk.stranger({ Cookie: pass }).read(number)).status, 401);
});
