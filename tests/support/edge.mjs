// What stands between a browser and the Worker in deployment, and is missing from the local runtime: compression. Files
// and answers leave in brotli, as Cloudflare's edge sends HTML, CSS, JavaScript, JSON, SVG and WebAssembly. And distance, if it is
// asked for: without any, a whole portal arrives before a browser has painted the first words of its page.

import { createServer, request as ask } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";

const COMPRESSED = /^(text\/|application\/(wasm|json|javascript|manifest\+json|problem\+json)|image\/svg)/;

/**
 * Starts it on a port; what it is asked goes on to `target` once that is set.
 *
 * @param {object} [options]
 * @param {number} [options.quality] Brotli's, from 0 to 11.
 * @param {number} [options.latency] How long an answer is on its way, in ms.
 * @param {number} [options.rate] How much of it arrives in a second, in bytes.
 * @param {(address: string, bytes: Buffer) => Buffer | string} [options.edit] What a file is replaced by, as another deployment would have it.
 */
export async function startEdge({ quality = 11, latency = 0, rate = Infinity, edit = (_, bytes) => bytes } = {}) {
  const edge = { target: "", origin: "", stop: () => new Promise((resolve) => server.close(resolve)) };
  // A file is compressed once: its time is the edge's, not the portal's.
  const kept = new Map();

  const compress = (bytes, address) => {
    if (!kept.has(address)) {
      kept.set(address, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
    }
    return kept.get(address);
  };

  const server = createServer((request, response) => {
    // What is edited here is not what the tag of an earlier answer stands for.
    const { "accept-encoding": accepted = "", "if-none-match": _tag, "if-modified-since": _since, ...headers } = request.headers;
    const onward = ask(new URL(request.url, edge.target), { method: request.method, headers }, async (answer) => {
      const parts = [];
      for await (const part of answer) parts.push(part);
      const bytes = Buffer.from(edit(request.url, Buffer.concat(parts)));
      const { "content-length": _, "transfer-encoding": __, ...given } = answer.headers;
      const packs = accepted.includes("br") && bytes.length > 0 && COMPRESSED.test(given["content-type"] ?? "");
      const fixed = request.url.startsWith("/assets/");
      const body = !packs ? bytes : fixed ? compress(bytes, request.url) : brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: Math.min(quality, 5) } });
      await new Promise((resolve) => setTimeout(resolve, latency + (body.length / rate) * 1000));
      response.writeHead(answer.statusCode, { ...given, ...(packs && { "content-encoding": "br", vary: "accept-encoding" }), "content-length": body.length });
      response.end(body);
    });
    onward.on("error", () => response.writeHead(502).end());
    request.pipe(onward);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  edge.origin = `http://localhost:${server.address().port}`;
  return edge;
}
