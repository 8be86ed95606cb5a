// Talking to the API as a browser or a program would: every answer is read whole, so that tests can look at it twice.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";

import { CONSENT } from "./guide.mjs";

/** A fresh idempotency key. */
export const freshKey = () => randomUUID();

/**
 * Sends one request and reads its answer: `{ status, headers, text, body }`, `body` being the JSON, if it is any.
 *
 * @param {{ fetch: typeof fetch }} portal
 * @param {string} address
 * @param {{ method?: string, headers?: Record<string, string>, body?: unknown }} [request] A body that is no text or
 *   bytes is sent as JSON.
 */
export async function send(portal, address, { method = "GET", headers = {}, body } = {}) {
  const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array || body instanceof ReadableStream;
  const type = raw ? {} : { "Content-Type": "application/json" };
  const answer = await portal.fetch(address, {
    method,
    headers: { ...type, ...headers },
    body: raw ? body : JSON.stringify(body),
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const text = bytes.toString();
  return { status: answer.status, headers: answer.headers, bytes, text, body: readJson(text) };
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Somebody at the API who carries the same headers with everything they send. */
export function caller(portal, headers) {
  const ask = (address, request = {}) => send(portal, address, { ...request, headers: { ...headers, ...request.headers } });
  const write = (address, body, { key = freshKey(), ...request } = {}) =>
    ask(address, { method: "POST", ...request, body, headers: { ...(key && { "Idempotency-Key": key }), ...request.headers } });
  return {
    /** Any request. */
    ask,
    get: (address) => ask(address),
    /** A write without an idempotency key. */
    post: (address, body, request) => ask(address, { method: "POST", body, ...request }),
    /** A write with an idempotency key, a fresh one unless `key` is given; `null` for none. */
    write,
    /** Opens a ticket with a draft, agreeing to the text on personal data unless `consent` says otherwise. */
    open: (draft, { branch = null, origin = null, consent = CONSENT, ...request } = {}) =>
      write("/api/v1/tickets", { draft, branch, origin, consent }, request),
    /** Reads a ticket. */
    read: (number) => ask(`/api/v1/tickets/${number}`),
    /** Sends a command to a ticket. */
    act: (number, command, facts = {}, request) => write(`/api/v1/tickets/${number}/commands`, { command, ...facts }, request),
    /** Attaches bytes to a ticket under a file name. */
    attach: (number, bytes, name, { type = "image/jpeg", ...request } = {}) =>
      write(`/api/v1/tickets/${number}/photos?name=${encodeURIComponent(name)}`, bytes, {
        ...request,
        headers: { "Content-Type": type, ...request.headers },
      }),
  };
}

/** Asserts a refusal: problem details (RFC 9457) with a status and a stable code, in words. Answers the fields at fault. */
export function assertProblem(answer, status, code, about = "") {
  assert.equal(answer.status, status, `${about} ${answer.text}`);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/, about);
  assert.equal(answer.body.code, code, `${about} ${answer.text}`);
  assert.equal(answer.body.status, status);
  for (const words of ["type", "title", "detail"]) assert.ok(answer.body[words], `${about} has a ${words}`);
  return answer.body.errors ?? [];
}
