// Administration of people: who there is, where they stand, whether they may come in; and their hotels.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { holder, mailedCode, PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";

/** Names and addresses that are other people's words. */
PEOPLE.percent = { id: "percent", email: "100%_x@andes.co", name: "Óscar 100%_x Ñandú", role: "client", company: "andes", branch: null };
PEOPLE.hugo = { id: "hugo", email: "hugo@soho.co", name: "Hugo Sanz", role: "administrator" };

let desk, elena;
before(async () => {
  desk = await startDesk();
  elena = await desk.as("elena");
});
after(() => desk?.stop());

const AGENT = { role: "agent", company: null, branch: null };
const search = async (query = "") => (await elena.get(`/api/v1/people${query}`)).body;
const names = async (query) => (await search(query)).people.map((person) => person.account);
const put = (who, address, body) => who.ask(address, { method: "PUT", body });
const move = (name, place, who = elena) => put(who, `/api/v1/people/${name}/place`, place);
const deactivate = (name, who = elena) => who.post(`/api/v1/people/${name}/deactivation`);
const reactivate = (name, who = elena) => who.ask(`/api/v1/people/${name}/deactivation`, { method: "DELETE" });
const record = (subject) => desk.rows("SELECT act, actor, detail FROM audit WHERE subject = ? ORDER BY id", subject);
const acts = async (subject) => (await record(subject)).map(({ act }) => act);
const sessions = async (name) => (await desk.rows("SELECT 1 FROM session WHERE account_id = ?", name)).length;
const makeLink = async (who, number) => (await who.write(`/api/v1/tickets/${number}/links`, { hours: 12 })).body;
/** Who ended links to a ticket, as the record has it, and why. */
const linksEnded = async (number) =>
  (await record(number)).filter(({ act }) => act === "hand_over_link_revoked").map(({ actor, detail }) => [actor, JSON.parse(detail)]);
const live = async (who) => (await who.get("/api/v1/session")).status;

test("people are found by part of a name or address, by hotel and by role, and by nothing else", async () => {
  assert.deepEqual(await names("?text=rojas"), ["ana"]);
  assert.deepEqual(await names("?text=ANA@CARIBE"), ["ana"]);
  assert.deepEqual(await names("?company=andes&role=client"), ["berta", "percent"]);
  assert.deepEqual(await names("?role=developer"), ["diego"]);
  assert.deepEqual(await names("?text=nadie+as%C3%AD"), []);
  for (const text of ["Óscar", "oscar", "ÓSCAR", "ñandú", "NANDU"]) {
    assert.deepEqual(await names(`?text=${encodeURIComponent(text)}`), ["percent"], text);
  }
  const [ana] = (await search("?text=rojas")).people;
  assert.deepEqual(ana, {
    account: "ana", name: "Ana Rojas", email: "ana@caribe.co", deactivated_at: null, second_factor: false,
    standing: { role: "client", company: ["caribe", "Hoteles Caribe"], branch: ["caribe-norte", "Caribe Norte"] },
  });
});

test("fault 21: no character of what is looked for is a wildcard, however long it is", async () => {
  for (const [text, expected] of [["%", ["percent"]], ["_", ["percent"]], ["100%_X", ["percent"]], ["a_a", []], ["%25", []], ["*", []]]) {
    assert.deepEqual(await names(`?text=${encodeURIComponent(text)}`), expected, text);
  }
  const long = await elena.get(`/api/v1/people?text=${"%25".repeat(180)}`);
  assert.deepEqual([long.status, long.body.people], [200, []], "longer than a pattern of D1 may be");
  assertProblem(await elena.get(`/api/v1/people?text=${"x".repeat(201)}`), 422, "invalid");
});

test("the list comes in pages, each person once", async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    id: `m${index}`, email: `m${index}@muchos.co`, name: `Muchos ${index % 7}`, phone: null, role: "client", company: "andes", branch: null,
  }));
  assert.equal((await desk.importing({ companies: [], accounts: many })).status, 200);
  const seen = [];
  for (let next = ""; next !== null; ) {
    const page = await search(`?text=muchos&after=${encodeURIComponent(next)}`);
    assert.ok(page.people.length <= 50);
    seen.push(...page.people.map((person) => person.account));
    next = page.next;
  }
  assert.deepEqual([seen.length, new Set(seen).size], [120, 120]);
});

test("another role ends every session at once and is on record; the new one asks for a second factor", async () => {
  const luis = await desk.signIn(PEOPLE.luis.email);
  const { number } = await desk.ticket({ by: "luis" });
  const link = await makeLink(luis, number);
  const moved = await move("luis", AGENT);
  assert.equal(moved.status, 200, moved.text);
  assert.deepEqual(moved.body.standing, { role: "agent", company: null, branch: null });
  assert.equal(await live(luis), 401);
  assert.deepEqual(await linksEnded(number), [["elena", { because: "role_changed", link: link.id }]]);
  const again = await desk.halfSignIn(PEOPLE.luis.email);
  assert.deepEqual([again.me.role, again.me.factor], ["agent", "enrol"]);
  const [{ act, actor, detail }] = await record("luis");
  assert.deepEqual([act, actor, JSON.parse(detail).from, JSON.parse(detail).to], ["role_changed", "elena", "client", "agent"]);
  assert.equal((await move("luis", { role: "client", company: "caribe", branch: "caribe-sur" })).status, 200);
  assert.equal(await live(again), 401);
});

test("another branch leaves who is signed in signed in, and sees what is theirs now", async () => {
  const nora = await desk.signIn(PEOPLE.nora.email);
  assert.equal((await move("nora", { role: "hotel_administrator", company: "caribe", branch: "caribe-sur" })).status, 200);
  assert.deepEqual((await nora.get("/api/v1/session")).body.branches, [["caribe-sur", "Caribe Sur"]]);
  assert.equal((await move("nora", { role: "hotel_administrator", company: "caribe", branch: "caribe-norte" })).status, 200);
});

test("another hotel ends the links somebody made at the one before, and the passes they gave; sessions go on", async () => {
  const gloria = await desk.signIn(PEOPLE.gloria.email);
  const { number } = await desk.ticket();
  const link = await makeLink(gloria, number);
  const open = () => desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret: link.secret, name: "Marta", consent: CONSENT });
  const opened = await open();
  const pass = desk.stranger({ Cookie: opened.headers.get("set-cookie").split(";")[0] });
  assert.equal((await pass.read(number)).status, 200);
  const place = (company, branch = null) => ({ role: "hotel_administrator", company, branch });
  assert.equal((await move("gloria", place("caribe"))).status, 200);
  assert.equal((await pass.read(number)).status, 200, "nothing moved");
  assert.equal((await move("gloria", place("andes"))).status, 200);
  assertProblem(await open(), 410, "link_invalid");
  assertProblem(await pass.read(number), 401, "sign_in_required");
  assert.deepEqual(await linksEnded(number), [["elena", { because: "role_changed", link: link.id }]]);
  assert.equal(await live(gloria), 200);
  assertProblem(await gloria.read(number), 404, "not_found");
  assert.equal((await move("gloria", place("caribe"))).status, 200);
  const again = await makeLink(gloria, number);
  assert.equal((await move("gloria", place("caribe", "caribe-norte"))).status, 200);
  assert.deepEqual((await linksEnded(number)).at(-1), ["elena", { because: "role_changed", link: again.id }], "another branch, too");
  assert.equal((await move("gloria", place("caribe"))).status, 200);
});

test("what was opened for a hotel stays with it when whoever opened it leaves: no list, no way, no news", async () => {
  const administrator = (id, more) => ({ id, email: `${id}@caribe.co`, name: id, phone: null, role: "hotel_administrator", company: "caribe", branch: null, ...more });
  const others = [administrator("del-sur", { branch: "caribe-sur" }), administrator("fuera"), administrator("de-otro", { company: "andes" })];
  assert.equal((await desk.importing({ companies: [], accounts: others })).status, 200);
  assert.equal((await deactivate("fuera")).status, 200);
  const who = { id: "ivan", email: "ivan@caribe.co", name: "Iván Solano", phone: null, role: "client", company: "caribe", branch: "caribe-norte" };
  assert.equal((await desk.importing({ companies: [], accounts: [who] })).status, 200);
  const ivan = await desk.signIn(who.email);
  const nobodys = await desk.signIn("ivan@solo.co");
  const [{ number }, { number: own }] = [(await ivan.open(draft())).body, (await nobodys.open(draft())).body];
  const place = (company) => ({ role: "client", company, branch: null });
  const told = async () => {
    await desk.mailLeaves();
    return (await desk.mails()).filter((mail) => mail.to.includes(who.email) && mail.text.includes("Esto es del Caribe")).length;
  };
  const pablo = await desk.as("pablo");
  await pablo.act(number, "reply", { body: "Esto es del Caribe" });
  assert.equal(await told(), 1);
  assert.equal((await move("ivan", place("andes"))).status, 200);

  assert.deepEqual((await ivan.get("/api/v1/tickets")).body.tickets, []);
  assertProblem(await ivan.read(number), 404, "not_found");
  assertProblem(await ivan.act(number, "reply", { body: "Desde otro hotel" }), 404, "not_found");
  await pablo.act(number, "reply", { body: "Esto es del Caribe, otra vez" });
  assert.equal(await told(), 1, "the hotel's news are not told elsewhere");
  const heard = (await desk.mails()).filter((mail) => mail.text.includes("Esto es del Caribe, otra vez"));
  assert.deepEqual(heard.flatMap((mail) => mail.to).sort(), ["gloria@caribe.co", "nora@caribe.co"], "whoever administers it hears of it");
  for (const { text, headers } of heard) {
    assert.match(text, /usted administra el hotel y quien abrió este ticket ya no está en él/);
    assert.equal(headers["reply-to"], undefined, "the address to answer to is one person's");
  }
  assert.equal((await desk.stranger().post(`/api/v1/tickets/${number}/codes`)).status, 202);
  assert.deepEqual(await desk.rows("SELECT 1 FROM outbox WHERE message_id LIKE 'ticket-code.%' AND to_address = ?", who.email), []);
  assert.equal((await (await desk.as("nora")).read(number)).status, 200, "it is its hotel's");

  assert.equal((await move(nobodys.me.account, place("andes"))).status, 200);
  assert.equal((await nobodys.read(own)).status, 200, "what was opened for no hotel stays its opener's");
  assert.deepEqual((await nobodys.get("/api/v1/tickets")).body.tickets.map((ticket) => ticket.number), [own]);
  assert.equal((await move("ivan", place("caribe"))).status, 200);
  assert.equal((await ivan.read(number)).status, 200, "back again");
});

test("a place that can't be is refused at the member it is about, and nobody moves", async () => {
  for (const [place, pointer, code] of [
    [{ role: "client", company: null, branch: null }, "/company", "hotel_missing"],
    [{ role: "client", company: null, branch: "caribe-sur" }, "/branch", "branch_without_hotel"],
    [{ role: "agent", company: "caribe", branch: null }, "/company", "staff_of_hotel"],
    [{ role: "client", company: "no-hay", branch: null }, "/company", "unknown_hotel"],
    [{ role: "client", company: "andes", branch: "caribe-sur" }, "/branch", "unknown_branch"],
  ]) {
    const errors = assertProblem(await move("ana", place), 422, "invalid", code);
    assert.deepEqual(errors.map((error) => [error.pointer, error.code]), [[pointer, code]]);
  }
  assertProblem(await move("ana", { role: "king", company: null, branch: null }), 400, "malformed");
  assertProblem(await move("nadie", AGENT), 404, "not_found");
  assert.deepEqual(await acts("ana"), []);
});

test("whoever is deactivated is out at once: sessions, codes, links and passes; and gets no mail of tickets", async () => {
  const berta = await desk.signIn(PEOPLE.berta.email);
  const { number } = await desk.ticket({ by: "berta" });
  const link = await makeLink(berta, number);
  const opened = await desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret: link.secret, name: "Marta", consent: CONSENT });
  const pass = desk.stranger({ Cookie: opened.headers.get("set-cookie").split(";")[0] });
  assert.equal((await pass.read(number)).status, 200);
  const code = await mailedCode(desk, PEOPLE.berta.email);
  // One she took back herself and one that ran out end no more.
  const [own, old] = [await makeLink(berta, number), await makeLink(berta, number)];
  const taken = await berta.ask(`/api/v1/tickets/${number}/links/${own.id}`, { method: "DELETE", headers: { "Idempotency-Key": freshKey() } });
  assert.equal(taken.status, 204);
  await desk.rows("UPDATE hand_over_link SET expires_at = '2026-01-01T00:00:00Z' WHERE id = ?", old.id);

  const done = await deactivate("berta");
  assert.ok(done.body.deactivated_at, done.text);
  assert.equal(await live(berta), 401);
  assert.equal((await pass.read(number)).status, 401);
  assertProblem(await desk.stranger().post("/api/v1/session", { email: PEOPLE.berta.email, code }), 401, "code_wrong");
  const fresh = await mailedCode(desk, PEOPLE.berta.email);
  assertProblem(await desk.stranger().post("/api/v1/session", { email: PEOPLE.berta.email, code: fresh }), 401, "code_expired");
  assert.equal(await sessions("berta"), 0);
  const pablo = await desk.as("pablo");
  assert.equal((await pablo.act(number, "take")).status, 200, "her ticket goes on");
  await desk.sendCron();
  const mails = (await desk.mails()).filter((mail) => mail.to.includes(PEOPLE.berta.email) && mail.text.includes("analizando"));
  assert.deepEqual(mails, []);

  assert.equal((await deactivate("berta")).status, 200, "twice is once");
  assert.deepEqual(await acts("berta"), ["person_deactivated"]);
  assert.deepEqual(await linksEnded(number), [["berta", { link: own.id }], ["elena", { because: "person_deactivated", link: link.id }]]);
  assert.equal((await reactivate("berta")).body.deactivated_at, null);
  assert.equal((await desk.signIn(PEOPLE.berta.email)).me.account, "berta");
  assert.equal((await desk.signIn(PEOPLE.berta.email)).me.company[0], "andes");
  assert.deepEqual(await acts("berta"), ["person_deactivated", "person_reactivated"]);
});

test("nobody changes their own role or deactivates themselves", async () => {
  for (const answer of [await move("elena", AGENT), await deactivate("elena")]) {
    assert.equal(assertProblem(answer, 422, "invalid")[0].code, "oneself");
  }
  assert.equal(await live(elena), 200);
});

test("somebody always administers, also when two of them demote each other at once", async () => {
  assert.equal((await desk.importing({ companies: [], accounts: [{ phone: null, company: null, branch: null, ...PEOPLE.hugo }] })).status, 200);
  const hugo = await desk.as("hugo");
  const answers = await Promise.all([move("hugo", AGENT), move("elena", AGENT, hugo), deactivate("hugo"), deactivate("elena", hugo)]);
  const active = await desk.rows("SELECT id FROM account WHERE role = 'administrator' AND deactivated_at IS NULL");
  assert.equal(active.length, 1, answers.map((answer) => `${answer.status} ${answer.text}`).join("\n"));
  const left = active[0].id;
  const other = left === "elena" ? "hugo" : "elena";
  const by = left === "elena" ? elena : hugo;
  assert.equal(await live(by), 200, "whoever is left keeps their session");
  // What came to nothing is not on record.
  const recorded = await desk.rows("SELECT subject, act FROM audit WHERE subject IN ('elena', 'hugo') AND act IN ('role_changed', 'person_deactivated')");
  assert.ok(recorded.every(({ subject }) => subject === other), JSON.stringify(recorded));
  await desk.db.prepare("UPDATE account SET role = 'administrator', deactivated_at = NULL WHERE id IN ('elena', 'hugo')").run();
  desk.signInAnew();
  elena = await desk.as("elena");
  assert.equal((await deactivate("hugo")).status, 200);
  assert.equal(assertProblem(await deactivate("elena"), 422, "invalid")[0].code, "oneself");
});

test("hotels and branches are added and renamed; a name is there once; all of it is on record", async () => {
  const added = await elena.post("/api/v1/hotels", { name: "  Hotel   Páramo " });
  assert.deepEqual([added.status, added.body.name, added.body.branches], [201, "Hotel Páramo", []]);
  const hotel = `/api/v1/hotels/${added.body.id}`;
  const branched = await elena.post(`${hotel}/branches`, { name: "Páramo Alto" });
  assert.deepEqual([branched.status, branched.body.branches.map(([, name]) => name)], [201, ["Páramo Alto"]]);
  const branch = branched.body.branches[0][0];
  assert.equal((await put(elena, `${hotel}/branches/${branch}`, { name: "Páramo Bajo" })).body.branches[0][1], "Páramo Bajo");
  assert.equal((await put(elena, hotel, { name: "Hotel del Páramo" })).body.name, "Hotel del Páramo");

  for (const answer of [
    await elena.post("/api/v1/hotels", { name: "hotel andes" }),
    await put(elena, hotel, { name: "Hotel Andes" }),
    await elena.post(`${hotel}/branches`, { name: "PARAMO BAJO" }),
  ]) {
    assert.equal(assertProblem(answer, 422, "invalid")[0].code, "name_taken");
  }
  for (const name of ["", " — ", "x".repeat(81)]) {
    assert.equal(assertProblem(await elena.post("/api/v1/hotels", { name }), 422, "invalid")[0].code, "name");
  }
  assert.deepEqual(await acts(added.body.id), ["hotel_added", "hotel_renamed"], "what came to nothing is not on record");
  assert.deepEqual(await acts(branch), ["branch_added", "branch_renamed"]);
  for (const [act, name] of [["hotel_renamed", "Hotel del Páramo"], ["branch_renamed", "Páramo Bajo"]]) {
    assert.equal((await elena.get(`/api/v1/audit?act=${act}`)).body.entries[0].subject_name, name);
  }
  assertProblem(await put(elena, `/api/v1/hotels/andes/branches/${branch}`, { name: "Otra" }), 404, "not_found");
  assertProblem(await put(elena, "/api/v1/hotels/nada", { name: "Otro" }), 404, "not_found");
  const listed = (await elena.get("/api/v1/hotels")).body.hotels.map(({ name }) => name);
  assert.deepEqual(listed, ["Hotel Andes", "Hotel del Páramo", "Hoteles Caribe"]);
});

test("whoever's second factor was set up, reset or given new codes is told by mail what to do if it wasn't they", async () => {
  await desk.as("sofia");
  await desk.sendCron();
  assert.match((await desk.mailTo(PEOPLE.sofia.email, (mail) => mail.subject.includes("activó el segundo factor"))).text, /Si no fue usted/);
  const reset = await elena.ask("/api/v1/people/sofia/second-factor", { method: "DELETE" });
  assert.equal(reset.status, 204, reset.text);
  await desk.sendCron();
  const mail = await desk.mailTo(PEOPLE.sofia.email, (mail) => mail.subject.includes("restableció el segundo factor"));
  assert.match(mail.text, /Si no fue usted/);
  assert.doesNotMatch(mail.text, /https?:\/\//, "it leads nowhere: such mails are what impostors imitate");
});
