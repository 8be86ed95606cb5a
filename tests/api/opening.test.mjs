// Opening a ticket: what the guide asks, what a repeated send does, and what nobody may smuggle in.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { draft, isTicketNumber } from "../support/guide.mjs";

let desk, ana;
before(async () => {
  desk = await startDesk();
  ana = await desk.as("ana");
});
after(() => desk?.stop());

const countTickets = async () => (await desk.rows("SELECT count(*) AS tickets FROM ticket"))[0].tickets;

test("a complete form makes a ticket with a number to quote and its promised instants (R11, R14, R15)", async () => {
  const answer = await ana.open(draft());
  assert.equal(answer.status, 201);
  const { number, status, branch, company, promises } = answer.body;
  assert.ok(isTicketNumber(number), number);
  assert.equal(answer.headers.get("location"), `/api/v1/tickets/${number}`);
  assert.deepEqual([status, company, branch], ["received", "Hoteles Caribe", "Caribe Norte"]);
  assert.deepEqual(promises.map((promise) => promise.kind), ["first_response", "response"]);
  for (const { due, explanation } of promises) {
    assert.ok(Date.parse(due) > Date.now());
    assert.equal(explanation.due, due, "the account ends at the promised instant (R22)");
    const worked = explanation.steps.reduce((sum, step) => sum + (step.seconds ?? 0), 0);
    assert.equal(worked, explanation.amount_seconds);
  }
});

const ASKED = [
  "full_name", "company", "email", "phone", "subject", "kind", "description",
  "application", "module", "process", "menu_path", "parameters", "system_stopped", "guest_waiting",
];
for (const field of ASKED) {
  test(`without ${field} nothing is opened, and the answer points at it (R3)`, async () => {
    const tickets = await countTickets();
    const { [field]: _, ...rest } = draft();
    const errors = assertProblem(await ana.open(rest), 422, "draft_incomplete");
    assert.deepEqual(errors.map((error) => error.pointer), [`/draft/${field}`]);
    assert.ok(errors[0].code && errors[0].detail);
    assert.equal(await countTickets(), tickets);
  });
}

test("a critical ticket is taken without how it was reached, and without nothing else (R3, R7)", async () => {
  const { process, menu_path, parameters, ...rest } = draft({ system_stopped: true });
  const answer = await ana.open(rest);
  assert.equal(answer.status, 201, answer.text);
  const { request } = answer.body;
  assert.deepEqual([request.process, request.menu_path, request.parameters, request.module], ["", "", "", "Caja"]);
  const errors = assertProblem(await ana.open({ ...rest, module: "", phone: "" }), 422, "draft_incomplete");
  assert.deepEqual(errors.map((error) => error.pointer), ["/draft/phone", "/draft/module"]);
});

test("an empty form is told everything at once", async () => {
  const errors = assertProblem(await ana.open({}), 422, "draft_incomplete");
  assert.deepEqual(errors.map((error) => error.pointer).sort(), ASKED.map((field) => `/draft/${field}`).sort());
});

test("problems are told in the reader's language", async () => {
  const spanish = (await ana.open({})).body;
  const english = (await ana.open({}, { headers: { "Accept-Language": "en-GB,es;q=0.5" } })).body;
  assert.equal(spanish.code, english.code);
  assert.notEqual(spanish.title, english.title);
  assert.notEqual(spanish.errors[0].detail, english.errors[0].detail);
});

test("URGENTE is refused in a subject unless the answers make the ticket critical (R6, R7)", async () => {
  for (const subject of ["URGENTE no imprime facturas", "u r g e n t e: la caja no abre", "Urgentísimo, no factura"]) {
    const errors = assertProblem(await ana.open(draft({ subject })), 422, "draft_incomplete", subject);
    assert.deepEqual(errors.map((error) => error.pointer), ["/draft/subject"], subject);
    const critical = await ana.open(draft({ subject, guest_waiting: true }));
    assert.equal(critical.status, 201, critical.text);
    assert.equal(critical.body.critical, true);
  }
});

test("what is not support never becomes a ticket (R2)", async () => {
  const errors = assertProblem(await ana.open(draft({ kind: "training" })), 422, "draft_incomplete");
  assert.deepEqual(errors.map((error) => error.pointer), ["/draft/kind"]);
});

test("a phone is kept in the one form that can be dialled (R5)", async () => {
  const { body } = await ana.open(draft({ phone: "+57 (6) 3134484" }));
  assert.equal(body.request.phone, "+576063134484");
});

test("only a branch of one's own can be named", async () => {
  const gloria = await desk.as("gloria");
  const own = await gloria.open(draft(), { branch: "caribe-sur" });
  assert.equal(own.body.branch, "Caribe Sur");
  for (const [name, branch] of [["gloria", "andes-centro"], ["ana", "caribe-sur"], ["ana", "none"]]) {
    const [error] = assertProblem(await (await desk.as(name)).open(draft(), { branch }), 422, "invalid", `${name} ${branch}`);
    assert.deepEqual([error.pointer, error.code], ["/branch", "unknown_branch"]);
    assert.ok(error.detail, "it says what to do");
  }
});

test("a write without a key is refused, and so is one whose key is too long", async () => {
  for (const key of [null, "", "x".repeat(65)]) {
    assertProblem(await ana.open(draft(), { key }), 400, "idempotency_key_missing");
  }
});

test("fault 9: the same send twice makes one ticket and gives the same answer", async () => {
  const key = freshKey();
  const tickets = await countTickets();
  const first = await ana.open(draft(), { key });
  const second = await ana.open(draft(), { key });
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.equal(first.body.number, second.body.number);
  assert.equal(second.headers.get("location"), first.headers.get("location"));
  assert.equal(await countTickets(), tickets + 1);
});

test("fault 9: ten sends at once make one ticket, and one mail tells of it", async () => {
  const key = freshKey();
  const tickets = await countTickets();
  const answers = await Promise.all(Array.from({ length: 10 }, () => ana.open(draft(), { key })));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([201]));
  const numbers = new Set(answers.map((answer) => answer.body.number));
  assert.equal(numbers.size, 1);
  assert.equal(await countTickets(), tickets + 1);
  const [number] = numbers;
  assert.equal((await desk.rows("SELECT 1 FROM outbox WHERE message_id LIKE ?", `${number}.%`)).length, 1);
});

test("fault 9: different sends at once make as many tickets as there are", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => ana.open(draft())));
  assert.equal(new Set(answers.map((answer) => answer.body.number)).size, 10);
});

test("the same key with other content is refused, and the first ticket stays as it is", async () => {
  const key = freshKey();
  const { number } = (await ana.open(draft(), { key })).body;
  const tickets = await countTickets();
  const other = draft({ subject: "El inventario del bar no descuenta" });
  assertProblem(await ana.open(other, { key }), 422, "idempotency_key_reused");
  assertProblem(await ana.act(number, "reply", { body: "hola" }, { key }), 422, "idempotency_key_reused");
  assert.equal(await countTickets(), tickets);
  assert.equal((await ana.read(number)).body.revision, 1);
});

test("a key is its owner's: the same one from somebody else is another send", async () => {
  const key = freshKey();
  const mine = await ana.open(draft(), { key });
  const theirs = await (await desk.as("berta")).open(draft(), { key });
  assert.notEqual(mine.body.number, theirs.body.number);
});

test("a key whose send was refused can be used again", async () => {
  const key = freshKey();
  assertProblem(await ana.open(draft({ subject: "" }), { key }), 422, "draft_incomplete");
  assert.equal((await ana.open(draft(), { key })).status, 201);
});

test("fault 13: every stored column sent as an extra member is refused or ignored", async () => {
  const tables = ["ticket", "ticket_event", "account", "idempotency", "outbox"];
  const columns = new Set();
  for (const table of tables) for (const { name } of await desk.rows(`SELECT name FROM pragma_table_info('${table}')`)) columns.add(name);
  const state = (await desk.stored((await desk.ticket()).number)).row.state;
  for (const member of Object.keys(state)) columns.add(member);
  assert.ok(columns.has("assignee_id") && columns.has("opened_critical"));
  const evil = { requester: "berta", requester_id: "berta", company: "andes", company_id: "andes", assignee: "pablo",
    assignee_id: "pablo", status: "closed", role: "administrator", opened_at: "2020-01-01T00:00:00Z", is_bug: 1,
    opened_critical: true, channel: "phone", number: "1000008", revision: 99 };
  for (const column of columns) {
    const value = evil[column] ?? "x";
    if (["draft", "branch", "origin"].includes(column)) continue;
    const beside = await ana.write("/api/v1/tickets", { draft: draft(), [column]: value });
    assertProblem(beside, 400, "malformed", column);
    // Members of the form itself that share a column's name are the form's.
    if (column in draft()) continue;
    const inside = await ana.open(draft({ [column]: value }));
    if (inside.status !== 201) {
      assertProblem(inside, 400, "malformed", column);
      continue;
    }
    const { row } = await desk.stored(inside.body.number);
    const { requester_id, company_id, branch_id, assignee_id, status, is_bug, revision } = row;
    assert.deepEqual(
      [requester_id, company_id, branch_id, assignee_id, status, is_bug, revision],
      ["ana", "caribe", "caribe-norte", null, "received", 0, 1],
      column,
    );
    assert.deepEqual([row.state.opened_critical, row.state.channel], [false, "portal"], column);
    assert.ok(Date.now() - Date.parse(row.opened_at) < 60_000, column);
  }
});

test("fault 13: an extra member of a command is refused or ignored", async () => {
  const { number } = await desk.ticket();
  for (const member of ["by", "at", "role", "author", "status", "seq", "first_responded_at", "assignee"]) {
    const answer = await ana.act(number, "reply", { body: "Sigue igual", [member]: "pablo" });
    if (answer.status !== 200) assertProblem(answer, 400, "malformed", member);
    const { row, events } = await desk.stored(number);
    assert.deepEqual([row.status, row.assignee_id, row.state.first_responded_at], ["received", null, null], member);
    assert.ok(events.every((event) => event.author === "ana"), member);
  }
});

test("fault 14: forged identity headers change nothing", async () => {
  const { number } = await desk.ticket();
  const forged = {
    "X-User": "elena", "X-User-Id": "elena", "X-Forwarded-User": "elena@soho.co", "X-Remote-User": "elena",
    "Remote-User": "elena", "X-Role": "administrator", "X-Account": "elena", "X-Forwarded-For": "127.0.0.1",
    "X-Real-IP": "127.0.0.1", "CF-Connecting-IP": "127.0.0.1", "CF-Access-Authenticated-User-Email": "elena@soho.co",
    "From": "elena@soho.co", "Authorization": "Bearer elena", "X-HTTP-Method-Override": "DELETE",
  };
  const stranger = desk.stranger(forged);
  for (const address of ["/api/v1/session", "/api/v1/tickets", `/api/v1/tickets/${number}`, "/api/v1/staff"]) {
    assertProblem(await stranger.get(address), 401, "sign_in_required", address);
  }
  assertProblem(await stranger.act(number, "take"), 401, "sign_in_required");
  const berta = await desk.as("berta");
  assertProblem(await berta.ask(`/api/v1/tickets/${number}`, { headers: forged }), 404, "not_found");
  const plain = (await berta.get("/api/v1/session")).body;
  assert.deepEqual((await berta.ask("/api/v1/session", { headers: forged })).body, plain);
});

test("fault 14: a session's cookie under another name, or somebody else's words in it, is nobody", async () => {
  const { token } = ana;
  for (const Cookie of [`session=${token}`, `__host-session=${token}`, `__Host-session=${token}x`, "__Host-session=", "__Host-session=ana"]) {
    assertProblem(await desk.stranger({ Cookie }).get("/api/v1/session"), 401, "sign_in_required", Cookie);
  }
});

test("fault 14: a write from another site is refused, whatever it says of its host", async () => {
  const tickets = await countTickets();
  const foreign = [
    { Origin: "https://evil.example" },
    { Origin: "null" },
    { Origin: `${desk.origin}.evil.example` },
    { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site", Origin: desk.origin },
  ];
  for (const headers of foreign) {
    assertProblem(await ana.open(draft(), { headers }), 403, "foreign_origin", JSON.stringify(headers));
  }
  assertProblem(await ana.ask("/api/v1/session", { method: "DELETE", headers: foreign[0] }), 403, "foreign_origin");
  assert.equal(await countTickets(), tickets);
  assert.equal((await ana.get("/api/v1/session")).status, 200, "still signed in");
  const own = { Origin: desk.origin, "Sec-Fetch-Site": "same-origin" };
  assert.equal((await ana.open(draft(), { headers: own })).status, 201);
});

test("an agent registers a call for the caller, whatever the capitals of their address (R10)", async () => {
  const pablo = await desk.as("pablo");
  const { body } = await pablo.open(draft({ email: "ANA@Caribe.co" }));
  const { row } = await desk.stored(body.number);
  assert.deepEqual([row.requester_id, row.company_id, row.branch_id], ["ana", "caribe", "caribe-norte"]);
  assert.equal(row.state.channel, "phone");
  assert.equal((await ana.read(body.number)).status, 200, "the client sees it");
  assert.equal((await desk.rows("SELECT 1 FROM account WHERE lower(email) = ?", PEOPLE.ana.email)).length, 1);
});

test("a caller nobody knows gets an account that their address opens later (R10)", async () => {
  const pablo = await desk.as("pablo");
  const { body } = await pablo.open(draft({ email: "Recepcion@Nuevo.CO", full_name: "Rita Nieto" }));
  const rita = await desk.signIn("recepcion@nuevo.co");
  assert.equal((await rita.read(body.number)).status, 200);
});

test("an agent who registers a call may name any branch of the caller's hotel", async () => {
  const pablo = await desk.as("pablo");
  const answer = await pablo.open(draft({ email: PEOPLE.gloria.email }), { branch: "caribe-sur" });
  assert.equal(answer.status, 201, answer.text);
  assert.equal((await desk.stored(answer.body.number)).row.branch_id, "caribe-sur");
  const foreign = await pablo.open(draft({ email: PEOPLE.gloria.email }), { branch: "andes-centro" });
  assertProblem(foreign, 422, "invalid");
});

test("a new ticket can continue a closed one of one's own, never one of somebody else's (R8)", async () => {
  const { number } = await desk.ticket();
  await ana.act(number, "withdraw");
  const next = await ana.open(draft(), { origin: ["continues", number] });
  assert.deepEqual(next.body.links, [["continues", number]]);
  const berta = await desk.as("berta");
  assertProblem(await berta.open(draft(), { origin: ["continues", number] }), 404, "not_found");
  assertProblem(await berta.open(draft(), { origin: ["continues", "1000001"] }), 400, "malformed");
});
