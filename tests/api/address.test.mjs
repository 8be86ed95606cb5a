// One's own address: nothing changes until the new one is proven; then everything else that opened the account is over.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { codeOf, holder, mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";

let desk;
before(async () => {
  desk = await startDesk({ counting: true });
});
after(() => desk?.stop());

/** Mails an hour with a code that leave for one address. */
const MAILS_AT_WILL = 5;
let count = 0;
const fresh = () => `nueva${(count += 1)}@correo.co`;
const want = (who, email) => who.post("/api/v1/me/address/codes", { email });
const prove = (who, code) => who.ask("/api/v1/me/address", { method: "PUT", body: { code } });
const live = async (who) => (await who.get("/api/v1/session")).status;
const addressOf = async (account) => (await desk.rows("SELECT email FROM account WHERE id = ?", account))[0].email;
/** Asks for a code at a new address and reads it there. */
async function wanted(who, email) {
  const asked = await want(who, email);
  assert.equal(asked.status, 202, asked.text);
  return codeOf(await desk.mailTo(email, (mail) => mail.subject.includes("cambiar de correo")));
}
const wrong = (code) => (code === "000000" ? "111111" : "000000");

test("fault 16: nothing changes until the new address is proven; then every other way in is over and tickets stay", async () => {
  const ana = await desk.signIn(PEOPLE.ana.email);
  const elsewhere = await desk.signIn(PEOPLE.ana.email);
  const { number } = (await ana.open(draft())).body;
  const { id: link, secret } = (await ana.write(`/api/v1/tickets/${number}/links`, { hours: 12 })).body;
  const opened = await desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret, name: "Marta", consent: CONSENT });
  const pass = desk.stranger({ Cookie: opened.headers.get("set-cookie").split(";")[0] });
  assert.equal((await pass.read(number)).status, 200);
  const email = fresh();
  const code = await wanted(ana, email);
  assert.equal(await addressOf("ana"), PEOPLE.ana.email, "asking changes nothing");
  assertProblem(await prove(ana, wrong(code)), 401, "code_wrong");
  assert.equal(await addressOf("ana"), PEOPLE.ana.email);
  const old = await mailedCode(desk, PEOPLE.ana.email);

  const changed = await prove(ana, code);
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual([changed.body.account, changed.body.email], ["ana", email]);
  const now = holder(desk, changed, changed.body);
  assert.deepEqual([await live(now), await live(ana), await live(elsewhere), (await pass.read(number)).status], [200, 401, 401, 401]);
  assertProblem(await desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret, name: "Marta", consent: CONSENT }), 410, "link_invalid");
  assertProblem(await desk.stranger().post("/api/v1/session", { email: PEOPLE.ana.email, code: old }), 401, "code_wrong");
  assert.equal((await now.read(number)).status, 200, "tickets stay with the account");
  assert.equal((await desk.signIn(email)).me.account, "ana");
  assert.notEqual((await desk.signIn(PEOPLE.ana.email)).me.account, "ana", "the old address is nobody's in particular");

  await desk.sendCron();
  const told = await desk.mailTo(PEOPLE.ana.email, (mail) => mail.subject.includes("correo de su cuenta cambió"));
  assert.match(told.text, /Si no fue usted, llame/);
  assert.ok(!told.text.includes(email), "whoever reads the old mailbox isn't told the new one");
  const ended = await desk.rows("SELECT actor, detail FROM audit WHERE act = 'hand_over_link_revoked' AND subject = ?", number);
  assert.deepEqual(ended.map(({ actor, detail }) => [actor, JSON.parse(detail)]), [["ana", { because: "address_changed", link }]]);
  const [entry] = await desk.rows("SELECT actor, detail FROM audit WHERE act = 'address_changed'");
  assert.deepEqual([entry.actor, entry.detail], ["ana", "{}"]);
});

test("fault 16, fault 20: an address that has an account is answered alike, gets no code, and nothing is merged", async () => {
  const luis = await desk.signIn(PEOPLE.luis.email);
  const [free, taken] = [await want(luis, fresh()), await want(luis, PEOPLE.berta.email)];
  assert.deepEqual([taken.status, taken.text], [free.status, free.text]);
  const mail = await desk.mailTo(PEOPLE.berta.email, (mail) => mail.subject.includes("ya tiene una cuenta"));
  assert.doesNotMatch(mail.text, /\b\d{6}\b/);
  for (let guess = 0; guess < 5; guess += 1) assertProblem(await prove(luis, `00000${guess}`), 401, "code_wrong");
  assertProblem(await prove(luis, "000009"), 401, "code_expired");
  assert.deepEqual([await addressOf("luis"), await addressOf("berta")], [PEOPLE.luis.email, PEOPLE.berta.email]);
});

test("fault 20: an address that has an account and one that hasn't cost the same work before the answer", async () => {
  const luis = await desk.signIn(PEOPLE.luis.email);
  const seen = [];
  for (const email of [PEOPLE.berta.email, fresh()]) {
    await desk.counts();
    const { status, text, headers } = await want(luis, email);
    const [{ trips, statements }] = await desk.counts();
    seen.push({ status, text, headers: [...headers.keys()], trips, statements });
  }
  assert.deepEqual(seen[0], seen[1]);
});

test("fault 16: an address that became somebody's while the code travelled stays theirs", async () => {
  const luis = await desk.signIn(PEOPLE.luis.email);
  const email = fresh();
  const code = await wanted(luis, email);
  const { me } = await desk.signIn(email);
  assertProblem(await prove(luis, code), 401, "code_expired");
  assert.deepEqual([await addressOf("luis"), await addressOf(me.account)], [PEOPLE.luis.email, email]);
  assert.equal(await live(luis), 200, "what came to nothing ends nothing");
});

test("a code is of one account and one address, works once, and asking again replaces it", async () => {
  const [luis, berta] = [await desk.signIn(PEOPLE.luis.email), await desk.signIn(PEOPLE.berta.email)];
  await hourLater();
  const [first, second] = [fresh(), fresh()];
  const old = await wanted(luis, first);
  const code = await wanted(luis, second);
  await want(berta, fresh());
  if (code !== old) assertProblem(await prove(luis, old), 401, "code_wrong");
  assertProblem(await prove(berta, code), 401, "code_wrong");
  const answers = await Promise.all([1, 2, 3].map(() => prove(luis, code)));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 401, 401], answers.map((answer) => answer.text).join("\n"));
  assert.equal(await addressOf("luis"), second);
  const again = await desk.signIn(second);
  assertProblem(await prove(again, code), 401, "code_expired");
  await desk.db.prepare("UPDATE account SET email = ? WHERE id = 'luis'").bind(PEOPLE.luis.email).run();
});

test("a code lasts ten minutes, and guesses are counted over every code that was asked for", async () => {
  const berta = await desk.signIn(PEOPLE.berta.email);
  await hourLater();
  const code = await wanted(berta, fresh());
  await desk.db.prepare("UPDATE address_change SET expires_at = '2020-01-01T00:00:00Z' WHERE account_id = 'berta'").run();
  assertProblem(await prove(berta, code), 401, "code_expired");
  await hourLater();
  let last;
  for (let guess = 0; guess < 9; guess += 1) {
    if (guess % 4 === 0) last = await wanted(berta, fresh());
    assertProblem(await prove(berta, wrong(last)), 401, "code_wrong");
  }
  assertProblem(await prove(berta, last), 429, "codes_paused");
});

test("staff change theirs too, and keep their second factor", async () => {
  const pablo = await desk.signIn(PEOPLE.pablo.email);
  const email = "pablo.ruiz@soho.co";
  const changed = await prove(pablo, await wanted(pablo, email));
  assert.deepEqual([changed.body.role, changed.body.factor], ["agent", "passed"]);
  const half = await desk.halfSignIn(email);
  assert.deepEqual([half.me.account, half.me.factor], ["pablo", "ask"]);
  assertProblem(await want(half, fresh()), 403, "second_factor_required");
});

test("fault 19: nobody's mailbox is filled by whoever wants to change to it, and the code that was mailed holds", async () => {
  const gloria = await desk.signIn(PEOPLE.gloria.email);
  const email = fresh();
  const queued = async () => (await desk.rows("SELECT count(*) AS n FROM outbox WHERE to_address = ?", email))[0].n;
  let code;
  for (let ask = 1; ask <= MAILS_AT_WILL; ask += 1) {
    assert.equal((await want(gloria, email)).status, 202);
    await desk.mailLeaves();
    code = codeOf((await desk.mails()).findLast(({ to }) => to.includes(email)));
  }
  for (let ask = 0; ask < 5; ask += 1) assert.equal((await want(gloria, email)).status, 202);
  assert.equal(await queued(), MAILS_AT_WILL);
  await desk.db.prepare("UPDATE account SET email = ? WHERE id = 'gloria'").bind(PEOPLE.gloria.email).run();
});

test("fault 19: nor by whoever wants another address in between", async () => {
  const gloria = await desk.signIn(PEOPLE.gloria.email);
  const email = fresh();
  for (let ask = 0; ask < MAILS_AT_WILL; ask += 1) assert.equal((await want(gloria, email)).status, 202);
  for (let round = 0; round < 3; round += 1) {
    assert.equal((await want(gloria, fresh())).status, 202);
    assert.equal((await want(gloria, email)).status, 202);
  }
  const [{ n }] = await desk.rows("SELECT count(*) AS n FROM outbox WHERE to_address = ?", email);
  assert.equal(n, MAILS_AT_WILL);
  await desk.rows("DELETE FROM address_change WHERE account_id = 'gloria'");
});

test("fault 19: whoever asks for codes of an address keeps its owner from changing to it no more than from signing in", async () => {
  const gloria = await desk.signIn(PEOPLE.gloria.email);
  const email = fresh();
  for (let ask = 0; ask < MAILS_AT_WILL + 3; ask += 1) {
    assert.equal((await desk.stranger().post("/api/v1/session/codes", { email })).status, 202);
  }
  await desk.mailLeaves();
  const known = (await desk.mails()).length;
  for (let ask = 0; ask < 3; ask += 1) assert.equal((await want(gloria, email)).status, 202);
  await desk.mailLeaves();
  const mails = (await desk.mails()).slice(known).filter(({ to }) => to.includes(email));
  assert.equal(mails.length, 1, "one that was mailed holds");
  assert.equal((await prove(gloria, codeOf(mails[0]))).status, 200);
  await desk.db.prepare("UPDATE account SET email = ? WHERE id = 'gloria'").bind(PEOPLE.gloria.email).run();
});

test("an address that is none, or one's own, is refused at the field", async () => {
  const gloria = await desk.signIn(PEOPLE.gloria.email);
  for (const [email, code] of [["no es", "email_invalid"], [PEOPLE.gloria.email.toUpperCase(), "same_address"]]) {
    const [error] = assertProblem(await want(gloria, email), 422, "invalid");
    assert.equal(error.pointer, "/email");
    if (code === "same_address") assert.equal(error.code, code);
  }
  assertProblem(await prove(gloria, "123456"), 401, "code_expired", "nothing was asked for");
});

const hourLater = () => desk.db.prepare("UPDATE address_change SET since = '2020-01-01T00:00:00Z'").run();
