// Signing in with a mailed code: what is sent, what is kept, and what guessing gets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { codeOf, mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";

const FIVE_WRONG = 5;
/** Mails an hour that leave for the asking. */
const MAILS_AT_WILL = 5;

let desk;
before(async () => {
  desk = await startDesk({ counting: true });
});
after(() => desk?.stop());

const signIn = (email, code) => desk.stranger().post("/api/v1/session", { email, code });
const askCode = (email) => desk.stranger().post("/api/v1/session/codes", { email });
const useLink = (link) => desk.stranger().post("/api/v1/session/links", { link });
/** What the link of a sign-in mail carries. */
const linkOf = (mail) => /\/entrar#enlace=([\w-]+)/.exec(mail.text)[1];
async function mailedLink(email) {
  const known = new Set((await desk.mails()).map(({ raw }) => raw));
  await askCode(email);
  return linkOf(await desk.mailTo(email, ({ raw }) => !known.has(raw)));
}
/** Another code than the one given, equally long. */
const wrong = (code) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Other letters, as of a second factor that was set up, wait for cron. */
async function letterIsGone() {
  for (let glance = 0; glance < 200; glance++) {
    if ((await desk.rows("SELECT id FROM outbox WHERE letter IS NOT NULL AND message_id LIKE 'code.%'")).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("a letter with a code that left is still in the outbox");
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
  const amount = (name) => codes.filter((each) => each === name).length;
  assert.deepEqual([amount("code_wrong"), amount("code_expired"), amount("codes_paused")], [FIVE_WRONG, 4, 11]);
});

test("fault 19: guesses over several codes and devices are blocked within ten, whether or not the address is known", async () => {
  for (const email of [PEOPLE.nora.email, "inventada@hotel.co"]) {
    let code;
    for (let guess = 1; guess <= 9; guess++) {
      if (guess % 3 === 1) code = await mailedCode(desk, email);
      assertProblem(await signIn(email, wrong(code)), 401, "code_wrong", `guess ${guess}`);
    }
    assertProblem(await signIn(email, wrong(code)), 429, "codes_paused");
    code = await mailedCode(desk, email);
    assertProblem(await signIn(email, code), 429, "codes_paused", "the right one neither");
    await desk.db.prepare("UPDATE sign_in_guess SET since = '2020-01-01T00:00:00Z' WHERE email = ?").bind(email).run();
    assert.equal((await signIn(email, code)).status, 200, "an hour later codes work again");
  }
});

test("fault 19: guessing doesn't lock the owner out, and signing in gives the guesser no new tries", async () => {
  const email = "dueno@hotel.co";
  const guess = () => signIn(email, "000000");
  for (let amount = 0; amount < 12; amount++) await guess();
  assertProblem(await guess(), 429, "codes_paused");
  const link = await mailedLink(email);
  // Somebody else asks for codes meanwhile; the link stays good.
  await mailedLink(email);
  assert.equal((await useLink(link)).body.email, email);
  assertProblem(await guess(), 429, "codes_paused");
});

test("fault 19: a right code takes back its own try alone", async () => {
  const email = "atinada@hotel.co";
  const tries = async () => (await desk.rows("SELECT tries FROM sign_in_guess WHERE email = ?", email))[0]?.tries;
  const code = await mailedCode(desk, email);
  await signIn(email, wrong(code));
  await signIn(email, wrong(code));
  assert.equal((await signIn(email, code)).status, 200);
  assert.equal(await tries(), 2);
});

test("the mail's link signs in on another device, and burns the code with it", async () => {
  const email = "enlace@hotel.co";
  const known = new Set((await desk.mails()).map(({ raw }) => raw));
  await askCode(email);
  const mail = await desk.mailTo(email, ({ raw }) => !known.has(raw));
  const answer = await useLink(linkOf(mail));
  assert.deepEqual([answer.status, answer.body.email, answer.body.role], [200, email, "client"]);
  assert.match(answer.headers.get("set-cookie"), /^__Host-session=[\w-]{43}; /);
  assertProblem(await signIn(email, codeOf(mail)), 401, "code_wrong");
});

test("a link is burned by the code of the same mail", async () => {
  const email = "codigo@hotel.co";
  const link = await mailedLink(email);
  const code = await mailedCode(desk, email);
  assert.equal((await signIn(email, code)).status, 200);
  assertProblem(await useLink(link), 401, "link_expired");
});

test("fault 15: a link has 128 bits, is kept hashed, and works once though sent four times at once", async () => {
  const email = "unica@hotel.co";
  const link = await mailedLink(email);
  assert.equal(Buffer.from(link, "base64url").length, 16);
  await letterIsGone();
  assert.ok(!(await dump()).includes(link));
  const answers = await Promise.all(Array.from({ length: 4 }, () => useLink(link)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401, 401]);
  assertProblem(await useLink(link), 401, "link_expired");
});

test("fault 15: a link lasts ten minutes, and one that was made up opens nothing", async () => {
  const email = "vencida@hotel.co";
  const link = await mailedLink(email);
  const [{ expires_at }] = await desk.rows("SELECT expires_at FROM sign_in_link WHERE email = ?", email);
  assert.ok(Math.abs(Date.parse(expires_at) - Date.now() - 600_000) < 10_000, expires_at);
  await desk.db.prepare("UPDATE sign_in_link SET expires_at = '2020-01-01T00:00:00Z' WHERE email = ?").bind(email).run();
  for (const bad of [link, "", "AAAAAAAAAAAAAAAAAAAAAA"]) assertProblem(await useLink(bad), 401, "link_expired", bad);
  assert.deepEqual(await desk.rows("SELECT id FROM account WHERE email = ?", email), [], "no account without a sign-in");
});

test("fault 22: whatever follows the mail's link with GET or HEAD signs nobody in and burns nothing", async () => {
  const email = "escaner@hotel.co";
  const link = await mailedLink(email);
  for (const method of ["GET", "HEAD"]) {
    for (const address of ["/entrar", `/api/v1/session/links?link=${link}`]) {
      assert.equal((await desk.stranger().ask(address, { method })).headers.get("set-cookie"), null);
    }
  }
  assert.equal((await useLink(link)).status, 200);
});

test("a program that fills in the field nobody sees gets the same answer and no mail", async () => {
  const honest = await askCode("persona@hotel.co");
  const trapped = await desk.stranger().post("/api/v1/session/codes", { email: "robot@hotel.co", website: "http://x" });
  assert.deepEqual([trapped.status, trapped.text], [honest.status, honest.text]);
  assert.deepEqual(await desk.rows("SELECT 1 FROM sign_in_code WHERE email = 'robot@hotel.co'"), []);
  assert.deepEqual(await desk.rows("SELECT 1 FROM outbox WHERE to_address = 'robot@hotel.co'"), []);
});

test("fault 20: mail to one address is slowed down alike for known and unknown ones", async () => {
  const slow = await startDesk({ limits: { LIMIT_MAILS: 2 } });
  try {
    const asked = [];
    for (const email of [PEOPLE.ana.email, "nadie@hotel.co"]) {
      const answers = [];
      for (let ask = 0; ask < 3; ask++) answers.push(await slow.stranger().post("/api/v1/session/codes", { email }));
      asked.push(answers.map(({ status, text }) => ({ status, text })));
    }
    assert.deepEqual(asked[0].map(({ status }) => status), [202, 202, 429]);
    assert.deepEqual(asked[0], asked[1]);
  } finally {
    await slow.stop();
  }
});

const mailsTo = async (email) => (await desk.mails()).filter(({ to }) => to.includes(email)).length;

test("fault 19: asking without end fills no mailbox, and what was mailed last goes on signing its owner in", async () => {
  for (const email of [PEOPLE.sofia.email, "bombardeada@hotel.co"]) {
    const before = await mailsTo(email);
    let code;
    for (let ask = 1; ask <= MAILS_AT_WILL; ask += 1) code = await mailedCode(desk, email);
    const link = linkOf(await desk.mailTo(email));
    const answers = [];
    for (let ask = 0; ask < 12; ask += 1) answers.push(await askCode(email));
    assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], ['202 {"expires_in":600}'], "nobody is told");
    await desk.mailLeaves();
    assert.equal((await mailsTo(email)) - before, MAILS_AT_WILL);
    // Once what was mailed is over there is a new one, and one alone.
    await desk.rows("UPDATE sign_in_code SET expires_at = '2020-01-01T00:00:00Z' WHERE email = ?", email);
    code = await mailedCode(desk, email);
    for (let ask = 0; ask < 3; ask += 1) await askCode(email);
    await desk.mailLeaves();
    assert.equal((await mailsTo(email)) - before, MAILS_AT_WILL + 1);
    assert.equal((await signIn(email, code)).status, 200, "the last code mailed signs in");
    assertProblem(await useLink(link), 401, "link_expired", "and burns what came before");
    // Whoever used it is not made to wait on another device.
    assert.equal((await signIn(email, await mailedCode(desk, email))).status, 200);
  }
  assert.equal((await signIn("otra@hotel.co", await mailedCode(desk, "otra@hotel.co"))).status, 200, "others are not held up");
});

test("fault 19: asking is counted over an hour and forgotten", async () => {
  const email = "otra-hora@hotel.co";
  for (let ask = 1; ask <= MAILS_AT_WILL + 2; ask += 1) await askCode(email);
  await desk.rows("UPDATE sign_in_guess SET asked_since = '2020-01-01T00:00:00Z' WHERE email = ?", email);
  const code = await mailedCode(desk, email);
  assert.equal((await signIn(email, code)).status, 200);
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

const DAY_MS = 86_400_000;
const inDays = (days) => new Date(Date.now() + days * DAY_MS).toISOString().replace(/\.\d+/, "");
const expiryOf = async (account) =>
  (Date.parse((await desk.rows("SELECT expires_at FROM session WHERE account_id = ?", account))[0].expires_at) - Date.now()) / DAY_MS;

/** Uses a session begun and used last so many days ago, and answers in how many days it expires then. */
async function usedAfter(email, begun, used, idle) {
  const guest = await desk.signIn(email);
  const account = guest.me.account;
  await desk.db.prepare("UPDATE session SET created_at = ?, used_at = ?, expires_at = ? WHERE account_id = ?")
    .bind(inDays(-begun), inDays(-used), inDays(idle - used), account).run();
  assert.equal((await guest.get("/api/v1/session")).status, 200);
  const before = idle - used;
  for (let glance = 0; glance < 40 && Math.abs((await expiryOf(account)) - before) < 0.01; glance++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return expiryOf(account);
}
const about = (actual, expected) => assert.ok(Math.abs(actual - expected) < 0.01, `${actual} days, not ${expected}`);

test("use prolongs a client's session to thirty days, never beyond half a year", async () => {
  about(await usedAfter("usa@hotel.co", 20, 20, 30), 30);
  about(await usedAfter("poco@hotel.co", 0.5, 0.5, 30), 29.5);
  about(await usedAfter("anual@hotel.co", 178, 29, 30), 2);
});

test("a session of staff ends after a night without use", async () => {
  const clara = await desk.signIn(PEOPLE.clara.email);
  const [{ expires_at }] = await desk.rows("SELECT max(expires_at) AS expires_at FROM session WHERE account_id = 'clara'");
  about((Date.parse(expires_at) - Date.now()) / DAY_MS, 0.5);
  assert.equal((await clara.get("/api/v1/tickets")).status, 200);
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

test("fault 20: what is no address is refused with the field and what to do", async () => {
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
