// Floods: every write there is runs into a limit, of the address it comes from or of the person who writes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { assertProblem, caller, freshKey, send } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";
import { CONSENT, draft } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";
import { REQUESTS, UNKNOWN } from "../support/routes.mjs";

const API = JSON.parse(readFileSync(new URL("../../worker/openapi/openapi.json", import.meta.url)));
const LIMITS = { LIMIT_CODES: 40, LIMIT_WRITES: 8, LIMIT_PUBLIC: 8, LIMIT_UNCONFIRMED: 2, LIMIT_UPLOADS: 60 };
/** A window may end while a test asks: then it asks as often again. */
const OFTEN = 2 * LIMITS.LIMIT_CODES + 2;
/** What ends something of one's own works however much one asked before; an import is the deployment's own act. */
const FREE = new Set(["DELETE /api/v1/session", "DELETE /api/v1/session/push", "DELETE /api/v1/tickets/{number}/pass", "POST /api/v1/import"]);
/** Who is admitted by a door. */
const BY = { public: null, own: "ana", ticket: "ana", opening: "ana", hotel: "ana", calls: "elena", desk: "elena", figures: "elena", administration: "elena" };

let desk, place;
const cookies = {};
before(async () => {
  desk = await startDesk({ limits: LIMITS });
  for (const name of ["ana", "luis", "elena"]) cookies[name] = (await desk.as(name)).cookie;
  const { number } = await desk.ticket();
  place = { ...UNKNOWN, number };
});
after(() => desk?.stop());

/** Asks until a limit answers, and gives that answer, or the last one. */
async function flood(ask) {
  let answer;
  for (let times = 0; times < OFTEN; times += 1) {
    answer = await ask(times);
    if (answer.status === 429 && answer.body?.code === "too_many") return answer;
  }
  return answer;
}

const WRITES = Object.entries(API.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => method !== "get")
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), door: operation["x-door"] })));

for (const { path, method, door } of WRITES.filter(({ path, method }) => !FREE.has(`${method} ${path}`))) {
  test(`${method} ${path} without end is slowed down`, async () => {
    const request = REQUESTS[`${method} ${path}`];
    const named = path.replace(/\{(\w+)\}/g, (_, parameter) => place[parameter]);
    const cookie = BY[door] ? { Cookie: cookies[BY[door]] } : {};
    const answer = await flood(() => send(desk, `${named}${request.query ?? ""}`, {
      method,
      body: typeof request.body === "function" ? request.body() : request.body,
      headers: { "Idempotency-Key": freshKey(), ...request.headers, ...cookie },
    }));
    assertProblem(answer, 429, "too_many");
  });
}

test("one person's flood of tickets and photos slows nobody else down", async () => {
  const [ana, luis] = [await desk.as("ana"), await desk.as("luis")];
  assertProblem(await flood(() => ana.open(draft())), 429, "too_many");
  assertProblem(await flood(() => ana.attach(place.number, PNG, "a.png")), 429, "too_many");
  const opened = await luis.open(draft());
  assert.equal(opened.status, 201, opened.text);
  assert.equal((await luis.attach(opened.body.number, PNG, "a.png")).status, 200);
});

test("critical tickets of whoever isn't signed in are slowed down by address, whomever they say they are of", async () => {
  const answer = await flood((times) => desk.stranger().write("/api/v1/tickets", {
    draft: draft({ email: `nadie${times}@hotel.example`, guest_waiting: true, system_stopped: true }), branch: null, origin: null, consent: REQUESTS["POST /api/v1/tickets"].body.consent,
  }));
  assertProblem(answer, 429, "too_many");
});

test("photos of one address are slowed down, whoever its senders say they are; those of another are not", async () => {
  const open = await startDesk({ limits: { LIMIT_UPLOADS: 3 } });
  try {
    const from = (address) => ({ "CF-Connecting-IP": address });
    const sender = async (place) => {
      const answer = await open.stranger(from("203.0.113.9")).open(draft({ email: `foto${place}@hotel.example`, guest_waiting: true }));
      assert.equal(answer.status, 201, answer.text);
      return { number: answer.body.number, cookie: answer.headers.get("set-cookie").split(";")[0] };
    };
    // Each of them is somebody new, with an account and an allowance of their own.
    const answer = await flood(async (times) => {
      const { number, cookie } = await sender(times);
      return open.stranger({ Cookie: cookie, ...from("2001:db8:7:7::1") }).attach(number, PNG, "a.png");
    });
    assertProblem(answer, 429, "too_many");
    const { number, cookie } = await sender("ultima");
    assertProblem(await open.stranger({ Cookie: cookie, ...from("2001:db8:7:7:ffff::2") }).attach(number, PNG, "a.png"), 429, "too_many", "its network is one");
    assert.equal((await open.stranger({ Cookie: cookie, ...from("2001:db8:7:8::1") }).attach(number, PNG, "a.png")).status, 200);
  } finally {
    await open.stop();
  }
});

test("a colleague's flood through a link keeps the ticket's owner from writing nothing", async () => {
  const luis = await desk.as("luis");
  const { number } = (await luis.open(draft())).body;
  const { secret } = (await luis.write(`/api/v1/tickets/${number}/links`, {})).body;
  const enter = async () => {
    const opened = await desk.stranger({ "CF-Connecting-IP": "198.51.100.77" }).post(`/api/v1/tickets/${number}/links/open`, { secret, name: "Marta", consent: CONSENT });
    assert.equal(opened.status, 200, opened.text);
    return caller(desk, { Cookie: opened.headers.get("set-cookie").split(";")[0] });
  };
  const marta = await enter();
  assertProblem(await flood(() => marta.act(number, "reply", { body: "Sigue igual." })), 429, "too_many");
  assertProblem(await flood(async () => (await enter()).act(number, "reply", { body: "Sigue igual." })), 429, "too_many", "a fresh pass is no fresh allowance");
  assert.equal((await luis.act(number, "reply", { body: "Aquí estoy." })).status, 200);
});

test("an agent who goes through numbers that were reserved is slowed down", async () => {
  const elena = await desk.as("elena");
  assertProblem(await flood(() => elena.get(`/api/v1/reservations/${UNKNOWN.number}`)), 429, "too_many");
});

test("questions that anyone may ask are slowed down, too, and so are copies of one's data", async () => {
  const luis = await desk.as("luis");
  assertProblem(await flood(() => luis.get("/api/v1/me/data")), 429, "too_many", "a copy of one's data leaves an entry each");
  for (const path of ["due?from=2026-07-10T22:30:00Z&minutes=60", "holidays?year=2026"]) {
    assertProblem(await flood(() => desk.stranger().get(`/api/v1/calendar/${path}`)), 429, "too_many", path);
  }
});

test("fault 19: whoever asks for codes of an address without end keeps its owner out of nothing: what was mailed opens", async () => {
  const slow = await startDesk({ limits: { LIMIT_MAILS: 3 } });
  try {
    const email = "asediada@hotel.co";
    const flooded = await flood(() => slow.stranger().post("/api/v1/session/codes", { email }));
    assertProblem(flooded, 429, "too_many");
    await slow.mailLeaves();
    const mail = await slow.mailTo(email, ({ text }) => text.includes("/entrar#enlace="));
    const [, link] = /\/entrar#enlace=([\w-]+)/.exec(mail.text);
    const opened = await slow.stranger().post("/api/v1/session/links", { link });
    assert.deepEqual([opened.status, opened.body.email], [200, email]);
  } finally {
    await slow.stop();
  }
});
