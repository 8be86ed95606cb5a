// Registers the service worker a moment after the page is in sight, and tells the page of a new version. Nothing is loaded afresh
// unless somebody asked for it here: a form may be open.
const container = navigator.serviceWorker;
const page = document.documentElement;
let asked = false;

async function register() {
  const registration = await container.register("/sw.js");
  // There is none where something stands in the way of service workers.
  if (!registration) return;

  const announce = () => {
    page.dataset.newer = "";
    dispatchEvent(new Event("soho-newer"));
  };
  const watch = (worker) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && container.controller && announce());
  if (registration.waiting && container.controller) announce();
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));

  let known = container.controller;
  container.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    // Another window asked for the new version; this one goes on with the old one until its person wants.
    else if (known) announce();
    known = container.controller;
  });
  page.dataset.kept = "";
  addEventListener("soho-update", async () => {
    asked = true;
    await registration.update().catch(() => {});
    const next = registration.installing ?? registration.waiting;
    const goOn = () => {
      if (next.state === "installed") next.postMessage("take-over");
      if (next.state === "redundant") location.reload();
    };
    if (!next) return location.reload();
    registration.active?.postMessage("break-off");
    next.addEventListener("statechange", goOn);
    goOn();
  });
  // Where there is Background Sync, what waits leaves even when no window is open.
  addEventListener("soho-waiting", () => registration.sync?.register("soho-waiting").catch(() => {}));
  addEventListener("soho-no-widget", () => container.controller?.postMessage("renew-page"));
  addEventListener("visibilitychange", () => document.hidden || registration.update().catch(() => {}));

  const signs = ["pointerdown", "touchstart", "keydown", "scroll"];
  const more = async () => {
    for (const sign of signs) removeEventListener(sign, more);
    if (!navigator.connection?.saveData) (await container.ready).active.postMessage("keep-more");
  };
  for (const sign of signs) addEventListener(sign, more, { passive: true });
}

// On a first visit, on a cheap phone, the worker would take the page's time to be built. Where no page comes it is asked for all the
// same: the program may be broken, and the next version mend it.
const A_MOMENT = 2500;
const AT_THE_LATEST = 10_000;
let begun = false;
const begin = () => {
  // What fails here costs nothing but the second visit without signal.
  if (!begun) register().catch(() => {});
  begun = true;
};
if (container) {
  const kept = Boolean(container.controller);
  addEventListener("soho-keep", begin);
  if (!kept) addEventListener("soho-shown", () => setTimeout(begin, A_MOMENT));
  addEventListener("load", () => setTimeout(begin, kept ? 0 : AT_THE_LATEST));
}
