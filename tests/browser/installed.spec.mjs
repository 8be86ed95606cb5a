// The portal kept on a device: without signal, from version to version, and taken away again.

import { readFile } from "node:fs/promises";

import { expect, signIn, test } from "../support/browser.mjs";
import { startDesk } from "../support/desk.mjs";
import { CATALOGUE } from "../support/guide.mjs";
import { startEdge } from "../support/edge.mjs";
import { startTurnstile } from "../support/turnstile.mjs";
import { ANSWERS, PHOTO, SELF, fillGuide, install, keptFiles, receivedNumber, sendButton } from "../support/visiting.mjs";

test.use({ serviceWorkers: "allow" });

const FORM = { level: 1, name: "Cuéntenos qué pasa" };
const SUBJECT = "El cierre de caja no cuadra con las facturas";

/** A portal whose deployments can be changed: `edge.deploy("b")` is another version, `edge.deploy(null)` takes the worker away. */
async function startDeployments(desk, off) {
  let version = "a";
  const edge = await startEdge({
    quality: 1,
    edit(address, bytes) {
      if (address === "/sw.js") return version ? bytes.toString().replace(/[0-9a-f]{16}(?=[`"])/, (found) => found.slice(0, -1) + version) : off;
      if (bytes.subarray(0, 15).toString() === "<!doctype html>") return bytes.toString().replace("<html ", `<html data-version="${version}" `);
      return bytes;
    },
  });
  edge.target = desk.origin;
  edge.deploy = (next) => (version = next);
  return edge;
}

const version = (page) => page.locator("html").getAttribute("data-version");
const newer = (page) => page.getByText("Hay una versión nueva del portal.");
const lookForUpdates = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());

test("a second visit works without signal, down to the form", async ({ context, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await install(page);
  await context.setOffline(true);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Sin conexión.")).toBeVisible();
  await page.goto("/nuevo?tipo=failure");
  await expect(page.getByRole("heading", FORM)).toBeVisible();
  await expect(page.locator("#application option", { hasText: "SOHO Front" })).toHaveCount(1);
  await page.goto("/mis-tickets");
  await expect(page.getByRole("heading", { level: 1, name: "Mis tickets" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "Sin conexión" })).toBeVisible();
});

test("without signal whoever is signed in is no stranger, and is known again once it is back", async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "ana");
  await install(page);
  await context.setOffline(true);
  await page.goto("/ayuda");
  await expect(page.getByText("Sin conexión.")).toBeVisible();
  // Known to be out of reach: what had its room while it was asked has left.
  await expect(page.locator(".top-bar .is-awaited")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Mis tickets" }).filter({ visible: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Entrar" })).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Salir" })).toBeVisible();
});

test("what is kept holds nothing of anybody, and nothing of the agents' side", { tag: "@desktop" }, async ({ page }) => {
  await install(page, "/nuevo");
  const kept = await keptFiles(page);
  expect(kept.filter((name) => name.startsWith("/api/") && name !== "/api/v1/catalogue")).toEqual([]);
  expect(kept.filter((name) => name.startsWith("/assets/desk-"))).toEqual([]);
});

test("a new version asks, and an open form outlives both the asking and the answer", async ({ desk, page }) => {
  const edge = await startDeployments(desk);
  try {
    await install(page, `${edge.origin}/nuevo?tipo=failure`);
    const subject = page.locator("#subject");
    await subject.evaluate((element, text) => {
      window.stays = true;
      element.value = text;
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }, SUBJECT);
    edge.deploy("b");
    await lookForUpdates(page);
    await expect(newer(page)).toBeVisible();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => window.stays), "nothing is loaded afresh by itself").toBe(true);
    expect(await version(page)).toBe("a");

    await page.getByRole("button", { name: "Actualizar" }).click();
    await expect.poll(() => version(page)).toBe("b");
    await expect(page.getByRole("heading", FORM)).toBeVisible();
    await expect(subject).toHaveValue(SUBJECT);
    await expect(newer(page)).toBeHidden();
  } finally {
    await edge.stop();
  }
});

test("a window in which nobody asked goes on with its version", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  // The press is a first sign too, which asks for parts; loading afresh breaks that off.
  faults.expect(/status of 401|Failed to fetch/);
  const edge = await startDeployments(desk);
  try {
    await install(page, `${edge.origin}/nuevo`);
    await page.evaluate(() => (window.stays = true));
    const other = await context.newPage();
    await faults.watch(other);
    await other.goto(`${edge.origin}/`);
    edge.deploy("b");
    await lookForUpdates(other);
    await other.getByRole("button", { name: "Actualizar" }).click();
    // The version before finishes the file that it is keeping, not all of them.
    await expect.poll(() => version(other)).toBe("b");
    await expect(newer(page)).toBeVisible();
    expect(await page.evaluate(() => window.stays)).toBe(true);
    // A part that it had not fetched yet still opens.
    await page.getByRole("link", { name: "Mis tickets" }).first().click();
    await expect(page).toHaveURL(/\/entrar/);
  } finally {
    await edge.stop();
  }
});

test("the service worker can be taken away from every device", { tag: "@desktop" }, async ({ desk, page }) => {
  const off = await (await desk.fetch("/sw-off.js")).text();
  const edge = await startDeployments(desk, off);
  try {
    await install(page, `${edge.origin}/`);
    edge.deploy(null);
    await lookForUpdates(page);
    await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await keptFiles(page)).toEqual([]);
  } finally {
    await edge.stop();
  }
});

/** Gives the service worker of a page that is left the browser's sign that there is signal again. */
async function signalReturns(context, page, origin) {
  const devtools = await context.newCDPSession(page);
  const registrations = [];
  devtools.on("ServiceWorker.workerRegistrationUpdated", (event) => registrations.push(...event.registrations));
  await devtools.send("ServiceWorker.enable");
  await expect.poll(() => registrations.some(({ scopeURL }) => scopeURL === `${origin}/`)).toBe(true);
  const { registrationId } = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
  await page.goto("about:blank");
  await context.setOffline(false);
  await devtools.send("ServiceWorker.dispatchSyncEvent", { origin, registrationId, tag: "soho-waiting", lastChance: false });
}

/** What becomes of the sign in a service worker: "over", or why the browser is to try again. */
const signOfSignal = (worker) =>
  worker.evaluate(async () => {
    const event = new Event("sync");
    const taken = new Promise((take) => Object.defineProperty(event, "waitUntil", { value: take }));
    self.dispatchEvent(event);
    // A promise would be waited for, and with it what it was refused with thrown.
    return taken.then(() => "over", ({ message }) => message);
  });

const ticketsAbout = (desk, subject) =>
  desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);

/** Fills the form in without signal, from its first word on, and sends. */
async function sendWithoutSignal(context, page, origin, answers) {
  await context.setOffline(true);
  await page.goto(`${origin}/nuevo?tipo=failure`);
  await fillGuide(page, { ...ANSWERS, ...answers });
  await sendButton(page).click();
  await expect(page.getByText("Sin señal: se enviará solo")).toBeVisible();
}

test("what waits leaves when signal returns, with no window open, once", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "luis");
  await install(page, "/nuevo?tipo=failure");
  const subject = "La ventana se cierra sin señal";
  await fillGuide(page, { ...ANSWERS, subject, photo: PHOTO });
  await expect(page.getByText("Lista para enviar")).toHaveCount(1);
  await context.setOffline(true);
  await sendButton(page).click();
  await expect(page.getByText("Sin señal: se enviará solo")).toBeVisible();
  await signalReturns(context, page, desk.origin);
  await expect.poll(async () => (await ticketsAbout(desk, subject)).length).toBe(1);
  const [{ number }] = await ticketsAbout(desk, subject);
  await expect.poll(async () => (await (await desk.photos()).list({ prefix: `photos/${number}/` })).objects.length).toBe(1);

  await page.goto("/pendientes");
  await expect(page.getByText(/Enviado: número/).first()).toBeVisible();
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("a window that is open may be asleep: as long as something waits in it the browser is to try again", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "luis");
  await install(page);
  const [worker] = context.serviceWorkers();
  expect(await signOfSignal(worker)).toBe("over");
  const subject = "La ventana duerme en el bolsillo";
  await sendWithoutSignal(context, page, desk.origin, { ...SELF, subject });
  expect(await signOfSignal(worker)).toContain("has something to send");
  await context.setOffline(false);
  await expect(page.getByText(/Enviado: número/).first()).toBeVisible();
  expect(await signOfSignal(worker)).toBe("over");
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("a form that was opened without signal leaves too, in the name of whoever is signed in", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED/);
  await signIn(context, desk, "berta");
  await install(page);
  const subject = "La recepción abrió el formulario sin señal";
  await sendWithoutSignal(context, page, desk.origin, { ...SELF, subject });
  await signalReturns(context, page, desk.origin);
  await expect.poll(async () => (await ticketsAbout(desk, subject)).length).toBe(1);
  const [{ requester_id: requester }] = await desk.rows("SELECT requester_id FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);
  expect(requester).toBe("berta");
});

test("a critical case of nobody who is signed in leaves too, and this device has its way to it", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|status of 401 .*\/api\/v1\/session\)/);
  await install(page);
  const subject = "El huésped espera y no hay señal en el lobby";
  await sendWithoutSignal(context, page, desk.origin, { ...SELF, guest_waiting: true, subject });
  await signalReturns(context, page, desk.origin);
  await expect.poll(async () => (await ticketsAbout(desk, subject)).length).toBe(1);
  const [{ number }] = await ticketsAbout(desk, subject);
  await page.goto("/pendientes");
  await page.getByRole("link", { name: "Ver el ticket" }).click();
  expect(await receivedNumber(page)).toBe(String(number));
});

test("where a person has to show up, the service worker leaves it waiting for them", { tag: "@desktop" }, async ({ visitor, faults }) => {
  faults.expect(/ERR_INTERNET_DISCONNECTED|status of 40[13]/);
  const service = await startTurnstile();
  const desk = await startDesk({ vars: service.vars });
  try {
    await desk.importing({ catalogue: CATALOGUE });
    const page = await visitor(undefined, { serviceWorkers: "allow" });
    const context = page.context();
    await install(page, `${desk.origin}/`);
    const subject = "El huésped espera y aquí preguntan si soy una persona";
    await sendWithoutSignal(context, page, desk.origin, { ...SELF, guest_waiting: true, subject });
    await signalReturns(context, page, desk.origin);
    const held = () =>
      context.serviceWorkers()[0].evaluate(async () => {
        const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
        const database = await answered(indexedDB.open("soho"));
        const letters = await answered(database.transaction("kept").objectStore("kept").getAll(IDBKeyRange.bound("carta/", "carta0")));
        database.close();
        return letters.map((letter) => JSON.parse(letter).state.Waiting).map(({ held, tried }) => ({ held, tried }));
      });
    await expect.poll(held).toEqual([{ held: "Person", tried: false }]);
    expect(await ticketsAbout(desk, subject)).toEqual([]);
    await page.goto(`${desk.origin}/pendientes`);
    await expect(page.getByRole("button", { name: "Confirmar y enviar" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Corregir" })).toBeVisible();
  } finally {
    await desk.stop();
    await service.stop();
  }
});

/** Shares a photo with the portal, as another application does. */
const shareTo = async (page) =>
  page.evaluate((photo) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/compartir", enctype: "multipart/form-data" });
    const input = Object.assign(document.createElement("input"), { type: "file", name: "fotos" });
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(photo), (letter) => letter.charCodeAt(0))], "captura.jpg", { type: "image/jpeg" }));
    input.files = data.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, (await readFile(PHOTO)).toString("base64"));

test("a photo shared from another application begins a form of its own, which says so at its top", async ({ page }) => {
  await install(page, "/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject: "Lo que estaba a medias" });
  await page.waitForTimeout(300);
  await shareTo(page);
  await expect(page.getByText("Ya agregamos su foto.")).toBeInViewport();
  await expect(page).toHaveURL(/\/nuevo\?borrador=nuevo-\d+$/);
  await expect(page.locator("#subject")).toHaveValue("");
  const photo = page.locator(".upload__name", { hasText: "captura.jpg" });
  await expect(photo).toHaveCount(1);
  await page.reload();
  await expect(photo).toHaveCount(1);
  await page.goto("/pendientes");
  await page.getByRole("listitem").filter({ hasText: "Lo que estaba a medias" }).getByRole("link", { name: "Continuar" }).click();
  await expect(page.locator("#subject")).toHaveValue("Lo que estaba a medias");
  await expect(photo).toHaveCount(0);
});

for (const who of [undefined, "luis"]) {
  test(`a shared photo with no word beside it is a draft, and never in another case, of ${who ?? "nobody"}`, async ({ context, desk, page }) => {
    if (who) await signIn(context, desk, who);
    await install(page);
    await shareTo(page);
    await expect(page.getByText("Ya agregamos su foto.")).toBeInViewport();
    const photo = page.locator(".upload__name", { hasText: "captura.jpg" });
    await expect(photo).toHaveCount(1);
    const shared = new URL(page.url()).search;
    await expect.poll(() => page.evaluate(() => localStorage.getItem("soho.borrador.empezado"))).toBe("1");

    await page.goto("/nuevo?tipo=failure&huesped=1");
    await expect(page.getByText("Este es un ticket nuevo: el que tenía a medias queda guardado aparte.")).toBeVisible();
    expect(new URL(page.url()).search).not.toBe(shared);
    await expect(photo).toHaveCount(0);

    await page.goto("/pendientes");
    const draft = page.getByRole("listitem").filter({ hasText: "Con 1 foto" });
    await expect(draft).toHaveCount(1);
    await draft.getByRole("link", { name: "Continuar" }).click();
    await expect(photo).toHaveCount(1);
    await page.goto("/pendientes");
    await draft.getByRole("button", { name: "Borrar" }).click();
    await draft.getByRole("button", { name: "Borrar" }).click();
    await expect(draft).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => localStorage.getItem("soho.borrador.empezado"))).toBe(null);
  });
}
