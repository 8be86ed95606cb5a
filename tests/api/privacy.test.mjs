// Ley 1581 de 2012: consent, a copy of what is kept, erasure that keeps the figures, questions with the law's clocks, and
// photos that go when their time is over.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, caller, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";

const DAY_MS = 24 * 3600 * 1000;
const PHOTO_DAYS = 180;
const OPEN_AT_ONCE = 5;

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

const erase = (who, confirm = "BORRAR") => who.post("/api/v1/me/erasure", { confirm });
const askAbout = (who, body, request) => who.write("/api/v1/me/data-requests", body, request);

test("consent is to the text in force, with its version and time, and the first time counts", async () => {
  const luis = await desk.as("luis");
  assert.deepEqual((await luis.get("/api/v1/me/consent")).body, { version: CONSENT, given_at: null });
  const [error] = assertProblem(await luis.post("/api/v1/me/consent", { version: "1999-01-01" }), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/version", "other_version"]);
  const first = await luis.post("/api/v1/me/consent", { version: CONSENT });
  assert.equal(first.status, 200, first.text);
  assert.ok(Math.abs(Date.parse(first.body.given_at) - Date.now()) < 60_000);
  await desk.db.prepare("UPDATE consent SET given_at = '2026-11-24T00:00:00Z' WHERE account_id = 'luis'").run();
  assert.equal((await luis.post("/api/v1/me/consent", { version: CONSENT })).body.given_at, "2026-11-24T00:00:00Z");
});

test("the copy holds one's account, consents, sessions, questions and tickets, and no note of others", async () => {
  const [luis, pablo] = [await desk.as("luis"), await desk.as("pablo")];
  const { number } = await desk.ticket({ by: "luis" });
  const others = await desk.ticket({ by: "ana", description: "Solo de Ana: la caja de la recepción no abre." });
  await pablo.act(number, "take");
  await pablo.act(number, "note", { body: "Nota de la casa" });
  await pablo.act(number, "reply", { body: "Lo revisamos" });
  const answer = await luis.get("/api/v1/me/data");
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.headers.get("content-disposition"), /^attachment; filename="[\w-]+\.json"$/);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.equal(answer.body.account.email, "luis@caribe.co");
  assert.deepEqual(answer.body.consents, [{ version: CONSENT, given_at: "2026-11-24T00:00:00Z", way: "portal", told_by: null }]);
  assert.equal(answer.body.sessions.length, 1);
  assert.deepEqual(answer.body.tickets.map((ticket) => ticket.number), [number]);
  assert.deepEqual(answer.body.tickets[0], (await luis.read(number)).body, "what the ticket's page shows, and nothing else");
  assert.match(answer.text, /Lo revisamos/);
  assert.doesNotMatch(answer.text, /Nota de la casa|Solo de Ana/);
  assert.ok(!answer.text.includes(others.number));
});

test("the copy reaches what one wrote in others' tickets, the address one wants, and what the record says of one", async () => {
  const [gloria, ana, elena] = [await desk.as("gloria"), await desk.as("ana"), await desk.as("elena")];
  const { number } = await desk.ticket({ description: "Palabras de Ana sobre la caja que no cuadra desde ayer por la noche." });
  await gloria.act(number, "reply", { body: "Palabras de Gloria" });
  await gloria.attach(number, PNG, "de-gloria.png");
  await ana.act(number, "reply", { body: "Palabras de Ana" });
  await gloria.post("/api/v1/me/address/codes", { email: "gloria@otra.co" });
  const request = await askAbout(gloria, { kind: "inquiry", body: "¿Qué saben de mí?" });
  await elena.post(`/api/v1/data-requests/${request.body.id}/answer`, { body: "Esto" });
  const made = await gloria.write(`/api/v1/tickets/${number}/links`, { hours: 1 });
  await desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret: made.body.secret, name: "Colega", consent: CONSENT }).then(async (opened) => {
    const colleague = caller(desk, { Cookie: opened.headers.get("set-cookie").split(";")[0] });
    assert.equal((await colleague.act(number, "reply", { body: "Palabras de una colega" })).status, 200);
  });

  const copy = await gloria.get("/api/v1/me/data");
  assert.equal(copy.status, 200, copy.text);
  const { elsewhere, wanted_address, record } = copy.body;
  assert.deepEqual(elsewhere.map((part) => [part.number, part.timeline.map(({ event, author }) => [event, author.you])]), [
    [number, [["replied", true], ["photo_attached", true], ["hand_over_link_made", true]]],
  ]);
  assert.match(copy.text, /Palabras de Gloria.*de-gloria\.png/s);
  assert.doesNotMatch(copy.text, /Palabras de Ana|Palabras de una colega/, "others' words are theirs");
  assert.equal(wanted_address.email, "gloria@otra.co");
  assert.deepEqual(record.map(({ act, own, actor_role }) => [act, own, actor_role]), [
    ["hand_over_link_created", true, "hotel_administrator"], ["data_request_answered", false, "administrator"],
  ]);
  const again = await gloria.get("/api/v1/me/data");
  assert.deepEqual([again.body.record[0].act, again.body.record.length], ["data_exported", 3]);

  // What an agent notes of a call says who told them.
  const call = await (await desk.as("pablo")).open(draft({ full_name: PEOPLE.nora.name, email: PEOPLE.nora.email }));
  assert.equal(call.status, 201, call.text);
  const [consent] = (await (await desk.as("nora")).get("/api/v1/me/data")).body.consents;
  assert.deepEqual([consent.way, consent.told_by], ["phone", PEOPLE.pablo.name]);
  const staff = (await (await desk.as("pablo")).get("/api/v1/me/data")).body;
  assert.deepEqual(staff.elsewhere, [], "what staff write at work is the desk's record");
});

test("whoever left a hotel has in their copy what they wrote there, and nothing that was answered", async () => {
  const who = { id: "olga", email: "olga@caribe.co", name: "Olga Ríos", phone: null, role: "client", company: "caribe", branch: null };
  assert.equal((await desk.importing({ companies: [], accounts: [who] })).status, 200);
  const [olga, pablo, elena] = [await desk.signIn(who.email), await desk.as("pablo"), await desk.as("elena")];
  const { number } = (await olga.open(draft({ description: "Palabras de Olga sobre la impresora fiscal que no responde." }))).body;
  await pablo.act(number, "reply", { body: "Palabras de la mesa" });
  const moved = await elena.ask("/api/v1/people/olga/place", { method: "PUT", body: { role: "client", company: "andes", branch: null } });
  assert.equal(moved.status, 200, moved.text);
  const copy = await olga.get("/api/v1/me/data");
  assert.deepEqual([copy.body.tickets, copy.body.elsewhere.map((part) => part.number)], [[], [number]]);
  assert.match(copy.text, /Palabras de Olga/);
  assert.doesNotMatch(copy.text, /Palabras de la mesa/);
});

test("erasure takes the person out of every place and keeps the figures, and replay is still the projection", async () => {
  const email = "marta.gil@posada.co";
  const marta = await desk.signIn(email);
  const pablo = await desk.as("pablo");
  const secret = "Marta vive en la calle 45 con carrera 7";
  const opened = await marta.open(draft({
    full_name: "Marta Gil Pérez", email, phone: "310 765 4321", subject: `La factura de ${secret}`, description: secret.repeat(2),
    parameters: secret, menu_path: secret, process: secret, error_code: secret,
  }));
  assert.equal(opened.status, 201, opened.text);
  const { number } = opened.body;
  await marta.attach(number, PNG, `${secret}.png`);
  await marta.act(number, "reply", { body: secret });
  await pablo.act(number, "take");
  await pablo.act(number, "resolve", { body: "Listo" });
  assertProblem(await erase(marta), 409, "still_open");
  await marta.act(number, "dispute", { body: secret });
  await pablo.act(number, "resolve", { body: "Ahora sí" });
  assert.equal((await marta.act(number, "confirm")).status, 200);
  const past = await desk.stored(number);
  const { account } = marta.me;

  const [error] = assertProblem(await erase(marta, "borrar"), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/confirm", "not_confirmed"]);
  const erased = await erase(marta);
  assert.equal(erased.status, 204, erased.text);

  assertProblem(await marta.get("/api/v1/session"), 401, "sign_in_required");
  await gone([email, "marta.gil", "Marta", "3107654321", "calle 45"]);
  assert.equal((await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length, 0, "no photo is left");
  const now = await desk.stored(number);
  const figures = ({ row, events }) => [
    row.status, row.company_id, row.opened_at, row.changed_at, row.revision, row.state.breaches, row.state.first_responded_at,
    row.state.waits, row.state.request.kind, row.state.request.application, row.requester_id,
    events.map(({ seq, at, author, body }) => [seq, at, author, body.event]),
  ];
  assert.deepEqual(figures(now), figures(past));
  // Read from its events, the ticket is what its row says.
  const read = await pablo.read(number);
  assert.equal(read.status, 200, read.text);
  assert.deepEqual(read.body.request, now.row.state.request);
  assert.equal(read.body.request.full_name, "Persona retirada");
  assert.equal(read.body.timeline.filter(({ data }) => data?.body === "Ahora sí").length, 1, "others' words are theirs");

  // Whoever comes back with the address is somebody new.
  const again = await desk.signIn(email);
  assert.notEqual(again.me.account, account);
  assert.deepEqual((await again.get("/api/v1/tickets")).body.tickets, []);
});

test("erasure reaches what was sent before its owner was known, and what its sender wrote and attached meanwhile", async () => {
  const email = "rosa.lara@posada.co";
  const secret = "Rosa atiende en la carrera 9 con calle 12";
  const pablo = await desk.as("pablo");
  const sent = await desk.stranger().open(draft({
    full_name: "Rosa Lara Ortiz", email, phone: "311 222 4455", guest_waiting: true, description: secret.repeat(2), parameters: secret,
  }));
  assert.equal(sent.status, 201, sent.text);
  const { number } = sent.body;
  const device = caller(desk, { Cookie: sent.headers.get("set-cookie").split(";")[0] });
  assert.equal((await device.act(number, "reply", { body: secret })).status, 200);
  assert.equal((await device.attach(number, PNG, `${secret}.png`)).status, 200);
  const mail = await desk.mailTo(email, (mail) => mail.text.includes(`/confirmar/${number}#`));
  const confirmed = await desk.stranger().post(`/api/v1/tickets/${number}/confirmation`, { secret: /#([\w-]+)/.exec(mail.text)[1] });
  assert.equal(confirmed.status, 200, confirmed.text);
  await pablo.act(number, "take");
  await pablo.act(number, "resolve", { body: "Listo" });
  const rosa = await desk.signIn(email);
  assert.equal((await rosa.act(number, "confirm")).status, 200);
  assert.equal((await erase(rosa)).status, 204);

  await gone([email, "rosa.lara", "Rosa", "3112224455", "carrera 9"]);
  assert.equal((await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length, 0, "no photo is left");
  const { row, events } = await desk.stored(number);
  assert.deepEqual([row.state.opened_critical, row.revision, events[1].body.by.visitor.door], [true, events.length, "sender"]);
  const read = await pablo.read(number);
  assert.deepEqual(read.body.request, row.state.request, "replay is still the projection");
});

/** That no table holds any of these. */
async function gone(traces) {
  const dump = await everything();
  for (const trace of traces) {
    const place = dump.indexOf(trace);
    assert.equal(place, -1, `${trace} is still there: ${dump.slice(place - 200, place + 50)}`);
  }
}

async function everything() {
  const tables = await desk.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'");
  return JSON.stringify(await Promise.all(tables.map(({ name }) => desk.rows(`SELECT * FROM ${name}`))));
}

test("staff's acts are the desk's record: no erasure for them", async () => {
  for (const name of ["pablo", "elena"]) assertProblem(await erase(await desk.as(name)), 404, "not_found", name);
});

test("a question about one's data has the law's clock, is answered by an administrator, and both are told", async () => {
  const [berta, elena] = [await desk.as("berta"), await desk.as("elena")];
  const key = freshKey();
  const asked = await askAbout(berta, { kind: "claim", body: "Corrijan mi teléfono" }, { key });
  assert.equal(asked.status, 201, asked.text);
  assert.equal(asked.body.state, "open");
  const due = new Date(asked.body.due.due);
  assert.equal(due.toISOString().slice(11, 19), "23:00:00", "the close of a business day");
  assert.ok(asked.body.due.steps.some((step) => step.kind === "weekend"), "with the account of how it was reckoned");
  const workdays = asked.body.due.steps.filter((step) => step.kind === "working");
  assert.equal(workdays.reduce((sum, step) => sum + step.seconds, 0), 15 * 10 * 3600);
  assert.equal((await askAbout(berta, { kind: "claim", body: "Corrijan mi teléfono" }, { key })).body.id, asked.body.id, "sent twice, asked once");
  assertProblem(await askAbout(berta, { kind: "claim", body: "Otra cosa" }, { key }), 422, "idempotency_key_reused");
  assertProblem(await askAbout(berta, { kind: "claim", body: "  " }), 422, "text_missing");
  assertProblem(await erase(berta), 409, "still_open");
  assert.match((await mailOf("berta@andes.co", /Recibimos su solicitud/)).text, /a más tardar el/);

  const { id } = asked.body;
  const work = (what, body) => elena.post(`/api/v1/data-requests/${id}/${what}`, { body });
  assert.ok((await elena.get("/api/v1/data-requests")).body.requests.some((request) => request.id === id && request.email === "berta@andes.co"));
  const longer = await work("extension", "Hay que confirmarlo con el hotel");
  assert.equal(longer.status, 200, longer.text);
  assert.ok(longer.body.due.due > asked.body.due.due);
  assert.equal(longer.body.due.steps.filter((step) => step.kind === "working").reduce((sum, step) => sum + step.seconds, 0), 23 * 10 * 3600);
  assertProblem(await work("extension", "Otra vez"), 409, "already_done");
  const answered = await work("answer", "Ya está corregido");
  assert.deepEqual([answered.status, answered.body.state, answered.body.answer.body], [200, "answered", "Ya está corregido"]);
  assertProblem(await work("answer", "Otra respuesta"), 409, "already_done");
  assert.match((await mailOf("berta@andes.co", /Respondimos/)).text, /Ya está corregido/);
  const [own] = (await berta.get("/api/v1/me/data-requests")).body.requests;
  assert.deepEqual([own.id, own.state, own.answer.body], [id, "answered", "Ya está corregido"]);
});

test("whoever is out by then is answered all the same", async () => {
  const who = { id: "saul", email: "saul@andes.co", name: "Saúl Peña", phone: null, role: "client", company: "andes", branch: null };
  assert.equal((await desk.importing({ companies: [], accounts: [who] })).status, 200);
  const [saul, elena] = [await desk.signIn(who.email), await desk.as("elena")];
  const { id } = (await askAbout(saul, { kind: "claim", body: "Corrijan mi nombre" })).body;
  assert.equal((await elena.post("/api/v1/people/saul/deactivation")).status, 200);
  assert.equal((await elena.post(`/api/v1/data-requests/${id}/answer`, { body: "Ya quedó corregido" })).status, 200);
  assert.match((await mailOf(who.email, /Respondimos/)).text, /Ya quedó corregido/);
});

test("nobody buries others' clocks: five of one wait at once, and the list goes on page after page", async () => {
  const [nora, elena] = [await desk.as("nora"), await desk.as("elena")];
  const keys = Array.from({ length: OPEN_AT_ONCE + 3 }, freshKey);
  const about = (key) => askAbout(nora, { kind: "inquiry", body: "¿Qué saben de mí?" }, { key });
  const answers = await Promise.all(keys.map(about));
  const taken = answers.filter(({ status }) => status === 201);
  assert.equal(taken.length, OPEN_AT_ONCE, "also when they are sent at once");
  for (const refused of answers.filter(({ status }) => status !== 201)) assertProblem(refused, 409, "requests_open");
  const [{ id }] = taken.map(({ body }) => body);
  assert.equal((await about(keys[answers.findIndex(({ body }) => body.id === id)])).body.id, id, "one that came before is no other one");
  assert.equal((await elena.post(`/api/v1/data-requests/${id}/answer`, { body: "Esto" })).status, 200);
  assert.equal((await about(freshKey())).status, 201);

  await desk.rows(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
    INSERT INTO data_request (id, account_id, kind, body, received_at, answered_at, answer)
    SELECT 'muchas' || i, 'luis', 'inquiry', 'x', '2026-06-01T15:00:00Z', iif(i % 2 = 0, '2026-06-02T15:00:00Z', NULL), iif(i % 2 = 0, 'Esto', NULL) FROM n`);
  const seen = [];
  for (let next = ""; next !== null; ) {
    const page = (await elena.get(`/api/v1/data-requests?after=${encodeURIComponent(next)}`)).body;
    assert.ok(page.requests.length <= 50);
    seen.push(...page.requests);
    next = page.next;
  }
  const [{ all }] = await desk.rows('SELECT count(*) AS "all" FROM data_request');
  assert.deepEqual([seen.length, new Set(seen.map((request) => request.id)).size], [all, all], "each once");
  const waiting = seen.findIndex((request) => request.answer !== null);
  const sorted = (list) => [...list].sort();
  const came = seen.slice(0, waiting).map((request) => request.received_at);
  const answered = seen.slice(waiting).map((request) => request.answer?.at);
  assert.deepEqual([came, answered], [sorted(came), sorted(answered).reverse()], "those that wait first, the oldest on top");
  assertProblem(await elena.get("/api/v1/data-requests?after=ayer"), 422, "invalid");
  await desk.rows("DELETE FROM data_request WHERE id LIKE 'muchas%'");
});

async function mailOf(address, subject) {
  await desk.sendCron();
  return desk.mailTo(address, (mail) => subject.test(mail.subject));
}

test("a question that was not answered in time is overdue, can't be extended any more, and stays late once answered", async () => {
  const [ana, elena] = [await desk.as("ana"), await desk.as("elena")];
  const { body: { id } } = await askAbout(ana, { kind: "inquiry", body: "¿Qué saben de mí?" });
  await desk.db.prepare("UPDATE data_request SET received_at = '2026-07-01T15:00:00Z' WHERE id = ?").bind(id).run();
  const [first] = (await elena.get("/api/v1/data-requests")).body.requests;
  assert.deepEqual([first.id, first.state, first.due.due], [id, "overdue", "2026-07-16T23:00:00Z"], "Chiquinquirá is no business day");
  assertProblem(await elena.post(`/api/v1/data-requests/${id}/extension`, { body: "Tarde" }), 409, "already_done");
  const answer = await elena.post(`/api/v1/data-requests/${id}/answer`, { body: "Aquí va" });
  assert.equal(answer.body.state, "answered_late");
});

test("photos go when their time is over, in runs that may come late or twice, and not before", async () => {
  const ana = await desk.as("ana");
  const { number } = await desk.ticket();
  // Months later everybody has to sign in again.
  const again = () => desk.signIn(PEOPLE.ana.email);
  const attached = await ana.attach(number, PNG, "a.png");
  const { id } = attached.body.timeline.at(-1).data;
  const photo = async () => (await again()).get(`/api/v1/tickets/${number}/photos/${id}`);
  const left = async () => (await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length;
  await ana.act(number, "withdraw");
  const in_ = (days) => new Date(Date.now() + days * DAY_MS);
  await desk.sendCron(in_(PHOTO_DAYS - 1));
  assert.deepEqual([await left(), (await photo()).status], [1, 200]);
  await desk.sendCron(in_(PHOTO_DAYS + 1));
  assert.equal(await left(), 0);
  assertProblem(await photo(), 404, "not_found");
  await desk.sendCron(in_(PHOTO_DAYS + 2));
  assert.equal((await (await again()).read(number)).status, 200, "the history stays");
  const [run] = await desk.rows("SELECT report FROM cron_run WHERE job = 'retention' ORDER BY id LIMIT 1");
  assert.ok(JSON.parse(run.report).photos >= 1);
});

test("what happens to a closed ticket keeps its photos no longer", async () => {
  // Cron has been months ahead.
  desk.signInAnew();
  const [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
  const { number } = await desk.ticket();
  await ana.attach(number, PNG, "a.png");
  await ana.act(number, "withdraw");
  assert.equal((await pablo.act(number, "note", { body: "Volvió a llamar" })).status, 200);
  const in_ = (days) => new Date(Date.now() + days * DAY_MS);
  // As though the note had been written on the day before the last.
  const late = in_(PHOTO_DAYS - 1).toISOString().replace(/\.\d+/, "");
  await desk.rows("UPDATE ticket SET changed_at = ?1, state = json_set(state, '$.changed_at', ?1) WHERE number = ?2", late, Number(number));
  const left = async () => (await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length;
  await desk.sendCron(in_(PHOTO_DAYS - 1));
  assert.equal(await left(), 1);
  await desk.sendCron(in_(PHOTO_DAYS + 1));
  assert.equal(await left(), 0);
});
