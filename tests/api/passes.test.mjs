// One ticket by its number and a code mailed to its address (R11): what it opens, and what guessing comes to.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, caller } from "../support/caller.mjs";
import { PEOPLE, codeOf, startDesk } from "../support/desk.mjs";
import { ticketNumber } from "../support/guide.mjs";

const TRIES_AT_ONE_CODE = 5;
const WRONG_IN_ALL = 9;
const MAILS_AN_HOUR = 3;

let desk;
before(async () => (desk = await startDesk({ counting: true })));
after(() => desk?.stop());

const stranger = () => desk.stranger();
const askCode = (number) => stranger().post(`/api/v1/tickets/${number}/codes`);
const enter = (number, code) => stranger().post(`/api/v1/tickets/${number}/pass`, { code });
const wrong = (code) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const isTicketCode = (mail) => /ticket/i.test(mail.subject) && /\d{6}$/.test(mail.subject);

async function mailsTo(address) {
  return (await desk.mails()).filter((mail) => mail.to.includes(address) && isTicketCode(mail));
}

/** Asks for a code and waits for its mail. */
async function mailed(number, address = PEOPLE.ana.email) {
  const before = (await mailsTo(address)).length;
  assert.equal((await askCode(number)).status, 202);
  const digits = String(number);
  const spoken = `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
  await desk.mailTo(address, (mail) => isTicketCode(mail) && mail.text.includes(spoken));
  for (;;) {
    const mails = await mailsTo(address);
    if (mails.length > before) return codeOf(mails.at(-1));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Whoever holds the pass that an answer set. */
function holder(answer) {
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  return { ...caller(desk, { Cookie: cookie }), cookie };
}

test("R11: the number and its mailed code open that ticket and nothing else", async () => {
  const [{ number }, other] = [await desk.ticket(), await desk.ticket()];
  const code = await mailed(number);
  const answer = await enter(number, `${code.slice(0, 3)} ${code.slice(3)}`);
  assert.equal(answer.status, 200, answer.text);
  assert.equal(answer.body.door, "code");
  const [pair, ...attributes] = answer.headers.get("set-cookie").split("; ");
  assert.match(pair, new RegExp(`^__Host-ticket-${number}=[\\w-]{43}$`));
  assert.ok(["Path=/", "Secure", "HttpOnly", "SameSite=Lax"].every((each) => attributes.includes(each)));
  const guest = holder(answer);
  assert.equal((await guest.read(number)).status, 200);
  assert.equal((await guest.act(number, "reply", { body: "Sigue igual" })).status, 200);
  for (const address of [`/api/v1/tickets/${other.number}`, "/api/v1/tickets", "/api/v1/session"]) {
    assertProblem(await guest.get(address), 401, "sign_in_required", address);
  }
  const renamed = guest.cookie.replace(number, other.number);
  assertProblem(await desk.stranger({ Cookie: renamed }).read(other.number), 401, "sign_in_required", "a pass under another number");
  const berta = await desk.as("berta");
  const both = desk.stranger({ Cookie: `${berta.cookie}; ${guest.cookie}` });
  assert.equal((await both.read(number)).status, 200, "whoever is signed in keeps their session");
  assertProblem(await both.read(other.number), 404, "not_found");
});

test("fault 19: a code works once, and a pass that is given back opens nothing", async () => {
  const { number } = await desk.ticket();
  const code = await mailed(number);
  const guest = holder(await enter(number, code));
  assertProblem(await enter(number, code), 401, "code_wrong");
  assert.equal((await guest.ask(`/api/v1/tickets/${number}/pass`, { method: "DELETE" })).status, 204);
  assertProblem(await guest.read(number), 401, "sign_in_required");
});

test("fault 19: Number + mail login guessed from fresh sessions is blocked within ten, and its owner still gets in", async () => {
  const { number } = await desk.ticket({ by: "luis" });
  const outcomes = [];
  let code;
  while (outcomes.filter((each) => each === "door_shut").length === 0 && outcomes.length < 12) {
    if (outcomes.length % TRIES_AT_ONE_CODE === 0) code = await mailed(number, PEOPLE.luis.email);
    outcomes.push((await enter(number, wrong(code))).body.code);
  }
  assert.equal(outcomes.length, WRONG_IN_ALL + 1, outcomes.join());
  assertProblem(await enter(number, code), 429, "door_shut", "the right code neither");
  const mails = (await mailsTo(PEOPLE.luis.email)).length;
  assert.equal((await askCode(number)).status, 202, "asking again tells nothing");
  assertProblem(await enter(number, code), 429, "door_shut");
  assert.equal((await mailsTo(PEOPLE.luis.email)).length, mails, "and mails nothing");
  const luis = await desk.signIn(PEOPLE.luis.email);
  assert.equal((await luis.read(number)).status, 200, "the block locks nobody out of signing in");
});

test("fault 19: guesses sent at once are counted one by one", async () => {
  const { number } = await desk.ticket({ by: "berta" });
  const code = await mailed(number, PEOPLE.berta.email);
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(number, wrong(code))));
  assert.equal(answers.filter((answer) => answer.body.code === "code_wrong").length, TRIES_AT_ONE_CODE);
  assert.equal(answers.filter((answer) => answer.body.code === "door_shut").length, 20 - WRONG_IN_ALL);
});

test("fault 20: an unknown number can't be told from a known one by status, words or rows", async () => {
  const { number } = await desk.ticket({ by: "gloria" });
  const unknown = ticketNumber(654_321);
  const seen = ({ status, text }) => [status, text];
  assert.deepEqual(seen(await enter(unknown, "123456")), seen(await enter(number, "123456")), "before a code was asked for");
  const [known, absent] = [await askCode(number), await askCode(unknown)];
  assert.deepEqual(seen(absent), seen(known));
  assert.ok(!known.text.includes("@"), "the address is never shown");
  for (let guess = 0; guess < WRONG_IN_ALL + 2; guess++) {
    const [one, two] = [await enter(number, "000000"), await enter(unknown, "000000")];
    assert.deepEqual(seen(two), seen(one), `guess ${guess + 1}`);
  }
  const rows = await desk.rows("SELECT count(*) AS n FROM ticket_code WHERE ticket IN (?, ?)", Number(number), Number(unknown));
  assert.equal(rows[0].n, 2, "the same trace is left");
});

test("nobody's mailbox is flooded through a number", async () => {
  const { number } = await desk.ticket({ by: "nora" });
  for (let time = 0; time < MAILS_AN_HOUR + 3; time++) assert.equal((await askCode(number)).status, 202);
  const queued = await desk.rows("SELECT count(*) AS n FROM outbox WHERE message_id LIKE 'ticket-code.%' AND to_address = ?", PEOPLE.nora.email);
  assert.equal(queued[0].n, MAILS_AN_HOUR);
});

test("fault 19: whoever asks without end takes no code away from the ticket's owner", async () => {
  const { number } = await desk.ticket({ by: "gloria" });
  let code;
  for (let time = 0; time < MAILS_AN_HOUR; time++) code = await mailed(number, PEOPLE.gloria.email);
  for (let time = 0; time < 5; time++) assert.equal((await askCode(number)).status, 202);
  assert.equal((await enter(number, code)).status, 200, "what was mailed last opens");
  const next = await mailed(number, PEOPLE.gloria.email);
  await desk.rows("UPDATE ticket_code SET expires_at = '2020-01-01T00:00:00Z' WHERE ticket = ?", Number(number));
  assertProblem(await enter(number, next), 401, "code_expired");
  assert.equal((await enter(number, await mailed(number, PEOPLE.gloria.email))).status, 200, "once it is over there is another");
  const guessed = await mailed(number, PEOPLE.gloria.email);
  for (let time = 0; time < TRIES_AT_ONE_CODE; time++) assertProblem(await enter(number, wrong(guessed)), 401, "code_wrong");
  assertProblem(await enter(number, guessed), 401, "code_expired");
  assert.equal((await enter(number, await mailed(number, PEOPLE.gloria.email))).status, 200, "and once it was guessed at");
});

test("fault 20: a known and an unknown number cost the same work, asked for and tried", async () => {
  const { number } = await desk.ticket({ by: "luis" });
  const work = async (ask) => {
    await desk.counts();
    const { status, text } = await ask();
    const [{ trips, statements }] = await desk.counts();
    return { status, text, trips, statements };
  };
  const unknown = ticketNumber(765_432);
  assert.deepEqual(await work(() => askCode(unknown)), await work(() => askCode(number)));
  assert.deepEqual(await work(() => enter(unknown, "123456")), await work(() => enter(number, "123456")));
});

test("only hashes are stored", async () => {
  const { number } = await desk.ticket();
  const code = await mailed(number);
  const guest = holder(await enter(number, code));
  const stored = JSON.stringify([await desk.rows("SELECT * FROM ticket_code"), await desk.rows("SELECT * FROM pass")]);
  assert.ok(!stored.includes(`"${code}"`) && !stored.includes(guest.cookie.split("=")[1]));
});
