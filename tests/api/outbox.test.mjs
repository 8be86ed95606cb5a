// Mail leaves only from the outbox, at least once, and what can't leave neither stops the rest nor is forgotten.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { PEOPLE, startDesk } from "../support/desk.mjs";
import { startProvider } from "../support/provider.mjs";

const MINUTE = 60_000;

let desk, provider, ana, berta;
before(async () => {
  provider = await startProvider();
  desk = await startDesk({ provider });
  [ana, berta] = [await desk.as("ana"), await desk.as("berta")];
});
after(async () => {
  await desk?.stop();
  await provider?.stop();
});
beforeEach(async () => {
  await desk.db.prepare("DELETE FROM outbox").run();
  provider.forget();
});

const letter = async ({ number }) =>
  (await desk.rows("SELECT * FROM outbox WHERE message_id = ?", `${number}.0.requester`))[0];
const soon = (minutes) => new Date(Date.now() + minutes * MINUTE);

test("a letter is carried with its own identifier, the token, and nobody else's address", async () => {
  const ticket = await desk.ticket();
  await desk.sendCron(soon(1));
  const [{ headers, body }] = provider.letters;
  assert.equal(headers.authorization, `Bearer ${provider.token}`);
  assert.match(headers["idempotency-key"], new RegExp(`^${ticket.number}\\.0\\.requester.*@`));
  assert.deepEqual(body.to, [PEOPLE.ana.email]);
  assert.ok(body.subject && body.text && body.html);
  const sent = await letter(ticket);
  assert.ok(sent.sent_at);
  assert.deepEqual([sent.letter, sent.failure, sent.attempts], [null, null, 1]);
});

test("what the provider refuses is tried again, with growing delays, under the same identifier, until it leaves", async () => {
  const ticket = await desk.ticket();
  provider.refuse((body) => body.to.includes(PEOPLE.ana.email));
  let now = soon(1).getTime();
  const waits = [];
  for (let attempt = 1; attempt <= 4; attempt++) {
    await desk.sendCron(new Date(now));
    const waiting = await letter(ticket);
    assert.deepEqual([waiting.attempts, waiting.sent_at], [attempt, null]);
    assert.match(waiting.failure, /500/);
    const next = Date.parse(waiting.next_attempt_at);
    waits.push(Math.round((next - Math.floor(now / 1000) * 1000) / 1000));
    await desk.sendCron(new Date(next - 1_000));
    assert.equal((await letter(ticket)).attempts, attempt, "not before its time");
    now = next;
  }
  assert.deepEqual(waits, [60, 120, 240, 480]);
  provider.refuse(() => false);
  await desk.sendCron(new Date(now));
  assert.ok((await letter(ticket)).sent_at);
  assert.equal(new Set(provider.letters.map(({ headers }) => headers["idempotency-key"])).size, 1);
  assert.equal(provider.letters.length, 5);
});

test("one letter that can't leave doesn't stop the others", async () => {
  const [first, second] = [await desk.ticket({ by: "berta" }), await desk.ticket()];
  provider.refuse((body) => body.to.includes(PEOPLE.berta.email));
  await desk.sendCron(soon(1));
  assert.deepEqual([Boolean((await letter(first)).sent_at), Boolean((await letter(second)).sent_at)], [false, true]);
});

test("an account whose address is none, and facts that can't be read, wait for people and stop nobody", async () => {
  const [broken, nobody, whole] = [await desk.ticket(), await desk.ticket({ by: "berta" }), await desk.ticket()];
  await desk.db.prepare("UPDATE outbox SET letter = '{' WHERE message_id = ?").bind(`${broken.number}.0.requester`).run();
  await desk.db.prepare("UPDATE account SET email = 'no address' WHERE id = 'berta'").run();
  await desk.sendCron(soon(1));
  await desk.db.prepare("UPDATE account SET email = ? WHERE id = 'berta'").bind(PEOPLE.berta.email).run();
  for (const ticket of [broken, nobody]) assert.ok((await letter(ticket)).failure);
  assert.ok((await letter(whole)).sent_at);
});

test("after twelve attempts a letter is left for people to look at", async () => {
  const ticket = await desk.ticket();
  provider.refuse(() => true);
  for (let run = 1; run <= 15; run++) await desk.sendCron(soon(run * 5 * 60));
  const receipts = provider.letters.filter(({ headers }) => headers["idempotency-key"].startsWith(`${ticket.number}.0.requester`));
  assert.equal(receipts.length, 12);
  const { attempts, sent_at, failure } = await letter(ticket);
  assert.deepEqual([attempts, sent_at], [12, null]);
  assert.ok(failure);
});

test("fault 7: eight crons at once send every letter once", async () => {
  await Promise.all(Array.from({ length: 30 }, () => desk.ticket()));
  await Promise.all(Array.from({ length: 8 }, () => desk.sendCron(soon(1))));
  const keys = provider.letters.map(({ headers }) => headers["idempotency-key"]);
  assert.equal(keys.length, 30);
  assert.equal(new Set(keys).size, 30);
});

test("a letter whose run died comes up again by itself, under the same identifier", async () => {
  const ticket = await desk.ticket();
  await desk.sendCron(soon(1));
  const [{ headers }] = provider.letters;
  // As a run leaves it that ended between sending and noting so.
  await desk.db
    .prepare("UPDATE outbox SET sent_at = NULL, letter = ? WHERE message_id = ?")
    .bind(JSON.stringify({ kind: "sign_in_code", code: "000000" }), `${ticket.number}.0.requester`)
    .run();
  await desk.sendCron(soon(5));
  assert.equal(provider.letters.length, 2);
  assert.equal(provider.letters[1].headers["idempotency-key"], headers["idempotency-key"]);
});

test("a sign-in code overtakes any amount of news, and leaves at once", async () => {
  await Promise.all(Array.from({ length: 30 }, () => desk.ticket()));
  const { me } = await desk.signIn("apurada@hotel.co");
  assert.equal(me.email, "apurada@hotel.co");
  const waiting = await desk.rows("SELECT 1 FROM outbox WHERE sent_at IS NULL");
  assert.equal(waiting.length, 30, "it took nobody's place");
});

test("a code that couldn't leave at once goes first with the next cron", async () => {
  provider.refuse(() => true);
  await desk.stranger().post("/api/v1/session/codes", { email: "paciente@hotel.co" });
  await provider.until(() => provider.letters.length === 1);
  provider.refuse(() => false);
  await desk.sendCron(soon(2));
  assert.deepEqual(provider.letters.at(-1).body.to, ["paciente@hotel.co"]);
});

test("a code that was replaced before it could leave never leaves", async () => {
  const ask = () => desk.stranger().post("/api/v1/session/codes", { email: "insistente@hotel.co" });
  provider.refuse(() => true);
  await ask();
  await provider.until(() => provider.letters.length === 1);
  await ask();
  await provider.until(() => provider.letters.length === 2);
  provider.refuse(() => false);
  await desk.sendCron(soon(5));
  assert.equal(provider.letters.length, 3);
  const subjects = provider.letters.map(({ body }) => body.subject);
  assert.equal(subjects[2], subjects[1], "the code that holds");
  assert.equal((await desk.rows("SELECT 1 FROM outbox")).length, 1);
});

test("news without anybody to read it is reported, not lost", async () => {
  await desk.db.prepare("UPDATE account SET role = 'agent' WHERE id = 'clara'").run();
  const { number } = await desk.ticket();
  await ana.act(number, "withdraw");
  await desk.sendCron(soon(1));
  await desk.db.prepare("UPDATE account SET role = 'supervisor' WHERE id = 'clara'").run();
  const [waiting] = await desk.rows("SELECT * FROM outbox WHERE to_role = 'supervisor'");
  assert.deepEqual([waiting.sent_at, Boolean(waiting.failure)], [null, true]);
  await desk.sendCron(soon(10));
  const [sent] = await desk.rows("SELECT * FROM outbox WHERE to_role = 'supervisor'");
  assert.ok(sent.sent_at, "it leaves once somebody is there");
  assert.deepEqual(provider.letters.at(-1).body.to, [PEOPLE.clara.email]);
});

test("nobody is told of what they did themselves by another's mail", async () => {
  const { number } = await desk.ticket({ by: "berta" });
  await berta.act(number, "reply", { body: "Ahora tampoco imprime" });
  await desk.sendCron(soon(1));
  const toBerta = provider.letters.filter(({ body }) => body.to.includes(PEOPLE.berta.email));
  assert.equal(toBerta.length, 1, "the receipt alone");
});
