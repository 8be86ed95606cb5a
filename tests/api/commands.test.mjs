// Commands: who may send which, what a lost race and a repeated send come to, and what strangers learn.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { draft, ticketNumber } from "../support/guide.mjs";
import { assertConsistent } from "../support/history.mjs";

let desk, ana, pablo;
before(async () => {
  desk = await startDesk();
  [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
});
after(() => desk?.stop());

test("two agents who take at once: one has it, the other is told who was faster", async () => {
  for (let race = 0; race < 5; race++) {
    const { number } = await desk.ticket();
    const agents = [pablo, await desk.as("sofia")];
    const answers = await Promise.all(agents.map((agent) => agent.act(number, "take")));
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
    assertProblem(answers.find((answer) => answer.status === 409), 409, "already_taken");
    const { row, events } = await desk.stored(number);
    assert.equal(events.filter((event) => event.body.event === "taken").length, 1);
    const winner = answers.findIndex((answer) => answer.status === 200);
    assert.equal(row.assignee_id, agents[winner].me.account);
    await assertConsistent(desk, number);
  }
});

/** How many writers at once the Worker promises to serve without asking any to come back. */
const WRITERS = 4;

test("four people who write at once are all heard", async () => {
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  const people = [pablo, await desk.as("sofia"), await desk.as("clara"), ana];
  assert.equal(people.length, WRITERS);
  const answers = await Promise.all(people.map((person, index) => person.act(number, "reply", { body: `mensaje ${index}` })));
  assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200, 200], answers.map((answer) => answer.text).join("\n"));
  const { events } = await assertConsistent(desk, number);
  assert.equal(events.filter((event) => event.body.event === "replied").length, WRITERS);
});

test("in a crowd some are asked to come back, and sending again does each command once", async () => {
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  const sends = Array.from({ length: 12 }, (_, index) => ({ body: `mensaje ${index}`, key: freshKey() }));
  for (let waiting = sends; waiting.length > 0; ) {
    const answers = await Promise.all(waiting.map(({ body, key }) => pablo.act(number, "note", { body }, { key })));
    const busy = answers.filter((answer) => answer.status !== 200);
    for (const answer of busy) assertProblem(answer, 409, "busy");
    assert.ok(busy.length < waiting.length, "somebody always gets through");
    waiting = waiting.filter((_, index) => answers[index].status !== 200);
    const { events } = await assertConsistent(desk, number);
    const written = events.flatMap((event) => event.body.data?.body ?? []).filter((body) => body.startsWith("mensaje"));
    const heard = sends.filter((send) => !waiting.includes(send)).map((send) => send.body);
    assert.deepEqual(written.sort(), heard.sort(), "what was answered with success is there once, the rest is not");
  }
});

test("commands that exclude each other at once leave one history that makes sense", async () => {
  const { number } = await desk.ticket();
  await pablo.act(number, "take");
  await pablo.act(number, "resolve", { body: "Listo" });
  const answers = await Promise.all([
    ana.act(number, "confirm"),
    ana.act(number, "dispute", { body: "Aún no" }),
    ana.act(number, "withdraw"),
    pablo.act(number, "reply", { body: "¿Confirma?" }),
  ]);
  assert.ok(answers.every((answer) => [200, 409].includes(answer.status)), answers.map((answer) => answer.text).join("\n"));
  const { row, events } = await desk.stored(number);
  assert.ok(events.filter((event) => event.body.event === "closed").length <= 1);
  assert.equal(row.status === "closed", events.at(-1).body.event === "closed", "closed is final");
  await assertConsistent(desk, number);
});

test("a command sent twice is carried out once, and answered twice", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const first = await pablo.act(number, "reply", { body: "Lo revisamos" }, { key });
  const second = await pablo.act(number, "reply", { body: "Lo revisamos" }, { key });
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.equal(second.body.revision, first.body.revision);
  const { events } = await desk.stored(number);
  assert.deepEqual(events.map((event) => event.body.event), ["opened", "taken", "replied"]);
});

test("a command sent ten times at once is carried out once", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  const answers = await Promise.all(Array.from({ length: 10 }, () => ana.act(number, "reply", { body: "Sigue igual" }, { key })));
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
  const { events } = await desk.stored(number);
  assert.deepEqual(events.map((event) => event.body.event), ["opened", "replied"]);
  await assertConsistent(desk, number);
});

test("a command sent again after the ticket moved on answers with the ticket as it is", async () => {
  const { number } = await desk.ticket();
  const key = freshKey();
  await pablo.act(number, "take", {}, { key });
  await ana.act(number, "withdraw");
  const again = await pablo.act(number, "take", {}, { key });
  assert.deepEqual([again.status, again.body.status], [200, "closed"]);
});

test("a key of one ticket is no key of another", async () => {
  const [one, other] = [await desk.ticket(), await desk.ticket()];
  const key = freshKey();
  assert.equal((await ana.act(one.number, "reply", { body: "hola" }, { key })).status, 200);
  assertProblem(await ana.act(other.number, "reply", { body: "hola" }, { key }), 422, "idempotency_key_reused");
});

test("a command without a key is refused", async () => {
  const { number } = await desk.ticket();
  assertProblem(await pablo.act(number, "take", {}, { key: null }), 400, "idempotency_key_missing");
});

test("refusals have stable codes", async () => {
  const clara = await desk.as("clara");
  const { number } = await desk.ticket();
  const refused = async (who, command, facts, status, code) =>
    assertProblem(await who.act(number, command, facts), status, code, command);
  await refused(pablo, "log_contact_attempt", { channel: "phone", outcome: "busy" }, 409, "not_in_status");
  await refused(ana, "confirm", {}, 409, "not_in_status");
  await refused(ana, "take", {}, 403, "forbidden");
  await refused(pablo, "withdraw", {}, 403, "forbidden");
  await refused(pablo, "reply", { body: " " }, 422, "text_missing");
  await refused(pablo, "close_insufficient", { missing: [] }, 422, "missing_items_required");
  await refused(pablo, "close_duplicate", { of: number }, 422, "same_ticket");
  await refused(clara, "commit_date", { date: "2030-01-02" }, 409, "not_in_status");
  await refused(clara, "move_date", { date: "2030-01-02", reason: "x" }, 409, "no_date_committed");
  await pablo.act(number, "take");
  await refused(pablo, "take", {}, 409, "already_taken");
  await refused(pablo, "assign", { to: "pablo" }, 409, "already_assigned");
  await pablo.act(number, "hand_to_development", { evidence: "E-77" });
  await refused(clara, "commit_date", { date: "2020-01-02" }, 422, "date_not_ahead");
  await refused(clara, "commit_date", { date: "2030-12-25" }, 422, "date_not_attention_day");
  await clara.act(number, "commit_date", { date: "2030-01-02" });
  await refused(clara, "commit_date", { date: "2030-01-03" }, 409, "date_already_committed");
  await refused(clara, "move_date", { date: "2030-01-02", reason: "x" }, 409, "date_unchanged");
  await pablo.act(number, "resolve", { body: "Listo" });
  await refused(ana, "reply", { body: "Gracias" }, 409, "confirm_or_dispute");
  await ana.act(number, "confirm");
  await refused(ana, "reply", { body: "Gracias" }, 409, "ticket_closed");
});

test("what a screen offers is what the Worker carries out, for every role", async () => {
  const facts = {
    assign: { to: "sofia" }, reply: { body: "x" }, note: { body: "x" }, ask_for_information: { body: "x" },
    log_contact_attempt: { channel: "phone", outcome: "busy" },
    reclassify: { kind: "branch_sync", impact: { system_stopped: false, guest_waiting: false } },
    hand_to_development: { evidence: "x" }, commit_date: { date: "2030-01-02" }, move_date: { date: "2030-01-03", reason: "x" },
    resolve: { body: "x" }, dispute: { body: "x" }, close_insufficient: { missing: ["images"] },
    close_out_of_scope: { area: "training" }, close_duplicate: { of: (await desk.ticket()).number },
    link: { to: (await desk.ticket()).number }, take: {}, confirm: {}, withdraw: {},
  };
  for (const name of ["ana", "gloria", "pablo", "clara", "elena"]) {
    const person = await desk.as(name);
    const { actions } = (await person.read((await desk.ticket()).number)).body;
    for (const [command, details] of Object.entries(facts)) {
      const { number } = await desk.ticket();
      const answer = await person.act(number, command, details);
      assert.equal(answer.status === 200, actions.includes(command), `${name} ${command}: ${answer.text}`);
    }
  }
});

test("fault 12: unknown, foreign and mistyped numbers look the same from outside", async () => {
  const { number } = await desk.ticket();
  const misheard = number.slice(0, 6) + ((Number(number[6]) + 1) % 10);
  const unknown = ticketNumber(777_777);
  for (const name of ["berta", "luis", "diego"]) {
    const who = await desk.as(name);
    const asked = [
      (n) => who.read(n),
      (n) => who.act(n, "reply", { body: "hola" }),
      (n) => who.act(n, "take"),
      (n) => who.act(n, "assign", { to: "pablo" }),
      (n) => who.act(n, "assign", { to: "nobody" }),
      (n) => who.act(n, "note", { body: "hola" }),
      (n) => who.get(`/api/v1/tickets/${n}/photos/x`),
      (n) => who.attach(n, Buffer.from("GIF89a"), "a.gif"),
    ];
    for (const ask of asked) {
      const answers = [await ask(number), await ask(unknown), await ask(misheard), await ask("abc")];
      for (const answer of answers) {
        assertProblem(answer, 404, "not_found", name);
        assert.equal(answer.text, answers[0].text);
        assert.deepEqual([...answer.headers.keys()], [...answers[0].headers.keys()]);
      }
    }
  }
});

test("fault 12: each role sees the tickets it may, in lists and one by one", async () => {
  const own = {};
  for (const name of ["ana", "luis", "gloria", "nora", "berta"]) own[name] = (await desk.ticket({ by: name })).number;
  const bug = (await desk.ticket({ by: "berta" })).number;
  await pablo.act(bug, "hand_to_development", { evidence: "x" });
  const everything = [...Object.values(own), bug];
  const visible = {
    ana: [own.ana],
    luis: [own.luis],
    // Gloria runs the hotel; Nora one of its branches, where Ana and she herself work; Gloria's own ticket names no branch.
    gloria: [own.ana, own.luis, own.gloria, own.nora],
    nora: [own.ana, own.nora],
    berta: [own.berta, bug],
    pablo: everything,
    clara: everything,
    elena: everything,
    diego: [bug],
  };
  for (const [name, expected] of Object.entries(visible)) {
    const person = await desk.as(name);
    for (const number of everything) {
      const { status } = await person.read(number);
      assert.equal(status, expected.includes(number) ? 200 : 404, `${name} reads ${ownerOf(own, number)}'s`);
    }
    const listed = new Set(await everyListed(person));
    assert.deepEqual(everything.filter((number) => listed.has(number)), everything.filter((number) => expected.includes(number)), `${name}'s list`);
  }
});

const ownerOf = (own, number) => Object.keys(own).find((name) => own[name] === number) ?? "the bug";

async function everyListed(person) {
  const numbers = [];
  for (let after = ""; ; ) {
    const { status, body } = await person.get(`/api/v1/tickets?after=${encodeURIComponent(after)}`);
    assert.equal(status, 200);
    numbers.push(...body.tickets.map((ticket) => ticket.number));
    if (!body.next) return numbers;
    after = body.next;
  }
}

test("a list is read page by page, each ticket once", async () => {
  for (let index = 0; index < 35; index++) await desk.ticket({ by: "luis" });
  for (const name of ["luis", "gloria", "pablo"]) {
    const numbers = await everyListed(await desk.as(name));
    assert.equal(new Set(numbers).size, numbers.length, name);
    assert.ok(numbers.length >= 35, name);
  }
});

test("a client may ask for what is still open alone", async () => {
  const [open, over] = [await desk.ticket({ by: "luis" }), await desk.ticket({ by: "luis" })];
  const luis = await desk.as("luis");
  assert.equal((await luis.act(over.number, "withdraw")).status, 200);
  const { body } = await luis.get("/api/v1/tickets?open=true");
  const numbers = body.tickets.map((ticket) => ticket.number);
  assert.ok(numbers.includes(open.number) && !numbers.includes(over.number));
  assert.equal((await luis.get("/api/v1/tickets?open=quizas")).status, 400);
});

test("the first page of what is open tells how many that is, beyond the page too, and of the reader's own alone", async () => {
  for (let index = 0; index < 31; index++) await desk.ticket({ by: "berta" });
  await desk.ticket({ by: "ana" });
  const berta = await desk.as("berta");
  const [{ amount }] = await desk.rows("SELECT count(*) AS amount FROM ticket WHERE requester_id = 'berta' AND status <> 'closed'");
  const first = (await berta.get("/api/v1/tickets?open=true")).body;
  assert.deepEqual([first.tickets.length, first.open_count], [30, amount]);
  const second = (await berta.get(`/api/v1/tickets?open=true&after=${encodeURIComponent(first.next)}`)).body;
  assert.deepEqual([second.tickets.length, "open_count" in second], [amount - 30, false]);
  assert.ok(!("open_count" in (await berta.get("/api/v1/tickets")).body), "of a list that tells all nobody asks");
  assert.ok(!("open_count" in (await (await desk.as("pablo")).get("/api/v1/tickets?open=true")).body), "the desk has no icon");

  const nora = (await (await desk.as("nora")).get("/api/v1/tickets?open=true")).body;
  if (!nora.next) assert.equal(nora.open_count, nora.tickets.length);
});

test("one ticket whose row can't be read doesn't take the queue with it", async () => {
  const [broken, whole] = [await desk.ticket(), await desk.ticket()];
  await desk.db.prepare("UPDATE ticket SET state = '{' WHERE number = ?").bind(Number(broken.number)).run();
  const numbers = await everyListed(pablo);
  assert.ok(numbers.includes(whole.number) && !numbers.includes(broken.number));
  assert.equal((await ana.read(broken.number)).status, 200, "its history is whole");
});

test("fault 12: who works here is for staff to know", async () => {
  for (const [name, person] of Object.entries(PEOPLE)) {
    const answer = await (await desk.as(name)).get("/api/v1/staff");
    if (["client", "hotel_administrator"].includes(person.role)) {
      assertProblem(answer, 404, "not_found", name);
    } else {
      const listed = answer.body.people.map(({ account }) => account).sort();
      assert.deepEqual(listed, ["clara", "elena", "pablo", "sofia"]);
    }
  }
  assertProblem(await desk.stranger().get("/api/v1/staff"), 401, "sign_in_required");
});

test("without a session nothing is told or done", async () => {
  const { number } = await desk.ticket();
  const stranger = desk.stranger();
  for (const answer of [
    await stranger.get("/api/v1/session"),
    await stranger.get("/api/v1/tickets"),
    await stranger.read(number),
    await stranger.open(draft()),
    await stranger.act(number, "take"),
    await stranger.attach(number, Buffer.from("GIF89a"), "a.gif"),
    await stranger.get(`/api/v1/tickets/${number}/photos/x`),
    await stranger.get("/api/v1/staff"),
  ]) {
    assertProblem(answer, 401, "sign_in_required");
  }
});

test("a client learns nothing of the staff by naming them in a command", async () => {
  const { number } = await desk.ticket();
  const [known, unknown] = [await ana.act(number, "assign", { to: "pablo" }), await ana.act(number, "assign", { to: "nobody" })];
  assertProblem(known, 403, "forbidden");
  assert.equal(known.text, unknown.text);
});

test("the health of the service is told without its inner affairs", async () => {
  await desk.sendCron();
  const { status, body } = await desk.stranger().get("/api/health");
  assert.equal(status, 200);
  for (const job of body.jobs) assert.deepEqual(Object.keys(job).sort(), ["job", "outcome", "scheduled_at"]);
});

test("a ticket is given to someone who sees it, and developers see bugs alone", async () => {
  const { number } = await desk.ticket();
  const pablo = await desk.as("pablo");
  const [error] = assertProblem(await pablo.act(number, "assign", { to: "diego" }), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/to", "not_staff"]);
});

test("a duplicate goes on in an open ticket of the same client, so two cannot close each other", async () => {
  const pablo = await desk.as("pablo");
  const [first, second, foreign] = [await desk.ticket(), await desk.ticket(), await desk.ticket({ by: "berta" })];
  assertProblem(await pablo.act(first.number, "close_duplicate", { of: foreign.number }), 422, "invalid");
  assert.equal((await pablo.act(first.number, "close_duplicate", { of: second.number })).status, 200);
  assertProblem(await pablo.act(second.number, "close_duplicate", { of: first.number }), 422, "invalid");
});

test("a request that is not support counts once, however often it is sent", async () => {
  const key = "11111111-2222-3333-4444-555555555555";
  for (let time = 0; time < 3; time += 1) {
    const answer = await desk.stranger().write("/api/v1/hand-overs", { area: "training" }, { key });
    assert.equal(answer.status, 204);
  }
  const [{ amount }] = await desk.rows("SELECT amount FROM hand_over WHERE area = 'training'");
  assert.equal(amount, 1);
});
