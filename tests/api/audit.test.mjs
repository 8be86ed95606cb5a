// The record of staff acts: it only grows, administrators alone read it, and nothing typed is a wildcard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";

const API = JSON.parse(readFileSync(new URL("../../worker/openapi/openapi.json", import.meta.url)));

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
  const before = await desk.rows("SELECT * FROM audit ORDER BY id");
  const instead = `INTO audit (id, at, act, subject_kind, subject, detail) VALUES (${before[0].id}, '', 'x', 'account', 'x', '{}')`;
  for (const way of ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"]) {
    await assert.rejects(desk.db.prepare(`${way} ${instead}`).run(), /only grows/, way);
  }
  await assert.rejects(desk.db.prepare(`INSERT ${instead} ON CONFLICT (id) DO UPDATE SET act = 'x'`).run(), /only grows/);
  assert.deepEqual(await desk.rows("SELECT * FROM audit ORDER BY id"), before);
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
  assert.deepEqual(await found("who=s%C3%A1enz"), ["role_changed", "second_factor_enrolled"]);
  assert.deepEqual(await found("from=2026-07-14&to=2026-07-14"), ["role_changed"]);
  assert.deepEqual(await found("to=2026-07-13"), []);
});

test("a day or page that can't be meant is refused by name", async () => {
  for (const [query, pointer] of [["from=ayer", "/from"], ["to=2026-02-30", "/to"], ["after=x", "/after"]]) {
    const errors = assertProblem(await elena.get(`/api/v1/audit?${query}`), 422, "invalid", query);
    assert.equal(errors[0].pointer, pointer);
  }
});

/** The rows of a file, as RFC 4180 has them. */
function cells(csv) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const [sign, row] = [csv[at], rows.at(-1)];
    if (quoted && sign === '"' && csv[at + 1] === '"') row[row.length - 1] += csv[++at];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ",") row.push("");
    else if (!quoted && sign === "\r" && csv[at + 1] === "\n") rows.push([""]), at++;
    else row[row.length - 1] += sign;
  }
  assert.deepEqual(rows.pop(), [""], "the last line ends too");
  return rows;
}

const row = (values) =>
  desk.db
    .prepare("INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?)")
    .bind(...values)
    .run();

test("fault 21: no cell of the record as a file is a formula, and the file is by the standard", async () => {
  const hostile = ['=HYPERLINK("https://mal.example","ver")', "+57300", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "dos\r\nlíneas, \"y\" coma"];
  for (const subject of hostile) await row(["2031-01-02T15:00:00Z", "elena", "administrator", "address_changed", "service", subject, `{"=clave":"=valor"}`]);
  await desk.db.prepare("UPDATE account SET name = '=Elena' WHERE id = 'elena'").run();
  const answer = await elena.get("/api/v1/audit.csv?from=2031-01-01");
  await desk.db.prepare("UPDATE account SET name = ? WHERE id = 'elena'").bind(PEOPLE.elena.name).run();
  assert.equal(answer.status, 200, answer.text);
  assert.match(answer.headers.get("content-type"), /^text\/csv; charset=utf-8/);
  assert.match(answer.headers.get("content-disposition"), /^attachment; filename="[\w-]+\.csv"$/);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.deepEqual([...answer.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "marked as UTF-8");
  const [heads, ...rows] = cells(answer.bytes.subarray(3).toString());
  assert.equal(heads[0], "Número");
  assert.equal(rows.length, hostile.length);
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/, JSON.stringify(cell));
  const subject = heads.indexOf("Cuál");
  assert.deepEqual(rows.map((cells) => cells[subject]).reverse(), hostile.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
  assert.deepEqual([...new Set(rows.map((cells) => cells[heads.indexOf("Quién")]))], ["'=Elena"]);
  assert.equal(rows[0][heads.indexOf("Fecha y hora de Bogotá")], "2031-01-02 10:00:00");
  assert.equal(rows[0][heads.indexOf("Qué hizo")], "Cambió un correo");
});

test("a file holds no more than its rows, and says where the next one of the search is", async () => {
  await desk.db
    .prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2003)
      INSERT INTO audit (at, act, subject_kind, subject, detail) SELECT '2032-01-02T15:00:00Z', 'imported', 'service', 'lote ' || i, '{}' FROM n`)
    .run();
  const first = await elena.get("/api/v1/audit.csv?from=2032-01-01&text=lote");
  const rows = cells(first.bytes.subarray(3).toString());
  assert.equal(rows.length, 1 + 2000);
  const next = /^<([^>]+)>; rel="next"$/.exec(first.headers.get("link"))[1];
  const second = await elena.get(next);
  assert.equal(second.headers.get("link"), null);
  assert.deepEqual(cells(second.bytes.subarray(3).toString()).slice(1).map((cells) => cells[8]), ["lote 3", "lote 2", "lote 1"]);
  assertProblem(await (await desk.as("clara")).get("/api/v1/audit.csv"), 404, "not_found");
  assertProblem(await elena.get("/api/v1/audit.csv?from=ayer"), 422, "invalid");
});

/** What each write of administrators is on record as; `null` for what only looks. A new route gets a row, or the test below fails. */
const ADMINISTRATIVE = {
  "PUT /api/v1/people/{id}/place": "role_changed",
  "POST /api/v1/people/{id}/deactivation": "person_deactivated",
  "DELETE /api/v1/people/{id}/deactivation": "person_reactivated",
  "DELETE /api/v1/people/{id}/second-factor": "second_factor_reset",
  "POST /api/v1/invitations": "invitation_sent",
  "POST /api/v1/invitations/{id}/mails": "invitation_sent",
  "DELETE /api/v1/invitations/{id}": "invitation_revoked",
  "POST /api/v1/hotels": "hotel_added",
  "PUT /api/v1/hotels/{id}": "hotel_renamed",
  "POST /api/v1/hotels/{id}/branches": "branch_added",
  "PUT /api/v1/hotels/{id}/branches/{branch}": "branch_renamed",
  "POST /api/v1/attention-days": "calendar_day_added",
  "POST /api/v1/attention-days/preview": null,
  "POST /api/v1/data-requests/{id}/extension": "data_request_extended",
  "POST /api/v1/data-requests/{id}/answer": "data_request_answered",
  "POST /api/v1/tickets/{number}/visitors/erasure": "visitor_erased",
};

test("every write that administrators alone may do is on record, as what it is and by whom, once", async () => {
  const writes = Object.entries(API.paths).flatMap(([path, methods]) =>
    Object.entries(methods).filter(([method, { "x-door": door }]) => method !== "get" && door === "administration").map(([method]) => `${method.toUpperCase()} ${path}`));
  assert.deepEqual(writes.sort(), Object.keys(ADMINISTRATIVE).sort());
  await desk.as("sofia");
  const asked = await (await desk.as("luis")).write("/api/v1/me/data-requests", { kind: "inquiry", body: "¿Qué saben de mí?" });
  const ids = { people: "sofia", "data-requests": asked.body.id };
  const place = { role: "developer", company: null, branch: null };
  const { number } = await desk.ticket();
  const { secret } = (await (await desk.as("ana")).write(`/api/v1/tickets/${number}/links`, { hours: 12 })).body;
  const opened = await desk.stranger().post(`/api/v1/tickets/${number}/links/open`, { secret, name: "Marta", consent: CONSENT });
  assert.equal(opened.status, 200, opened.text);
  let branch;
  const day = "2031-08-14";
  const bodies = {
    "PUT /api/v1/people/{id}/place": place,
    "POST /api/v1/invitations": { email: "registro@hotel.example", name: "Registro", place },
    "POST /api/v1/hotels": { name: "Hotel Registro" },
    "PUT /api/v1/hotels/{id}": { name: "Hotel del Registro" },
    "POST /api/v1/hotels/{id}/branches": { name: "Registro Norte" },
    "PUT /api/v1/hotels/{id}/branches/{branch}": { name: "Registro Sur" },
    "POST /api/v1/attention-days": { day, attends: false, name: "Aseo" },
    "POST /api/v1/attention-days/preview": { day, attends: true },
    "POST /api/v1/data-requests/{id}/extension": { body: "Falta un dato" },
    "POST /api/v1/data-requests/{id}/answer": { body: "Esto" },
    "POST /api/v1/tickets/{number}/visitors/erasure": { name: "Marta" },
  };
  const newest = async () => (await desk.rows("SELECT COALESCE(max(id), 0) AS id FROM audit"))[0].id;
  // A factor is taken away while it is there: before the person's place is another one.
  const order = Object.keys(ADMINISTRATIVE).sort((a, b) => Number(b.includes("second-factor")) - Number(a.includes("second-factor")));
  for (const operation of order) {
    const [method, path] = operation.split(" ");
    const kind = path.split("/")[3];
    const before = await newest();
    const answer = await elena.ask(path.replace("{id}", ids[kind]).replace("{branch}", branch).replace("{number}", number), {
      method, body: bodies[operation], headers: { "Idempotency-Key": `registro-${order.indexOf(operation)}` },
    });
    assert.ok(answer.status < 300, `${operation}: ${answer.status} ${answer.text}`);
    if (method === "POST") ids[kind] ??= answer.body?.id;
    branch ??= answer.body?.branches?.[0]?.[0];
    const entries = await desk.rows("SELECT actor, actor_role, act FROM audit WHERE id > ?", before);
    const act = ADMINISTRATIVE[operation];
    assert.deepEqual(entries, act ? [{ actor: "elena", actor_role: "administrator", act }] : [], operation);
  }
});

test("staff signing in with their second factor is on record, and so is its pause after wrong codes", async () => {
  const acts = async () =>
    (await desk.rows("SELECT actor, actor_role, act, detail FROM audit WHERE subject = 'clara' ORDER BY id")).map(({ actor, actor_role, act, detail }) => [actor, actor_role, act, JSON.parse(detail)]);
  await desk.as("clara");
  const begun = (await acts()).length;
  const since = async () => (await acts()).slice(begun);
  const half = await desk.halfSignIn(PEOPLE.clara.email);
  assert.deepEqual(await since(), [], "half signed in is not in yet");
  await desk.signIn(PEOPLE.clara.email);
  assert.deepEqual(await since(), [["clara", "supervisor", "staff_signed_in", { device: "other.other" }]]);
  const wrong = () => half.post("/api/v1/session/factor", { code: "000000" });
  for (let tries = 1; tries <= 4; tries += 1) assertProblem(await wrong(), 401, "factor_code_wrong");
  assert.equal((await since()).length, 1, "a slip is none");
  assertProblem(await wrong(), 401, "factor_code_wrong");
  for (let more = 0; more < 2; more += 1) assertProblem(await wrong(), 429, "factor_paused");
  assert.deepEqual((await since()).slice(1), [[null, null, "second_factor_paused", { device: "other.other" }]], "once");
});

test("the account and the consent that an agent notes on a call are on record, once each", async () => {
  const pablo = await desk.as("pablo");
  const email = "nueva.por.telefono@hotel.example.co";
  const call = (changes, consent) => pablo.open(draft({ email, full_name: "Nueva Por Teléfono", ...changes }), { consent });
  const [first, again] = [await call({}, CONSENT), await call({}, CONSENT)];
  assert.deepEqual([first.status, again.status], [201, 201], first.text);
  const [{ id }] = await desk.rows("SELECT id FROM account WHERE email = ?", email);
  const entries = await desk.rows("SELECT actor, actor_role, act, detail FROM audit WHERE subject = ? ORDER BY id", id);
  assert.deepEqual(entries.map(({ actor, actor_role, act, detail }) => [actor, actor_role, act, JSON.parse(detail)]), [
    ["pablo", "agent", "account_made", {}],
    ["pablo", "agent", "consent_noted", { version: CONSENT }],
  ]);
  const ana = await call({ email: PEOPLE.ana.email }, null);
  assert.equal(ana.status, 201, ana.text);
  const hers = await desk.rows("SELECT act FROM audit WHERE subject = 'ana' AND act IN ('account_made', 'consent_noted')");
  assert.deepEqual(hers, [], "she had an account, and nobody asked her");
});

test("what is done to people's data, access and policy is on record with the act", async () => {
  const ana = await desk.as("ana");
  const { number } = await desk.ticket();
  const made = await ana.write(`/api/v1/tickets/${number}/links`, { hours: 12 });
  assert.equal(made.status, 201, made.text);
  await ana.ask(`/api/v1/tickets/${number}/links/${made.body.id}`, { method: "DELETE", headers: { "Idempotency-Key": "fuera" } });
  await ana.get("/api/v1/me/data");
  const asked = await ana.write("/api/v1/me/data-requests", { kind: "inquiry", body: "¿Qué saben de mí?" });
  await elena.post(`/api/v1/data-requests/${asked.body.id}/extension`, { body: "Falta un dato" });
  await elena.post(`/api/v1/data-requests/${asked.body.id}/answer`, { body: "Esto" });
  assert.equal((await elena.write("/api/v1/attention-days", { day: "2031-07-17", attends: false, name: "Aseo" })).status, 201);
  assert.equal((await elena.write("/api/v1/attention-days", { day: "2031-07-17", attends: true })).status, 201);
  const { body } = await elena.get("/api/v1/audit?to=2030-01-01");
  const told = body.entries.slice(0, 7).map(({ actor, actor_role, act, subject_kind, subject, subject_name }) => [actor, actor_role, act, subject_kind, subject, subject_name]);
  assert.deepEqual(told, [
    ["elena", "administrator", "calendar_day_removed", "calendar_day", "2031-07-17", null],
    ["elena", "administrator", "calendar_day_added", "calendar_day", "2031-07-17", null],
    ["elena", "administrator", "data_request_answered", "data_request", asked.body.id, PEOPLE.ana.name],
    ["elena", "administrator", "data_request_extended", "data_request", asked.body.id, PEOPLE.ana.name],
    ["ana", "client", "data_exported", "account", "ana", PEOPLE.ana.name],
    ["ana", "client", "hand_over_link_revoked", "ticket", number, null],
    ["ana", "client", "hand_over_link_created", "ticket", number, null],
  ]);
  assert.doesNotMatch(JSON.stringify(body.entries), /Falta un dato|Qué saben de mí/, "facts alone, no words");
});
