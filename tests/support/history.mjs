// What must hold of every stored ticket, however it came about.

import assert from "node:assert/strict";

/** Asserts that a ticket's row, its state and its events tell the same (invariants 4 and 5). */
export async function assertConsistent(desk, number) {
  const { row, events } = await desk.stored(number);
  assert.deepEqual(events.map((event) => event.seq), events.map((_, index) => index), `${number}: no gap in its history`);
  const { state } = row;
  assert.equal(row.revision, events.length, `${number}: its revision is the length of its history`);
  assert.equal(state.revision, events.length);
  assert.deepEqual(
    [row.company_id, row.branch_id, row.requester_id, row.assignee_id, row.status, row.is_bug, row.opened_at, row.changed_at],
    [state.company, state.branch, state.requester, state.assignee, state.status, state.bug ? 1 : 0, state.opened_at, state.changed_at],
    `${number}: its columns are its state's`,
  );
  const opening = events[0].body;
  assert.equal(opening.event, "opened");
  assert.deepEqual([state.requester, state.opened_at], [opening.data.requester, opening.at]);
  const instants = events.map((event) => event.at);
  assert.deepEqual(instants, [...instants].sort(), `${number}: history goes forward`);
  for (const event of events) assert.equal(event.at, event.body.at);
  const breached = events.filter((event) => event.body.event === "breached").map((event) => event.body.data);
  assert.deepEqual(state.breaches, breached, `${number}: every miss is on record`);
  assert.equal(state.photos, events.filter((event) => event.body.event === "photo_attached").length);
  assert.equal(row.status === "closed", events.some((event) => event.body.event === "closed"));
  return { row, events };
}
