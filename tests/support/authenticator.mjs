// What an authenticator application on a telephone does (RFC 6238), written apart from the Worker's own.

import { createHash, createHmac } from "node:crypto";

const STEP_MS = 30_000;
/** So long before a step ends, the code before it may be too late by the time it is read. */
const MARGIN_MS = 3_000;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The present step. */
export const stepNow = () => Math.floor(Date.now() / STEP_MS);

/** The code of a step, for a secret in Base32. */
export function codeOfStep(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = digest.at(-1) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function bytesOf(secret) {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

/** The secret of an account, as the deployment derives it from its key and the salt it keeps. */
export function derivedSecret(key, account, salt) {
  const mac = createHmac("sha256", createHash("sha256").update(key).digest());
  for (const part of [account, salt]) {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(part)));
    mac.update(length).update(part);
  }
  const bits = [...mac.digest().subarray(0, 20)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.match(/.{5}/g).map((five) => ALPHABET[parseInt(five, 2)]).join("");
}

/** An account in the application, with the recovery codes on the paper beside it. */
export class Authenticator {
  #used = 0;

  constructor(secret) {
    this.secret = secret;
    this.recoveryCodes = [];
  }

  /** A code that is good now and wasn't given before; waits for one when there is none yet. */
  async code() {
    return this.#fresh() ?? (await this.#later());
  }

  /** What `POST /api/v1/session/factor` takes, without waiting as long as the paper has codes. */
  async proof() {
    const code = this.#fresh();
    if (code) return { code };
    const recovery_code = this.recoveryCodes.shift();
    return recovery_code ? { recovery_code } : { code: await this.#later() };
  }

  #fresh() {
    const now = stepNow();
    const first = Date.now() % STEP_MS > STEP_MS - MARGIN_MS ? now : now - 1;
    const step = Math.max(first, this.#used + 1);
    if (step > now + 1) return undefined;
    this.#used = step;
    return codeOfStep(this.secret, step);
  }

  async #later() {
    await new Promise((resolve) => setTimeout(resolve, STEP_MS - (Date.now() % STEP_MS) + 100));
    return this.#fresh();
  }
}
