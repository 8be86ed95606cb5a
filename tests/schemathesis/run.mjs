// Schemathesis against the description of the API, signed out, with a pass to one ticket, and once as each role: no fault of ours, no status or body
// that the description doesn't tell of. `cargo xtask schemathesis` sets it up and calls this.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { codeOf, startDesk } from "../support/desk.mjs";
import { CATALOGUE, ticketNumber } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = path.join(ROOT, "target/schemathesis-run");
const EXAMPLES = process.env.SCHEMATHESIS_EXAMPLES ?? "25";
const CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance";
/** A walk as each of these; `null` is signed out, `pass` somebody with a pass to one ticket. Staff have shown their second factor. */
const WALKERS = [null, "pass", "ana", "gloria", "nora", "pablo", "diego", "clara", "elena"];

/** What ends a walk's own way in, and so is walked at its end: a walk finds its session's name in the list of sessions. */
const ENDS = ["signOut", "leaveTicket", "endOwnSession"];

const only = process.argv.slice(2);
const desk = await startDesk();
let failed = [];
try {
  await desk.importing({ catalogue: CATALOGUE });
  const { number } = await desk.ticket();
  const { body } = await (await desk.as("ana")).attach(number, PNG, "a.png");
  const foreign = await desk.ticket({ by: "berta" });
  // With an open ticket nobody who walks can be erased on the way.
  await desk.ticket({ by: "gloria" });
  await desk.ticket({ by: "nora" });
  const document = describe([number, foreign.number, ticketNumber(777_777)], body.timeline.at(-1).data.id);
  // Before a walk asks for so many codes that none leaves any more.
  const pass = await passTo(number);
  for (const name of WALKERS) {
    if (only.length > 0 && !only.includes(name ?? "stranger")) continue;
    console.log(`\n━━ ${name ?? "signed out"} ━━`);
    const cookie = name === "pass" ? pass : name && (await desk.as(name)).cookie;
    const codes = [await walk(document, cookie, cookie ? "--exclude-operation-id" : null)];
    // A walk whose way in ended before it did has shown little.
    const inside = name === "pass" ? `/api/v1/tickets/${number}` : "/api/v1/session";
    if (cookie && (await desk.stranger({ Cookie: cookie }).get(inside)).status !== 200) failed.push(`${name}, thrown out on the way`);
    if (cookie) codes.push(await walk(document, cookie, "--include-operation-id"));
    if (codes.some((code) => code !== 0)) failed.push(name ?? "signed out");
  }
  const faults = desk.logs.filter((line) => line.level === "error");
  for (const fault of faults) console.error(fault.message);
  if (faults.length > 0) failed.push("the log");
} finally {
  await desk.stop();
}
if (failed.length > 0) {
  console.error(`\nfaults: ${failed.join(", ")}`);
  process.exit(1);
}

/** The cookie of a pass to a ticket, as its number and the mailed code give it. */
async function passTo(number) {
  const stranger = desk.stranger();
  await stranger.post(`/api/v1/tickets/${number}/codes`);
  const mail = await desk.mailTo("ana@caribe.co", ({ text }) => /\b\d{6}\b/.test(text) && text.includes(number.slice(0, 3)));
  const opened = await stranger.post(`/api/v1/tickets/${number}/pass`, { code: codeOf(mail) });
  if (opened.status !== 200) throw new Error(`no pass: ${opened.status} ${opened.text}`);
  return opened.headers.get("set-cookie").split(";")[0];
}

/** The description as it is tested: without the catch-all answers, and with tickets that exist among the numbers. */
function describe(numbers, photo) {
  const document = JSON.parse(readFileSync(path.join(ROOT, "worker/openapi/openapi.json")));
  for (const methods of Object.values(document.paths)) {
    for (const operation of Object.values(methods)) delete operation.responses.default;
  }
  document.components.parameters.Number.schema = { type: "string", enum: numbers };
  for (const methods of Object.values(document.paths)) {
    for (const operation of Object.values(methods)) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.name === "photo") parameter.schema = { type: "string", enum: [photo, "nada"] };
      }
    }
  }
  sameThroughout(document);
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  return file;
}

/** Says of pairs of the same kind what the description says, in other words: the tool rewrites `prefixItems` and then fails on its own words. */
function sameThroughout(schema) {
  if (schema === null || typeof schema !== "object") return;
  const [first, ...others] = schema.prefixItems ?? [];
  if (first && schema.items === false && others.every((other) => JSON.stringify(other) === JSON.stringify(first))) {
    schema.minItems ??= 0;
    schema.maxItems = Math.min(schema.maxItems ?? Infinity, others.length + 1);
    schema.items = first;
    delete schema.prefixItems;
  }
  for (const part of Object.values(schema)) sameThroughout(part);
}

/** Walks all there is, or all but the ways out, or these alone. */
function walk(document, cookie, aboutEnds) {
  const ends = aboutEnds ? ENDS.flatMap((id) => [aboutEnds, id]) : [];
  const signedIn = cookie ? ["--header", `Cookie:${cookie}`, ...ends] : [];
  const arguments_ = ["run", document, "--url", desk.origin, "--checks", CHECKS, "--phases", "examples,coverage,fuzzing",
    "--max-examples", EXAMPLES, "--seed", "1581", "--suppress-health-check", "all", "--warnings", "off", "--no-color",
    "--continue-on-failure", "--request-timeout", "30", ...signedIn];
  const program = process.env.SCHEMATHESIS ?? path.join(ROOT, "target/schemathesis/bin/schemathesis");
  return new Promise((resolve, reject) => {
    const child = spawn(program, arguments_, { cwd: FOLDER, stdio: "inherit", env: { ...process.env, PYTHONHASHSEED: "0" } });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
