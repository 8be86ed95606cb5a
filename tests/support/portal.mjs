// The built system on the real runtime, for tests from outside: the Worker of worker/build and the files of dist/, with
// the bindings of wrangler.toml, on a free loopback port, with data of its own that is gone afterwards.

import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import PostalMime from "postal-mime";
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from "wrangler";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BUILD = path.join(ROOT, "worker/build");
const MIGRATIONS = path.join(ROOT, "worker/migrations");
/** What second factors follow from, in tests alone. */
export const FACTOR_KEY = "a key for tests alone";
const SENT = "/cdn-cgi/local/explorer/api/local/email/sending";
/** How often a mail or a row that is waited for is looked for, and for how long. */
const GLANCE_MS = 25;
const PATIENCE_MS = 10_000;

/**
 * Starts the system. Several may run side by side; each must be stopped.
 *
 * @param {object} [options]
 * @param {Record<string, string>} [options.vars] Variables and secrets that differ from wrangler.toml.
 * @param {Record<string, number>} [options.limits] Requests a period by rate limit, e.g. `{ LIMIT_CODES: 3 }`.
 * @param {string} [options.persist] A folder to keep data in; in memory when not given.
 * @param {boolean} [options.mailbox] Whether sent mails are kept for `mails()`; without, the runtime is a little leaner.
 * @param {boolean} [options.counting] Whether what each invocation asks of D1 is counted for `counts()`.
 */
export async function startPortal({ vars = {}, limits = {}, persist, mailbox = true, counting = false } = {}) {
  for (const built of [path.join(BUILD, "index.js"), path.join(ROOT, "dist/index.html")]) {
    if (!existsSync(built)) throw new Error(`${path.relative(ROOT, built)} is missing: run \`cargo xtask build\` first.`);
  }
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const logs = [];
  const configured = unstable_getMiniflareWorkerOptions(path.join(ROOT, "wrangler.toml"));
  // What worker-build makes is named one by one below: no rules are needed to find it.
  const { modulesRules: _, ...workerOptions } = configured.workerOptions;
  for (const [name, limit] of Object.entries(limits)) workerOptions.ratelimits[name].simple.limit = limit;

  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      host: "localhost",
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: (line) => logs.push(line),
      unsafeTriggerHandlers: true,
      unsafeLocalExplorer: mailbox,
      telemetry: { enabled: false },
      ...(persist && { resourcePersistencePath: persist }),
      workers: [
        {
          ...workerOptions,
          name: "soporte-soho",
          modulesRoot: BUILD,
          modules: [
            ...(counting ? [await countingEntry()] : []),
            { type: "ESModule", path: path.join(BUILD, "index.js") },
            { type: "CompiledWasm", path: path.join(BUILD, "index_bg.wasm") },
          ],
          bindings: { ...workerOptions.bindings, PUBLIC_ORIGIN: origin, FACTOR_KEY, ...vars },
        },
      ],
    }),
  );
  await runtime.ready;
  const db = await runtime.getD1Database("DB");
  await migrate(db);

  const get = (address, init) => fetch(new URL(address, origin), init);

  return {
    /** Where it is served, without a slash at the end. */
    origin,
    /** `fetch` with addresses relative to the origin. Redirects and cookies are the caller's business. */
    fetch: get,
    /** The D1 database, as a Worker sees it: `db.prepare("…").bind(…).all()`. */
    db,
    /** The KV namespace of what is published. */
    published: () => runtime.getKVNamespace("PUBLISHED"),
    /** The R2 bucket of the photos. */
    photos: () => runtime.getR2Bucket("PHOTOS"),
    /** What the Worker wrote to its console: `{ level, message, timestamp }`. */
    logs,

    /** Fires the scheduled event as if it were `date`, and waits until its handler is done. */
    async sendCron(date = new Date()) {
      const answer = await get(`/cdn-cgi/local/scheduled?cron=*+*+*+*+*&time=${date.getTime()}`);
      if (!answer.ok) throw new Error(`the scheduled event answered ${answer.status}: ${await answer.text()}`);
    },

    /** Hands a raw message to the Worker's mail handler; answers the runtime's sentence about it. */
    async receiveEmail(raw, { from = "someone@hotel.example", to = "soporte@sohoapps.co" } = {}) {
      const query = new URLSearchParams({ from, to });
      const answer = await get(`/cdn-cgi/local/email?${query}`, { method: "POST", body: raw });
      return { ok: answer.ok, status: answer.status, text: await answer.text() };
    },

    /** Every mail that left so far, oldest first: `{ to, from, subject, text, html, headers, raw }`. */
    mails: () => sentMails(get),

    /** The newest mail to an address, waiting for it a while. */
    async mailTo(address, matches = () => true) {
      const ends = Date.now() + PATIENCE_MS;
      for (;;) {
        const mail = (await sentMails(get)).findLast((mail) => mail.to.includes(address.toLowerCase()) && matches(mail));
        if (mail) return mail;
        if (Date.now() > ends) throw new Error(`no mail left for ${address} within ${PATIENCE_MS / 1000} s`);
        await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
      }
    },

    /** What each invocation since the last call asked of D1, oldest first: `{ what, trips, statements, later }`. */
    counts: async () => (await get("/api/counted")).json(),

    /** Ends the runtime and forgets its data. */
    stop: () => runtime.dispose(),
  };
}

/** A module that stands before the Worker and counts. It is given a place beside the Worker's, where its import looks. */
async function countingEntry() {
  const contents = await readFile(new URL("counting.mjs", import.meta.url), "utf8");
  return { type: "ESModule", path: path.join(BUILD, "counting.js"), contents };
}

async function migrate(db) {
  const applied = await db.prepare("SELECT count(*) AS tables FROM sqlite_master WHERE name NOT LIKE '\\_%' ESCAPE '\\'").first();
  if (applied.tables > 0) return;
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith(".sql")).sort();
  for (const name of names) {
    const sql = await readFile(path.join(MIGRATIONS, name), "utf8");
    const statements = unstable_splitSqlQuery(sql).filter((statement) => statement.trim());
    await db.batch(statements.map((statement) => db.prepare(statement)));
  }
}

async function sentMails(get) {
  const newestFirst = [];
  for (let cursor = ""; ; ) {
    const page = await (await get(`${SENT}?per_page=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)).json();
    newestFirst.push(...page.result);
    if (!page.result_info.has_more) break;
    cursor = page.result_info.cursor;
  }
  return Promise.all(newestFirst.reverse().map((mail) => whole(get, mail)));
}

async function whole(get, { messageId }) {
  const id = encodeURIComponent(messageId.replace(/^<|>$/g, ""));
  const { result } = await (await get(`${SENT}?email_id=${id}`)).json();
  const parsed = result.raw ? await PostalMime.parse(result.raw) : result;
  return {
    to: result.to.map((to) => /<([^>]+)>/.exec(to)?.[1] ?? to).map((to) => to.toLowerCase()),
    from: result.from,
    subject: result.subject,
    text: parsed.text ?? "",
    html: parsed.html ?? "",
    headers: result.headers ?? {},
    raw: result.raw,
  };
}

/** A port that was free a moment ago: the Worker must know its own origin before the runtime starts. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
