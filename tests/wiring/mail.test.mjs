// Mail from the Worker to a reader: asked for over HTTP, sent by cron from the outbox, read as the runtime was given it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { PEOPLE, startDesk } from "../support/desk.mjs";

let desk;
before(async () => {
  desk = await startDesk();
});
after(() => desk?.stop());

test("a mail that left is read whole: to whom, from whom, about what, and its text", async () => {
  assert.deepEqual(await desk.mails(), [], "nothing has left a system that just started");
  await desk.signIn(PEOPLE.ana.email);
  const mails = await desk.mails();
  assert.deepEqual(mails.flatMap((mail) => mail.to), [PEOPLE.ana.email]);
  assert.match(mails[0].from, /soporte@sohoapps\.co/);
  assert.ok(mails[0].subject.length > 0);
  assert.match(mails[0].text, /\b\d{6}\b/);
});
