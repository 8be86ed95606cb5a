// Cloudflare's outside service that verifies Turnstile's tokens, on a loopback port: it says yes, no, breaks or hangs.

import { createServer } from "node:http";

/** The token that it takes for a person's. */
export const PERSON = "a person's token";

/** Starts it. `asked` holds every question so far; `mood` is `works`, `broken` or `hangs`. */
export async function startTurnstile() {
  const service = { asked: [], mood: "works" };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const question = JSON.parse(text);
    service.asked.push(question);
    if (service.mood === "hangs") return;
    if (service.mood === "broken") return response.writeHead(502).end("bad gateway");
    const success = question.response === PERSON;
    const answer = { success, "error-codes": success ? [] : ["invalid-input-response"] };
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  /** What a deployment that asks for it sets. */
  service.vars = {
    TURNSTILE_SITE_KEY: "1x00000000000000000000AA",
    TURNSTILE_SECRET: "a secret for tests alone",
    TURNSTILE_VERIFY_URL: `http://localhost:${server.address().port}/siteverify`,
  };
  service.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return service;
}
