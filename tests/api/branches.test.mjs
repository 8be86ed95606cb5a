// Looking at the tickets of one branch: it leaves some of one's own out, and shows nobody else's.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { assertProblem } from "../support/caller.mjs";
import { startDesk } from "../support/desk.mjs";

let desk, gloria;
before(async () => {
  desk = await startDesk();
  gloria = await desk.as("gloria");
});
after(() => desk?.stop());

const numbers = async (who, query = "") => {
  const answer = await who.get(`/api/v1/tickets${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.tickets.map(({ number }) => number).sort();
};

test("a hotel's administrator sees one branch, its open ones, and all of them again", async () => {
  const north = await desk.ticket({ by: "ana" });
  const [south, over] = [await desk.ticket({ by: "luis" }), await desk.ticket({ by: "luis" })];
  await (await desk.as("luis")).act(over.number, "withdraw");
  const theirs = (...tickets) => tickets.map(({ number }) => number).sort();
  assert.deepEqual(await numbers(gloria), theirs(north, south, over));
  assert.deepEqual(await numbers(gloria, "?branch=caribe-norte"), theirs(north));
  assert.deepEqual(await numbers(gloria, "?branch=caribe-sur"), theirs(south, over));
  assert.deepEqual(await numbers(gloria, "?branch=caribe-sur&open=true"), theirs(south));
});

test("fault 12: a branch that isn't one's own is none, whoever asks and whether it exists", async () => {
  const { number } = await desk.ticket({ by: "berta" });
  for (const [name, branch] of [["gloria", "andes-centro"], ["gloria", "nada"], ["nora", "caribe-sur"], ["ana", "caribe-sur"], ["pablo", "caribe-sur"]]) {
    const answer = await (await desk.as(name)).get(`/api/v1/tickets?branch=${branch}`);
    const [error] = assertProblem(answer, 422, "invalid", `${name} at ${branch}`);
    assert.deepEqual([error.pointer, error.code], ["/branch", "unknown_branch"]);
    assert.ok(!answer.text.includes(number));
  }
  await assert.rejects(numbers(await desk.as("ana"), "?branch=andes-centro"));
});

test("a client who names their own branch sees their own tickets there, not their colleagues'", async () => {
  const own = await desk.ticket({ by: "ana" });
  // Nora is of Ana's branch and administers it.
  const colleague = await desk.ticket({ by: "nora" });
  const seen = await numbers(await desk.as("ana"), "?branch=caribe-norte");
  assert.ok(seen.includes(own.number) && !seen.includes(colleague.number));
});

test("pages of one branch go on from one to the next, each ticket once", async () => {
  for (let made = 0; made < 35; made += 1) await desk.ticket({ by: "luis", subject: `La comanda ${made} no sale` });
  await desk.ticket({ by: "ana" });
  const [seen, pages] = [[], []];
  for (let after = ""; after !== null; ) {
    const { body } = await gloria.get(`/api/v1/tickets?branch=caribe-sur&after=${encodeURIComponent(after)}`);
    assert.ok(body.tickets.every(({ branch }) => branch === "Caribe Sur"));
    seen.push(...body.tickets.map(({ number }) => number));
    pages.push(body.tickets.length);
    after = body.next;
  }
  assert.equal(pages[0], 30);
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length >= 37);
});
