// The first administrator of a new deployment: whoever proves the address that a setting names, and nobody after them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";

const FIRST = "Jefa@Soho.co";
const KEY = "jefa@soho.co";

let desk;
before(async () => {
  desk = await startDesk({ vars: { FIRST_ADMINISTRATOR: FIRST } });
});
after(() => desk?.stop());

const role = async (email) => (await desk.rows("SELECT role FROM account WHERE email = ?", email))[0]?.role;
const nobodyAdministers = () => desk.db.prepare("UPDATE account SET role = 'supervisor' WHERE role = 'administrator'").run();
const appointments = () => desk.rows("SELECT actor, subject, detail FROM audit WHERE act = 'role_changed'");

test("while somebody administers, the setting does nothing", async () => {
  const { me } = await desk.signIn(KEY);
  assert.deepEqual([me.role, me.factor], ["client", "none_needed"]);
  assert.deepEqual(await appointments(), []);
});

test("while nobody does, no other address becomes it, however it signs in", async () => {
  await nobodyAdministers();
  await desk.halfSignIn(PEOPLE.pablo.email);
  await desk.signIn("jefa@soho.com");
  assert.deepEqual(await desk.rows("SELECT 1 FROM account WHERE role = 'administrator'"), []);
});

test("whoever proves the named address becomes it once, half signed in until the second factor, on record; older sessions end", async () => {
  const [before] = await desk.rows("SELECT token_hash FROM session s JOIN account a ON a.id = s.account_id WHERE a.email = ?", KEY);
  const half = await desk.halfSignIn(FIRST);
  assert.deepEqual([half.me.role, half.me.factor, half.me.company], ["administrator", "enrol", null]);
  assertProblem(await half.get("/api/v1/people"), 403, "second_factor_required");
  assert.deepEqual(await desk.rows("SELECT 1 FROM session WHERE token_hash = ?", before.token_hash), []);
  const [{ expires_at }] = await desk.rows("SELECT expires_at FROM session s JOIN account a ON a.id = s.account_id WHERE a.email = ?", KEY);
  assert.ok(Date.parse(expires_at) - Date.now() <= 12 * 3_600_000, "it lasts no longer than one of staff");
  const [{ actor, subject, detail }] = await appointments();
  assert.deepEqual([actor, subject, JSON.parse(detail).reason], [null, half.me.account, "FIRST_ADMINISTRATOR"]);

  const whole = await desk.signIn(FIRST);
  assert.equal((await whole.get("/api/v1/people")).status, 200);
  assert.equal((await appointments()).length, 1, "the second time changes nothing");
});

test("an administrator who is there, even deactivated, is one: the setting makes no second", async () => {
  await desk.db.prepare("UPDATE account SET role = 'client' WHERE email = ?").bind(KEY).run();
  await desk.db.prepare("UPDATE account SET role = 'administrator', deactivated_at = '2026-01-01T00:00:00Z' WHERE id = 'elena'").run();
  assert.equal((await desk.signIn(FIRST)).me.role, "client");
  assert.equal(await role(KEY), "client");
});
