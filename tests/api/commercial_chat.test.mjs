// The commercial area's chat is a setting of the deployment, told with the desk's hours (R2, R21).

import assert from "node:assert/strict";
import { test } from "node:test";

import { startPortal } from "../support/portal.mjs";

for (const [setting, told] of [
  [undefined, undefined],
  ["", undefined],
  ["+57 310 555 0000", "+573105550000"],
  ["pronto", undefined],
]) {
  test(`COMMERCIAL_CHAT ${setting === undefined ? "unset" : `"${setting}"`} is told as ${told}`, async () => {
    const portal = await startPortal({ vars: setting === undefined ? {} : { COMMERCIAL_CHAT: setting } });
    try {
      const answer = await (await portal.fetch("/api/v1/attention")).json();
      assert.equal(answer.commercial_chat, told);
      assert.equal(answer.support_line, "+573330333522");
    } finally {
      await portal.stop();
    }
  });
}
