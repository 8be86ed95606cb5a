// Consent with the form of a ticket (Ley 1581 de 2012, art. 9): asked once, refused without, never of whoever calls.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

const kept = (account) => desk.rows("SELECT version, asked_at, told_by FROM consent WHERE account_id = ?", account);
const openings = async (account) => (await desk.rows("SELECT number FROM ticket WHERE requester_id = ?", account)).length;

test("whoever hasn't agreed is refused with the field and what to do, and nothing is written", async () => {
  const luis = await desk.as("luis");
  assert.equal(luis.me.consented, false);
  for (const [consent, code] of [[undefined, "consent_missing"], [null, "consent_missing"], ["", "other_version"], ["1999-01-01", "other_version"]]) {
    const body = { draft: draft({ email: PEOPLE.luis.email }), branch: null, origin: null, consent };
    const [error] = assertProblem(await luis.write("/api/v1/tickets", body), 422, "invalid", String(consent));
    assert.deepEqual([error.pointer, error.code], ["/consent", code]);
    assert.ok(error.detail);
  }
  assert.deepEqual([await openings("luis"), await kept("luis")], [0, []]);
});

test("the form's consent is kept with its version, once, and nobody is asked again", async () => {
  const luis = await desk.as("luis");
  const key = freshKey();
  const first = await luis.open(draft(), { key });
  assert.equal(first.status, 201, first.text);
  assert.deepEqual(await kept("luis"), [{ version: CONSENT, asked_at: "form", told_by: null }]);
  assert.equal((await luis.get("/api/v1/session")).body.consented, true);
  const given = (await luis.get("/api/v1/me/consent")).body.given_at;
  assert.ok(Math.abs(Date.parse(given) - Date.now()) < 60_000, given);
  assert.equal((await luis.open(draft(), { key })).body.number, first.body.number, "sent again it is the same ticket");

  const without = { draft: draft({ subject: "Otra cosa que pasa en la caja del hotel" }), branch: null, origin: null };
  assert.equal((await luis.write("/api/v1/tickets", without)).status, 201, "a program of somebody who agreed need not say it");
  assert.equal((await luis.get("/api/v1/me/consent")).body.given_at, given);
  const [error] = assertProblem(await luis.open(draft(), { consent: "1999-01-01" }), 422, "invalid");
  assert.equal(error.code, "other_version", "nobody agrees to a text that isn't the one in force");
});

test("consent given on the page of one's own data counts for the form", async () => {
  const berta = await desk.as("berta");
  assert.equal((await berta.post("/api/v1/me/consent", { version: CONSENT })).status, 200);
  assert.equal((await berta.write("/api/v1/tickets", { draft: draft(), branch: null, origin: null })).status, 201);
  assert.deepEqual(await kept("berta"), [{ version: CONSENT, asked_at: "portal", told_by: null }]);
});

test("whoever calls is helped without it; what an agent told them is kept with who told it (R10)", async () => {
  const pablo = await desk.as("pablo");
  const call = (email, consent) => pablo.write("/api/v1/tickets", { draft: draft({ email }), branch: null, origin: null, consent });
  assert.equal((await call(PEOPLE.gloria.email)).status, 201);
  assert.deepEqual(await kept("gloria"), []);
  assert.equal((await call(PEOPLE.gloria.email, CONSENT)).status, 201);
  assert.deepEqual(await kept("gloria"), [{ version: CONSENT, asked_at: "phone", told_by: "pablo" }]);
  assert.deepEqual(await kept("pablo"), [], "the agent agreed to nothing");
  assertProblem(await call(PEOPLE.gloria.email, "1999-01-01"), 422, "invalid");
});

test("a critical form of somebody unknown needs it too, and it becomes its owner's when they confirm", async () => {
  const email = "sinfirma@hotel.co";
  const critical = draft({ email, guest_waiting: true });
  const stranger = desk.stranger();
  const [error] = assertProblem(await stranger.write("/api/v1/tickets", { draft: critical, branch: null, origin: null }), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/consent", "consent_missing"]);
  const sent = await stranger.open(critical);
  assert.equal(sent.status, 201, sent.text);
  assert.deepEqual(await desk.rows("SELECT consent FROM unconfirmed WHERE email = ?", email), [{ consent: CONSENT }]);
  const mail = await desk.mailTo(email, ({ text }) => text.includes(`/confirmar/${sent.body.number}#`));
  const [, secret] = /\/confirmar\/\d{7}#([\w-]+)/.exec(mail.text);
  assert.equal((await stranger.post(`/api/v1/tickets/${sent.body.number}/confirmation`, { secret })).status, 200);
  const code = await mailedCode(desk, email);
  const owner = await stranger.post("/api/v1/session", { email, code });
  assert.equal(owner.body.consented, true);
  assert.deepEqual(await kept(owner.body.account), [{ version: CONSENT, asked_at: "form", told_by: null }]);
});
