// What is sent beside what is asked for gives nobody anything: members that nobody asked for, and headers that name
// somebody else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";
import { REQUESTS } from "../support/routes.mjs";

let desk, ana, elena, columns;
before(async () => {
  desk = await startDesk();
  [ana, elena] = [await desk.as("ana"), await desk.as("elena")];
  columns = await everyColumn();
});
after(() => desk?.stop());

/** Every column that is stored, and every member of a ticket: what somebody would like to set from outside. */
async function everyColumn() {
  const tables = await desk.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'");
  const names = new Set(["is_admin", "admin", "roles", "permissions", "__proto__", "constructor", "at", "by", "side"]);
  for (const { name } of tables) {
    for (const column of await desk.rows(`SELECT name FROM pragma_table_info(?)`, name)) names.add(column.name);
  }
  const { number } = await desk.ticket();
  const { row } = await desk.stored(number);
  for (const member of Object.keys(row.state)) names.add(member);
  assert.ok(names.has("role") && names.has("requester_id") && names.has("assignee"), [...names].join());
  return [...names];
}

/** A value that would matter if it were taken. */
const VALUES = { role: "administrator", requester: "berta", requester_id: "berta", company: "andes", company_id: "andes", status: "closed" };
/** A body with a member more, written by hand: JSON.stringify drops `__proto__`. */
const with_ = (body, name) => {
  const text = JSON.stringify(body);
  const value = JSON.stringify(VALUES[name] ?? "berta");
  return text === "{}" ? `{${JSON.stringify(name)}:${value}}` : `${text.slice(0, -1)},${JSON.stringify(name)}:${value}}`;
};
const JSON_TYPE = { "Content-Type": "application/json" };
const post = (who, address, body) => who.ask(address, { method: "POST", body, headers: { ...JSON_TYPE, "Idempotency-Key": freshKey() } });

/** Every route that reads JSON, but for the guide's, whose whole body is the form, and the import, which is the deployment's. */
const OTHERWISE = new Set(["POST /api/v1/guide/check", "POST /api/v1/import"]);
const bodies = (number) =>
  Object.entries(REQUESTS)
    .filter(([operation, { body }]) => body && !Buffer.isBuffer(body) && !OTHERWISE.has(operation))
    .map(([operation, { body }]) => {
      const [method, path] = operation.split(" ");
      const address = path.replace("{number}", number).replace(/\{\w+\}/g, "nada");
      const who = /people|invitations|hotels|attention-days|data-requests\/|factor/.test(path) ? elena : ana;
      return [method, address, who, body];
    });

test("fault 13: every known column as one more member of every body is refused, and nothing is written", async () => {
  const { number } = await desk.ticket();
  const kept = JSON.stringify([await desk.stored(number), await desk.rows("SELECT number FROM ticket"), await desk.rows("SELECT * FROM account")]);
  const all = bodies(number);
  assert.ok(all.length > 25, `${all.length} routes`);
  for (const [method, address, who, body] of all) {
    for (const name of columns) {
      // A member that is there already would come twice, which is refused as well.
      const answer = await who.ask(address, { method, body: with_(body, name), headers: { ...JSON_TYPE, "Idempotency-Key": freshKey() } });
      assertProblem(answer, 400, "malformed", `${method} ${address} ${name}`);
    }
  }
  assert.equal(
    JSON.stringify([await desk.stored(number), await desk.rows("SELECT number FROM ticket"), await desk.rows("SELECT * FROM account")]),
    kept,
  );
});

test("fault 13: within the form, whose unknown members are passed over, none makes another ticket", async () => {
  const made = async (body) => {
    const { status, text, body: view } = await post(ana, "/api/v1/tickets", body);
    assert.equal(status, 201, text);
    const { row, events } = await desk.stored(view.number);
    const { number, opened_at, changed_at, next_deadline_at, queue_at, state, ...kept } = row;
    const { number: _, opened_at: __, changed_at: ___, spoke_at: ____, ...fixed } = state;
    return JSON.stringify([kept, state.requester, state.company, state.status, state.request, Object.keys(fixed), events.map(({ author }) => author)]);
  };
  const plain = await made({ draft: draft(), branch: null, origin: null });
  for (const name of columns.filter((column) => !(column in draft()))) {
    assert.equal(await made(`{"draft":${with_(draft(), name)},"branch":null,"origin":null}`), plain, name);
  }
});

/** What some proxy might say of who asks; nothing here listens. */
const FORGED = [
  { "X-Forwarded-For": "127.0.0.1" },
  { "X-Real-IP": "127.0.0.1" },
  { Forwarded: "for=127.0.0.1;host=evil.example;proto=https" },
  { "True-Client-IP": "127.0.0.1" },
  { "X-Auth-User": "elena", "X-Auth-Email": PEOPLE.elena.email, "X-Auth-Role": "administrator" },
  { "X-Remote-User": "elena", "Remote-User": "elena", "X-User": "elena", "X-User-Id": "elena", "X-Role": "administrator" },
  { "X-Forwarded-User": "elena", "X-Forwarded-Email": PEOPLE.elena.email },
  { "Cf-Access-Authenticated-User-Email": PEOPLE.elena.email, "Cf-Access-Jwt-Assertion": "x.y.z" },
  { "X-Forwarded-Host": "evil.example", "X-Host": "evil.example", "X-Original-URL": "/api/v1/staff", "X-Rewrite-URL": "/api/v1/staff" },
  { "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "DELETE" },
  { Authorization: "Bearer elena" },
  { From: PEOPLE.elena.email },
];

test("fault 14: headers that claim to be somebody change nothing", async () => {
  const { number } = await desk.ticket({ by: "berta" });
  const asked = [
    [desk.stranger(), "/api/v1/session"],
    [desk.stranger(), `/api/v1/tickets/${number}`],
    [ana, "/api/v1/session"],
    [ana, "/api/v1/staff"],
    [ana, "/api/v1/tickets"],
    [ana, `/api/v1/tickets/${number}`],
  ];
  for (const [who, address] of asked) {
    const plain = await who.get(address);
    for (const headers of FORGED) {
      const forged = await who.ask(address, { headers });
      assert.deepEqual([forged.status, forged.text], [plain.status, plain.text], `${address} ${JSON.stringify(headers)}`);
    }
  }
});

test("fault 14: an address that is claimed neither spares anybody the limit nor reaches a mail or a row", async () => {
  const slow = await startDesk({ limits: { LIMIT_CODES: 3 } });
  try {
    const statuses = [];
    for (let ask = 0; ask < 6; ask++) {
      const claimed = `203.0.113.${ask}`;
      const headers = Object.fromEntries(["X-Forwarded-For", "X-Real-IP", "True-Client-IP", "Forwarded"].map((name) => [name, claimed]));
      statuses.push((await slow.stranger(headers).post("/api/v1/session/codes", { email: "ola@hotel.co" })).status);
    }
    assert.deepEqual(statuses, [202, 202, 202, 429, 429, 429]);
  } finally {
    await slow.stop();
  }
  const evil = { "X-Forwarded-Host": "evil.example", "X-Forwarded-For": "198.51.100.77", Referer: "https://evil.example/" };
  const asked = await desk.stranger(evil).post("/api/v1/session/codes", { email: "mira@hotel.co" });
  assert.equal(asked.status, 202, asked.text);
  const mail = await desk.mailTo("mira@hotel.co");
  assert.doesNotMatch(mail.raw, /evil\.example|198\.51\.100\.77/);
  const opened = await ana.open(draft(), { headers: evil });
  assert.equal(opened.status, 201, opened.text);
  assert.doesNotMatch(JSON.stringify(await desk.stored(opened.body.number)), /evil\.example|198\.51\.100\.77/);
});

test("fault 21: a place in a list is compared, never taken for a pattern", async () => {
  await desk.ticket();
  for (const after of ["%~0", "_~0", "%25~1", "*~0", "'~0", "9999~0' OR 1=1"]) {
    const answer = await ana.get(`/api/v1/tickets?after=${encodeURIComponent(after)}`);
    if (answer.status === 200) for (const ticket of answer.body.tickets) assert.equal(ticket.requester.account, "ana", after);
    else assertProblem(answer, 422, "invalid", after);
  }
});
