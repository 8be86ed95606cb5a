// An administrator changes a day of attention (R12): what it would move, that it holds at once, and that every open ticket
// it moves is told once, however often and however many at a time cron runs.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { history, startDesk } from "../support/desk.mjs";

const HOUR = 3_600_000;
let desk, elena, ana, pablo;
before(async () => {
  desk = await startDesk({ counting: true });
  [elena, ana, pablo] = [await desk.as("elena"), await desk.as("ana"), await desk.as("pablo")];
});
after(() => desk?.stop());

const bogota = (instant) => new Date(Date.parse(instant) - 5 * HOUR).toISOString().slice(0, 10);
const response = (ticket) => ticket.promises.find((promise) => promise.kind === "response").due;
/** The day of attention before the one on which an instant lies, which is then no longer reached in time. */
function dayBefore(instant) {
  const days = [];
  for (let at = Date.parse(instant) - 24 * HOUR; days.length === 0; at -= 24 * HOUR) {
    const day = bogota(new Date(at).toISOString());
    if (![0, 6].includes(new Date(day).getUTCDay())) days.push(day);
  }
  return days[0];
}
const change = (day, attends, name = "", request) => elena.write("/api/v1/attention-days", { day, attends, name }, request);
const preview = (day, attends, name = "") => elena.post("/api/v1/attention-days/preview", { day, attends, name });
const told = async (number) => (await desk.stored(number)).events.filter(({ body }) => body.event === "calendar_changed");

test("a date promised for the day that closes is pointed out before it closes (R12, R16)", async () => {
  const { number, ...ticket } = await desk.ticket();
  const day = dayBefore(response(ticket));
  const { body: before } = await preview(day, false, "Inventario general");
  assert.equal((await (await desk.as("pablo")).act(number, "hand_to_development", { evidence: "Suma mal las propinas." })).status, 200);
  assert.equal((await (await desk.as("diego")).act(number, "commit_date", { date: day })).status, 200);
  const { body: asked } = await preview(day, false, "Inventario general");
  assert.equal(asked.dates, before.dates + 1);
  assert.ok(asked.tickets.every((moving) => moving.number !== number), "it doesn't move");
});

test("the preview moves nothing; the change moves the promise, tells the ticket why, and mails its client (R12, fault 4)", async () => {
  const before = await desk.ticket();
  const day = dayBefore(response(before));
  const asked = await preview(day, false, "Inventario general");
  assert.equal(asked.status, 200, asked.text);
  const moving = asked.body.tickets.find((ticket) => ticket.number === before.number);
  assert.equal(moving.moved.find((moved) => moved.promise === "response").from, response(before));
  assert.equal(response((await ana.read(before.number)).body), response(before));

  assert.equal((await change(day, false, "Inventario general")).status, 201);
  const after = (await ana.read(before.number)).body;
  const due = moving.moved.find((moved) => moved.promise === "response").due;
  assert.equal(response(after), due, "it holds at once");
  assert.ok(Date.parse(due) > Date.parse(response(before)));
  const steps = after.promises.find((promise) => promise.kind === "response").explanation.steps;
  assert.ok(steps.some((step) => JSON.stringify(step).includes("Inventario general")), "the account names the day (R22)");
  const { body: attention } = await ana.get("/api/v1/attention");
  assert.equal(attention.adjustments.added[day], "Inventario general");
  const { body: elapsed } = await ana.get(`/api/v1/calendar/elapsed?from=${day}T08:00:00-05:00&to=${day}T18:00:00-05:00`);
  assert.equal(elapsed.seconds, 0, "the public calendar counts with it");

  await desk.sendCron();
  const [event] = await told(before.number);
  assert.deepEqual(event.body.data.moved.find((moved) => moved.promise === "response"), { promise: "response", from: response(before), due });
  const mail = await desk.mailTo("ana@caribe.co", (mail) => mail.text.includes("Inventario general"));
  assert.match(mail.subject, new RegExp(before.number.slice(0, 3)));
  const { row } = await desk.stored(before.number);
  assert.ok(row.state.calendar_change > 0);
  assert.equal((await change(day, true)).status, 201, "and back");
  await desk.sendCron();
  assert.equal(response((await ana.read(before.number)).body), response(before));
});

test("the preview names the hotel of each ticket whose promise would move", async () => {
  const made = await desk.ticket();
  const day = dayBefore(response((await ana.read(made.number)).body));
  const { body } = await preview(day, false, "Inventario");
  const moving = body.tickets.find((ticket) => ticket.number === made.number);
  assert.deepEqual([moving?.subject, moving?.company], [made.subject, "Hoteles Caribe"]);
});

test("eight runs at once tell each ticket once, over more tickets than one run takes (fault 7)", async () => {
  const at = new Date(Date.now() - HOUR).toISOString().replace(/\.\d+Z/, "Z");
  const tickets = Array.from({ length: 450 }, (_, index) => history(20_000 + index, { at }));
  assert.equal((await desk.importing({ tickets })).body.tickets, 450);
  const number = tickets[0].opening.number;
  const day = dayBefore(response((await pablo.read(number)).body));
  const { body: made } = await change(day, false, "Cierre");
  const unheard = async () => (await elena.get("/api/v1/attention-days")).body.changes.find((one) => one.serial === made.serial).heard_at === null;
  await desk.counts();
  for (let runs = 0; await unheard(); runs += 1) {
    assert.ok(runs < 20, "it comes to an end");
    await Promise.all(Array.from({ length: 8 }, () => desk.sendCron()));
  }
  for (const count of await desk.counts()) assert.ok(count.statements <= 50, `${count.what}: ${count.statements}`);
  const twice = await desk.rows(
    `SELECT ticket, count(*) AS times FROM ticket_event WHERE json_extract(body, '$.data.serial') = ? GROUP BY ticket`, made.serial);
  assert.deepEqual([twice.length >= 450, twice.every(({ times }) => times === 1)], [true, true]);
  const letters = await desk.rows("SELECT message_id, count(*) AS times FROM outbox GROUP BY message_id HAVING times > 1");
  assert.deepEqual(letters, []);
  await change(day, true);
});

test("the same change sent twice is made once, and another with its key is told apart", async () => {
  const key = freshKey();
  const [first, second] = [await change("2030-07-24", false, "Aseo", { key }), await change("2030-07-24", false, "Aseo", { key })];
  assert.deepEqual([first.status, second.status, second.body.serial], [201, 201, first.body.serial]);
  assertProblem(await change("2030-07-25", false, "Aseo", { key }), 422, "idempotency_key_reused");
});

test("a day that can't be changed says why and which member is at fault", async () => {
  for (const [day, attends, name, pointer, code] of [
    ["2020-01-02", false, "x", "/day", "day_not_ahead"],
    ["2030-07-13", false, "x", "/day", "day_weekend"],
    ["2030-07-17", true, "", "/day", "day_unchanged"],
    ["2030-12-25", false, "x", "/day", "day_unchanged"],
    ["2030-07-17", false, " ", "/name", "day_name"],
    ["2101-01-05", false, "x", "/day", "day_out_of_range"],
  ]) {
    for (const ask of [preview, change]) {
      const errors = assertProblem(await ask(day, attends, name), 422, "invalid", code);
      assert.deepEqual(errors.map((error) => [error.pointer, error.code]), [[pointer, code]]);
    }
  }
  assertProblem(await elena.write("/api/v1/attention-days", { day: "2030-07-17", attends: false, name: "x", by: "ana" }), 400, "malformed");
  assertProblem(await elena.write("/api/v1/attention-days", { day: "soon", attends: false, name: "x" }), 400, "malformed");
});

test("only administrators see and change days; for others there is nothing there", async () => {
  for (const who of [ana, pablo]) {
    assertProblem(await who.get("/api/v1/attention-days"), 404, "not_found");
    assertProblem(await who.write("/api/v1/attention-days", { day: "2030-07-17", attends: false, name: "x" }), 404, "not_found");
    assertProblem(await who.post("/api/v1/attention-days/preview", { day: "2030-07-17", attends: false, name: "x" }), 404, "not_found");
  }
});
