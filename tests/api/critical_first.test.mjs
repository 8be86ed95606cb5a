// A critical ticket of somebody who isn't signed in is taken at once, and its address confirmed afterwards (R7).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, caller, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { draft, ticketNumber } from "../support/guide.mjs";

const A_DAY = 3;

let desk;
before(async () => (desk = await startDesk()));
after(() => desk?.stop());

const critical = (changes = {}) => draft({ guest_waiting: true, ...changes });
const send = (changes, request) => desk.stranger().open(critical(changes), request);
const holder = (answer) => caller(desk, { Cookie: answer.headers.get("set-cookie").split(";")[0] });
const confirm = (number, secret) => desk.stranger().post(`/api/v1/tickets/${number}/confirmation`, { secret });

/** The secret in the mail that asks an address to confirm a ticket. */
async function secretFor(number, email) {
  const mail = await desk.mailTo(email, (mail) => mail.text.includes(`/confirmar/${number}#`));
  return { mail, secret: /\/confirmar\/\d{7}#([\w-]+)/.exec(mail.text)[1] };
}

test("it has its number and promises at once, is in the queue as unconfirmed, and its device keeps a way to it", async () => {
  const answer = await send({ email: "nueva1@hotel.co" });
  assert.equal(answer.status, 201, answer.text);
  const { number, promises, unconfirmed, door, company } = answer.body;
  assert.deepEqual([promises.length, unconfirmed, door, company], [2, true, "sender", "Hoteles Caribe"]);
  const device = holder(answer);
  assert.equal((await device.act(number, "reply", { body: "Ya van tres huéspedes" })).status, 200);
  assertProblem(await device.get("/api/v1/tickets"), 401, "sign_in_required");
  const queue = (await (await desk.as("pablo")).get("/api/v1/tickets")).body.tickets;
  assert.equal(queue.find((ticket) => ticket.number === number)?.unconfirmed, true);
  const { row, events } = await desk.stored(number);
  assert.deepEqual([row.company_id, row.state.unconfirmed, events[0].body.by.visitor.door], [null, true, "sender"]);
});

test("whatever isn't critical, or touches an account, asks to sign in first", async () => {
  for (const [about, answer] of [
    ["not critical", await desk.stranger().open(draft())],
    ["continuing", await desk.stranger().open(critical(), { origin: ["continues", ticketNumber(1)] })],
    ["a branch", await desk.stranger().open(critical(), { branch: "caribe-norte" })],
  ]) assertProblem(answer, 401, "sign_in_required", about);
});

test("fault 9: sent twice it is one ticket, and either answer keeps the device's way to it", async () => {
  const key = freshKey();
  const [one, two] = [await send({ email: "doble@hotel.co" }, { key }), await send({ email: "doble@hotel.co" }, { key })];
  assert.deepEqual([two.status, two.body.number], [201, one.body.number]);
  assert.equal((await holder(two).read(one.body.number)).status, 200);
  const rows = await desk.rows("SELECT count(*) AS n FROM unconfirmed WHERE email = 'doble@hotel.co'");
  assert.equal(rows[0].n, 1);
});

test("fault 9: sent unsigned and again after signing in, it is one ticket, and its device keeps its way to it", async () => {
  const key = freshKey();
  const email = PEOPLE.ana.email;
  const first = await send({ email }, { key });
  assert.equal(first.status, 201, first.text);
  const ana = await desk.as("ana");
  const again = await ana.open(critical({ email }), { key });
  assert.deepEqual([again.status, again.body.number, again.body.door], [201, first.body.number, "sender"], again.text);
  assert.equal((await holder(again).read(first.body.number)).status, 200);
  const { secret } = await secretFor(first.body.number, email);
  assert.equal((await confirm(first.body.number, secret)).status, 200);
  const confirmed = await ana.open(critical({ email }), { key });
  assert.deepEqual([confirmed.status, confirmed.body.number], [201, first.body.number], "once it is theirs, too");
  const other = await ana.open(critical({ email }));
  assert.notEqual(other.body.number, first.body.number, "another sending is another ticket");
});

test("fault 9: sent again once its device's way is over, it is told to be there already, and is no second ticket", async () => {
  const key = freshKey();
  const [email, subject] = ["tarde@hotel.co", "La respuesta se perdió hace ocho días"];
  const again = () => send({ email, subject }, { key });
  const first = await again();
  assert.equal(first.status, 201, first.text);
  const { number } = first.body;
  await desk.rows("UPDATE unconfirmed SET expires_at = '2026-01-08T00:00:00Z' WHERE ticket = ?", Number(number));
  await desk.rows("DELETE FROM pass WHERE ticket = ?", Number(number));
  for (const answer of [await again(), await (await desk.as("luis")).open(critical({ email, subject }), { key })]) {
    assertProblem(answer, 409, "already_received");
    assert.deepEqual([answer.body.ticket, answer.headers.get("set-cookie")], [number, null]);
    assert.ok(answer.body.title.includes(`${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`), answer.body.title);
  }
  const taken = await desk.rows("SELECT number FROM ticket WHERE state ->> '$.request.subject' = ?", subject);
  assert.deepEqual(taken, [{ number: Number(number) }]);
});

test("fault 16: a form in somebody else's address gives no sight of them or their hotel", async () => {
  const hers = await desk.ticket();
  const answer = await send({ email: PEOPLE.ana.email, full_name: "Quien Sea", company: "Otro" });
  const { number } = answer.body;
  const device = holder(answer);
  assertProblem(await device.read(hers.number), 401, "sign_in_required");
  const view = await device.read(number);
  for (const secret of [PEOPLE.ana.name, "Hoteles Caribe", "caribe-norte"]) assert.ok(!view.text.includes(secret), secret);
  for (const name of ["ana", "gloria"]) assertProblem(await (await desk.as(name)).read(number), 404, "not_found", name);
});

test("fault 11: a stranger's address gets one mail, with nothing in it that the sender wrote", async () => {
  const email = "victima@hotel.co";
  const { body } = await send({ email, subject: "Compre barato en mi tienda", description: "Visite https://malo.example ahora mismo, muy barato todo lo que vendemos." });
  const { mail } = await secretFor(body.number, email);
  for (const words of ["barato", "malo.example", "Ana Rojas"]) assert.ok(!`${mail.subject}${mail.text}${mail.html}`.includes(words), words);
  await (await desk.as("pablo")).act(body.number, "take");
  await (await desk.as("pablo")).act(body.number, "reply", { body: "Lo llamamos" });
  await desk.sendCron();
  assert.equal((await desk.mails()).filter((each) => each.to.includes(email)).length, 1);
});

test("its owner confirms with a button; then it is theirs and their hotel's, and the receipt comes", async () => {
  const email = PEOPLE.luis.email;
  const { body, headers } = await send({ email });
  const { secret } = await secretFor(body.number, email);
  assertProblem(await confirm(body.number, "nada"), 410, "link_invalid");
  const looked = await desk.fetch(`/confirmar/${body.number}`);
  assert.deepEqual([looked.status, looked.headers.get("set-cookie")], [200, null], "fault 22: looking confirms nothing");
  const answer = await confirm(body.number, secret);
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual([answer.body.unconfirmed, answer.body.company, answer.body.branch], [false, "Hoteles Caribe", "Caribe Sur"]);
  assertProblem(await confirm(body.number, secret), 410, "link_invalid");
  for (const name of ["luis", "gloria"]) assert.equal((await (await desk.as(name)).read(body.number)).status, 200, name);
  assertProblem(await (await desk.as("nora")).read(body.number), 404, "not_found", "another branch");
  assert.equal((await holder({ headers }).read(body.number)).status, 200, "the device that sent it goes on");
  const { row, events } = await desk.stored(body.number);
  assert.deepEqual([row.requester_id, row.company_id, row.branch_id, row.revision], ["luis", "caribe", "caribe-sur", events.length]);
  await desk.sendCron();
  await desk.mailTo(email, (mail) => mail.text.includes(`/tickets/${body.number}`));
});

test("its owner, signed in with that address, finds it by its number alone and says that it is theirs without the mail", async () => {
  const { email } = PEOPLE.nora;
  const { body } = await send({ email, subject: "Nadie puede facturar en la recepción" });
  const { secret } = await secretFor(body.number, email);
  const own = async (name) => (await (await desk.as(name)).get("/api/v1/me/unconfirmed"));
  const [found, nothing] = [await own("nora"), await own("berta")];
  assert.deepEqual(found.body.tickets.map(({ number }) => number), [body.number]);
  assert.deepEqual(Object.keys(found.body.tickets[0]), ["number", "sent_at"], "nothing that was written in it");
  assert.deepEqual(nothing.body, { tickets: [] });
  assertProblem(await own("pablo"), 404, "not_found", "staff send nothing like this");
  const says = async (who) => (await who).post(`/api/v1/tickets/${body.number}/confirmation`, {});
  assertProblem(await says(desk.stranger()), 401, "sign_in_required");
  assertProblem(await says(desk.as("berta")), 404, "not_found", "another address");
  assertProblem(await says(desk.as("pablo")), 404, "not_found", "staff");
  const answer = await says(desk.as("nora"));
  assert.deepEqual([answer.status, answer.body.unconfirmed, answer.body.company, answer.headers.get("set-cookie")], [200, false, "Hoteles Caribe", null], answer.text);
  const { row, events } = await desk.stored(body.number);
  assert.deepEqual([row.requester_id, row.revision], ["nora", events.length]);
  assert.deepEqual((await own("nora")).body, { tickets: [] });
  const again = await says(desk.as("nora"));
  assert.deepEqual([again.status, again.body.number, (await desk.stored(body.number)).events.length], [200, body.number, events.length], "the answer was lost");
  assert.deepEqual(events.at(-1).body.by, { person: { account: "nora", role: "hotel_administrator" } }, "in their own name");
  assertProblem(await confirm(body.number, secret), 410, "link_invalid", "the mail's link is used up too");
  const consents = await desk.rows("SELECT asked_at FROM consent WHERE account_id = 'nora'");
  assert.deepEqual(consents, [{ asked_at: "form" }]);
});

test("signed in with its address one finds what is open and still to be confirmed, and nothing else", async () => {
  const { email } = PEOPLE.gloria;
  const [late, over] = [await send({ email }), await send({ email })].map(({ body }) => body.number);
  const found = async () => (await (await desk.as("gloria")).get("/api/v1/me/unconfirmed")).body.tickets.map(({ number }) => number).sort();
  assert.deepEqual(await found(), [late, over].sort());
  await desk.rows("UPDATE unconfirmed SET expires_at = '2026-01-08T00:00:00Z' WHERE ticket = ?", Number(late));
  const closed = await (await desk.as("pablo")).act(over, "close_out_of_scope", { area: "training" });
  assert.equal(closed.status, 200, closed.text);
  assert.deepEqual(await found(), []);
  for (const number of [late, over, ticketNumber(7)]) {
    assertProblem(await (await desk.as("gloria")).post(`/api/v1/tickets/${number}/confirmation`, {}), 404, "not_found", number);
  }
});

/** A clerk made for one test, so that what becomes of them touches nobody else's. */
async function hired(id) {
  const who = { id, email: `${id}@andes.co`, name: "Inés Prada", phone: null, role: "client", company: "andes", branch: null };
  assert.equal((await desk.importing({ companies: [], accounts: [who] })).status, 200);
  return who;
}

/** A critical ticket that somebody sent unsigned and confirmed: its number, and who sends it again as the device did. */
async function confirmedOf({ id, email }) {
  const key = freshKey();
  const again = () => send({ email }, { key });
  const sent = await again();
  const { number } = sent.body;
  assert.equal((await confirm(number, (await secretFor(number, email)).secret)).status, 200, id);
  const device = holder(sent);
  assert.equal((await device.read(number)).status, 200, "its device has a way to it");
  return { number, device, again };
}

test("the device that sent it is out once its owner is: deactivated, of another role, or erased", async () => {
  const elena = await desk.as("elena");
  for (const [id, ends] of [
    ["ines1", (who) => elena.post(`/api/v1/people/${who.id}/deactivation`)],
    ["ines2", (who) => elena.ask(`/api/v1/people/${who.id}/place`, { method: "PUT", body: { role: "agent", company: null, branch: null } })],
    ["ines3", async (who, number) => {
      const herself = await desk.signIn(who.email);
      assert.equal((await herself.act(number, "withdraw")).status, 200);
      return herself.post("/api/v1/me/erasure", { confirm: "BORRAR" });
    }],
  ]) {
    const who = await hired(id);
    const { number, device, again } = await confirmedOf(who);
    const ended = await ends(who, number);
    assert.ok(ended.status < 300, `${id} ${ended.text}`);
    assertProblem(await device.read(number), 401, "sign_in_required", id);
    assertProblem(await device.act(number, "reply", { body: "Sigo aquí" }), 401, "sign_in_required", id);
    const { status, headers } = await again();
    assert.deepEqual([status, headers.get("set-cookie")], [409, null], `${id}: the same sending again gives no other way`);
  }
});

test("whoever was deactivated confirms nothing: the ticket stays nobody's, and the link is no more", async () => {
  const who = await hired("ines4");
  const { number } = (await send({ email: who.email })).body;
  const { secret } = await secretFor(number, who.email);
  const elena = await desk.as("elena");
  assert.equal((await elena.post(`/api/v1/people/${who.id}/deactivation`)).status, 200);
  assertProblem(await confirm(number, secret), 410, "link_invalid");
  const { row } = await desk.stored(number);
  assert.deepEqual([row.company_id, row.state.unconfirmed, row.requester_id === who.id], [null, true, false]);
  assert.equal((await elena.ask(`/api/v1/people/${who.id}/deactivation`, { method: "DELETE" })).status, 200);
  assert.equal((await confirm(number, secret)).status, 200, "let in again, they may");
});

test("an address has so many a day, also when they are sent at once; then its owner signs in first", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => send({ email: "muchos@hotel.co" })));
  const taken = answers.filter((answer) => answer.status === 201).length;
  assert.ok(taken <= A_DAY, `${taken}`);
  for (let more = taken; more < A_DAY; more++) assert.equal((await send({ email: "muchos@hotel.co" })).status, 201);
  assertProblem(await send({ email: "Muchos@Hotel.co" }), 401, "sign_in_required");
});

test("fault 13: nobody makes themselves known by an extra member", async () => {
  for (const extra of [{ unconfirmed: false }, { requester: "ana" }, { company: "caribe" }]) {
    const answer = await desk.stranger().write("/api/v1/tickets", { draft: critical(), branch: null, origin: null, ...extra });
    assertProblem(answer, 400, "malformed", JSON.stringify(extra));
  }
});
