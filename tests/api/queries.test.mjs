// What each route costs: round trips to the database before the answer, and statements in them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";

let desk, ana, pablo, diego;
before(async () => {
  desk = await startDesk({ counting: true });
  [ana, pablo, diego] = [await desk.as("ana"), await desk.as("pablo"), await desk.as("diego")];
  // So that nothing is left to be remembered of her after the answer.
  await desk.ticket();
});
after(() => desk?.stop());

const KEY = freshKey();
const COSTS = [
  { what: "asking who is signed in", trips: 1, statements: 3, ask: () => ana.get("/api/v1/session") },
  { what: "opening a ticket", trips: 2, statements: 7, ask: () => ana.open(draft(), { key: KEY }) },
  { what: "opening it again with the same key", trips: 2, statements: 5, ask: () => ana.open(draft(), { key: KEY }) },
  { what: "a form with errors", trips: 0, statements: 0, ask: () => ana.open(draft({ subject: "" })) },
  { what: "registering a call", trips: 3, statements: 11, ask: () => pablo.open(draft()) },
  { what: "reading a ticket", trips: 1, statements: 5, ask: (number) => ana.read(number) },
  { what: "reading somebody else's", trips: 1, statements: 5, ask: (number) => diego.read(number) },
  { what: "the client's list", trips: 2, statements: 4, ask: () => ana.get("/api/v1/tickets") },
  { what: "what is open of it, with how many", trips: 2, statements: 4, ask: () => ana.get("/api/v1/tickets?open=true") },
  { what: "the agents' queue", trips: 2, statements: 4, ask: () => pablo.get("/api/v1/tickets") },
  { what: "a reply", trips: 2, statements: 9, ask: (number) => ana.act(number, "reply", { body: "hola" }) },
  { what: "taking", trips: 2, statements: 9, ask: (number) => pablo.act(number, "take") },
  { what: "a note, which tells nobody", trips: 2, statements: 8, ask: (number) => pablo.act(number, "note", { body: "x" }) },
  { what: "a refused command", trips: 1, statements: 5, ask: (number) => ana.act(number, "confirm") },
  { what: "attaching a photo", trips: 2, statements: 8, ask: (number) => ana.attach(number, PNG, "a.png") },
  { what: "the staff", trips: 2, statements: 4, ask: () => pablo.get("/api/v1/staff") },
  { what: "the copy of one's data", trips: 2, statements: 14, ask: () => ana.get("/api/v1/me/data") },
  { what: "the catalogue", trips: 0, statements: 0, ask: () => ana.get("/api/v1/catalogue") },
  { what: "whether the desk attends", trips: 1, statements: 1, ask: () => ana.get("/api/v1/attention") },
  { what: "the health of the service", trips: 1, statements: 1, ask: () => ana.get("/api/health") },
  { what: "a request that is not support", trips: 1, statements: 2, ask: () => ana.write("/api/v1/hand-overs", { area: "virus" }) },
];

for (const { what, trips, statements, ask } of COSTS) {
  test(`${what} costs ${trips} round trips`, async () => {
    const { number } = await desk.ticket();
    await desk.counts();
    await ask(number);
    const [count, ...others] = await desk.counts();
    assert.deepEqual([count.trips, count.statements, count.later, others.length], [trips, statements, 0, 0], count.what);
  });
}
