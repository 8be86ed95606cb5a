// Invitations: mailed, hashed, for a week, once; accepted by a button and never by a look at the link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { holder, PEOPLE, startDesk } from "../support/desk.mjs";

let desk, elena;
before(async () => {
  desk = await startDesk();
  elena = await desk.as("elena");
});
after(() => desk?.stop());

const AT_CARIBE = { role: "client", company: "caribe", branch: "caribe-norte" };
let count = 0;
const fresh = () => `invitada${(count += 1)}@nuevo.co`;
const invite = (email, place = AT_CARIBE, name = "Inés Vega") => elena.post("/api/v1/invitations", { email, name, place });
const LINK = /\/invitacion#([\w-]+)/;
/** What the link carries of the newest invitation mailed to an address, but for those seen. */
async function mailed(email, seen = []) {
  await desk.sendCron();
  const mail = await desk.mailTo(email, (mail) => LINK.test(mail.text) && !seen.includes(LINK.exec(mail.text)[1]));
  return { token: LINK.exec(mail.text)[1], mail };
}
const accept = (token, who = desk.stranger()) => who.post("/api/v1/invitations/acceptance", { token });
const acts = async (subject) => (await desk.rows("SELECT act FROM audit WHERE subject = ? ORDER BY id", subject)).map(({ act }) => act);
const open = async () => (await elena.get("/api/v1/invitations")).body.invitations;

test("an invitation makes its address somebody, with the name and place it says, once", async () => {
  const email = fresh();
  const sent = await invite(email.toUpperCase());
  assert.equal(sent.status, 201, sent.text);
  assert.deepEqual(sent.body.standing.company, ["caribe", "Hoteles Caribe"]);
  assert.ok((await open()).some((one) => one.id === sent.body.id && one.email === email));
  const { token, mail } = await mailed(email);
  assert.match(mail.text, /Elena Sáenz le invita a entrar como .*Hoteles Caribe \(Caribe Norte\)/);

  const accepted = await accept(token);
  assert.equal(accepted.status, 200, accepted.text);
  const { email: of, name, role, company, branches } = accepted.body;
  assert.deepEqual([of, name, role, company[0], branches.map(([id]) => id)], [email, "Inés Vega", "client", "caribe", ["caribe-norte"]]);
  const ines = holder(desk, accepted, accepted.body);
  assert.equal((await ines.get("/api/v1/session")).body.account, ines.me.account);
  assertProblem(await accept(token), 410, "link_invalid");
  assert.deepEqual(await acts(sent.body.id), ["invitation_sent", "invitation_accepted"]);
  assert.ok(!(await open()).some((one) => one.id === sent.body.id));
});

test("the link says who invites, as what and until when, to whoever holds it and only while it holds", async () => {
  const email = fresh();
  const sent = await invite(email);
  const { token } = await mailed(email);
  const offer = (token) => desk.stranger().post("/api/v1/invitations/offer", { token });
  const { status, body } = await offer(token);
  assert.equal(status, 200);
  assert.deepEqual(body, { by: "Elena Sáenz", name: "Inés Vega", standing: sent.body.standing, expires_at: sent.body.expires_at });
  assert.equal((await offer(token)).status, 200, "looking changes nothing");
  assertProblem(await offer(`${token}x`), 410, "link_invalid");
  await accept(token);
  assertProblem(await offer(token), 410, "link_invalid");
});

test("one of staff who accepts is only half signed in: they set a second factor up first", async () => {
  const email = fresh();
  await invite(email, { role: "agent", company: null, branch: null });
  const accepted = await accept((await mailed(email)).token);
  assert.deepEqual([accepted.body.role, accepted.body.factor], ["agent", "enrol"]);
  const half = holder(desk, accepted, accepted.body);
  assertProblem(await half.get("/api/v1/staff"), 403, "second_factor_required");
});

test("accepted four times at once, one is somebody", async () => {
  const email = fresh();
  await invite(email);
  const { token } = await mailed(email);
  const answers = await Promise.all([1, 2, 3, 4].map(() => accept(token)));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 410, 410, 410]);
  const accounts = await desk.rows("SELECT id FROM account WHERE email = ?", email);
  assert.equal((await desk.rows("SELECT 1 FROM session WHERE account_id = ?", accounts[0].id)).length, 1);
});

test("fault 22: whoever only looks at the link accepts nothing; only the button's POST does", async () => {
  const email = fresh();
  await invite(email);
  const { token, mail } = await mailed(email);
  for (const [address] of mail.text.matchAll(/https?:\/\/\S+/g)) {
    const { pathname } = new URL(address);
    for (const method of ["GET", "HEAD"]) await desk.fetch(pathname, { method });
    assert.ok(!pathname.includes(token), "what no server is sent no scanner tells it");
  }
  assert.equal((await desk.stranger().get(`/api/v1/invitations/acceptance?token=${token}`)).status, 405);
  assert.equal((await accept(token)).status, 200);
});

test("fault 15: the secret has 256 bits, is stored hashed alone, and is gone from the outbox once it left", async () => {
  const email = fresh();
  await invite(email);
  const { token } = await mailed(email);
  assert.ok(Buffer.from(token, "base64url").length >= 32);
  for (const { name } of await desk.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")) {
    assert.ok(!JSON.stringify(await desk.rows(`SELECT * FROM ${name}`)).includes(token), name);
  }
});

test("fault 15: an invitation expires within a week", async () => {
  const email = fresh();
  const { body } = await invite(email);
  assert.ok(Date.parse(body.expires_at) - Date.now() <= 7 * 24 * 3_600_000);
  const { token } = await mailed(email);
  await desk.db.prepare("UPDATE invitation SET expires_at = '2020-01-01T00:00:00Z' WHERE id = ?").bind(body.id).run();
  assertProblem(await accept(token), 410, "link_invalid");
});

test("sent again it has another secret, and the one before is worth nothing", async () => {
  const email = fresh();
  const { body } = await invite(email);
  const first = await mailed(email);
  const again = await elena.post(`/api/v1/invitations/${body.id}/mails`);
  assert.equal(again.status, 200, again.text);
  const second = await mailed(email, [first.token]);
  assertProblem(await accept(first.token), 410, "link_invalid");
  assert.equal((await accept(second.token)).status, 200);
  assertProblem(await elena.post(`/api/v1/invitations/${body.id}/mails`), 404, "not_found", "it ended");
});

test("taken back, it opens nothing, and the address can be invited anew", async () => {
  const email = fresh();
  const { body } = await invite(email);
  const { token } = await mailed(email);
  assert.equal((await elena.ask(`/api/v1/invitations/${body.id}`, { method: "DELETE" })).status, 204);
  assertProblem(await accept(token), 410, "link_invalid");
  assertProblem(await elena.ask(`/api/v1/invitations/${body.id}`, { method: "DELETE" }), 404, "not_found");
  assert.deepEqual(await acts(body.id), ["invitation_sent", "invitation_revoked"]);
  assert.equal((await invite(email)).status, 201);
});

test("whoever was deactivated is let in again before they are invited; an invitation that waited for them is taken back", async () => {
  const email = fresh();
  const them = await desk.signIn(email);
  const off = () => elena.post(`/api/v1/people/${them.me.account}/deactivation`);
  const { body: waiting } = await invite(email);
  const { token } = await mailed(email);
  assert.equal((await off()).status, 200);
  // Nothing is left that looks as if it held.
  assert.ok(!(await open()).some((one) => one.id === waiting.id));
  assertProblem(await elena.post(`/api/v1/invitations/${waiting.id}/mails`), 404, "not_found");
  assertProblem(await accept(token), 410, "link_invalid");
  const [, ended] = await desk.rows("SELECT act, actor, detail FROM audit WHERE subject = ? ORDER BY id", waiting.id);
  assert.deepEqual([ended.act, ended.actor, JSON.parse(ended.detail)], ["invitation_revoked", "elena", { because: "person_deactivated", role: "client" }]);

  const [refused] = assertProblem(await invite(email), 422, "invalid");
  assert.deepEqual([refused.pointer, refused.code], ["/email", "deactivated"]);
  assert.match(refused.detail, /vuelva a activarla/);
  assert.equal((await desk.rows("SELECT 1 FROM invitation WHERE open_for = ?", email)).length, 0);
  assert.equal((await elena.ask(`/api/v1/people/${them.me.account}/deactivation`, { method: "DELETE" })).status, 200);
  assert.equal((await invite(email)).status, 201);
  const accepted = await accept((await mailed(email, [token])).token);
  assert.deepEqual([accepted.status, accepted.body.account], [200, them.me.account], "the same account, with what was theirs");
  // Of a hotel, too, the reason comes first that an administrator can do something about.
  await off();
  assert.equal(assertProblem(await invite(email), 422, "invalid")[0].code, "deactivated");
});

test("an invitation that somebody can't accept any more, for they were given a place, is taken back", async () => {
  const email = fresh();
  const them = await desk.signIn(email);
  const { body: waiting } = await invite(email);
  const { token } = await mailed(email);
  const moved = await elena.ask(`/api/v1/people/${them.me.account}/place`, { method: "PUT", body: { role: "client", company: "andes", branch: null } });
  assert.equal(moved.status, 200, moved.text);
  assertProblem(await accept(token), 410, "link_invalid");
  assert.ok(!(await open()).some((one) => one.id === waiting.id));
  assert.deepEqual(await acts(waiting.id), ["invitation_sent", "invitation_revoked"]);
});

test("whoever stands somewhere, or is invited already, isn't invited", async () => {
  const email = fresh();
  await invite(email);
  for (const [address, code] of [[email, "already_invited"], [PEOPLE.ana.email, "already_somebody"], [PEOPLE.pablo.email, "already_somebody"]]) {
    assert.deepEqual(assertProblem(await invite(address), 422, "invalid").map((error) => [error.pointer, error.code]), [["/email", code]]);
  }
  for (const [body, pointer] of [
    [{ email: "no es", name: "Inés", place: AT_CARIBE }, "/email"],
    [{ email: fresh(), name: " ", place: AT_CARIBE }, "/name"],
    [{ email: fresh(), name: "Inés", place: { role: "agent", company: "caribe", branch: null } }, "/place/company"],
    [{ email: fresh(), name: "Inés", place: { role: "client", company: "no-hay", branch: null } }, "/place/company"],
    [{ email: fresh(), name: "Inés", place: { role: "client", company: "andes", branch: "caribe-norte" } }, "/place/branch"],
  ]) {
    assert.equal(assertProblem(await elena.post("/api/v1/invitations", body), 422, "invalid")[0].pointer, pointer);
  }
});

test("fault 16: an invitation changes no account that was given a place meanwhile, nor one that is closed", async () => {
  const email = fresh();
  const { me } = await desk.signIn(email);
  assert.equal((await invite(email)).status, 201, "whoever stands nowhere can be invited");
  const { token } = await mailed(email);
  const place = { role: "client", company: "andes", branch: null };
  assert.equal((await elena.ask(`/api/v1/people/${me.account}/place`, { method: "PUT", body: place })).status, 200);
  assertProblem(await accept(token), 410, "link_invalid");
  const [row] = await desk.rows("SELECT role, company_id FROM account WHERE id = ?", me.account);
  assert.deepEqual(row, { role: "client", company_id: "andes" });
});

test("accepting ends the sessions that the address had as nobody in particular", async () => {
  const email = fresh();
  const before = await desk.signIn(email);
  await invite(email);
  const accepted = await accept((await mailed(email)).token);
  assert.equal(accepted.body.account, before.me.account, "what they opened stays theirs");
  assertProblem(await before.get("/api/v1/session"), 401, "sign_in_required");
});

test("fault 20: a line break or a comma in a name adds no recipient and no line", async () => {
  const email = fresh();
  const sent = await invite(email, AT_CARIBE, "Inés\r\nBcc: otro@nuevo.co, Vega");
  assert.equal(sent.body.name, "Inés Bcc: otro@nuevo.co, Vega");
  const { mail } = await mailed(email);
  assert.deepEqual(mail.to, [email]);
});
