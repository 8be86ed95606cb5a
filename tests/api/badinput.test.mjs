// Whatever is sent, the answer is a problem document with a stable code, never a fault of ours.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem, freshKey } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { draft, ticketNumber } from "../support/guide.mjs";

let desk, ana, pablo, number;
before(async () => {
  desk = await startDesk();
  [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
  ({ number } = await desk.ticket());
});
after(async () => {
  await desk?.stop();
});

/** Routes that take JSON, with somebody who may use them. */
const takers = () => [
  ["/api/v1/session/codes", desk.stranger()],
  ["/api/v1/session", desk.stranger()],
  ["/api/v1/hand-overs", desk.stranger()],
  ["/api/v1/guide/check", desk.stranger()],
  ["/api/v1/tickets", ana],
  [`/api/v1/tickets/${number}/commands`, ana],
];
const JSON_TYPE = { "Content-Type": "application/json" };
const raw = (who, address, body, headers = JSON_TYPE) => who.ask(address, { method: "POST", body, headers: { "Idempotency-Key": freshKey(), ...headers } });

const BROKEN = {
  "nothing": "",
  "half an object": '{"email":',
  "a comma too many": '{"email":"ana@hotel.co",}',
  "no JSON": "hola",
  "a page": "<html>",
  "two values": "{}{}",
  "a number": "7",
  "a list": "[]",
  "null": "null",
  "a number no one can hold": `{"email":1e999,"draft":1e999,"command":1e999,"area":1e999}`,
  "numbers for words": '{"email":7,"code":7,"draft":{"full_name":7},"command":7,"area":7,"full_name":7}',
  "objects for words": '{"email":{},"code":[],"draft":[],"command":{},"area":[],"full_name":{}}',
  "a member twice": '{"email":"a@b.co","email":"c@d.co","draft":{},"draft":{},"command":"take","command":"take","area":"virus","area":"virus","kind":"","kind":""}',
  "half a character": '{"email":"\\ud800","code":"\\ud800","draft":{"subject":"\\ud800"},"command":"\\ud800","area":"\\ud800","subject":"\\ud800"}',
  "a deep nest": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  "a deep nest of objects": `${'{"command":'.repeat(20_000)}1${"}".repeat(20_000)}`,
  "bytes that are no UTF-8": Buffer.concat([Buffer.from('{"email":"'), Buffer.from([0xff, 0xfe, 0xc3, 0x28]), Buffer.from('"}')]),
};

/** To the guide, which takes a form with any member missing and looks at no other, these are an empty form. */
const EMPTY_FORMS = ["a list", "a deep nest of objects"];

for (const [what, body] of Object.entries(BROKEN)) {
  test(`${what}: refused on every route that takes JSON`, async () => {
    for (const [address, who] of takers()) {
      const answer = await raw(who, address, body);
      if (address === "/api/v1/guide/check" && EMPTY_FORMS.includes(what)) assert.equal(answer.status, 200, answer.text);
      else assertProblem(answer, 400, "malformed", address);
    }
  });
}

test("a body that doesn't say it is JSON is refused", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json", ""]) {
    for (const [address, who] of takers()) {
      assertProblem(await raw(who, address, Buffer.from("{}"), type ? { "Content-Type": type } : {}), 415, "not_json", `${address} ${type}`);
    }
  }
});

test("more than a form can hold is refused, whether it says so or not", async () => {
  const huge = JSON.stringify({ draft: draft({ description: "x".repeat(300_000) }) });
  const streamed = () => new Blob([huge]).stream();
  for (const [address, who] of takers()) {
    assertProblem(await raw(who, address, huge), 413, "too_large", address);
    assertProblem(await raw(who, address, streamed()), 413, "too_large", `${address}, streamed`);
  }
});

test("texts longer than their field are refused with the field", async () => {
  const errors = assertProblem(
    await ana.open(draft({ subject: "caja ".repeat(100), description: "caja ".repeat(3_000) })), 422, "draft_incomplete");
  assert.deepEqual(errors.map((error) => error.pointer), ["/draft/subject", "/draft/description"]);
  assertProblem(await ana.act(number, "reply", { body: "x".repeat(10_001) }), 422, "text_too_long");
  assertProblem(await ana.act(number, "reply", { body: " \n " }), 422, "text_missing");
});

test("control characters and hostile text are kept as text or refused, never obeyed", async () => {
  for (const body of ["\u0000", "a\u0000b", "\u202Etxt.exe", "'; DROP TABLE ticket; --", "<script>alert(1)</script>", "😀".repeat(50), "%s%n{}"]) {
    const answer = await ana.act(number, "reply", { body });
    if (answer.status === 200) assert.equal(answer.body.timeline.at(-1).data.body, body.trim());
    else assertProblem(answer, 422, "text_missing", JSON.stringify(body));
  }
  assert.equal((await ana.read(number)).status, 200);
});

test("commands that don't exist, or not like that, are refused", async () => {
  for (const command of ["open", "clock_struck", "delete", "", "TAKE", "attach_photo", "split_requirement"]) {
    assertProblem(await pablo.act(number, command), 400, "malformed", command);
  }
  for (const [command, facts] of [
    ["assign", {}],
    ["assign", { to: 7 }],
    ["reply", {}],
    ["log_contact_attempt", { channel: "pigeon", outcome: "no_answer" }],
    ["log_contact_attempt", { channel: "phone", outcome: "maybe" }],
    ["ask_for_information", { missing: ["mood"], body: "?" }],
    ["reclassify", { kind: "training", impact: { system_stopped: true, guest_waiting: true } }],
    ["reclassify", { kind: "failure", impact: {} }],
    ["commit_date", { date: "2026-02-30" }],
    ["commit_date", { date: "99999-01-01" }],
    ["commit_date", { date: 20261231 }],
    ["close_duplicate", { of: "1234567" }],
    ["close_duplicate", { of: 1 }],
  ]) {
    assertProblem(await pablo.act(number, command, facts), 400, "malformed", `${command} ${JSON.stringify(facts)}`);
  }
});

test("a ticket is assigned to staff, and a duplicate is of a ticket that exists", async () => {
  for (const to of ["ana", "nobody", ""]) {
    const [error] = assertProblem(await pablo.act(number, "assign", { to }), 422, "invalid", to);
    assert.deepEqual([error.pointer, error.code], ["/to", "not_staff"]);
  }
  const [error] = assertProblem(await pablo.act(number, "close_duplicate", { of: ticketNumber(888_888) }), 422, "invalid");
  assert.deepEqual([error.pointer, error.code], ["/of", "unknown_ticket"]);
});

test("a method that a route doesn't know is refused as such", async () => {
  for (const [address, methods] of [
    ["/api/health", ["POST", "PUT", "DELETE", "PATCH"]],
    ["/api/v1/session", ["PUT", "PATCH"]],
    ["/api/v1/tickets", ["PUT", "DELETE", "PATCH", "OPTIONS"]],
    [`/api/v1/tickets/${number}`, ["POST", "PUT", "DELETE", "PATCH"]],
    [`/api/v1/tickets/${number}/commands`, ["GET", "PUT", "DELETE"]],
    [`/api/v1/tickets/${number}/photos`, ["GET", "DELETE"]],
    ["/api/v1/import", ["GET"]],
  ]) {
    for (const method of methods) assertProblem(await ana.ask(address, { method }), 405, "method_not_allowed", `${method} ${address}`);
  }
});

test("addresses that can't be are not found or malformed", async () => {
  for (const [address, status, code] of [
    ["/api/", 404, "not_found"],
    ["/api/v1", 404, "not_found"],
    ["/api/v2/tickets", 404, "not_found"],
    ["/api/v1/tickets/", 404, "not_found"],
    ["/api/v1/tickets/abc", 404, "not_found"],
    ["/api/v1/tickets/-1", 404, "not_found"],
    ["/api/v1/tickets/00000000000000000000", 404, "not_found"],
    [`/api/v1/tickets/${number}%20OR%201=1`, 404, "not_found"],
    ["/api/v1/tickets/%ff", 400, "malformed"],
    ["/api/v1/tickets?after=%ff~x", 422, "invalid"],
    ["/api/v1/tickets?after=x", 422, "invalid"],
    ["/api/v1/tickets?after=x~-1", 422, "invalid"],
    ["/api/v1/tickets?after=x~99999999999", 422, "invalid"],
    ["/api/v1/tickets?after=a~1&after=b~2", 400, "malformed"],
  ]) {
    assertProblem(await ana.get(address), status, code, address);
  }
});

test("a place in a list that can't be says so and where", async () => {
  const [error] = assertProblem(await ana.get("/api/v1/tickets?after=x"), 422, "invalid");
  assert.equal(error.pointer, "/after");
  assert.ok(error.detail);
});

test("unknown parameters and headers as long as they come change nothing", async () => {
  assert.equal((await ana.get("/api/v1/tickets?color=red&after=")).status, 200);
  const long = "x".repeat(4_000);
  assert.equal((await ana.ask("/api/v1/tickets", { headers: { "Accept-Language": long, "X-Long": long } })).status, 200);
  for (const language of ["é", "", ",,,", "e", "ñ-ñ", ";q=1", "*"]) {
    const headers = { "Accept-Language": Buffer.from(language).toString("latin1") };
    assert.equal((await ana.ask("/api/v1/tickets", { headers })).status, 200, language);
  }
});

test("nothing of all that was a fault of ours", () => {
  assert.deepEqual(desk.logs.filter((line) => line.level === "error"), []);
});
