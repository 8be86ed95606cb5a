// Every route, for every role, on what is theirs and what is another hotel's: who gets through is what `domain::access`
// says (the description carries its table), and what is forbidden can't be told from what isn't there.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { send, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { CONSENT, draft, ticketNumber } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";
import { REQUESTS, UNKNOWN } from "../support/routes.mjs";

const API = JSON.parse(readFileSync(new URL("../../worker/openapi/openapi.json", import.meta.url)));
const DOORS = API["x-doors"];
const SIGHT = API["x-sight"];

/** Who stands for each role. Staff belong to no hotel. */
const WALKERS = ["ana", "gloria", "nora", "pablo", "diego", "clara", "elena"];
/** The tickets that are walked to, by who opened them; `bug` was handed to research and development. */
const TICKETS = { ana: { by: "ana" }, luis: { by: "luis" }, berta: { by: "berta" }, bug: { by: "berta", bug: true } };

let desk;
const tickets = {};
/** What routes of staff's own are about, as it is: by the beginning of their path. Whom a door keeps out asks for what exists. */
const standing = {};
before(async () => {
  desk = await startDesk();
  const pablo = await desk.as("pablo");
  for (const [name, { by, bug }] of Object.entries(TICKETS)) {
    const { number } = await desk.ticket({ by });
    const attached = await (await desk.as(by)).attach(number, PNG, "a.png");
    tickets[name] = { number, photo: attached.body.timeline.at(-1).data.id };
    if (bug) {
      await pablo.act(number, "take");
      const handed = await pablo.act(number, "hand_to_development", { evidence: "Falla" });
      assert.equal(handed.status, 200, handed.text);
    }
  }
  const elena = await desk.as("elena");
  const invited = await elena.post("/api/v1/invitations", {
    email: "espera@hotel.example", name: "Espera", place: { role: "client", company: "andes", branch: null },
  });
  const asked = await (await desk.as("ana")).write("/api/v1/me/data-requests", { kind: "claim", body: "¿Qué saben de mí?" });
  const reserved = await desk.stranger().write("/api/v1/reservations", REQUESTS["POST /api/v1/reservations"].body);
  assert.deepEqual([invited.status, asked.status, reserved.status], [201, 201, 201]);
  await desk.as("sofia");
  const at = `/api/v1/tickets/${tickets.ana.number}/links`;
  const { secret } = (await (await desk.as("ana")).write(at, { hours: 12 })).body;
  assert.equal((await desk.stranger().post(`${at}/open`, { secret, name: "Marta", consent: CONSENT })).status, 200);
  Object.assign(standing, {
    "/api/v1/tickets/": { number: tickets.ana.number },
    "/api/v1/people/": { id: "sofia" },
    "/api/v1/hotels/": { id: "andes", branch: "andes-centro" },
    "/api/v1/invitations/": { id: invited.body.id },
    "/api/v1/data-requests/": { id: asked.body.id },
    "/api/v1/reservations/": { number: reserved.body.number },
  });
  untouched = await whatStands();
});
/** All that the requests below would change if somebody were let through who isn't. */
let untouched;
const whatStands = () => Promise.all([
  desk.rows("SELECT id, role, company_id, branch_id, deactivated_at, (SELECT salt FROM second_factor WHERE account_id = id) AS salt FROM account WHERE id = 'sofia'"),
  desk.rows("SELECT c.name, b.name AS branch FROM company c JOIN branch b ON b.company_id = c.id WHERE c.id = 'andes' ORDER BY 1, 2"),
  desk.rows("SELECT open_for, token_hash, expires_at FROM invitation WHERE name = 'Espera'"),
  desk.rows("SELECT answered_at, extended_at FROM data_request WHERE account_id = 'ana' AND kind = 'claim'"),
  desk.rows("SELECT name FROM pass WHERE name = 'Marta'"),
]);
after(() => desk?.stop());

/** Whether one of `PEOPLE` sees a ticket, by the table alone. */
function sees(name, ticket) {
  const reader = PEOPLE[name];
  const { by, bug = false } = TICKETS[ticket];
  const opener = PEOPLE[by];
  const company = reader.company === opener.company && (reader.branch === null || reader.branch === opener.branch);
  const sight = { own: name === by, company: company || name === by, bugs: bug, everything: true }[SIGHT[reader.role]];
  assert.notEqual(sight, undefined, `no sight for ${reader.role}`);
  return sight;
}

/** Every operation of the description: `{ path, method, door }`. */
const OPERATIONS = Object.entries(API.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), door: operation["x-door"] })));

/** All of an answer that its reader can see. Nothing in it may tell an address that doesn't exist from one that is another's. */
const seen = ({ status, text, headers }) => ({
  status,
  text,
  headers: Object.fromEntries([...headers].filter(([name]) => name !== "date")),
});

/** Sends an operation as a well-formed request that would be carried out. */
function ask(headers, { path, method }, place = UNKNOWN) {
  const request = REQUESTS[`${method} ${path}`];
  const named = path.replace(/\{(\w+)\}/g, (_, parameter) => {
    const value = { ...UNKNOWN, ...request?.place, ...place }[parameter];
    assert.ok(value, `${method} ${path}: tests/support/routes.mjs doesn't say what {${parameter}} may be`);
    return encodeURIComponent(value);
  });
  const body = typeof request?.body === "function" ? request.body() : request?.body;
  const key = method === "GET" ? {} : { "Idempotency-Key": freshKey() };
  return send(desk, `${named}${request?.query ?? ""}`, { method, body, headers: { ...key, ...request?.headers, ...headers } });
}

const nothing = (headers, method) => send(desk, "/api/v1/nada", { method, headers });
/** Somebody's session; one of its own where it would be ended or the person changed. */
const cookieOf = async (name, { ends } = {}) => ({ Cookie: (ends ? await desk.signIn(PEOPLE[name].email) : await desk.as(name)).cookie });

test("fault 12: every route says which door it is behind, and every request of the walk is known", () => {
  for (const { path, method, door } of OPERATIONS) {
    assert.ok(door in DOORS, `${method} ${path} has no door: x-door in the description, Door in domain::access`);
    if (method !== "GET") assert.ok(`${method} ${path}` in REQUESTS, `${method} ${path} is missing in tests/support/routes.mjs`);
  }
});

for (const operation of OPERATIONS.filter(({ door }) => door !== "ticket")) {
  const { path, method, door } = operation;
  test(`fault 12: ${method} ${path} is for ${door}`, async () => {
    const request = REQUESTS[`${method} ${path}`] ?? {};
    const stranger = await ask({}, operation);
    if (door === "public") assert.ok(stranger.status !== 404 && stranger.status < 500, `a stranger got ${stranger.status} ${stranger.text}`);
    else if (door === "deployment") assert.deepEqual(seen(stranger), seen(await nothing({}, method)));
    else assert.equal(stranger.status, 401, `a stranger got ${stranger.status} ${stranger.text}`);
    for (const name of WALKERS) {
      const cookie = await cookieOf(name, request);
      const answer = await ask(cookie, operation);
      if (request.endsOthers) desk.signInAnew();
      const about = `${name}, ${PEOPLE[name].role}: ${answer.status} ${answer.text}`;
      if (DOORS[door].includes(PEOPLE[name].role)) {
        assert.ok(answer.status === request.refusesWith || ![401, 403].includes(answer.status), about);
        assert.ok(answer.status < 500, about);
        if (!request.missing) assert.notEqual(answer.status, 404, about);
      } else {
        const absent = seen(await nothing(cookie, method));
        assert.deepEqual(seen(answer), absent, about);
        if (path.includes("{")) {
          const [, exists] = Object.entries(standing).find(([beginning]) => path.startsWith(beginning)) ?? [];
          assert.ok(exists, `${method} ${path}: nothing stands there for whom it keeps out`);
          assert.deepEqual(seen(await ask(cookie, operation, exists)), absent, `${name} asks for what exists`);
        }
      }
    }
  });
}

test("fault 12: whom a door keeps out has changed nothing of what stands behind it", async () => {
  assert.deepEqual(untouched.map((rows) => rows.length), [1, 1, 1, 1, 1]);
  assert.deepEqual(await whatStands(), untouched);
});

for (const operation of OPERATIONS.filter(({ door }) => door === "ticket")) {
  const { path, method } = operation;
  const unknown = { ...UNKNOWN, number: ticketNumber(777_777) };
  test(`fault 12: ${method} ${path} is for whoever sees the ticket, of their own hotel or of another`, async () => {
    const strangers = await Promise.all([tickets.ana, unknown].map((place) => ask({}, operation, place)));
    assert.equal(strangers[0].status, 401);
    assert.deepEqual(seen(strangers[0]), seen(strangers[1]), "nobody learns which tickets exist");
    for (const name of WALKERS) {
      const cookie = await cookieOf(name);
      const absent = await ask(cookie, operation, unknown);
      assert.equal(absent.status, 404, `${name}: ${absent.text}`);
      for (const [ticket, place] of Object.entries(tickets)) {
        const answer = await ask(cookie, operation, place);
        const about = `${name} and the ticket of ${ticket}: ${answer.status} ${answer.text}`;
        if (sees(name, ticket)) assert.ok(![401, 404].includes(answer.status) && answer.status < 500, about);
        else assert.deepEqual(seen(answer), seen(absent), about);
      }
    }
  });
}

test("fault 12: a list holds what its reader sees and nothing else", async () => {
  for (const name of WALKERS) {
    const { body } = await (await desk.as(name)).get("/api/v1/tickets");
    const listed = new Set(body.tickets.map((ticket) => ticket.number));
    for (const [ticket, { number }] of Object.entries(tickets)) {
      assert.equal(listed.has(number), sees(name, ticket), `${name} and the ticket of ${ticket}`);
    }
  }
});

test("fault 12: a new ticket comes from no ticket that its writer doesn't see, nor goes to another hotel's branch", async () => {
  for (const name of ["ana", "luis", "nora", "berta"]) {
    const who = await desk.as(name);
    for (const [ticket, { number }] of Object.entries(tickets)) {
      if (sees(name, ticket)) continue;
      for (const relation of ["continues", "related", "split_from"]) {
        const answer = await who.open(draft(), { origin: [relation, number] });
        const absent = await who.open(draft(), { origin: [relation, ticketNumber(777_777)] });
        assert.deepEqual([answer.status, answer.text], [absent.status, absent.text], `${name} ${relation} ${ticket}`);
        assert.notEqual(answer.status, 201);
      }
    }
    const foreign = PEOPLE[name].company === "caribe" ? "andes-centro" : "caribe-norte";
    const [theirs, none] = [await who.open(draft(), { branch: foreign }), await who.open(draft(), { branch: "no-hay" })];
    assert.deepEqual([theirs.status, theirs.text], [none.status, none.text]);
    assert.equal(theirs.status, 422);
  }
});
