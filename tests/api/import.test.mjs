// Bringing in histories from another desk: only with the token, decided again, told what was refused, and never twice.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, send } from "../support/caller.mjs";
import { history, PEOPLE, startDesk } from "../support/desk.mjs";
import { ticketNumber } from "../support/guide.mjs";
import { assertConsistent } from "../support/history.mjs";
import { startPortal } from "../support/portal.mjs";

let desk;
before(async () => {
  desk = await startDesk({ counting: true });
});
after(() => desk?.stop());

const OPENED = "2026-10-13T14:00:00Z";
const count = async (table) => (await desk.rows(`SELECT count(*) AS rows FROM ${table}`))[0].rows;

test("without a token of its own a deployment takes no imports, nor does one with another token", async () => {
  const closed = await startPortal({ mailbox: false });
  try {
    for (const headers of [{}, { Authorization: "Bearer " }, { Authorization: "Bearer undefined" }]) {
      assertProblem(await send(closed, "/api/v1/import", { method: "POST", body: {}, headers }), 404, "not_found");
    }
  } finally {
    await closed.stop();
  }
  for (const token of ["", "wrong", "a token for tests alone "]) {
    const answer = await desk.importing({ companies: [{ id: "x", name: "x" }] }, token.trimEnd() + (token.endsWith(" ") ? "x" : ""));
    assertProblem(answer, 404, "not_found");
  }
  assert.equal((await desk.rows("SELECT 1 FROM company WHERE id = 'x'")).length, 0);
});

test("a session, even an administrator's, is no token", async () => {
  const elena = await desk.as("elena");
  assertProblem(await elena.post("/api/v1/import", { tickets: [] }), 404, "not_found");
});

test("a history is decided again: everybody finds it as if it had happened here", async () => {
  const told = history(1, {
    at: OPENED,
    steps: [
      ["2026-10-13T15:00:00Z", "pablo", { command: "take" }],
      ["2026-10-13T16:00:00Z", "pablo", { command: "resolve", body: "Listo" }],
      ["2026-10-13T17:00:00Z", "ana", { command: "confirm" }],
    ],
  });
  const letters = await count("outbox");
  const answer = await desk.importing({ tickets: [told] });
  assert.deepEqual([answer.status, answer.body], [200, { tickets: 1, refused: [] }]);
  const { body } = await (await desk.as("ana")).read(ticketNumber(1));
  assert.deepEqual([body.status, body.opened_at, body.revision], ["closed", OPENED, 4]);
  assert.deepEqual(body.promises.map((promise) => promise.state.state), ["met", "met"]);
  await assertConsistent(desk, ticketNumber(1));
  assert.equal((await desk.rows("SELECT 1 FROM outbox WHERE message_id LIKE ?", `${ticketNumber(1)}.%`)).length, 0, "it is past: nobody is told");
  assert.ok((await count("outbox")) >= letters);
});

test("what the clock did meanwhile is in the history (R19)", async () => {
  await desk.importing({ tickets: [history(2, { at: OPENED })] });
  const { events } = await assertConsistent(desk, ticketNumber(2));
  const at = (event, promise) => events.find(({ body }) => body.event === event && body.data.promise === promise).at;
  // Tuesday 13 October 2026, 09:00 in Bogotá, and the fifth working day after it at 17:00... less the warning hour.
  assert.equal(at("breached", "first_response"), "2026-10-13T17:00:00Z");
  assert.equal(at("breached", "response"), "2026-10-19T22:00:00Z");
});

test("a ticket with a step that the contract refuses is left out, and the answer says which and why", async () => {
  const steps = [
    ["2026-10-13T15:00:00Z", "pablo", { command: "take" }],
    ["2026-10-13T16:00:00Z", "sofia", { command: "take" }],
  ];
  const { body } = await desk.importing({
    tickets: [
      history(10, { at: OPENED }),
      history(11, { at: OPENED, steps }),
      history(12, { at: OPENED, steps: [["2026-10-13T15:00:00Z", "ana", { command: "take" }]] }),
      history(13, { at: OPENED }),
    ],
  });
  assert.deepEqual(body, {
    tickets: 2,
    refused: [
      { index: 1, number: ticketNumber(11), step: 1, code: "already_taken" },
      { index: 2, number: ticketNumber(12), step: 0, code: "forbidden" },
    ],
  });
  for (const left of [11, 12]) assert.equal((await desk.stored(ticketNumber(left))).row, null);
});

test("the same import twice, or a ticket twice in one, doubles nothing and mixes nothing", async () => {
  const batch = {
    companies: [{ id: "caribe", name: "Hoteles Caribe", branches: [["caribe-norte", "Caribe Norte"]] }],
    accounts: Object.values(PEOPLE),
    tickets: [20, 21, 21, 22].map((index) => history(index, { at: OPENED })),
  };
  const first = await desk.importing(batch);
  assert.deepEqual(first.body, {
    tickets: 3,
    refused: [{ index: 2, number: ticketNumber(21), step: null, code: "already_open" }],
  });
  const before = { tickets: await count("ticket"), events: await count("ticket_event"), accounts: await count("account"), branches: await count("branch") };
  const second = await desk.importing({ ...batch, tickets: [...batch.tickets, history(23, { at: OPENED })] });
  assert.equal(second.status, 200);
  assert.deepEqual([second.body.tickets, second.body.refused.map((refused) => refused.code)], [1, Array(4).fill("already_open")]);
  const events = (await desk.stored(ticketNumber(23))).events.length;
  assert.deepEqual(
    { tickets: await count("ticket"), events: await count("ticket_event"), accounts: await count("account"), branches: await count("branch") },
    { ...before, tickets: before.tickets + 1, events: before.events + events },
  );
});

test("an imported person signs in whatever the capitals of their address", async () => {
  const account = { ...PEOPLE.ana, id: "rosa", email: "Rosa.Gil@Caribe.CO", name: "Rosa Gil" };
  assert.equal((await desk.importing({ accounts: [account] })).status, 200);
  assert.equal((await desk.signIn("rosa.gil@caribe.co")).me.account, "rosa");
});

test("people who can't be are refused, saying which", async () => {
  const [error] = assertProblem(
    await desk.importing({ accounts: [PEOPLE.ana, { ...PEOPLE.ana, id: "x", email: "no address" }] }), 422, "invalid");
  assert.equal(error.pointer, "/accounts/1/email");
  assertProblem(await desk.importing({ accounts: [{ ...PEOPLE.ana, id: "x", email: "x@y.co", company: "none" }] }), 422, "invalid");
  assertProblem(await desk.importing({ accounts: [{ ...PEOPLE.ana, id: "x" }] }), 409, "busy");
  assertProblem(await desk.importing({ accounts: [{ ...PEOPLE.ana, role: "king" }] }), 400, "malformed");
  assertProblem(await desk.importing({ tickets: [{ ...history(30, { at: "yesterday" }) }] }), 400, "malformed");
});

test("hundreds of long histories come in at once", async () => {
  const description = "No cuadra el cierre de caja. ".repeat(340);
  const tickets = Array.from({ length: 400 }, (_, index) => history(1_000 + index, { at: OPENED, description }));
  const { status, body, text } = await desk.importing({ tickets });
  assert.equal(status, 200, text);
  assert.deepEqual(body, { tickets: 400, refused: [] });
});

test("what was brought in can be found by the next page of the published catalogue", async () => {
  const catalogue = { applications: [{ name: "SOHO Front", modules: ["Caja", "Reservas"], processes: { Caja: ["Cierre de turno", "Arqueo"] } }] };
  assert.equal((await desk.importing({ catalogue })).status, 200);
  const answer = await desk.stranger().get("/api/v1/catalogue");
  assert.deepEqual(answer.body, catalogue);
});

test("a catalogue that was published before there were processes is told as it was", async () => {
  const portal = await startPortal();
  try {
    const before = { applications: [{ name: "SOHO Front", modules: ["Caja", "Reservas"] }] };
    await (await portal.published()).put("catalogue", JSON.stringify(before));
    assert.deepEqual(await (await portal.fetch("/api/v1/catalogue")).json(), before);
  } finally {
    await portal.stop();
  }
});
