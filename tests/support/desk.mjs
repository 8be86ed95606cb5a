// A running system with people in it: two hotels, their staff and ours, signed in through the code they are mailed.

import { Authenticator } from "./authenticator.mjs";
import { caller, send } from "./caller.mjs";
import { draft, request, ticketNumber } from "./guide.mjs";
import { startPortal } from "./portal.mjs";

const IMPORT_TOKEN = "a token for tests alone";
/** Floods are tested where they are meant; elsewhere a test may be as quick as it likes. */
const NO_FLOODS = {
  LIMIT_CODES: 100_000, LIMIT_MAILS: 100_000, LIMIT_WRITES: 100_000, LIMIT_PUBLIC: 100_000, LIMIT_UNCONFIRMED: 100_000,
  LIMIT_UPLOADS: 100_000,
};

const COMPANIES = [
  { id: "caribe", name: "Hoteles Caribe", branches: [["caribe-norte", "Caribe Norte"], ["caribe-sur", "Caribe Sur"]] },
  { id: "andes", name: "Hotel Andes", branches: [["andes-centro", "Andes Centro"]] },
];

/** Everyone, by the name tests call them. Ana and Luis work at two branches of the hotel that Gloria and Nora run. */
export const PEOPLE = {
  ana: person("ana", "Ana Rojas", "client", "caribe", "caribe-norte"),
  luis: person("luis", "Luis Mora", "client", "caribe", "caribe-sur"),
  gloria: person("gloria", "Gloria Vélez", "hotel_administrator", "caribe"),
  nora: person("nora", "Nora Díaz", "hotel_administrator", "caribe", "caribe-norte"),
  berta: person("berta", "Berta Cano", "client", "andes", "andes-centro"),
  pablo: person("pablo", "Pablo Ruiz", "agent"),
  sofia: person("sofia", "Sofía León", "agent"),
  diego: person("diego", "Diego Paz", "developer"),
  clara: person("clara", "Clara Gil", "supervisor"),
  elena: person("elena", "Elena Sáenz", "administrator"),
};

function person(id, name, role, company = null, branch = null) {
  const email = `${id}@${company ?? "soho"}.co`;
  return { id, email, name, phone: "+573001234567", role, company, branch };
}

/**
 * Starts a system with the people above.
 *
 * @param {object} [options] As for `startPortal`, and:
 * @param {object} [options.provider] What `startProvider` answers: then mail leaves through it.
 */
export async function startDesk({ vars, limits, provider, ...options } = {}) {
  const through = provider && { MAIL_TRANSPORT: "http", MAIL_HTTP_URL: provider.url, MAIL_HTTP_TOKEN: provider.token };
  const portal = await startPortal({
    ...options,
    mailbox: !provider,
    vars: { IMPORT_TOKEN, ...through, ...vars },
    limits: { ...NO_FLOODS, ...limits },
  });
  if (provider) Object.assign(portal, { mails: provider.mails, mailTo: provider.mailTo });
  const signedIn = new Map();
  const telephones = new Map();

  const desk = {
    ...portal,

    /** `POST /api/v1/import`. */
    importing: (batch, token = IMPORT_TOKEN) =>
      send(portal, "/api/v1/import", { method: "POST", body: batch, headers: { Authorization: `Bearer ${token}` } }),

    /** Someone who is not signed in, or carries the given headers. */
    stranger: (headers = {}) => caller(portal, headers),

    /** One of `PEOPLE`, signed in; once for all calls. */
    as(name) {
      if (!signedIn.has(name)) signedIn.set(name, desk.signIn(PEOPLE[name].email));
      return signedIn.get(name);
    },

    /** Cron until every letter that is due has left: a run sends twenty, and others may have left some before. */
    async mailLeaves() {
      for (let run = 0; run < 60; run += 1) {
        await portal.sendCron();
        const now = new Date().toISOString();
        const [{ due }] = await desk.rows(
          "SELECT count(*) AS due FROM outbox WHERE sent_at IS NULL AND letter IS NOT NULL AND attempts = 0 AND next_attempt_at <= ?",
          now,
        );
        if (due === 0) return;
      }
      throw new Error("letters that are due don't leave");
    },

    /** Signs people in anew from here on: housekeeping of a later day has ended the sessions that were over by then. */
    signInAnew: () => signedIn.clear(),

    /** A session of its own for an address, as a browser would get it; of staff, with their second factor. */
    signIn: async (email) => showFactor(portal, telephones, await signIn(portal, email)),

    /** A session with the mailed code alone: of staff it is only half of one. */
    halfSignIn: (email) => signIn(portal, email),

    /** The authenticator of one of staff, once they signed in. */
    authenticator: (email) => telephones.get(email),

    /** Remembers what somebody set up elsewhere, as on a page. */
    enrolled: (email, authenticator) => telephones.set(email, authenticator),

    /** A ticket that exists, opened by a client through the form. */
    async ticket({ by = "ana", ...changes } = {}) {
      const answer = await (await desk.as(by)).open(draft(changes));
      if (answer.status !== 201) throw new Error(`no ticket: ${answer.status} ${answer.text}`);
      return answer.body;
    },

    /** What is stored of a ticket: its row, with `state` read, and its events, oldest first. */
    async stored(number) {
      const row = await portal.db.prepare("SELECT * FROM ticket WHERE number = ?").bind(Number(number)).first();
      const events = await portal.db
        .prepare("SELECT seq, at, author, body FROM ticket_event WHERE ticket = ? ORDER BY seq")
        .bind(Number(number))
        .all();
      return {
        row: row && { ...row, state: JSON.parse(row.state) },
        events: events.results.map((event) => ({ ...event, body: JSON.parse(event.body) })),
      };
    },

    /** Rows of a query. */
    rows: async (sql, ...values) => (await portal.db.prepare(sql).bind(...values).all()).results,
  };
  const answer = await desk.importing({ companies: COMPANIES, accounts: Object.values(PEOPLE) });
  if (answer.status !== 200) throw new Error(`the people could not be imported: ${answer.status} ${answer.text}`);
  return desk;
}

/** A person as an imported step names them. */
export function by(name) {
  const { id, role, company, branch } = PEOPLE[name];
  return { account: id, role, company, branch };
}

/** A history to import: opened by a client at `at`, then what others did. */
export function history(index, { at, who = "ana", steps = [], ...changes }) {
  const { id, company, branch } = PEOPLE[who];
  const number = ticketNumber(index);
  const opening = { number, company, branch, requester: id, channel: "portal", request: request(changes), origin: null };
  return { at, by: by(who), opening, steps: steps.map(([when, actor, act]) => ({ at: when, by: by(actor), act })) };
}

/** The six digits of a sign-in mail. */
export const codeOf = (mail) => CODE.exec(mail.text)[0];
const CODE = /\b\d{6}\b/;

/** The code that a request for one has mailed, once it is there. */
export async function mailedCode(portal, email) {
  const identity = (mail) => mail.raw ?? mail;
  const known = new Set((await portal.mails()).map(identity));
  const asked = await caller(portal, {}).post("/api/v1/session/codes", { email });
  if (asked.status !== 202) throw new Error(`no code for ${email}: ${asked.status} ${asked.text}`);
  // News of the account may leave with it.
  return codeOf(await portal.mailTo(email, (mail) => !known.has(identity(mail)) && CODE.test(mail.text)));
}

async function signIn(portal, email) {
  const code = await mailedCode(portal, email);
  const answer = await caller(portal, {}).post("/api/v1/session", { email, code });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`);
  return holder(portal, answer, answer.body);
}

/** Whoever an answer gave a session to. */
export function holder(portal, answer, me) {
  const cookie = answer.headers.get("set-cookie").split(";")[0];
  const token = cookie.slice(cookie.indexOf("=") + 1);
  return { ...caller(portal, { Cookie: cookie }), me, cookie, token };
}

/** What staff do after the mailed code: they set a second factor up the first time, and show it every other time. */
async function showFactor(portal, telephones, half) {
  const { factor, email } = half.me;
  if (factor === "none_needed") return half;
  if (factor === "enrol") return enrol(portal, telephones, half);
  const answer = await half.post("/api/v1/session/factor", await telephones.get(email).proof());
  if (answer.status !== 200) throw new Error(`${email} showed no second factor: ${answer.status} ${answer.text}`);
  return holder(portal, answer, answer.body);
}

async function enrol(portal, telephones, half) {
  const begun = await half.post("/api/v1/session/factor/enrolment");
  const authenticator = new Authenticator(begun.body.secret);
  const answer = await half.post("/api/v1/session/factor/enrolment/confirmation", { code: await authenticator.code() });
  if (answer.status !== 200) throw new Error(`${half.me.email} has no second factor: ${answer.status} ${answer.text}`);
  authenticator.recoveryCodes = answer.body.recovery_codes;
  telephones.set(half.me.email, authenticator);
  return holder(portal, answer, answer.body.me);
}
