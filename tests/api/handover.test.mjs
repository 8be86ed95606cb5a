// A link for a colleague: what it opens, under whose name, until when, and how it is taken back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, caller, freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { CONSENT } from "../support/guide.mjs";
import { assertConsistent } from "../support/history.mjs";
import { PNG } from "../support/images.mjs";

let desk, ana;
before(async () => {
  desk = await startDesk();
  ana = await desk.as("ana");
});
after(() => desk?.stop());

const links = (number) => `/api/v1/tickets/${number}/links`;
const make = async (number, body = {}, request) => {
  const answer = await ana.write(links(number), body, request);
  assert.equal(answer.status, 201, answer.text);
  return answer.body;
};
const open = (number, secret, name = "Marta Ruiz", consent = CONSENT) =>
  desk.stranger().post(`${links(number)}/open`, { secret, name, consent });
const holder = (answer) => caller(desk, { Cookie: answer.headers.get("set-cookie").split(";")[0] });
const hoursUntil = (link) => Math.round((new Date(link.until) - new Date(link.made_at)) / 3_600_000);

test("a colleague opens one ticket and what they do is told under their name", async () => {
  const [{ number }, other] = [await desk.ticket(), await desk.ticket()];
  const { secret, ...link } = await make(number);
  assert.match(secret, /^[\w-]{22}$/, "128 bits");
  assert.equal(hoursUntil(link), 12);
  const marta = holder(await open(number, secret));
  const answer = await marta.act(number, "reply", { body: "Sigue igual esta noche" });
  assert.equal(answer.status, 200, answer.text);
  const { author } = answer.body.timeline.at(-1);
  assert.deepEqual(author, { name: "Marta Ruiz", side: "client", you: true, via: "hand_over" });
  assert.equal((await marta.attach(number, PNG, "a.png")).status, 200);
  const seenByAna = (await ana.read(number)).body.timeline.find((entry) => entry.event === "replied");
  assert.deepEqual([seenByAna.author.name, seenByAna.author.you], ["Marta Ruiz", false]);
  assertProblem(await marta.read(other.number), 401, "sign_in_required");
  assertProblem(await marta.act(number, "withdraw"), 403, "forbidden");
  assertProblem(await marta.write(links(number), {}), 403, "forbidden");
  assertProblem(await marta.get(links(number)), 403, "forbidden");
});

test("whoever opens it agrees to the text on personal data first; which one, when and as whom stays with the ticket", async () => {
  const { number } = await desk.ticket();
  const { id, secret } = await make(number, { hours: 1 });
  for (const [given, code] of [[null, "consent_missing"], [undefined, "consent_missing"], ["1999-01-01", "other_version"]]) {
    const answer = await desk.stranger().post(`${links(number)}/open`, { secret, name: "Rita Mora", consent: given });
    assert.deepEqual(assertProblem(answer, 422, "invalid").map((error) => [error.pointer, error.code]), [["/consent", code]]);
    assert.equal(answer.headers.get("set-cookie"), null);
  }
  assertProblem(await open(number, "nada", "Rita Mora"), 410, "link_invalid");
  const kept = () => desk.rows("SELECT name, version, ticket, given_at FROM visitor_consent WHERE link_id = ?", id);
  assert.deepEqual(await kept(), [], "nothing was opened, so nothing was agreed to");
  assert.deepEqual([(await open(number, secret, "Rita Mora")).status, (await open(number, secret, "Rita Mora")).status], [200, 200]);
  const [{ given_at, ...agreed }, ...more] = await kept();
  assert.deepEqual([agreed, more], [{ name: "Rita Mora", version: CONSENT, ticket: Number(number) }, []], "the first time counts");
  assert.ok(Math.abs(Date.parse(given_at) - Date.now()) < 60_000);
});

test("links are listed with their use, and making and taking back stand in the history", async () => {
  const { number } = await desk.ticket();
  const made = await make(number, { hours: 24 });
  await open(number, made.secret, "Pedro");
  const listed = (await ana.get(links(number))).body.links;
  assert.deepEqual([listed.length, listed[0].uses, listed[0].last_name], [1, 1, "Pedro"]);
  assert.ok(listed[0].last_used_at && !JSON.stringify(listed).includes(made.secret));
  const gone = await ana.ask(`${links(number)}/${made.id}`, { method: "DELETE", headers: { "Idempotency-Key": freshKey() } });
  assert.equal(gone.status, 204);
  const { timeline } = (await ana.read(number)).body;
  const told = ["opened", "hand_over_link_made", "hand_over_link_opened", "hand_over_link_revoked"];
  assert.deepEqual(timeline.map((entry) => entry.event), told);
});

test("who comes in by a link is told at once and once, though they do nothing, and reading writes nothing", async () => {
  const { number } = await desk.ticket();
  const { id, secret } = await make(number);
  const answer = await open(number, secret);
  assert.equal(answer.body.timeline.at(-1).event, "hand_over_link_opened");
  const marta = holder(answer);
  const openings = async (who) => (await who.read(number)).body.timeline.filter((entry) => entry.event === "hand_over_link_opened");
  const [told, ...more] = await openings(ana);
  assert.deepEqual([told.author, told.data, more], [{ name: "Marta Ruiz", side: "client", you: false, via: "hand_over" }, { link: id }, []]);
  const { revision } = (await marta.read(number)).body;
  const others = await Promise.all([open(number, secret, "Pedro"), open(number, secret, "Luisa")]);
  assert.deepEqual(others.map(({ status }) => status), [200, 200]);
  assert.deepEqual([(await openings(await desk.as("pablo"))).length, (await marta.read(number)).body.revision], [1, revision]);
  const another = await make(number);
  const both = await Promise.all([open(number, another.secret, "Pedro"), open(number, another.secret, "Luisa")]);
  assert.deepEqual(both.map(({ status }) => status), [200, 200]);
  assert.equal((await openings(ana)).length, 2, "two at once are one opening of one link");
});

test("fault 15: a link that was taken back ends what it opened, and opens nothing more", async () => {
  const { number } = await desk.ticket();
  const { id, secret } = await make(number);
  const marta = holder(await open(number, secret));
  assert.equal((await marta.read(number)).status, 200);
  const take = () => ana.ask(`${links(number)}/${id}`, { method: "DELETE", headers: { "Idempotency-Key": freshKey() } });
  assert.deepEqual([(await take()).status, (await take()).status], [204, 204], "twice is once");
  assertProblem(await marta.read(number), 401, "sign_in_required");
  assertProblem(await open(number, secret), 410, "link_invalid");
});

test("fault 15: a link ends by itself, within a week at most", async () => {
  const { number } = await desk.ticket();
  for (const hours of [0, 169]) assertProblem(await ana.write(links(number), { hours }), 422, "invalid", `${hours}`);
  assert.equal(hoursUntil(await make(number, { hours: 168 })), 168);
  const { id, secret } = await make(number);
  const marta = holder(await open(number, secret));
  const past = "2026-01-01T00:00:00Z";
  await desk.rows("UPDATE hand_over_link SET expires_at = ? WHERE id = ?", past, id);
  await desk.rows("UPDATE pass SET expires_at = ? WHERE link_id = ?", past, id);
  assertProblem(await open(number, secret), 410, "link_invalid");
  assertProblem(await marta.read(number), 401, "sign_in_required");
});

test("fault 22: looking at the link opens nothing, and asks who takes the shift", async () => {
  const { number } = await desk.ticket();
  const { secret } = await make(number);
  const page = await desk.fetch(`/entrega/${number}`);
  assert.deepEqual([page.status, page.headers.get("set-cookie")], [200, null]);
  for (const name of ["", " ", "123", "m".repeat(61)]) assertProblem(await open(number, secret, name), 422, "invalid", name);
  assert.equal((await ana.get(links(number))).body.links[0].uses, 0);
});

test("a link that was made twice under one key is one, and its latest secret works", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const [first, again] = [await make(number, {}, { key }), await make(number, {}, { key })];
  assert.equal(first.id, again.id);
  assertProblem(await open(number, first.secret), 410, "link_invalid");
  assert.equal((await open(number, again.secret)).status, 200);
  assert.equal((await ana.get(links(number))).body.links.length, 1);
});

test("a secret of one ticket opens no other, and only hashes are stored", async () => {
  const [{ number }, other] = [await desk.ticket(), await desk.ticket()];
  const { secret } = await make(number);
  assertProblem(await open(other.number, secret), 410, "link_invalid");
  assert.ok(!JSON.stringify(await desk.rows("SELECT * FROM hand_over_link")).includes(secret));
});

const LINKS_AT_A_TIME = 20;
const takeBack = (number, id) => ana.ask(`${links(number)}/${id}`, { method: "DELETE", headers: { "Idempotency-Key": freshKey() } });

test("fault 15: the oldest of many links can be taken back, and then opens nothing", async () => {
  const { number } = await desk.ticket();
  const first = await make(number);
  for (let more = 0; more < 50; more += 1) {
    const { id } = await make(number);
    assert.equal((await takeBack(number, id)).status, 204);
  }
  const listed = (await ana.get(links(number))).body.links;
  assert.equal(listed[0].id, first.id, "what works stands first, however old");
  const marta = holder(await open(number, first.secret));
  assert.equal((await takeBack(number, first.id)).status, 204);
  assertProblem(await open(number, first.secret), 410, "link_invalid");
  assertProblem(await marta.read(number), 401, "sign_in_required");
});

test("so many links of a ticket work at a time; one taken back makes room", async () => {
  const { number } = await desk.ticket();
  const made = [];
  for (let link = 0; link < LINKS_AT_A_TIME; link += 1) made.push(await make(number));
  const refused = await ana.write(links(number), {});
  assertProblem(refused, 409, "links_full");
  assert.match(refused.body.detail, /20/);
  assert.equal((await takeBack(number, made[0].id)).status, 204);
  await make(number);
  assertProblem(await ana.write(links(number), {}), 409, "links_full");
});

test("whoever took a ticket over is taken out of it by an administrator, with their photos and their way there, on record; nobody else is", async () => {
  const { number } = await desk.ticket();
  const { secret } = await make(number);
  const visits = async (name) => {
    const answer = await desk.stranger().post(`${links(number)}/open`, { secret, name, consent: CONSENT });
    assert.equal(answer.status, 200, answer.text);
    return caller(desk, { Cookie: answer.headers.get("set-cookie").split(";")[0] });
  };
  const [marta, pedro] = [await visits("Marta Ruiz"), await visits("Pedro")];
  assert.equal((await marta.act(number, "reply", { body: "Vivo en la calle 45" })).status, 200);
  assert.equal((await pedro.act(number, "reply", { body: "Soy Pedro y sigo" })).status, 200);
  const attached = await marta.attach(number, PNG, "mi cara.png");
  const photo = attached.body.timeline.at(-1).data.id;
  const bytes = async () => (await (await desk.as("pablo")).get(`/api/v1/tickets/${number}/photos/${photo}`)).status;
  assert.equal(await bytes(), 200);
  const before = await desk.stored(number);

  const elena = await desk.as("elena");
  const erase = (who, name) => who.post(`/api/v1/tickets/${number}/visitors/erasure`, { name });
  assertProblem(await erase(elena, "Marta Ruis"), 404, "not_found", "nobody of that name");
  for (const name of ["clara", "pablo", "ana"]) assertProblem(await erase(await desk.as(name), "Marta Ruiz"), 404, "not_found", name);
  assert.equal((await erase(elena, "Marta Ruiz")).status, 204);

  const kept = JSON.stringify(await Promise.all([
    desk.rows("SELECT body FROM ticket_event WHERE ticket = ?", Number(number)),
    desk.rows("SELECT state FROM ticket WHERE number = ?", Number(number)),
    ...["pass", "hand_over_link", "visitor_consent"].map((table) => desk.rows(`SELECT * FROM ${table} WHERE ticket = ?`, Number(number))),
    desk.rows("SELECT detail FROM audit WHERE subject = ?", number),
  ]));
  for (const theirs of ["Marta Ruiz", "calle 45", "mi cara"]) assert.ok(!kept.includes(theirs), theirs);
  for (const others of ["Pedro", "sigo"]) assert.ok(kept.includes(others), others);
  assert.equal(await bytes(), 404);
  assertProblem(await marta.read(number), 401, "sign_in_required", "her way there has ended");
  assert.equal((await pedro.read(number)).status, 200);
  const now = await assertConsistent(desk, number);
  assert.deepEqual(now.row.state, before.row.state, "the row has nothing of a visitor's");
  assert.equal(now.events.length, before.events.length);
  const entries = await desk.rows("SELECT actor, subject FROM audit WHERE act = 'visitor_erased'");
  assert.deepEqual(entries, [{ actor: "elena", subject: number }]);
  const agreed = await desk.rows("SELECT version FROM visitor_consent WHERE ticket = ?", Number(number));
  assert.equal(agreed.length, 2, "that they agreed stays");
  assertProblem(await erase(elena, "Marta Ruiz"), 404, "not_found", "again finds nobody");
});
