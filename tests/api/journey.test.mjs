// The main journey, from the form to the client's thanks, and the other one that ends in silence.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { history, PEOPLE, startDesk } from "../support/desk.mjs";
import { draft, ticketNumber } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";

let desk, ana, pablo;
before(async () => {
  desk = await startDesk();
  [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
});
after(() => desk?.stop());

const happened = (view) => view.timeline.map((entry) => entry.event);

test("a ticket goes from the form through analysis, a question and its answer to a confirmed solution", async (t) => {
  let number;

  await t.test("the client opens it and is promised instants, with their account", async () => {
    const { status, body } = await ana.open(draft());
    number = body.number;
    assert.equal(status, 201);
    assert.deepEqual(body.promises.map(({ kind, state }) => [kind, state.state]), [
      ["first_response", "running"],
      ["response", "running"],
    ]);
    assert.ok(body.promises.every((promise) => promise.explanation.steps.length > 0));
    assert.deepEqual(body.actions, ["reply", "attach_photo", "withdraw", "share_ticket"]);
  });

  await t.test("with a photo of the screen", async () => {
    const { status, body } = await ana.attach(number, PNG, "pantalla.png");
    assert.equal(status, 200);
    assert.deepEqual(happened(body), ["opened", "photo_attached"]);
  });

  await t.test("it waits in the agents' queue by what is due first", async () => {
    const { body } = await pablo.get("/api/v1/tickets");
    const listed = body.tickets.find((ticket) => ticket.number === number);
    assert.equal(listed.next.kind, "first_response");
    const deadlines = body.tickets.map((ticket) => ticket.next?.due ?? "9999");
    assert.deepEqual(deadlines, [...deadlines].sort());
  });

  await t.test("the agent takes it: the first response is kept (R14)", async () => {
    const { status, body } = await pablo.act(number, "take");
    assert.equal(status, 200);
    assert.deepEqual([body.status, body.assignee.name], ["in_analysis", PEOPLE.pablo.name]);
    assert.equal(body.promises[0].state.state, "met");
  });

  await t.test("a note stays among staff", async () => {
    assert.equal((await pablo.act(number, "note", { body: "Creo que es el turno de ayer" })).status, 200);
  });

  await t.test("the agent asks, and the clock of the response stands still (R15)", async () => {
    const { body } = await pablo.act(number, "ask_for_information", { missing: ["error_code", "images"], body: "¿Qué código muestra?" });
    assert.equal(body.status, "waiting_on_client");
    assert.equal(body.promises[1].state.state, "paused");
  });

  await t.test("an attempt to call is on record, and says when silence would end it (R18)", async () => {
    const { body } = await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer", note: "Contestó el buzón" });
    assert.equal(body.attempts, 1);
    assert.ok(Date.parse(body.closes_at) > Date.now());
  });

  await t.test("the client answers: it is the desk's turn again and the count starts over (R18)", async () => {
    const { status, body } = await ana.act(number, "reply", { body: "Muestra el código E-77" });
    assert.equal(status, 200);
    assert.deepEqual([body.status, body.attempts, body.closes_at], ["in_analysis", 0, null]);
    assert.equal(body.last_speaker, "client");
  });

  await t.test("the agent resolves it", async () => {
    const { body } = await pablo.act(number, "resolve", { body: "Reabra el turno y ciérrelo de nuevo." });
    assert.equal(body.status, "resolved");
    assert.ok(Date.parse(body.stands_at) > Date.now());
  });

  await t.test("the client confirms, and closed is final", async () => {
    const { body } = await ana.act(number, "confirm");
    assert.deepEqual([body.status, body.closure.reason, body.breached], ["closed", "confirmed", false]);
    assert.deepEqual(body.actions, ["share_ticket"]);
    assert.equal((await ana.act(number, "reply", { body: "Otra cosa" })).body.code, "ticket_closed");
  });

  await t.test("each side reads its own timeline, the client's without what is for staff", async () => {
    const [client, agent] = [(await ana.read(number)).body, (await pablo.read(number)).body];
    assert.deepEqual(happened(agent), [
      "opened", "photo_attached", "taken", "noted", "information_requested", "contact_attempted", "replied", "resolved", "closed",
    ]);
    assert.deepEqual(happened(client), happened(agent).filter((event) => event !== "noted"));
    const attempted = (view) => view.timeline.find((entry) => entry.event === "contact_attempted").data.note;
    assert.equal(attempted(agent), "Contestó el buzón");
    assert.equal(attempted(client), "", "what the agent adds is for staff");
    const taken = client.timeline.find((entry) => entry.event === "taken");
    assert.deepEqual(taken.author, { name: PEOPLE.pablo.name, side: "desk", you: false });
    assert.ok(client.timeline[0].author.you);
  });

  await t.test("what happened is told by mail, once to each", async () => {
    await desk.sendCron();
    await desk.sendCron();
    const told = await desk.rows("SELECT message_id, sent_at FROM outbox WHERE message_id LIKE ? ORDER BY id", `${number}.%`);
    assert.deepEqual(
      told.map((letter) => letter.message_id.slice(number.length + 1)),
      ["0.requester", "2.requester", "4.requester", "5.requester", "6.desk", "7.requester", "8.desk"],
    );
    assert.ok(told.every((letter) => letter.sent_at));
    const mails = (await desk.mails()).filter((mail) => mail.to.includes(PEOPLE.ana.email)).map((mail) => mail.text);
    assert.equal(mails.filter((text) => text.includes("¿Qué código muestra?")).length, 1);
    assert.ok(!mails.some((text) => /turno de ayer|Contestó el buzón/.test(text)), "notes are for staff");
  });
});

test("a bug gets a date, the date moves openly, and evidence stays among staff (R16)", async () => {
  const [{ number }, diego, clara] = [await desk.ticket(), await desk.as("diego"), await desk.as("clara")];
  assert.equal((await diego.read(number)).status, 404, "development sees bugs alone");
  await pablo.act(number, "hand_to_development", { evidence: "Traza interna 0xBEEF" });
  assert.equal((await diego.act(number, "commit_date", { date: nextWeekday(10) })).status, 200);
  const moved = await clara.act(number, "move_date", { date: nextWeekday(20), reason: "Falta una prueba" });
  assert.equal(moved.status, 200, moved.text);
  const { body, text } = await ana.read(number);
  const promise = body.promises.find(({ kind }) => kind === "bug_date");
  assert.ok(promise.first_due < promise.due, "the first promise stays visible");
  assert.ok(!text.includes("0xBEEF"));
  assert.ok((await diego.read(number)).text.includes("0xBEEF"));
});

/** A Tuesday to Thursday at least `days` ahead that is no holiday here: Colombia's fixed ones in reach are left out. */
function nextWeekday(days) {
  const fixed = new Set(["12-08", "12-24", "12-25", "12-31", "01-01", "05-01", "07-20", "08-07"]);
  const date = new Date(Date.now() + days * 86_400_000);
  while (![2, 3].includes(date.getUTCDay()) || fixed.has(date.toISOString().slice(5, 10))) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

test("without a logged attempt silence ends nothing, with one it ends at the close of the second business day (R18)", async () => {
  // Monday 17 November 2025 is a holiday: called on Friday, it ends on Wednesday.
  const asked = ["2025-11-14T15:10:00Z", "pablo", { command: "ask_for_information", missing: ["images"], body: "¿Nos envía una foto?" }];
  const called = ["2025-11-14T16:00:00Z", "pablo", { command: "log_contact_attempt", channel: "phone", outcome: "no_answer" }];
  const answer = await desk.importing({
    tickets: [
      history(50, { at: "2025-11-14T14:00:00Z", steps: [asked] }),
      history(51, { at: "2025-11-14T14:00:00Z", steps: [asked, called] }),
    ],
  });
  assert.deepEqual(answer.body, { tickets: 2, refused: [] });
  assert.equal((await ana.read(ticketNumber(50))).body.status, "waiting_on_client");
  const { body } = await ana.read(ticketNumber(51));
  assert.deepEqual([body.status, body.timeline.at(-1).at], ["closed", "2025-11-19T23:00:00Z"]);
});

test("silence after a call ends a ticket at the exact instant, however late the sweep (R18, R19)", async () => {
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: ["images"], body: "¿Nos envía una foto?" });
  const { body } = await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });
  const closesAt = Date.parse(body.closes_at);
  assert.equal(new Date(closesAt).toISOString().slice(11, 19), "23:00:00", "18:00 in Bogotá (R17)");

  await desk.sendCron(new Date(closesAt));
  assert.equal((await ana.read(number)).body.status, "waiting_on_client", "the instant itself is still in time");

  await desk.sendCron(new Date(closesAt + 3 * 3_600_000 + 12_345));
  const closed = (await ana.read(number)).body;
  assert.deepEqual([closed.status, closed.closure], ["closed", { reason: "unreachable", attempts: 1 }]);
  const ending = closed.timeline.at(-1);
  assert.deepEqual([ending.event, ending.at, ending.author], ["closed", body.closes_at, null]);

  await desk.sendCron(new Date(closesAt + 4 * 3_600_000));
  await desk.sendCron(new Date(closesAt + 5 * 3_600_000));
  const told = await desk.rows("SELECT sent_at FROM outbox WHERE message_id = ?", `${number}.${ending.seq}.requester`);
  assert.equal(told.length, 1);
  assert.ok(told[0].sent_at);
  const mails = (await desk.mails()).filter((mail) => mail.to.includes(PEOPLE.ana.email) && mail.text.includes(spoken(number)));
  const [last, ...earlier] = mails.toReversed();
  assert.ok(last && earlier.every((mail) => mail.text !== last.text), "the end is told once");
});

const spoken = (number) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;

test("the client's word stops the end that silence would have brought (R18)", async () => {
  // The days that passed above ended the team's sessions.
  const pablo = await desk.signIn(PEOPLE.pablo.email);
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { body: "¿Sigue igual?" });
  const { body } = await pablo.act(number, "log_contact_attempt", { channel: "whatsapp", outcome: "left_message" });
  await ana.act(number, "reply", { body: "Sí, sigue igual" });
  await desk.sendCron(new Date(Date.parse(body.closes_at) + 60_000));
  assert.equal((await ana.read(number)).body.status, "in_analysis");
});

test("the ninth attempt in vain ends it at once (R18)", async () => {
  const pablo = await desk.signIn(PEOPLE.pablo.email);
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  const statuses = [];
  for (let attempt = 1; attempt <= 9; attempt++) {
    statuses.push((await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "busy" })).body.status);
  }
  assert.deepEqual(statuses, [...Array(8).fill("waiting_on_client"), "closed"]);
});
