// Tickets that have to do with each other (R9): both histories tell it, in one write, and to staff alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { draft, ticketNumber } from "../support/guide.mjs";
import { assertConsistent } from "../support/history.mjs";

let desk, ana, pablo, diego;
before(async () => {
  desk = await startDesk({ counting: true });
  [ana, pablo, diego] = [await desk.as("ana"), await desk.as("pablo"), await desk.as("diego")];
});
after(() => desk?.stop());

const link = (who, number, to, options) => who.act(number, "link", { to }, options);
const linksOf = async (who, number) => (await who.read(number)).body.links;

test("relating two tickets is told in both histories, by one write", async () => {
  const [one, other] = [(await desk.ticket()).number, (await desk.ticket({ by: "berta" })).number];
  await desk.counts();
  assert.equal((await link(pablo, one, other)).status, 200);
  const [{ trips, statements }] = await desk.counts();
  assert.deepEqual([trips, statements], [3, 10], "who asks, the other one, and one batch that writes both");
  assert.deepEqual(await linksOf(pablo, one), [["related", other]]);
  assert.deepEqual(await linksOf(pablo, other), [["related", one]]);
  for (const number of [one, other]) {
    const { events } = await assertConsistent(desk, number);
    const { body, author } = events.at(-1);
    assert.deepEqual([body.event, author], ["linked", "pablo"]);
  }
});

test("what the desk finds alike is its own memory: no client learns of the other ticket", async () => {
  const [one, other] = [(await desk.ticket()).number, (await desk.ticket({ by: "berta" })).number];
  await link(pablo, one, other);
  for (const [name, number] of [["ana", one], ["gloria", one], ["berta", other]]) {
    const { body, text } = await (await desk.as(name)).read(number);
    assert.deepEqual(body.links, [], name);
    assert.ok(body.timeline.every((entry) => entry.event !== "linked"), name);
    assert.ok(!text.includes(number === one ? other : one), name);
  }
  assertProblem(await link(ana, one, other), 403, "forbidden");
});

test("a requirement that leaves a ticket is told to its client in both", async () => {
  const { number } = await desk.ticket();
  const { body } = await pablo.open({ ...draft() }, { origin: ["split_from", number] });
  assert.deepEqual(await linksOf(ana, number), [["split_into", body.number]]);
  assert.deepEqual(await linksOf(ana, body.number), [["split_from", number]]);
});

test("what can't be related is refused with its reason, and neither ticket changes", async () => {
  const [one, other] = [(await desk.ticket()).number, (await desk.ticket()).number];
  assertProblem(await link(pablo, one, one), 422, "same_ticket");
  const [error] = assertProblem(await link(pablo, one, ticketNumber(777_777)), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/to", "unknown_ticket"]);
  await link(pablo, one, other);
  assertProblem(await link(pablo, one, other), 409, "already_linked");
  assertProblem(await link(pablo, other, one), 409, "already_linked");
  for (const number of [one, other]) assert.equal((await desk.stored(number)).events.length, 2);
});

test("fault 12: a developer relates bugs, and learns nothing of tickets that are none", async () => {
  const [bug, second, secret] = [(await desk.ticket()).number, (await desk.ticket()).number, (await desk.ticket()).number];
  for (const number of [bug, second]) await pablo.act(number, "hand_to_development", { evidence: "E-77" });
  const [unseen, unknown] = [await link(diego, bug, secret), await link(diego, bug, ticketNumber(777_777))];
  assertProblem(unseen, 422, "invalid");
  assert.equal(unseen.text, unknown.text);
  assertProblem(await link(diego, secret, bug), 404, "not_found");
  assert.equal((await link(diego, bug, second)).status, 200);
});

test("a closed ticket can be related, and stays closed", async () => {
  const [open, closed] = [(await desk.ticket()).number, (await desk.ticket()).number];
  await ana.act(closed, "withdraw");
  assert.equal((await link(pablo, closed, open)).status, 200);
  assert.equal((await pablo.read(closed)).body.status, "closed");
  assert.deepEqual(await linksOf(pablo, open), [["related", closed]]);
});

test("the same relation from both sides at once, and sent again, is told once in each", async () => {
  const [one, other] = [(await desk.ticket()).number, (await desk.ticket()).number];
  const [key, back] = [freshKey(), freshKey()];
  const answers = await Promise.all([
    link(pablo, one, other, { key }), link(pablo, one, other, { key }), link(pablo, other, one, { key: back }),
  ]);
  // Whoever loses the race between the two sides learns that it is done.
  for (const { status, body } of answers) assert.ok(status === 200 || body.code === "already_linked", `${status}`);
  for (const number of [one, other]) {
    const { events } = await assertConsistent(desk, number);
    assert.deepEqual(events.map(({ body }) => body.event), ["opened", "linked"]);
  }
});
