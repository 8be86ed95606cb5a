// A mail provider on a loopback port that remembers what it was given and refuses what a test wants refused.

import { createServer } from "node:http";

/** Starts it. `letters` holds every request so far, refused ones too: `{ headers, body }`. */
export async function startProvider() {
  const letters = [];
  let refuses = () => false;

  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    letters.push({ headers: request.headers, body });
    response.writeHead(refuses(body) ? 500 : 202, { "Content-Type": "text/plain" }).end(refuses(body) ? "try later" : "");
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));

  const until = async (holds) => {
    for (let glance = 0; glance < 400; glance++) {
      if (holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error("the provider was not given what was expected within 10 s");
  };

  return {
    url: `http://localhost:${server.address().port}/letters`,
    /** What it wants to see before it takes anything. */
    token: "a provider's token",
    letters,
    until,
    /** From now on, answers 500 to letters that match. */
    refuse: (matches) => (refuses = matches),
    /** Forgets the letters and refuses none. */
    forget() {
      letters.length = 0;
      refuses = () => false;
    },
    /** Every letter it was given so far, oldest first. */
    mails: async () => letters.map(({ body }) => body),
    /** The newest letter to an address, waiting for it a while. */
    async mailTo(address, matches = () => true) {
      let found;
      await until(() => (found = letters.findLast(({ body }) => body.to.includes(address) && matches(body))));
      return found.body;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
