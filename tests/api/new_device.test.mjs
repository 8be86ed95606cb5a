// Staff are told when their account is opened on a device they hadn't signed in with; clients, who have codes alone, are not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { caller } from "../support/caller.mjs";
import { mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";
const FACTOR = "/api/v1/session/factor";
const DAY = 86_400_000;

let desk, elena;
before(async () => {
  desk = await startDesk();
  elena = await desk.as("elena");
});
after(() => desk?.stop());

const cookiesOf = (answer) => answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
const markOf = (answer) => cookiesOf(answer).find((cookie) => cookie.startsWith("__Host-device="));
/** Letters about a new device that were ever written to an address. */
const letters = async (email) =>
  desk.rows("SELECT id FROM outbox WHERE to_address = ? AND message_id LIKE 'device.%'", email);
const known = (account) => desk.rows("SELECT * FROM known_device WHERE account_id = ? ORDER BY first_at", account);

/** What a browser gets that signs one of staff in with both factors; it carries a mark or none. */
async function signInWith(name, { mark, agent = FIREFOX, proof } = {}) {
  const { email } = PEOPLE[name];
  const code = await mailedCode(desk, email);
  const carried = mark ? [mark] : [];
  const half = await caller(desk, { "User-Agent": agent, Cookie: carried.join("; ") }).post("/api/v1/session", { email, code });
  assert.equal(half.status, 200, half.text);
  assert.equal(markOf(half), undefined, "half signed in is not signed in");
  const headers = { "User-Agent": agent, Cookie: [cookiesOf(half)[0], ...carried].join("; ") };
  const whole = await caller(desk, headers).post(FACTOR, proof ?? (await desk.authenticator(email).proof()));
  assert.equal(whole.status, 200, whole.text);
  return whole;
}

test("whoever sets a factor up is told of that alone, and their device is known from then on", async () => {
  const pablo = await desk.as("pablo");
  assert.equal((await known("pablo")).length, 1);
  assert.equal((await letters(PEOPLE.pablo.email)).length, 0);
  assert.equal((await pablo.get("/api/v1/me/data")).body.known_devices.length, 1);
});

test("a sign-in on a device not seen before is told by mail: when, on what, what to do; the next one there isn't", async () => {
  await desk.as("pablo");
  const first = await signInWith("pablo");
  const cookie = first.headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-device="));
  assert.match(cookie, /^__Host-device=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
  await desk.mailLeaves();
  const mail = await desk.mailTo(PEOPLE.pablo.email, (mail) => mail.subject.includes("dispositivo nuevo"));
  assert.match(mail.text, /Firefox en Windows/);
  assert.match(mail.text, /\d{1,2}:\d{2}\s[ap]\.\sm\./);
  assert.match(mail.text, /\/dispositivos/);
  assert.doesNotMatch(mail.text, /https?:\/\//, "it leads nowhere: such mails are what impostors imitate");

  const mark = markOf(first);
  const again = await signInWith("pablo", { mark });
  assert.equal(markOf(again), mark);
  assert.equal((await letters(PEOPLE.pablo.email)).length, 1);
  // Nothing of the mark but its hash is kept, and nothing of the browser but its kind.
  const rows = JSON.stringify(await known("pablo"));
  assert.ok(!rows.includes(mark.split("=")[1]) && !rows.includes("Mozilla"), rows);
});

test("a device is known for whom it was: a colleague's own sign-in on it is told to them", async () => {
  await desk.as("sofia");
  const mark = markOf(await signInWith("sofia"));
  await desk.as("diego");
  const before = (await letters(PEOPLE.diego.email)).length;
  assert.equal(markOf(await signInWith("diego", { mark })), mark, "neither takes the other's place");
  assert.equal((await letters(PEOPLE.diego.email)).length, before + 1);
  const sofias = (await letters(PEOPLE.sofia.email)).length;
  await signInWith("sofia", { mark });
  assert.equal((await letters(PEOPLE.sofia.email)).length, sofias);
});

test("a mark opens nothing, and one that we never gave is replaced", async () => {
  await desk.as("pablo");
  const mark = markOf(await signInWith("pablo"));
  assert.equal((await desk.stranger({ Cookie: mark }).get("/api/v1/session")).status, 401);
  assert.equal((await desk.stranger({ Cookie: mark.replace("device", "session") }).get("/api/v1/session")).status, 401);
  const fixed = "__Host-device=mio";
  assert.notEqual(markOf(await signInWith("pablo", { mark: fixed })), fixed);
});

test("a recovery code on a new device is told, and a wrong code or one that was used tells and notes nothing", async () => {
  const { email } = PEOPLE.clara;
  await desk.as("clara");
  const half = await desk.halfSignIn(email);
  const wrong = await half.post(FACTOR, { code: "000000" });
  assert.equal(wrong.status, 401);
  assert.equal(markOf(wrong), undefined);
  const [recovery] = desk.authenticator(email).recoveryCodes;
  await signInWith("clara", { proof: { recovery_code: recovery } });
  assert.deepEqual([(await letters(email)).length, (await known("clara")).length], [1, 2]);
  assert.equal((await half.post(FACTOR, { recovery_code: recovery })).status, 401);
  assert.deepEqual([(await letters(email)).length, (await known("clara")).length], [1, 2]);
});

test("devices are forgotten after half a year, and with the ways into the account", async () => {
  await desk.as("sofia");
  const mark = markOf(await signInWith("sofia"));
  const before = (await letters(PEOPLE.sofia.email)).length;
  const old = new Date(Date.now() - 181 * DAY).toISOString().replace(/\.\d+/, "");
  await desk.rows("UPDATE known_device SET seen_at = ? WHERE account_id = 'sofia'", old);
  await signInWith("sofia", { mark });
  assert.equal((await letters(PEOPLE.sofia.email)).length, before + 1, "as good as new");
  assert.equal((await elena.post("/api/v1/people/sofia/deactivation")).status, 200);
  assert.deepEqual(await known("sofia"), []);
  await desk.rows("UPDATE known_device SET seen_at = ?", old);
  await desk.sendCron(new Date(Date.now() + DAY));
  assert.deepEqual(await desk.rows("SELECT 1 FROM known_device"), []);
});

test("clients get no such mail and no such cookie", async () => {
  const { email } = PEOPLE.ana;
  const code = await mailedCode(desk, email);
  const answer = await caller(desk, { "User-Agent": FIREFOX }).post("/api/v1/session", { email, code });
  assert.deepEqual([answer.status, cookiesOf(answer).length], [200, 1]);
  assert.equal((await letters(email)).length, 0);
  assert.deepEqual(await known("ana"), []);
});
