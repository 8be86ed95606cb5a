// The record of staff acts: it only grows, administrators alone read it, and nothing typed is a wildcard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";

let desk, elena;
before(async () => {
  desk = await startDesk();
  elena = await desk.as("elena");
  const row = "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)";
  const at = "2026-07-14T15:00:00Z";
  await desk.db.prepare(row).bind(at, "elena", "administrator", "role_changed", "account", "pablo", '{"to":"100%"}').run();
});
after(() => desk?.stop());

test("an import leaves its entry", async () => {
  const { status, body } = await elena.get("/api/v1/audit?act=imported");
  assert.equal(status, 200);
  assert.deepEqual(body.entries.map(({ actor, subject, detail }) => ({ actor, subject, detail })), [
    { actor: null, subject: "import", detail: { accounts: "10", companies: "2" } },
  ]);
});

test("entries can be neither changed nor deleted", async () => {
  await assert.rejects(desk.db.prepare("UPDATE audit SET act = 'x'").run(), /only grows/);
  await assert.rejects(desk.db.prepare("DELETE FROM audit").run(), /only grows/);
});

test("administrators alone read it; for others there is nothing", async () => {
  for (const name of ["ana", "gloria", "pablo", "diego", "clara"]) {
    assertProblem(await (await desk.as(name)).get("/api/v1/audit"), 404, "not_found", name);
  }
  assertProblem(await desk.stranger().get("/api/v1/audit"), 401, "sign_in_required");
});

test("fault 21: wildcards are looked for as they stand", async () => {
  const found = async (query) => (await elena.get(`/api/v1/audit?${query}`)).body.entries.map((entry) => entry.act);
  assert.deepEqual(await found("text=%25"), ["role_changed"]);
  assert.deepEqual(await found("text=_ab_o"), []);
  assert.deepEqual(await found("who=s%C3%A1enz"), ["role_changed"]);
  assert.deepEqual(await found("from=2026-07-14&to=2026-07-14"), ["role_changed"]);
  assert.deepEqual(await found("to=2026-07-13"), []);
});

test("a day or page that can't be meant is refused by name", async () => {
  for (const [query, pointer] of [["from=ayer", "/from"], ["to=2026-02-30", "/to"], ["after=x", "/after"]]) {
    const errors = assertProblem(await elena.get(`/api/v1/audit?${query}`), 422, "invalid", query);
    assert.equal(errors[0].pointer, pointer);
  }
});
