// The harness itself: mails are read from what the runtime was asked to send.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startPortal } from "../support/portal.mjs";

let portal;
before(async () => {
  portal = await startPortal();
});
after(() => portal?.stop());

test("nothing has left a system that just started", async () => {
  assert.deepEqual(await portal.mails(), []);
});

test("an inbound message reaches the Worker's mail handler", async () => {
  const raw = "From: ana@hotel.example\r\nTo: soporte@sohoapps.co\r\nMessage-ID: <1@hotel.example>\r\nSubject: hola\r\n\r\nhola\r\n";
  const answer = await portal.receiveEmail(raw, { from: "ana@hotel.example" });
  assert.ok(answer.ok, `${answer.status}: ${answer.text}`);
});
