// News on a device: who is told what, by a push service that stands outside, and when a device is told no more.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { PEOPLE, startDesk } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { claimsOf, startPushService, vapidPair } from "../support/push_service.mjs";

const MINUTE = 60_000;
const PATH = "/api/v1/session/push";
const PAIR = vapidPair();

let desk, service, pablo;
before(async () => {
  service = await startPushService();
  desk = await startDesk({ vars: { VAPID_KEY: PAIR.key, PUSH_SERVICE: service.origin }, counting: true });
  pablo = await desk.as("pablo");
});
after(async () => {
  await desk?.stop();
  await service?.stop();
});

let now = Date.now();
beforeEach(async () => {
  await desk.db.prepare("DELETE FROM push_subscription").run();
  await desk.sendCron(new Date(now));
  service.forget();
});
const cron = (minutes = 1) => desk.sendCron(new Date((now += minutes * MINUTE)));

const subscribe = (who, device) => who.ask(PATH, { method: "PUT", body: device.subscription });
/** Somebody on a device of their own, which takes pushes. */
async function withDevice(name) {
  const [who, device] = [await desk.signIn(PEOPLE[name].email), service.device()];
  const answer = await subscribe(who, device);
  assert.equal(answer.status, 200, answer.text);
  return { who, device, ticket: async () => (await who.open(draft())).body };
}
const subscriptions = () => desk.rows("SELECT * FROM push_subscription");

test("an answer reaches the device, encrypted for it alone, and names nobody", async () => {
  const { device, ticket } = await withDevice("ana");
  const { number } = await ticket();
  await cron();
  assert.deepEqual(device.raw(), [], "a receipt is no news");
  await pablo.act(number, "reply", { body: "Reinicie el servidor de la recepción." });
  await cron();
  const [{ headers, method, body }, ...more] = device.raw();
  assert.deepEqual([method, more.length], ["POST", 0]);
  assert.equal(headers["content-encoding"], "aes128gcm");
  assert.ok(Number(headers.ttl) > 0 && Number(headers.ttl) <= 86_400, headers.ttl);
  assert.match(headers.topic, /^[\w-]{32}$/);
  assert.ok(!headers.topic.includes(number) && !body.includes(number), "the service is not told which ticket it is");
  const said = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
  assert.deepEqual(device.read(), [
    {
      title: `Hay novedades en su ticket ${said}`,
      body: "El equipo de soporte le respondió.",
      path: `/tickets/${number}`,
      tag: number,
      lang: "es",
    },
  ]);
});

test("each push is signed by the deployment's key, for that service and at most a day (RFC 8292)", async () => {
  const { device, ticket } = await withDevice("ana");
  await pablo.act((await ticket()).number, "reply", { body: "x" });
  await cron();
  const { aud, exp, sub, key } = claimsOf(device.raw()[0]);
  assert.deepEqual([aud, sub, key], [service.origin, "mailto:soporte@sohoapps.co", PAIR.public]);
  assert.ok(exp > now / 1000 && exp <= now / 1000 + 86_400, String(exp));
});

test("several news of a ticket within a minute are one push: the newest", async () => {
  const { device, ticket } = await withDevice("ana");
  const [one, two] = [await ticket(), await ticket()];
  await pablo.act(one.number, "reply", { body: "x" });
  await pablo.act(one.number, "resolve", { body: "Listo." });
  await pablo.act(two.number, "reply", { body: "x" });
  await cron();
  const said = new Map(device.read().map(({ tag, body }) => [tag, body]));
  assert.equal(device.raw().length, 2);
  assert.match(said.get(one.number), /^Hay una solución/);
  assert.match(said.get(two.number), /respondió/);
  const [a, b] = device.raw().map(({ headers }) => headers.topic);
  assert.notEqual(a, b);
});

test("one's own words and what is only the desk's make no device speak up, and nobody else's does", async () => {
  const ana = await withDevice("ana");
  const berta = await withDevice("berta");
  const { number } = await ana.ticket();
  await ana.who.act(number, "reply", { body: "¿Y?" });
  await pablo.act(number, "note", { body: "Ojo." });
  await pablo.act(number, "take");
  await cron();
  assert.deepEqual(service.pushes, []);
  await pablo.act(number, "reply", { body: "x" });
  await cron();
  assert.deepEqual([ana.device.raw().length, berta.device.raw().length], [1, 0]);
});

test("words come in the language that the device subscribed in", async () => {
  const { who, device, ticket } = await withDevice("ana");
  await who.ask(PATH, { method: "PUT", body: device.subscription, headers: { "Accept-Language": "en" } });
  await pablo.act((await ticket()).number, "reply", { body: "x" });
  await cron();
  assert.deepEqual(device.read().map(({ body, lang }) => [body, lang]), [["The support team answered you.", "en"]]);
});

for (const status of [404, 410]) {
  test(`a device that the service answers ${status} for is never written to again`, async () => {
    const { device, ticket } = await withDevice("ana");
    const { number } = await ticket();
    service.answer(() => status);
    await pablo.act(number, "reply", { body: "x" });
    await cron();
    assert.deepEqual(await subscriptions(), []);
    await pablo.act(number, "reply", { body: "y" });
    await cron(5);
    assert.equal(device.raw().length, 1);
  });
}

test("a service that fails is tried three times, holds up no mail, and is given up", async () => {
  const { who, device, ticket } = await withDevice("ana");
  const { number } = await ticket();
  service.answer(() => 503);
  await pablo.act(number, "reply", { body: "Una palabra rara: ornitorrinco." });
  await cron();
  assert.ok(await desk.mailTo(PEOPLE.ana.email, ({ text }) => text.includes("ornitorrinco")));
  for (const minutes of [1, 1, 1, 5]) await cron(minutes);
  assert.equal(device.raw().length, 3);
  assert.deepEqual(await desk.rows("SELECT * FROM push_due"), []);
  assert.deepEqual((await who.get(PATH)).body.on, true);
});

test("a redirect is not followed", async () => {
  const { device, ticket } = await withDevice("ana");
  service.answer(() => 307);
  await pablo.act((await ticket()).number, "reply", { body: "x" });
  await cron();
  assert.equal(device.raw().length, 1);
  assert.equal(service.pushes.length, 1);
});

test("the device is told no more once it is taken back, or its session is over by whatever door", async () => {
  const ends = {
    "taken back": (who) => who.ask(PATH, { method: "DELETE" }),
    "signed out": (who) => who.ask("/api/v1/session", { method: "DELETE" }),
    "expired": () => desk.db.prepare("UPDATE session SET expires_at = '2020-01-01T00:00:00Z' WHERE account_id = 'luis'").run(),
    "deactivated": async () => {
      const elena = await desk.as("elena");
      assert.equal((await elena.ask("/api/v1/people/luis/deactivation", { method: "POST" })).status < 300, true);
    },
  };
  for (const [how, end] of Object.entries(ends)) {
    const { who, device, ticket } = await withDevice("luis");
    const { number } = await ticket();
    await end(who);
    await pablo.act(number, "reply", { body: "x" });
    await cron();
    assert.deepEqual(device.raw(), [], how);
  }
});

test("a device has one subscription, and a subscription one device: whoever signs in next on it takes it over", async () => {
  const { who, device } = await withDevice("ana");
  const other = service.device();
  assert.equal((await subscribe(who, other)).status, 200);
  assert.deepEqual((await subscriptions()).map(({ endpoint }) => endpoint), [other.subscription.endpoint]);
  const berta = await desk.signIn(PEOPLE.berta.email);
  assert.equal((await subscribe(berta, other)).status, 200);
  assert.equal((await subscriptions()).length, 1);
  assert.deepEqual([(await who.get(PATH)).body.on, (await berta.get(PATH)).body], [false, { key: PAIR.public, on: true }]);
  assert.equal(device.raw().length, 0);
});

test("another token of the same session keeps its device, as after a change of address", async () => {
  const { who } = await withDevice("ana");
  const [{ session }] = await subscriptions();
  await desk.db.prepare("UPDATE session SET token_hash = 'otro' WHERE token_hash = ?").bind(session).run();
  assert.deepEqual((await subscriptions()).map((row) => row.session), ["otro"]);
  assertProblem(await who.get(PATH), 401, "sign_in_required");
});

test("addresses that are no push service's are refused, so that nobody makes the portal call them", async () => {
  const who = await desk.signIn(PEOPLE.ana.email);
  const { subscription } = service.device();
  for (const endpoint of [
    "https://127.0.0.1/x", "http://169.254.169.254/latest", "https://localhost/x", "https://impresora.local/x",
    "https://[::1]/x", "https://fcm.googleapis.com@127.0.0.1/x", "https://hotel.example/x", "x", "",
  ]) {
    const errors = assertProblem(await who.ask(PATH, { method: "PUT", body: { ...subscription, endpoint } }), 422, "invalid");
    assert.deepEqual(errors.map(({ pointer, code }) => [pointer, code]), [["/endpoint", "push_service"]], endpoint);
  }
  for (const [member, value] of [["p256dh", "AAAA"], ["auth", "x"]]) {
    const errors = assertProblem(await who.ask(PATH, { method: "PUT", body: { ...subscription, [member]: value } }), 422, "invalid");
    assert.deepEqual(errors.map(({ pointer, code }) => [pointer, code]), [[`/${member}`, "push_keys"]]);
  }
  assert.deepEqual(await subscriptions(), []);
});

test("a point that lies on no curve ends the subscription and stops nobody else's", async () => {
  const [ana, luis] = [await withDevice("ana"), await withDevice("berta")];
  const point = Buffer.alloc(65, 7);
  point[0] = 4;
  const bad = { ...service.device().subscription, p256dh: point.toString("base64url") };
  assert.equal((await ana.who.ask(PATH, { method: "PUT", body: bad })).status, 200);
  for (const { ticket } of [ana, luis]) await pablo.act((await ticket()).number, "reply", { body: "x" });
  await cron();
  assert.equal(luis.device.raw().length, 1);
  assert.deepEqual((await subscriptions()).map(({ endpoint }) => endpoint), [luis.device.subscription.endpoint]);
});

test("a minute without news costs three statements, one with news five", async () => {
  const { ticket } = await withDevice("ana");
  const { number } = await ticket();
  await cron();
  const statements = async () => {
    await desk.counts();
    await cron();
    return (await desk.counts()).find(({ what }) => what === "scheduled").statements;
  };
  const idle = await statements();
  assert.ok(idle <= 9, String(idle));
  await pablo.act(number, "reply", { body: "x" });
  // The letter costs three of its own: what became of it, and the record of the run.
  assert.equal((await statements()) - idle, 3 + 3);
});

test("without a key nothing is offered, kept or sent", async () => {
  const plain = await startDesk();
  try {
    const ana = await plain.as("ana");
    assert.deepEqual((await ana.get(PATH)).body, { key: null, on: false });
    const real = { ...service.device().subscription, endpoint: "https://fcm.googleapis.com/fcm/send/x" };
    assertProblem(await ana.ask(PATH, { method: "PUT", body: real }), 503, "unavailable");
  } finally {
    await plain.stop();
  }
});

test("the copy of one's data tells which devices are told news, and erasure forgets them", async () => {
  const email = "avisos@posada.co";
  const [who, device] = [await desk.signIn(email), service.device()];
  assert.deepEqual((await who.get("/api/v1/me/data")).body.pushes, []);
  assert.equal((await subscribe(who, device)).status, 200);
  const { who: berta } = await withDevice("berta");
  const copy = await who.get("/api/v1/me/data");
  const [{ created_at, ...told }, ...others] = copy.body.pushes;
  const { endpoint, p256dh, auth } = device.subscription;
  assert.deepEqual([told, others], [{ device: "other.other", endpoint, locale: "es" }, []]);
  assert.ok(Math.abs(Date.parse(created_at) - Date.now()) < 60_000, created_at);
  assert.ok(!copy.text.includes(p256dh) && !copy.text.includes(auth), "what encrypts pushes stays on the device");
  assert.ok(!(await berta.get("/api/v1/me/data")).text.includes(endpoint));

  // One that waits to leave goes, too.
  await desk.rows("INSERT INTO push_due (subscription, ticket, news, due_at) SELECT id, 1, 'answered', '2099-01-01T00:00:00Z' FROM push_subscription WHERE endpoint = ?", endpoint);
  assert.equal((await desk.rows("SELECT 1 FROM push_due")).length, 1);
  assert.equal((await who.post("/api/v1/me/erasure", { confirm: "BORRAR" })).status, 204);
  assert.equal((await desk.rows("SELECT 1 FROM push_subscription WHERE endpoint = ?", endpoint)).length, 0);
  assert.deepEqual(await desk.rows("SELECT 1 FROM push_due"), []);
});

// The last one: its clock runs ahead of the others.
test("a promise that was missed is told to whom it was made", async () => {
  const { device, ticket } = await withDevice("ana");
  const { number, promises } = await ticket();
  const due = Date.parse(promises.find(({ kind }) => kind === "first_response").due);
  await desk.sendCron(new Date(due + MINUTE));
  assert.match(device.read().findLast(({ tag }) => tag === number).body, /^No cumplimos a tiempo/);
});
