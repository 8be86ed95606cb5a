// Takes the service worker away from every device that has one: to be deployed in its place (docs/operations.md).
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  for (const name of await caches.keys()) await caches.delete(name);
  // Open pages are left alone: without a fetch handler everything they ask goes to the network.
  await self.registration.unregister();
}
