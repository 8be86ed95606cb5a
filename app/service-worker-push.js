// News of tickets on the device (docs/api.md): a push is shown as it came, for the Worker has put it into words, and a touch
// opens its ticket. Neither needs signal or a session.

import { renewBadge } from "./service-worker-badge.js";

self.addEventListener("push", (event) => event.waitUntil(Promise.all([show(event.data), renewBadge()])));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew()));

async function show(data) {
  // Browsers want every push to be seen: of one that can't be read, at least who calls.
  const { title = "Soporte SOHO", body, path, tag, lang } = read(data);
  const pictures = { icon: "/icons/icon-192.png", badge: "/icons/badge-96.png" };
  await self.registration.showNotification(title, { ...pictures, body, lang, tag, renotify: Boolean(tag), data: { path } });
}

function read(data) {
  try {
    return data.json();
  } catch {
    return {};
  }
}

async function open(path = "/mis-tickets") {
  const { href, origin, pathname } = new URL(path, self.location.origin);
  if (origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((each) => new URL(each.url).pathname === pathname);
  // Any other window may hold a form somebody is filling in: it is left alone.
  await (there ? there.focus() : self.clients.openWindow(href));
}

/** The browser changed its address with its push service: the portal is told the new one. */
async function renew() {
  const own = "/api/v1/session/push";
  const answer = await fetch(own);
  const { key, on } = answer.ok ? await answer.json() : {};
  if (!key || !on) return;
  const subscription = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const { endpoint, keys } = subscription.toJSON();
  const body = JSON.stringify({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  await fetch(own, { method: "PUT", headers: { "Content-Type": "application/json" }, body });
}
