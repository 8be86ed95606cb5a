// What the service worker does with the device's database (app/src/device.rs): it takes up what is shared, and sends letters
// that wait when signal returns and no window is open to do it (app/src/letter.rs has their shape, app/src/outbox.rs the rules).

import { renewBadge } from "./service-worker-badge.js";

const STORE = "kept";
/** As in app/src/letter.rs: the Worker forgets a key after thirty days. */
const KEYS_LAST = 28 * 24 * 60 * 60 * 1000;

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Runs `act` in a transaction of its own and answers what it asked for, once all of it is written. */
async function inStore(mode, act) {
  const opening = indexedDB.open("soho", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answered(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const over = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const result = await act(transaction.objectStore(STORE));
    await over;
    return result;
  } finally {
    database.close();
  }
}

const below = (prefix) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
const keysBelow = (prefix) => inStore("readonly", (store) => answered(store.getAllKeys(below(prefix))));
const read = (key) => inStore("readonly", (store) => answered(store.get(key)));
const write = (act) => inStore("readwrite", async (store) => act(store));

/** Photos that another application shares with the portal: a new form takes them up. */
export async function takeShared(request) {
  const files = (await request.formData()).getAll("fotos");
  await write((store) => files.forEach((file, place) => store.put(file, `compartido/${Date.now()}-${place}`)));
  return Response.redirect("/nuevo?compartida=1", 303);
}

let sending = Promise.resolve();

/**
 * Sends what waits, in nobody's name but that of who sent it. What needs a person is left for them. One run after another: a browser
 * may give the sign that there is signal twice, and a run must not take what another has under way for something it left behind.
 */
export function sendWaiting() {
  const run = sending.then(sendAll);
  sending = run.catch(() => undefined);
  return run;
}

async function sendAll() {
  if (!(await isOurs())) return;
  const session = await fetch("/api/v1/session");
  if (!session.ok && session.status !== 401) throw new Error(`who is there: ${session.status}`);
  const account = session.ok ? (await session.json()).account : undefined;
  for (const key of await keysBelow("carta/")) {
    const letter = JSON.parse(await read(key));
    const sealed = letter.state.Waiting;
    if (sealed && mayLeave(sealed, account)) await send(key, letter, sealed);
  }
  if (account !== undefined) await renewBadge();
}

/** How often an open window is looked at that has something to send, and the milliseconds between one look and the next. */
const [LOOKS, PAUSE] = [8, 2_000];

/**
 * Whether sending is this worker's. A window that is open does it itself, as a rule at once. It may be about to be closed, which
 * shows soon; on a phone it may be asleep: then the browser tries again later, which it does a few times only.
 */
async function isOurs() {
  for (let look = 0; look < LOOKS; look += 1) {
    if ((await self.clients.matchAll({ type: "window" })).length === 0) return true;
    if (!(await isWaiting())) return false;
    await new Promise((go) => setTimeout(go, PAUSE));
  }
  throw new Error("a window that is open has something to send");
}

async function isWaiting() {
  for (const key of await keysBelow("carta/")) {
    // One that arrived meanwhile is gone.
    const letter = JSON.parse((await read(key)) ?? "{}");
    if (letter.state?.Waiting?.held === "Signal") return true;
  }
  return false;
}

/** What was sent before it was known who is there, as without signal, goes as from the page: for whoever is, or for nobody. */
function mayLeave({ at, by, held }, account) {
  if (Date.now() - Date.parse(at) >= KEYS_LAST) return false;
  return by ? by[0] === account : account !== undefined || held === "Signal";
}

const keep = (key, letter) => write((store) => store.put(JSON.stringify(letter), key));

async function send(key, letter, sealed) {
  const { tried } = sealed;
  sealed.tried = true;
  await keep(key, letter);
  const answer = await post(sealed.path, sealed.key, sealed.body, "application/json");
  const said = await answer.json().catch(() => ({}));
  // The same may have become a ticket before, to which there is no way from here any more.
  const number = answer.ok ? said.number : said.code === "already_received" && said.ticket;
  if (!number) return hold(key, letter, { ...sealed, ...wanted(answer.status, said.code, tried) });
  const photos = await keysBelow(`foto/${key.slice("carta/".length)}/`);
  const bound = await Promise.all(photos.map(async (place) => ({ ...(await read(place)), ticket: number })));
  await write((store) => {
    bound.forEach((photo, place) => store.put(photo, photos[place]));
    if (letter.form) store.put(JSON.stringify({ ...letter, state: { Arrived: number }, pass: Boolean(said.door) }), key);
    else store.delete(key);
  });
  for (const [place, photo] of bound.entries()) {
    const path = `/tickets/${number}/photos?name=${encodeURIComponent(photo.name)}`;
    const { ok } = await post(path, photo.key, photo.blob, photo.blob.type);
    if (ok) await write((store) => store.delete(photos[place]));
  }
}

/** It goes on waiting, and its person learns for what. */
const hold = (key, letter, sealed) => keep(key, { ...letter, state: { Waiting: sealed } });

function wanted(status, code, tried) {
  // Who is turned away at the door arrived no more than before.
  if (status === 401) return { held: "SignIn", tried };
  return code === "verification_required" ? { held: "Person", tried } : {};
}

/** Throws when the server is away or broken: the browser tries the whole again later. */
async function post(path, key, body, type) {
  const headers = { accept: "application/json", "content-type": type, "idempotency-key": key };
  const answer = await fetch(`/api/v1${path}`, { method: "POST", headers, body });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`${path}: ${answer.status}`);
  return answer;
}
