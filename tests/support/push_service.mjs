// A push service on a loopback port, and a device that subscribed there: it checks who hands in (RFC 8292) and reads what it is
// sent (RFC 8291), with Node's own cryptography.

import assert from "node:assert/strict";
import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";

const CURVE = "prime256v1";
const bytes = (text) => Buffer.from(text, "base64url");
const text = (bytes) => Buffer.from(bytes).toString("base64url");

/** A deployment's key pair, as the secret VAPID_KEY has it. */
export function vapidPair() {
  const pair = createECDH(CURVE);
  const point = text(pair.generateKeys());
  return { public: point, key: `${point}.${text(Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32))}` };
}

/** Starts it. `pushes` holds every request so far, refused ones too: `{ path, headers, body }`. */
export async function startPushService() {
  const pushes = [];
  let status = () => 201;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const push = { path: request.url, method: request.method, headers: request.headers, body: Buffer.concat(chunks) };
    pushes.push(push);
    response.writeHead(status(push), { Location: "http://localhost:1/elsewhere" }).end();
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "localhost", resolve));
  const origin = `http://localhost:${server.address().port}`;

  return {
    origin,
    pushes,
    /** From now on, answers with what this says of a push. */
    answer: (how) => (status = how),
    /** Forgets the pushes and takes all. */
    forget() {
      pushes.length = 0;
      status = () => 201;
    },
    /** A device that subscribed here. */
    device: () => device(origin, pushes),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function device(origin, pushes) {
  const pair = createECDH(CURVE);
  const point = pair.generateKeys();
  const secret = randomBytes(16);
  const path = `/push/${text(randomBytes(12))}`;
  return {
    /** What its browser would give the portal. */
    subscription: { endpoint: `${origin}${path}`, p256dh: text(point), auth: text(secret) },
    /** The pushes it was sent, oldest first, as they came. */
    raw: () => pushes.filter((push) => push.path === path),
    /** The same, read. */
    read: () => pushes.filter((push) => push.path === path).map((push) => JSON.parse(open(push.body, pair, point, secret))),
  };
}

/** Decrypts one message (RFC 8291 §3.4, RFC 8188 §2). */
function open(body, pair, point, secret) {
  const hmac = (key, ...parts) => createHmac("sha256", key).update(Buffer.concat(parts)).digest();
  const [salt, length] = [body.subarray(0, 16), body[20]];
  const theirs = body.subarray(21, 21 + length);
  const first = hmac(secret, pair.computeSecret(theirs));
  const second = hmac(salt, hmac(first, Buffer.from("WebPush: info\0"), point, theirs, Buffer.from([1])));
  const key = hmac(second, Buffer.from("Content-Encoding: aes128gcm\0\x01")).subarray(0, 16);
  const nonce = hmac(second, Buffer.from("Content-Encoding: nonce\0\x01")).subarray(0, 12);
  const sealed = body.subarray(21 + length);
  const opening = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  assert.equal(plain.at(-1), 2, "the last record ends with 2");
  return plain.subarray(0, -1).toString("utf8");
}

/** The claims of a push's token, once its signature is proven to be of the key it names (RFC 8292 §2, §3). */
export function claimsOf({ headers }) {
  const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization);
  const [head, claims, signature] = token.split(".");
  const point = bytes(key);
  const jwk = { kty: "EC", crv: "P-256", x: text(point.subarray(1, 33)), y: text(point.subarray(33)) };
  const signer = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" };
  assert.ok(verify("sha256", Buffer.from(`${head}.${claims}`), signer, bytes(signature)), "the signature is the key's");
  assert.deepEqual(JSON.parse(bytes(head)), { typ: "JWT", alg: "ES256" });
  return { ...JSON.parse(bytes(claims)), key };
}
