// A number reserved before a call (R13): for anybody, read by staff alone, and taken up once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { CONSENT, draft, isTicketNumber } from "../support/guide.mjs";

let desk, nobody, ana, pablo;
before(async () => {
  desk = await startDesk();
  [nobody, ana, pablo] = [desk.stranger(), await desk.as("ana"), await desk.as("pablo")];
});
after(() => desk?.stop());

/** What all addresses together may hold. */
const RESERVATIONS_IN_ALL = 2_000;
let addresses = 0;
/** Each asks from an address of its own, or they would use up one another's numbers. */
const reserve = (typed = {}, { key, from = `203.0.113.${(addresses += 1)}` } = {}) =>
  nobody.write("/api/v1/reservations", { draft: typed }, { key: key ?? freshKey(), headers: { "CF-Connecting-IP": from } });
const register = (who, reserved, changes) => who.write("/api/v1/tickets", { draft: draft(changes), reserved });

test("somebody who isn't signed in gets a number to quote, which is no ticket yet", async () => {
  const { status, body } = await reserve({ company: "Hotel Caribe" });
  assert.equal(status, 201);
  assert.ok(isTicketNumber(body.number), body.number);
  assert.ok(Date.parse(body.expires_at) > Date.now() + 12 * 3_600_000, "a night long");
  assertProblem(await pablo.read(body.number), 404, "not_found");
});

test("staff read what was typed; for anybody else the number opens nothing (R11)", async () => {
  const { number } = (await reserve({ full_name: "Marta", guest_waiting: true })).body;
  const read = await pablo.get(`/api/v1/reservations/${number}`);
  assert.deepEqual([read.status, read.body.draft.full_name, read.body.draft.guest_waiting], [200, "Marta", true]);
  assertProblem(await ana.get(`/api/v1/reservations/${number}`), 404, "not_found");
  assertProblem(await nobody.get(`/api/v1/reservations/${number}`), 401, "sign_in_required");
});

test("the call becomes the ticket of that very number, once (R13)", async () => {
  const { number } = (await reserve()).body;
  const opened = await register(pablo, number, { guest_waiting: true });
  assert.deepEqual([opened.status, opened.body.number], [201, number]);
  assert.deepEqual((await desk.rows("SELECT number FROM reservation WHERE number = ?", Number(number))), []);
  const again = assertProblem(await register(pablo, number), 422, "invalid");
  assert.deepEqual(again.map(({ pointer, code }) => [pointer, code]), [["/reserved", "not_reserved"]]);
});

test("two agents who take up one number at once make one ticket", async () => {
  const { number } = (await reserve()).body;
  const sofia = await desk.as("sofia");
  const answers = await Promise.all([register(pablo, number), register(sofia, number)]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 422]);
});

test("a client can't take up a number without its key, nor anybody one that was never reserved", async () => {
  const { number } = (await reserve()).body;
  const { number: ticket } = await desk.ticket();
  for (const answer of [await register(ana, number), await register(pablo, ticket)]) {
    assert.equal(assertProblem(answer, 422, "invalid")[0].code, "not_reserved");
  }
});

test("what is put in writing too has a number of its own, signed in or not, and the other waits for its call (R14)", async () => {
  for (const who of [ana, nobody]) {
    const key = freshKey();
    const { number } = (await reserve({}, { key })).body;
    const sent = { draft: draft({ guest_waiting: true }), reserved: number, reserved_with: key, consent: CONSENT };
    const opened = await who.write("/api/v1/tickets", sent);
    assert.equal(opened.status, 201, opened.text);
    assert.notEqual(opened.body.number, number);
    assert.equal((await register(pablo, number, { guest_waiting: true })).body.number, number);
  }
});

test("whoever only knows the number gets one of their own, and learns nothing of it (R11)", async () => {
  const { number } = (await reserve()).body;
  const { number: ticket } = await desk.ticket({ guest_waiting: true });
  for (const reserved of [number, ticket]) {
    const sent = { draft: draft({ guest_waiting: true }), reserved, reserved_with: freshKey() };
    const opened = await ana.write("/api/v1/tickets", sent);
    assert.equal(opened.status, 201, opened.text);
    assert.notEqual(opened.body.number, reserved);
    assert.deepEqual((await pablo.read(opened.body.number)).body.links, []);
  }
  assert.equal((await pablo.get(`/api/v1/reservations/${number}`)).status, 200, "it waits for its call");
});

test("what is written after the call took its number up refers to it; one that is over costs nobody what they wrote", async () => {
  const key = freshKey();
  const { number } = (await reserve({}, { key })).body;
  assert.equal((await register(pablo, number, { guest_waiting: true })).status, 201);
  for (const who of [ana, nobody]) {
    const sent = { draft: draft({ guest_waiting: true }), reserved: number, reserved_with: key, consent: CONSENT };
    const opened = await who.write("/api/v1/tickets", sent);
    assert.equal(opened.status, 201, opened.text);
    assert.notEqual(opened.body.number, number);
    assert.deepEqual(opened.body.links, [], "what the desk finds alike is its own memory");
    assert.deepEqual((await pablo.read(opened.body.number)).body.links, [["related", number]]);
  }
  const late = freshKey();
  const { number: over } = (await reserve({}, { key: late })).body;
  await desk.rows("UPDATE reservation SET expires_at = '2020-01-01T00:00:00Z' WHERE number = ?", Number(over));
  const sent = { draft: draft({ guest_waiting: true }), reserved: over, reserved_with: late };
  const opened = await ana.write("/api/v1/tickets", sent);
  assert.deepEqual([opened.status, opened.body.number === over, opened.body.links], [201, false, []]);
});

test("an expired number is read and taken up by nobody, and cron forgets it", async () => {
  const { number } = (await reserve()).body;
  await desk.db.prepare("UPDATE reservation SET expires_at = '2020-01-01T00:00:00Z' WHERE number = ?").bind(Number(number)).run();
  assertProblem(await pablo.get(`/api/v1/reservations/${number}`), 404, "not_found");
  assertProblem(await register(pablo, number), 422, "invalid");
  await desk.sendCron(new Date());
  assert.deepEqual(await desk.rows("SELECT number FROM reservation WHERE number = ?", Number(number)), []);
});

test("a number that waits is drawn for no ticket, and a ticket's for no reservation", async () => {
  const { number } = (await reserve()).body;
  const ticket = (fields) => desk.db
    .prepare("INSERT INTO ticket (number, revision, requester_id, status, is_bug, opened_at, changed_at, state) VALUES (?, 1, 'ana', 'x', 0, '', '', '{}')")
    .bind(fields).run();
  await assert.rejects(ticket(Number(number)), /UNIQUE constraint failed/);
  const { number: taken } = await desk.ticket();
  const reservation = desk.db.prepare("INSERT INTO reservation VALUES (?, '{}', '', '', '')").bind(Number(taken)).run();
  await assert.rejects(reservation, /UNIQUE constraint failed/);
});

test("the same request twice reserves one number; its key with something else is told apart", async () => {
  const key = freshKey();
  const [first, second] = [await reserve({}, { key, from: "198.51.100.1" }), await reserve({}, { key, from: "198.51.100.1" })];
  assert.deepEqual([second.status, second.body], [201, first.body]);
  assertProblem(await reserve({ company: "x" }, { key, from: "198.51.100.1" }), 422, "idempotency_key_reused");
});

test("one address holds ten numbers at most, another is not held up by it", async () => {
  const from = "198.51.100.2";
  const answers = await Promise.all(Array.from({ length: 12 }, () => reserve({}, { from })));
  const made = answers.filter((answer) => answer.status === 201);
  assert.equal(made.length, 10);
  for (const answer of answers) if (answer.status !== 201) assertProblem(answer, 429, "too_many");
  assert.equal((await reserve()).status, 201);
});

test("the same request again gets its number, also once its address holds as many as may be held", async () => {
  const [key, from] = [freshKey(), "198.51.100.7"];
  const first = await reserve({}, { key, from });
  assert.equal(first.status, 201);
  for (let more = 0; more < 9; more += 1) assert.equal((await reserve({}, { from })).status, 201);
  assertProblem(await reserve({}, { from }), 429, "too_many");
  const again = await reserve({}, { key, from });
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assertProblem(await reserve({ company: "x" }, { key, from }), 422, "idempotency_key_reused");
});

test("addresses of one network of IPv6 share the ten; the network beside it has its own", async () => {
  for (let place = 0; place < 10; place += 1) assert.equal((await reserve({}, { from: `2001:db8:5:5:${place}::1` })).status, 201);
  assertProblem(await reserve({}, { from: "2001:db8:5:5:ffff:ffff:ffff:ffff" }), 429, "too_many");
  assert.equal((await reserve({}, { from: "2001:db8:5:6::1" })).status, 201);
});

test("all together hold so many numbers at most, until some are over", async () => {
  const fill = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    INSERT INTO reservation SELECT 20000000 + i, '{}', 'relleno', '2026-01-01T00:00:00Z', '2100-01-01T00:00:00Z' FROM n`;
  const [{ open }] = await desk.rows("SELECT count(*) AS open FROM reservation WHERE expires_at > ?", new Date().toISOString());
  await desk.db.prepare(fill).bind(RESERVATIONS_IN_ALL - open - 1).run();
  try {
    assert.equal((await reserve()).status, 201);
    assertProblem(await reserve(), 429, "too_many");
    await desk.rows("UPDATE reservation SET expires_at = '2020-01-01T00:00:00Z' WHERE number = 20000001");
    assert.equal((await reserve()).status, 201);
  } finally {
    await desk.rows("DELETE FROM reservation WHERE asked_from = 'relleno'");
  }
});

test("a draft may be unfinished, but holds nothing that no form can send", async () => {
  assert.equal((await reserve({ description: "x".repeat(10_000) })).status, 201);
  for (const [field, text] of [["description", "x".repeat(10_001)], ["full_name", "ñ".repeat(101)], ["error_code", "x".repeat(200_000)], ["kind", "x".repeat(1_000)]]) {
    const answer = await reserve({ [field]: text });
    assert.deepEqual(assertProblem(answer, 422, "draft_incomplete", field).map(({ pointer }) => pointer), [`/draft/${field}`]);
  }
});

test("research and development, who register no calls, read nothing that was typed before one", async () => {
  const { number } = (await reserve({ full_name: "Marta" })).body;
  const diego = await desk.as("diego");
  assertProblem(await diego.get(`/api/v1/reservations/${number}`), 404, "not_found");
  for (const name of ["pablo", "clara", "elena"]) assert.equal((await (await desk.as(name)).get(`/api/v1/reservations/${number}`)).status, 200, name);
});

test("what is no draft is refused", async () => {
  assertProblem(await nobody.write("/api/v1/reservations", { draft: { company: 7 } }), 400, "malformed");
  assertProblem(await nobody.write("/api/v1/reservations", { draft: {} }, { key: null }), 400, "idempotency_key_missing");
});
