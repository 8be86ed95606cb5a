// Signing in with a mailed code: what is sent, what is kept, and what guessing gets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { codeOf, mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";

const FIVE_WRONG = 5;

let desk;
before(async () => {
  desk = await startDesk({ counting: true });
});
after(() => desk?.stop());

const signIn = (email, code) => desk.stranger().post("/api/v1/session", { email, code });
const askCode = (email) => desk.stranger().post("/api/v1/session/codes", { email });
/** Another code than the one given, equally long. */
const wrong = (code) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function letterIsGone() {
  for (let glance = 0; glance < 200; glance++) {
    if ((await desk.rows("SELECT id FROM outbox WHERE letter IS NOT NULL")).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("a letter that left is still in the outbox");
}

test("a code is mailed, and typing it signs in, with spaces or without", async () => {
  const code = await mailedCode(desk, "nueva@hotel.co");
  const answer = await signIn("nueva@hotel.co", `${code.slice(0, 3)} ${code.slice(3)}`);
  assert.equal(answer.status, 200);
  assert.deepEqual([answer.body.email, answer.body.role, answer.body.branches], ["nueva@hotel.co", "client", []]);
});

test("whoever is known is told who they are", async () => {
  const { me } = await desk.as("gloria");
  assert.deepEqual([me.account, me.role, me.company], ["gloria", "hotel_administrator", ["caribe", "Hoteles Caribe"]]);
  assert.deepEqual(me.branches.map(([id]) => id).sort(), ["caribe-norte", "caribe-sur"]);
  assert.deepEqual((await (await desk.as("gloria")).get("/api/v1/session")).body, me);
});

test("the cookie is bound to the host, out of reach of scripts and of other sites", async () => {
  const answer = await signIn("galleta@hotel.co", await mailedCode(desk, "galleta@hotel.co"));
  const [pair, ...attributes] = answer.headers.get("set-cookie").split("; ");
  assert.match(pair, /^__Host-session=[\w-]{43}$/, "256 bits");
  assert.ok(["Path=/", "Secure", "HttpOnly"].every((attribute) => attributes.includes(attribute)), attributes.join());
  assert.ok(attributes.some((attribute) => /^SameSite=(Lax|Strict)$/.test(attribute)));
  assert.ok(!attributes.some((attribute) => /^Domain/i.test(attribute)));
});

test("two spellings of an address are one person", async () => {
  const code = await mailedCode(desk, PEOPLE.luis.email);
  const answer = await signIn(" LUIS@Caribe.CO ", code);
  assert.equal(answer.body.account, "luis");
});

test("a wrong code is refused, and the right one still works", async () => {
  const code = await mailedCode(desk, "torpe@hotel.co");
  assertProblem(await signIn("torpe@hotel.co", wrong(code)), 401, "code_wrong");
  assert.equal((await signIn("torpe@hotel.co", code)).status, 200);
});

test("fault 19: guessing ends after five tries, from whatever session they come", async () => {
  const code = await mailedCode(desk, "blanco@hotel.co");
  for (let guess = 0; guess < FIVE_WRONG; guess++) {
    assertProblem(await signIn("blanco@hotel.co", wrong(code)), 401, "code_wrong");
  }
  assertProblem(await signIn("blanco@hotel.co", code), 401, "code_expired");
});

test("fault 19: guesses sent at once are counted one by one", async () => {
  const code = await mailedCode(desk, "rafaga@hotel.co");
  const answers = await Promise.all(Array.from({ length: 20 }, () => signIn("rafaga@hotel.co", wrong(code))));
  const codes = answers.map((answer) => answer.body.code);
  assert.equal(codes.filter((each) => each === "code_wrong").length, FIVE_WRONG);
  assert.equal(codes.filter((each) => each === "code_expired").length, 20 - FIVE_WRONG);
});

test("fault 15: a code lasts ten minutes", async () => {
  const asked = await askCode("tarde@hotel.co");
  assert.equal(asked.body.expires_in, 600);
  const code = codeOf(await desk.mailTo("tarde@hotel.co"));
  const [{ expires_at }] = await desk.rows("SELECT expires_at FROM sign_in_code WHERE email = ?", "tarde@hotel.co");
  assert.ok(Math.abs(Date.parse(expires_at) - Date.now() - 600_000) < 10_000, expires_at);
  const past = new Date(Date.now() - 1_000).toISOString().replace(/\.\d+/, "");
  await desk.db.prepare("UPDATE sign_in_code SET expires_at = ? WHERE email = ?").bind(past, "tarde@hotel.co").run();
  assertProblem(await signIn("tarde@hotel.co", code), 401, "code_expired");
});

test("fault 15: a code works once", async () => {
  const code = await mailedCode(desk, "una@hotel.co");
  assert.equal((await signIn("una@hotel.co", code)).status, 200);
  assertProblem(await signIn("una@hotel.co", code), 401, "code_wrong");
});

test("fault 15: a code sent four times at once signs in once", async () => {
  const code = await mailedCode(desk, "veloz@hotel.co");
  const answers = await Promise.all(Array.from({ length: 4 }, () => signIn("veloz@hotel.co", code)));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 401, 401, 401]);
  const sessions = await desk.rows(
    "SELECT 1 FROM session s JOIN account a ON a.id = s.account_id WHERE a.email = ?",
    "veloz@hotel.co",
  );
  assert.equal(sessions.length, 1);
});

test("a second code replaces the first", async () => {
  const first = await mailedCode(desk, "doble@hotel.co");
  const second = await mailedCode(desk, "doble@hotel.co");
  if (first !== second) assertProblem(await signIn("doble@hotel.co", first), 401, "code_wrong");
  assert.equal((await signIn("doble@hotel.co", second)).status, 200);
});

test("a code is of one address", async () => {
  const code = await mailedCode(desk, "uno@hotel.co");
  const other = await mailedCode(desk, "otro@hotel.co");
  if (code !== other) assertProblem(await signIn("otro@hotel.co", code), 401, "code_wrong");
});

test("signing out ends the session, and twice does no harm", async () => {
  const guest = await desk.signIn("sale@hotel.co");
  const answer = await guest.ask("/api/v1/session", { method: "DELETE" });
  assert.equal(answer.status, 204);
  assert.match(answer.headers.get("set-cookie"), /^__Host-session=;.*Max-Age=0/);
  assertProblem(await guest.get("/api/v1/session"), 401, "sign_in_required");
  assert.equal((await guest.ask("/api/v1/session", { method: "DELETE" })).status, 204);
});

test("a session that expired is none", async () => {
  const guest = await desk.signIn("vieja@hotel.co");
  await desk.db
    .prepare("UPDATE session SET expires_at = '2020-01-01T00:00:00Z' WHERE account_id = ?")
    .bind(guest.me.account)
    .run();
  assertProblem(await guest.get("/api/v1/session"), 401, "sign_in_required");
});

test("fault 20: a known and an unknown address get the same answer for the same work", async () => {
  const seen = [];
  for (const email of [PEOPLE.berta.email, "nadie@hotel.co"]) {
    await desk.counts();
    const answer = await askCode(email);
    await desk.mailTo(email);
    await letterIsGone();
    const [count] = await desk.counts();
    const work = count.statements + count.later;
    seen.push({ status: answer.status, text: answer.text, headers: [...answer.headers.keys()], work });
  }
  assert.deepEqual(seen[0], seen[1]);
});

test("fault 20: a mistyped code and an address that never asked get the same answer for the same work", async () => {
  const code = await mailedCode(desk, PEOPLE.berta.email);
  const seen = [];
  for (const email of [PEOPLE.berta.email, "jamas@hotel.co"]) {
    await desk.counts();
    const { status, text } = await signIn(email, wrong(code));
    const [{ trips, statements }] = await desk.counts();
    seen.push({ status, text, trips, statements });
  }
  assert.deepEqual(seen[0], seen[1]);
});

test("neither codes nor tokens are kept in clear, and a letter that left keeps no words", async () => {
  const email = "secreta@hotel.co";
  const code = await mailedCode(desk, email);
  await letterIsGone();
  const before = await dump();
  assert.doesNotMatch(before, new RegExp(`\\b${code}\\b`));
  const answer = await signIn(email, code);
  const token = /__Host-session=([\w-]+)/.exec(answer.headers.get("set-cookie"))[1];
  assert.ok(!(await dump()).includes(token));
  assert.ok(before.includes(email), "the dump shows what is stored");
});

async function dump() {
  const tables = await desk.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'");
  const rows = await Promise.all(tables.map(({ name }) => desk.rows(`SELECT * FROM ${name}`)));
  return JSON.stringify(rows);
}

test("what is no address is refused with the field and what to do", async () => {
  for (const email of ["", "ana", "ana@hotel.co\r\nBcc: x@y.co", "ana@hotel.co,x@y.co", "Ana <ana@hotel.co>"]) {
    const [error] = assertProblem(await askCode(email), 422, "invalid", JSON.stringify(email));
    assert.equal(error.pointer, "/email");
    assert.ok(error.detail);
  }
});

test("asking for codes without end is slowed down", async () => {
  const slow = await startDesk({ limits: { LIMIT_CODES: 3 } });
  try {
    const statuses = [];
    for (let ask = 0; ask < 5; ask++) {
      statuses.push((await slow.stranger().post("/api/v1/session/codes", { email: "ola@hotel.co" })).status);
    }
    assert.deepEqual(statuses, [202, 202, 202, 429, 429]);
  } finally {
    await slow.stop();
  }
});
