// News on a device: the offer, the browser's own question, the switch, and a push that wakes the service worker. The browser
// subscribes at a push service that stands outside, in the place of its maker's.

import { expect, signIn, test as base } from "../support/browser.mjs";
import { startDesk } from "../support/desk.mjs";
import { CATALOGUE } from "../support/guide.mjs";
import { startPushService, vapidPair } from "../support/push_service.mjs";

const PAIR = vapidPair();

const test = base.extend({
  service: [
    async ({}, use) => {
      const service = await startPushService();
      await use(service);
      await service.stop();
    },
    { scope: "worker" },
  ],
  desk: [
    async ({ service }, use) => {
      const desk = await startDesk({ vars: { VAPID_KEY: PAIR.key, PUSH_SERVICE: service.origin } });
      await desk.importing({ catalogue: CATALOGUE });
      await use(desk);
      await desk.stop();
    },
    { scope: "worker" },
  ],
});

test.use({ serviceWorkers: "allow" });

const OFFER = { name: "Avísenme en este equipo" };

/** The browser's push service needs its maker's servers: what it would answer is put in its place. */
async function subscribesAt(page, device) {
  await page.addInitScript(({ subscription: { endpoint, p256dh, auth } }) => {
    let current = null;
    PushManager.prototype.getSubscription = async () => current;
    PushManager.prototype.subscribe = async (options) => {
      if (!options.userVisibleOnly || !options.applicationServerKey) throw new DOMException("", "NotAllowedError");
      current = Object.create(PushSubscription.prototype, {
        endpoint: { value: endpoint },
        toJSON: { value: () => ({ endpoint, keys: { p256dh, auth } }) },
        unsubscribe: { value: async () => ((current = null), true) },
      });
      return current;
    };
  }, { subscription: device.subscription });
}

const installed = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test("a client takes the offer up on a ticket, is told of an answer, and ends it among their devices", async ({ context, desk, page, service }) => {
  await context.grantPermissions(["notifications"]);
  const device = service.device();
  await subscribesAt(page, device);
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket();
  await page.goto(`/tickets/${number}`);
  await installed(page);
  const offer = page.getByRole("region", OFFER);
  await expect(offer).toContainText("El correo le llega igual.");
  await offer.getByRole("button", { name: "Avisarme aquí" }).click();
  await expect(page.getByText("Listo: le avisaremos en este equipo.")).toBeVisible();
  await expect(offer).toHaveCount(0);

  await (await desk.as("pablo")).act(number, "reply", { body: "Reinicie el servidor." });
  await desk.sendCron(new Date(Date.now() + 60_000));
  const [message] = device.read();
  expect(message).toMatchObject({ body: "El equipo de soporte le respondió.", path: `/tickets/${number}` });

  await page.goto("/dispositivos");
  const news = page.getByRole("region", OFFER);
  await expect(news).toContainText("Este equipo recibe avisos");
  await news.getByRole("button", { name: "No avisarme más aquí" }).click();
  await expect(news).toContainText("Este equipo no recibe avisos.");
  expect(await desk.rows("SELECT id FROM push_subscription WHERE endpoint = ?", device.subscription.endpoint)).toEqual([]);
});

test("nobody is asked by the browser before they press, and who turns the offer down isn't offered again", async ({ context, desk, page }) => {
  await page.addInitScript(() => {
    Notification.requestPermission = async () => {
      globalThis.asked = true;
      return "denied";
    };
  });
  await signIn(context, desk, "luis");
  const { number } = await desk.ticket({ by: "luis" });
  await page.goto(`/recibido/${number}`);
  const offer = page.getByRole("region", OFFER);
  await expect(offer).toBeVisible();
  expect(await page.evaluate(() => globalThis.asked ?? false)).toBe(false);
  await offer.getByRole("button", { name: "Avisarme aquí" }).click();
  await expect(offer.getByRole("status")).toContainText("El navegador tiene bloqueados los avisos");
  await offer.getByRole("button", { name: "Ahora no" }).click();
  await expect(offer).toHaveCount(0);
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("heading", { name: "Qué ha pasado" })).toBeVisible();
  await expect(offer).toHaveCount(0);
});

test("staff are offered nothing", async ({ desk, visitor }) => {
  const pablo = await visitor("pablo", { viewport: { width: 1440, height: 900 } });
  await pablo.goto("/dispositivos");
  await expect(pablo.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(pablo.getByRole("listitem").first()).toBeVisible();
  await expect(pablo.getByRole("region", OFFER)).toHaveCount(0);
});

test("on an iPhone outside of the home screen the offer says how to get there", async ({ context, desk, page }) => {
  await page.addInitScript(() => {
    delete globalThis.Notification;
    delete globalThis.PushManager;
    Object.defineProperty(Navigator.prototype, "standalone", { value: false });
  });
  await signIn(context, desk, "berta");
  const { number } = await desk.ticket({ by: "berta" });
  await page.goto(`/tickets/${number}`);
  const offer = page.getByRole("region", OFFER);
  await expect(offer).toContainText("pantalla de inicio");
  await expect(offer.getByRole("button", { name: "Avisarme aquí" })).toHaveCount(0);
});

test("a push is shown by the service worker, and a touch opens its ticket @desktop", async ({ context, desk, page }) => {
  await context.grantPermissions(["notifications"]);
  await signIn(context, desk, "ana");
  const { number } = await desk.ticket();
  await page.goto("/mis-tickets");
  await installed(page);
  const session = await context.newCDPSession(page);
  const registrations = new Promise((resolve) => session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => resolve(registrations)));
  await session.send("ServiceWorker.enable");
  const [{ registrationId }] = await registrations;
  const shown = () => page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data }));
  });
  const push = (message) =>
    session.send("ServiceWorker.deliverPushMessage", { origin: desk.origin, registrationId, data: JSON.stringify(message) });
  // What the icon shows is the system's to draw: what it is told is written down here.
  await context.serviceWorkers()[0].evaluate(() => {
    self.shown = [];
    Object.defineProperty(navigator, "setAppBadge", { value: async (...amount) => self.shown.push(amount), configurable: true });
  });
  const message = { title: "Hay novedades en su ticket", body: "El equipo de soporte le respondió.", path: `/tickets/${number}`, tag: number, lang: "es" };
  await push(message);
  await expect.poll(shown).toEqual([{ title: message.title, body: message.body, tag: number, lang: "es", data: { path: `/tickets/${number}` } }]);
  const [{ open }] = await desk.rows("SELECT count(*) AS open FROM ticket WHERE requester_id = 'ana' AND status <> 'closed'");
  await expect.poll(() => context.serviceWorkers()[0].evaluate(() => self.shown)).toEqual([[open]]);
  await push({ ...message, body: "Hay una solución. Díganos si le sirvió." });
  await expect.poll(async () => (await shown()).map(({ body }) => body)).toEqual(["Hay una solución. Díganos si le sirvió."]);

  // A touch is the browser's to give: what it allows in answer to one, opening and showing a window, is written down here.
  const touch = () => context.serviceWorkers()[0].evaluate(async () => {
    const did = [];
    self.clients.openWindow = async (href) => did.push(["opens", new URL(href).pathname]);
    WindowClient.prototype.focus = async function () {
      did.push(["shows", new URL(this.url).pathname]);
    };
    const [notification] = await self.registration.getNotifications();
    const event = new NotificationEvent("notificationclick", { notification });
    let over;
    Object.defineProperty(event, "waitUntil", { value: (doing) => (over = doing) });
    self.dispatchEvent(event);
    await over;
    return did;
  });
  expect(await touch()).toEqual([["opens", `/tickets/${number}`]]);
  await expect.poll(shown).toEqual([]);
  await page.goto(`/tickets/${number}`);
  await push(message);
  await expect.poll(async () => (await shown()).length).toBe(1);
  expect(await touch()).toEqual([["shows", `/tickets/${number}`]]);
});
