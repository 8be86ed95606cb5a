// Erasing whoever took part in more tickets than one request can go through: cron goes on where it stopped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { history, startDesk } from "../support/desk.mjs";

/** More than the eight chunks of forty that one request once went through, again and again from the start. */
const MANY = 470;
/** What the platform lets one invocation ask of the database on the free plan. */
const QUERIES = 50;
const WHO = { id: "viajera", email: "viajera@caribe.co", name: "Aurora Mejía Toro", phone: "+573109998877", role: "client", company: "caribe", branch: "caribe-norte" };

let desk;
before(async () => {
  desk = await startDesk({ counting: true });
  await desk.importing({ accounts: [WHO] });
});
after(() => desk?.stop());

const rfc = (instant) => new Date(instant).toISOString().replace(/\.\d+/, "");

/** A ticket of hers that she withdrew, as it is imported. */
function withdrawn(index) {
  const at = rfc(Date.now() - 7_200_000);
  const by = { account: WHO.id, role: WHO.role, company: WHO.company, branch: WHO.branch };
  const past = history(index, { at, full_name: WHO.name, email: WHO.email, phone: WHO.phone });
  return {
    ...past,
    by,
    opening: { ...past.opening, requester: WHO.id },
    steps: [{ at: rfc(Date.now() - 3_600_000), by, act: { command: "withdraw" } }],
  };
}

const traces = () => desk.rows(
  `SELECT e.ticket FROM ticket_event e WHERE instr(e.body, 'Aurora') > 0 OR instr(e.body, ?1) > 0
   UNION SELECT number FROM ticket WHERE instr(state, 'Aurora') > 0 OR instr(state, ?1) > 0`, WHO.email);
const record = () => desk.rows("SELECT actor, actor_role, subject FROM audit WHERE act = 'data_erased'");

test("whoever has more tickets than one request goes through is erased to the end, within the platform's limit", async () => {
  const tickets = Array.from({ length: MANY }, (_, index) => withdrawn(30_000 + index));
  assert.deepEqual((await desk.importing({ tickets })).body, { tickets: MANY, refused: [] });
  const who = await desk.signIn(WHO.email);
  const past = await desk.stored(tickets[MANY - 1].opening.number);
  await desk.counts();

  const answer = await who.post("/api/v1/me/erasure", { confirm: "BORRAR" });
  assert.equal(answer.status, 202, answer.text);
  assertProblem(await who.get("/api/v1/session"), 401, "sign_in_required", "the account is nobody's at once");
  assert.deepEqual(await desk.rows("SELECT name, phone FROM account WHERE id = ?", WHO.id), [{ name: "", phone: null }]);
  const left = (await traces()).length;
  assert.ok(left > 0 && left < MANY, `${left} are left to cron`);
  assert.deepEqual(await record(), [], "it isn't at its end");

  // A run that died after the photos and before the rest does the same again.
  await desk.db.prepare("UPDATE erasure SET done_to = 0 WHERE account_id = ?").bind(WHO.id).run();
  for (let runs = 0; (await record()).length === 0; runs += 1) {
    assert.ok(runs < 20, "it comes to an end");
    await Promise.all([desk.sendCron(), desk.sendCron()]);
  }
  assert.deepEqual(await traces(), []);
  assert.deepEqual(await record(), [{ actor: WHO.id, actor_role: "client", subject: WHO.id }], "on record once");
  for (const count of await desk.counts()) assert.ok(count.statements <= QUERIES, `${count.what}: ${count.statements}`);

  const now = await desk.stored(tickets[MANY - 1].opening.number);
  assert.equal(now.row.state.request.full_name, "Persona retirada");
  assert.deepEqual(now.events.map(({ seq, at, body }) => [seq, at, body.event]), past.events.map(({ seq, at, body }) => [seq, at, body.event]));
  const read = await (await desk.as("pablo")).read(tickets[0].opening.number);
  assert.equal(read.body.request.full_name, "Persona retirada", "replay is still the projection");

  const runs = (await desk.rows("SELECT report FROM cron_run WHERE job = 'erasure'")).length;
  await desk.sendCron();
  assert.equal((await desk.rows("SELECT report FROM cron_run WHERE job = 'erasure'")).length, runs, "nothing more to do");
});

test("whoever has few is erased within the request, on record at once", async () => {
  const few = await desk.signIn("pocas@hotel.co");
  assert.equal((await few.post("/api/v1/me/erasure", { confirm: "BORRAR" })).status, 204);
  assert.ok((await record()).some(({ subject }) => subject === few.me.account));
});
