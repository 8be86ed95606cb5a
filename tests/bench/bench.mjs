// What the system costs on the real runtime: creating a ticket, reading one, the queue's first page, the sweep, and what
// each route asks of D1, over as many open tickets as `--open` says. Ratios within one run compare; absolute figures
// belong to the machine. Bodies to load come on standard input, one import a line, from `cargo xtask demo --open N`.

import { createHash, randomBytes } from "node:crypto";
import { createInterface } from "node:readline";

import { caller, send } from "../support/caller.mjs";
import { draft } from "../support/guide.mjs";
import { startPortal } from "../support/portal.mjs";

const TOKEN = "bench";
const FLOOD = 10_000_000;
const CONCURRENCIES = [1, 4, 16];
const WARM_UP = 60;
const SAMPLES = 600;
const WEEK_MS = 7 * 24 * 3600 * 1000;

const OPTIONS = {
  vars: { IMPORT_TOKEN: TOKEN },
  limits: { LIMIT_CODES: FLOOD, LIMIT_WRITES: FLOOD, LIMIT_PUBLIC: FLOOD },
  mailbox: false,
};
const bodies = [];
for await (const line of createInterface({ input: process.stdin })) bodies.push(line);

await on({}, async (portal) => {
  const loaded = await load(portal, bodies);
  const client = await signedIn(portal, "client");
  const agent = await signedIn(portal, "agent");
  const first = (await agent.get("/api/v1/tickets")).body.tickets[0].number;

  const rows = [];
  const measure = async (what, ask) => {
    for (const at of CONCURRENCIES) rows.push({ what, "at once": at, ...(await timed(ask, at)) });
  };
  await measure("answer without D1 (attention)", () => client.get("/api/v1/attention"));
  await measure("create a ticket", () => client.open(draft()));
  await measure("read a ticket", () => agent.read(first));
  await measure("queue, first page", () => agent.get("/api/v1/tickets"));
  console.log(`\n${loaded} open tickets were loaded before.`);
  console.table(rows);
  await sweep(portal);
});
await on({ counting: true }, async (portal) => {
  // People and one piece of tickets are enough to see what a route asks for.
  await load(portal, bodies.slice(0, 2));
  console.log("\nWhat each route asks of D1: round trips before it answers, and statements in them.");
  console.table(await queries(portal));
});

/** Something done with a system of its own. */
async function on(options, work) {
  const portal = await startPortal({ ...OPTIONS, ...options });
  try {
    await work(portal);
  } finally {
    await portal.stop();
  }
}

async function queries(portal) {
  const client = await signedIn(portal, "client");
  const agent = await signedIn(portal, "agent");
  const mine = (await client.open(draft())).body.number;
  const routes = [
    ["attention", () => client.get("/api/v1/attention")],
    ["who is signed in", () => client.get("/api/v1/session")],
    ["create a ticket", () => client.open(draft())],
    ["read a ticket", () => client.read(mine)],
    ["own tickets", () => client.get("/api/v1/tickets")],
    ["queue", () => agent.get("/api/v1/tickets")],
    ["take a ticket", () => agent.act(mine, "take")],
    ["reply", () => client.act(mine, "reply", { body: "Aquí va." })],
  ];
  const rows = [];
  for (const [route, ask] of routes) {
    await portal.counts();
    const answer = await ask();
    if (answer.status >= 400) throw new Error(`${route}: ${answer.status} ${answer.text}`);
    const [{ trips, statements }] = await portal.counts();
    rows.push({ route, "round trips": trips, statements });
  }
  return rows;
}

async function load(portal, lines) {
  let tickets = 0;
  const started = performance.now();
  for (const line of lines) {
    const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" };
    const answer = await send(portal, "/api/v1/import", { method: "POST", body: line, headers });
    if (answer.status !== 200 || answer.body.refused.length > 0) throw new Error(`not loaded: ${answer.text}`);
    tickets += answer.body.tickets;
  }
  console.log(`loaded ${tickets} tickets in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return tickets;
}

/** Somebody of that role with a session put in place: signing in is not what is measured here. */
async function signedIn(portal, role) {
  const account = await portal.db.prepare("SELECT id FROM account WHERE role = ? LIMIT 1").bind(role).first();
  const token = randomBytes(32).toString("base64url");
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(token.length));
  const hash = createHash("sha256").update(length).update(token).digest("base64url");
  await portal.db
    .prepare("INSERT INTO session (token_hash, account_id, created_at, expires_at, factor_at) VALUES (?, ?, ?, ?, ?)")
    .bind(hash, account.id, "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z")
    .run();
  await portal.db
    .prepare("INSERT INTO second_factor (account_id, salt, enrolled_at) VALUES (?, 'x', '2020-01-01T00:00:00Z') ON CONFLICT DO NOTHING")
    .bind(account.id)
    .run();
  return caller(portal, { Cookie: `__Host-session=${token}`, Origin: portal.origin });
}

async function timed(ask, atOnce) {
  const run = async (amount) => {
    const times = [];
    let left = amount;
    const one = async () => {
      while (left-- > 0) {
        const started = performance.now();
        const answer = await ask();
        if (answer.status >= 400) throw new Error(`${answer.status}: ${answer.text}`);
        times.push(performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return times;
  };
  await run(WARM_UP);
  const started = performance.now();
  const times = (await run(SAMPLES)).sort((a, b) => a - b);
  const seconds = (performance.now() - started) / 1000;
  const at = (share) => Number(times[Math.floor(share * (times.length - 1))].toFixed(2));
  return { "a second": Math.round(SAMPLES / seconds), "p50 ms": at(0.5), "p95 ms": at(0.95), "max ms": at(1) };
}

/** A week later everything is due at once: the worst a sweep can meet. It works off its budget a run. */
async function sweep(portal) {
  const due = async (now) =>
    (await portal.db.prepare("SELECT count(*) AS n FROM ticket WHERE next_deadline_at < ?").bind(now.toISOString()).first()).n;
  let now = new Date(Date.now() + WEEK_MS);
  const overdue = await due(now);
  const times = [];
  for (let left = overdue; left > 0; ) {
    const started = performance.now();
    await portal.sendCron(now);
    times.push(performance.now() - started);
    now = new Date(now.getTime() + 60_000);
    const before = left;
    left = await due(now);
    if (left >= before) throw new Error("the sweep does not get on");
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  console.log(`sweep: ${overdue} tickets due at once, ${times.length} runs, median ${median.toFixed(0)} ms a run, ` +
    `${Math.round(overdue / times.length)} tickets a run`);
}
