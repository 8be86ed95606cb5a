// The sweep: what is due is done, once, at the instant it was due, whoever else sweeps, and whatever else is broken.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { history, startDesk } from "../support/desk.mjs";
import { ticketNumber } from "../support/guide.mjs";
import { assertConsistent } from "../support/history.mjs";
import { startProvider } from "../support/provider.mjs";

const MANY = 600;
/** What the platform lets one invocation ask of the database on the free plan. */
const QUERIES = 50;
const MINUTE = 60_000;

let desk, provider;
before(async () => {
  provider = await startProvider();
  desk = await startDesk({ counting: true, provider });
});
after(async () => {
  await desk?.stop();
  await provider?.stop();
});

const rfc = (instant) => new Date(instant).toISOString().replace(/\.\d+/, "");

/** Brings in `amount` tickets opened just now, numbered from `first` on, and answers when their first response is due. */
async function open(first, amount) {
  const at = rfc(Date.now() - MINUTE);
  const tickets = Array.from({ length: amount }, (_, index) => history(first + index, { at }));
  const { body } = await desk.importing({ tickets });
  assert.deepEqual(body, { tickets: amount, refused: [] });
  const numbers = tickets.map((ticket) => ticket.opening.number);
  const [{ due }] = await desk.rows("SELECT next_deadline_at AS due FROM ticket WHERE number = ?", Number(numbers[0]));
  // What is due first is the warning, an hour of attention before the promise.
  do await desk.sendCron(new Date(Date.parse(due) + 1_000));
  while ((await lastReport()).report.more);
  const warned = (await desk.stored(numbers[0])).events.at(-1).body;
  assert.equal(warned.event, "warned");
  assert.equal(warned.at, due, "at the instant it was due");
  return { numbers, due: Date.parse(warned.data.due) };
}

const breaches = (numbers) =>
  desk.rows(
    `SELECT ticket, count(*) AS times, min(at) AS at FROM ticket_event
     WHERE json_extract(body, '$.event') = 'breached' AND ticket IN (SELECT value FROM json_each(?)) GROUP BY ticket`,
    JSON.stringify(numbers.map(Number)),
  );

/** How often each of these tickets' latest miss is told to the desk. */
const notices = (numbers) =>
  desk.rows(
    `SELECT count(*) AS letters FROM outbox o, json_each(?1) n WHERE o.message_id LIKE n.value || '.%.desk'
     AND json_extract(o.letter, '$.news.news') = 'breached' GROUP BY n.value`,
    JSON.stringify(numbers),
  );

const lastReport = async () => {
  const [run] = await desk.rows("SELECT * FROM cron_run WHERE job = 'sweep' ORDER BY id DESC LIMIT 1");
  return { ...run, report: JSON.parse(run.report) };
};

async function assertEachMissedOnce(numbers, due) {
  const found = await breaches(numbers);
  assert.equal(found.length, numbers.length);
  assert.deepEqual(new Set(found.map((row) => row.times)), new Set([1]), "one event each");
  assert.deepEqual(new Set(found.map((row) => row.at)), new Set([rfc(due)]), "at the instant that was due (R19)");
  const told = await notices(numbers);
  assert.equal(told.length, numbers.length);
  assert.deepEqual(new Set(told.map((row) => row.letters)), new Set([1]), "one notice each");
  for (const number of [numbers[0], numbers.at(-1)]) await assertConsistent(desk, number);
}

test(`one late sweep records what ${MANY} tickets missed, within the platform's limit`, async () => {
  const { numbers, due } = await open(0, MANY);
  await desk.sendCron(new Date(due));
  assert.deepEqual(await breaches(numbers), [], "the promised instant itself is in time");
  await desk.db.prepare("DELETE FROM cron_run WHERE job = 'housekeeping'").run();
  await desk.counts();
  await desk.sendCron(new Date(due + 47 * MINUTE));
  const [count] = await desk.counts();
  await assertEachMissedOnce(numbers, due);
  const { report, scheduled_at, outcome } = await lastReport();
  assert.deepEqual([scheduled_at, outcome], [rfc(due + 47 * MINUTE), "done"]);
  assert.deepEqual(report, { looked_at: MANY, changed: MANY, left: [], more: false });
  assert.ok(count.statements <= QUERIES, `${count.statements} statements`);
  const kept = () => desk.rows("SELECT id FROM cron_run WHERE job = 'housekeeping'");
  assert.deepEqual(await kept(), [], "what can wait a minute waits");
  await desk.counts();
  await desk.sendCron(new Date(due + 48 * MINUTE));
  const [next] = await desk.counts();
  assert.equal((await kept()).length, 1);
  assert.ok(next.statements <= QUERIES, `${next.statements} statements`);
});

test("a sweep with nothing to do asks the database next to nothing", async () => {
  await desk.counts();
  await desk.sendCron(new Date("2020-01-01T12:00:00Z"));
  const [{ statements }] = await desk.counts();
  assert.ok(statements <= 6, `${statements} statements`);
});

test("fault 7: eight sweeps at once leave one event and one notice each", async () => {
  const { numbers, due } = await open(2_000, 250);
  await desk.counts();
  await Promise.all(Array.from({ length: 8 }, (_, index) => desk.sendCron(new Date(due + (index + 1) * MINUTE))));
  for (const { statements } of await desk.counts()) assert.ok(statements <= QUERIES, `${statements} statements`);
  await desk.sendCron(new Date(due + 9 * MINUTE));
  await assertEachMissedOnce(numbers, due);
});

test("a ticket that can't be read and one that can't be written don't stop the rest, and are reported", async () => {
  const { numbers, due } = await open(5_000, 150);
  const [unreadable, unwritable, ...rest] = numbers;
  await desk.db.prepare("UPDATE ticket SET state = '{' WHERE number = ?").bind(Number(unreadable)).run();
  await desk.db
    .prepare(
      `INSERT INTO ticket_event (ticket, seq, at, author, body)
       SELECT ticket, max(seq) + 1, max(at), NULL, '{}' FROM ticket_event WHERE ticket = ?`,
    )
    .bind(Number(unwritable))
    .run();
  const left = [];
  for (let run = 1; run <= 4; run++) {
    await desk.counts();
    await desk.sendCron(new Date(due + run * MINUTE));
    const [{ statements }] = await desk.counts();
    assert.ok(statements <= QUERIES, `${statements} statements`);
    left.push((await lastReport()).report.left.map(String).sort());
  }
  await assertEachMissedOnce(rest, due);
  assert.deepEqual(left.at(-1), [unreadable, unwritable].sort());
  assert.equal((await desk.stored(unwritable)).row.revision, 2, "nothing of it was written by half");
  await desk.db.prepare("DELETE FROM ticket WHERE number IN (?, ?)").bind(Number(unreadable), Number(unwritable)).run();
});

test("fault 2, fault 3: what a sweep did punctually and what it did late is the same history", async () => {
  const at = rfc(Date.now() - MINUTE);
  const [punctual, late] = [ticketNumber(7_000), ticketNumber(7_001)];
  await desk.importing({ tickets: [history(7_000, { at }), history(7_001, { at })] });
  await desk.db.prepare("UPDATE ticket SET next_deadline_at = NULL WHERE number = ?").bind(Number(late)).run();
  for (;;) {
    const [{ due }] = await desk.rows("SELECT next_deadline_at AS due FROM ticket WHERE number = ?", Number(punctual));
    if (!due) break;
    await desk.sendCron(new Date(Date.parse(due) + 1_000));
  }
  await desk.db.prepare("UPDATE ticket SET next_deadline_at = opened_at WHERE number = ?").bind(Number(late)).run();
  await desk.sendCron(new Date(Date.now() + 90 * 24 * 60 * MINUTE));
  const tell = async (number) => (await desk.stored(number)).events.slice(1).map((event) => event.body);
  assert.deepEqual(await tell(late), await tell(punctual));
  assert.deepEqual((await tell(late)).map((event) => event.event), ["warned", "breached", "warned", "breached"]);
});

test("what a list shows of a ticket, from its row, is what its history adds up to", async () => {
  const clara = await desk.as("clara");
  const { body } = await clara.get("/api/v1/tickets");
  assert.ok(body.tickets.length >= 20);
  for (const listed of body.tickets) {
    const whole = (await clara.read(listed.number)).body;
    const shown = Object.fromEntries(Object.keys(listed).map((member) => [member, whole[member]]));
    assert.deepEqual(listed, shown);
    await assertConsistent(desk, listed.number);
  }
});

/** What a run may spend on the sweep, what a chunk of tickets costs (one statement to read it, three to write it) and holds. */
const [BUDGET, COST, CHUNK] = [32, 4, 100];
const IN_ONE_RUN = Math.floor(BUDGET / COST) * CHUNK;

const PARTS = 5;
const TEN_THOUSAND = PARTS * 2_000;

test(`fault 7: ${TEN_THOUSAND} overdue at once take ${Math.ceil(TEN_THOUSAND / IN_ONE_RUN)} runs, minutes and not 8 hours`, async () => {
  const parts = [];
  for (let part = 0; part < PARTS; part++) parts.push(await open(20_000 + part * 2_000, 2_000));
  const due = Math.max(...parts.map((part) => part.due));
  const looked = [];
  let report;
  do {
    await desk.counts();
    await desk.sendCron(new Date(due + (looked.length + 1) * MINUTE));
    const [{ statements }] = await desk.counts();
    assert.ok(statements <= QUERIES, `${statements} statements`);
    ({ report } = await lastReport());
    looked.push(report.looked_at);
  } while (report.more && looked.length < 20);
  // Each run but the last works off as much as its budget allows, however much is due.
  assert.equal(looked.length, Math.ceil(TEN_THOUSAND / IN_ONE_RUN));
  assert.deepEqual(new Set(looked.slice(0, -1)), new Set([IN_ONE_RUN]));
  for (const part of parts) await assertEachMissedOnce(part.numbers, part.due);
});
