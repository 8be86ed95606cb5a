// What a request to each route that takes one looks like when it is well formed, for tests that walk all of them. A new
// route gets a row here, or the walk fails.

import { CONSENT, draft } from "./guide.mjs";
import { PNG } from "./images.mjs";

/** What parameters of a path are when nothing has that name. */
export const UNKNOWN = { number: "1234566", photo: "nada", id: "nada", link: "nada", branch: "nada" };

/**
 * By `METHOD /path`: `body`, `query` and `headers` of the request; `place` for parameters of the path that exist;
 * `ends` when it ends the session or changes who asks; `endsOthers` when it ends the person's other sessions;
 * `refusesWith` when whoever is let through is refused with that status all the same; `missing` when what it is about doesn't exist in the walk.
 */
export const REQUESTS = {
  "GET /api/v1/calendar/due": { query: "?from=2026-07-10T22:30:00Z&minutes=60" },
  "GET /api/v1/calendar/elapsed": { query: "?from=2026-07-10T22:30:00Z&to=2026-07-14T22:30:00Z" },
  "GET /api/v1/calendar/unreachable": { query: "?from=2026-07-10T22:30:00Z" },
  "GET /api/v1/calendar/holidays": { query: "?year=2026" },
  "POST /api/v1/guide/check": { body: draft() },
  "POST /api/v1/hand-overs": { body: { area: "training" } },
  "POST /api/v1/reservations": { body: { draft: draft({ guest_waiting: true }) } },
  "GET /api/v1/reservations/{number}": { missing: true },
  "POST /api/v1/session/codes": { body: { email: "nadie@hotel.example" } },
  "POST /api/v1/session/links": { body: { link: "ninguno" }, refusesWith: 401 },
  "POST /api/v1/session": { body: { email: "nadie@hotel.example", code: "000000" }, refusesWith: 401 },
  "DELETE /api/v1/session": { ends: true },
  "DELETE /api/v1/sessions": { ends: true, endsOthers: true },
  "DELETE /api/v1/sessions/{id}": { missing: true },
  "PUT /api/v1/session/push": { body: { endpoint: "https://push.hotel.example/1", p256dh: "", auth: "" } },
  "DELETE /api/v1/session/push": {},
  "POST /api/v1/session/factor": { body: { code: "000000" }, refusesWith: 401 },
  "POST /api/v1/session/factor/enrolment": {},
  "POST /api/v1/session/factor/enrolment/confirmation": { body: { code: "000000" } },
  "POST /api/v1/session/factor/recovery-codes": { body: { code: "000000" }, refusesWith: 401 },
  "DELETE /api/v1/people/{id}/second-factor": { missing: true },
  "PUT /api/v1/people/{id}/place": { body: { role: "agent", company: null, branch: null }, missing: true },
  "POST /api/v1/people/{id}/deactivation": { missing: true },
  "DELETE /api/v1/people/{id}/deactivation": { missing: true },
  "POST /api/v1/invitations": {
    body: { email: "invitada@hotel.example", name: "Invitada", place: { role: "agent", company: null, branch: null } },
  },
  "POST /api/v1/invitations/acceptance": { body: { token: "ninguno" } },
  "POST /api/v1/invitations/offer": { body: { token: "ninguno" } },
  "DELETE /api/v1/invitations/{id}": { missing: true },
  "POST /api/v1/invitations/{id}/mails": { missing: true },
  "POST /api/v1/hotels": { body: { name: "Hotel del Paseo" } },
  "PUT /api/v1/hotels/{id}": { body: { name: "Hotel del Puerto" }, missing: true },
  "POST /api/v1/hotels/{id}/branches": { body: { name: "Centro" }, missing: true },
  "PUT /api/v1/hotels/{id}/branches/{branch}": { body: { name: "Centro" }, missing: true },
  "POST /api/v1/tickets": { body: { draft: draft(), branch: null, origin: null, consent: CONSENT } },
  "POST /api/v1/tickets/{number}/commands": { body: { command: "reply", body: "Sigue igual." } },
  "POST /api/v1/tickets/{number}/photos": { body: PNG, query: "?name=a.png", headers: { "Content-Type": "image/png" } },
  "POST /api/v1/me/address/codes": { body: { email: "otra@hotel.example" } },
  "PUT /api/v1/me/address": { body: { code: "000000" }, refusesWith: 401 },
  "POST /api/v1/me/consent": { body: { version: CONSENT } },
  "POST /api/v1/me/data-requests": { body: { kind: "inquiry", body: "¿Qué saben de mí?" } },
  // Without the word that confirms it, nobody is erased by the walk.
  "POST /api/v1/me/erasure": { body: { confirm: "no" } },
  "POST /api/v1/data-requests/{id}/answer": { body: { body: "Esto sabemos." }, missing: true },
  "POST /api/v1/data-requests/{id}/extension": { body: { body: "Falta un dato." }, missing: true },
  "POST /api/v1/attention-days": { body: { day: "2031-07-17", attends: false, name: "Aseo" } },
  "POST /api/v1/attention-days/preview": { body: { day: "2031-07-17", attends: false, name: "Aseo" } },
  "POST /api/v1/tickets/{number}/codes": {},
  "POST /api/v1/tickets/{number}/pass": { body: { code: "000000" }, refusesWith: 401 },
  "DELETE /api/v1/tickets/{number}/pass": {},
  "POST /api/v1/tickets/{number}/confirmation": { body: { secret: "nada" } },
  "POST /api/v1/tickets/{number}/links": { body: { hours: 12 } },
  "POST /api/v1/tickets/{number}/links/open": { body: { secret: "nada", name: "Marta", consent: CONSENT } },
  "DELETE /api/v1/tickets/{number}/links/{link}": {},
  "POST /api/v1/tickets/{number}/visitors/erasure": { body: { name: "Marta" }, missing: true },
  "POST /api/v1/import": { body: { companies: [], accounts: [] } },
};
