// The portal without signal. It keeps the page and its files, answers from what it kept, and never touches a form: a
// new version waits until somebody asks for it. PAGE_VERSION, SHELL and LATER are filled in by the build.
//
// Files carry their content's fingerprint in their name, so what was kept once is right for ever; only the page itself
// differs from version to version. docs/operations.md says how to take this away.

import { sendWaiting, takeShared } from "./service-worker-outbox.js";
import "./service-worker-push.js";

const OURS = "soho.";
/** The page and files of this version. */
const FILES = `${OURS}${PAGE_VERSION}`;
/** Where the page is fetched from: the start page is a file, whose policy never lets a widget in (worker/src/assets.rs). */
const PAGE = "/entrar";
/** Answers of the API that are nobody's own. */
const ANSWERS = "answers.public";

/** What of the API may be a little old: the catalogue, which the form needs without signal. What the desk does now is not. */
const PUBLIC = ["/api/v1/catalogue"];
const FILE = /^\/(assets|fonts|icons)\/|^\/(favicon\.svg|manifest\.webmanifest)$/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("sync", (event) => event.waitUntil(sendWaiting()));
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  // A person is there: what they are likely to need next comes along, quietly and one after the other.
  if (event.data === "keep-more") event.waitUntil(keepMore());
  if (event.data === "break-off") breakingOff = true;
  // The deployment's settings change a page's policy without another version of it.
  if (event.data === "renew-page") event.waitUntil(keepPage());
});

async function install() {
  await keepPage();
  const files = await caches.open(FILES);
  await Promise.all(SHELL.map((address) => keep(files, address)));
}

async function keepPage() {
  const files = await caches.open(FILES);
  const page = await fetch(PAGE, { cache: "no-cache" });
  const text = await page.clone().text();
  // In the middle of a deployment the page may be another version's than this file.
  if (!page.ok || !SHELL.every((address) => !address.startsWith("/assets/") || text.includes(address))) {
    throw new Error("the page is of another version");
  }
  await files.put(PAGE, page);
}

async function takeOver() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== FILES);
  // The last one before this stays: pages that are open go on with its files.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Whether somebody asked for the next version: it takes over only when nothing is under way here. */
let breakingOff = false;

async function keepMore() {
  const files = await caches.open(FILES);
  for (const address of LATER) {
    if (breakingOff && (self.registration.installing || self.registration.waiting)) return;
    await keep(files, address);
  }
  const answers = await caches.open(ANSWERS);
  for (const address of PUBLIC) if (!(await answers.match(address))) await answers.add(address);
}

async function keep(files, address) {
  if (await files.match(address)) return;
  const answer = (await caches.match(address)) ?? (await fetch(address));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await files.put(address, answer);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === "/compartir") return event.respondWith(takeShared(request));
  if (request.method !== "GET") return;
  if (PUBLIC.includes(pathname)) return event.respondWith(publicAnswer(event));
  if (pathname.startsWith("/api/")) return;
  if (FILE.test(pathname)) return event.respondWith(file(request));
  // Every other address without a file's ending is a page of the portal, and all of them are one file.
  if (request.mode === "navigate" && !pathname.split("/").pop().includes(".")) event.respondWith(page(request));
});

async function page(request) {
  const files = await caches.open(FILES);
  return (await files.match(PAGE)) ?? fetch(request);
}

async function file(request) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const files = await caches.open(FILES);
    await files.put(request.url, answer.clone());
  }
  return answer;
}

/** At once from what was kept, and asked again for the next time. */
async function publicAnswer(event) {
  const answers = await caches.open(ANSWERS);
  const { url } = event.request;
  const fresh = fetch(event.request).then(async (answer) => {
    if (answer.ok) await answers.put(url, answer.clone());
    return answer;
  });
  const kept = await answers.match(url);
  if (!kept) return fresh;
  event.waitUntil(fresh.catch(() => {}));
  return kept;
}
