// Every main page by axe in both themes, and on a narrow phone with the text at 200 %.

import { readFile } from "node:fs/promises";

import { expectNoViolations } from "../support/axe.mjs";
import { expect, test } from "../support/browser.mjs";
import { history as past, PEOPLE } from "../support/desk.mjs";
import { ticketNumber } from "../support/guide.mjs";
import { ANSWERS, PHOTO, answer, fillGuide, goOn } from "../support/visiting.mjs";

const heading = (page, name) => page.getByRole("heading", { name }).first();

/** A page: who sees it, where it is, and how to know that it is there. `prepare` brings it to where it is looked at. */
const PAGES = [
  { title: "the start", at: () => "/", ready: (page) => heading(page, "Cuéntenos qué pasa en su hotel") },
  {
    title: "a guest who waits",
    at: () => "/huesped",
    ready: (page) => heading(page, "Dos preguntas y vamos al grano"),
    prepare: (page) => answer(page, "guest_waiting", true),
  },
  { title: "the commercial area", at: () => "/comercial/training", ready: (page) => page.getByRole("link", { name: "Escribir al área comercial" }) },
  { title: "the sign-in", at: () => "/entrar", ready: (page) => heading(page, "Entre con su correo") },
  {
    title: "the second factor",
    who: "clara",
    at: () => "/segundo-factor",
    ready: (page) => heading(page, "Su segundo factor"),
    prepare: (page) => expect(page.getByText("Está activo")).toBeVisible(),
  },
  {
    title: "being asked for the second factor",
    who: { half: "clara" },
    at: () => "/segundo-factor?volver=/equipo",
    ready: (page) => page.getByRole("textbox", { name: "Código de la aplicación" }),
  },
  {
    title: "setting the second factor up",
    who: "newcomer",
    at: () => "/segundo-factor",
    ready: (page) => heading(page, "Proteja su entrada"),
    prepare: (page) => expect(page.getByRole("img", { name: "Código QR para la aplicación de autenticación" })).toBeVisible(),
  },
  {
    title: "one's own devices",
    who: "clara",
    at: () => "/dispositivos",
    ready: (page) => heading(page, "Sus dispositivos"),
    prepare: (page) => expect(page.getByRole("list", { name: "Sesiones abiertas" })).toBeVisible(),
  },
  { title: "the conditions", at: () => "/condiciones", ready: (page) => page.getByRole("heading", { level: 1 }) },
  { title: "the help", at: () => "/ayuda", ready: (page) => heading(page, "Ayuda") },
  { title: "the guide", at: () => "/guia", ready: (page) => heading(page, "Cómo contar lo que pasa") },
  {
    title: "the good practices",
    at: () => "/buenas-practicas",
    ready: (page) => heading(page, "Nueve buenas prácticas"),
    prepare: (page) => page.getByRole("checkbox").first().check(),
  },
  { title: "ransomware", at: () => "/ransomware", ready: (page) => heading(page, "Si le secuestran la información") },
  { title: "the values", at: () => "/valores", ready: (page) => heading(page, "En qué creemos") },
  { title: "the areas", at: () => "/areas", ready: (page) => heading(page, "Quiénes somos") },
  { title: "personal data", at: () => "/privacidad", ready: (page) => heading(page, "Sus datos personales") },
  { title: "one's own data", who: "ana", at: () => "/mis-datos", ready: (page) => heading(page, "Borrar mis datos"), prepare: askAboutData },
  { title: "no such page", at: () => "/no-existe", ready: (page) => heading(page, "Esta puerta no lleva a ninguna parte") },
  {
    title: "the form with mistakes in it",
    at: () => "/nuevo?tipo=failure",
    ready: (page) => heading(page, "Cuéntenos qué pasa"),
    prepare: async (page) => {
      await page.getByRole("button", { name: /^(Continuar|Enviar ticket)$/ }).click();
      await expect(page.getByRole("alert").filter({ hasText: "Revise estos datos" })).toBeVisible();
    },
  },
  {
    title: "the form's last step",
    at: () => "/nuevo?tipo=failure",
    ready: (page) => heading(page, "Cuéntenos qué pasa"),
    prepare: (page) => fillGuide(page, { ...ANSWERS, phone: "300 123 4567", email: "ana@gmial.com" }),
  },
  {
    title: "the form of a critical case with its details",
    at: () => "/nuevo?huesped=1",
    ready: (page) => heading(page, "Cuéntenos qué pasa"),
    prepare: async (page) => {
      await answer(page, "kind", "Algo falla o muestra un error");
      await answer(page, "system_stopped", false);
      await goOn(page);
      await page.getByText("Agregar detalles").click();
    },
  },
  {
    title: "the form after a ticket that lacked something",
    who: "ana",
    at: ({ lacking }) => `/nuevo?de=${lacking}`,
    ready: (page) => heading(page, "Esto faltó en el ticket anterior"),
    prepare: async (page) => {
      for (const question of ["guest_waiting", "system_stopped"]) await answer(page, question, false);
      await goOn(page);
    },
  },
  {
    title: "a photo being covered",
    at: () => "/nuevo?tipo=failure",
    ready: (page) => heading(page, "Cuéntenos qué pasa"),
    prepare: async (page) => {
      await fillGuide(page, ANSWERS);
      await page.locator("#photos").setInputFiles(PHOTO);
      const back = page.getByRole("button", { name: "Atrás" });
      if (await back.isVisible()) await back.click();
      await page.getByRole("button", { name: "Tapar o recortar" }).click();
      await expect(page.getByRole("group", { name: "Recuadro" })).toBeFocused();
    },
  },
  {
    title: "what is not sent yet",
    at: () => "/pendientes",
    ready: (page) => heading(page, "Sin enviar"),
    prepare: async (page) => {
      await page.goto("/nuevo?tipo=failure");
      await fillGuide(page, ANSWERS);
      await page.goto("/pendientes");
      await expect(page.getByRole("link", { name: "Continuar" }).first()).toBeVisible();
    },
  },
  { title: "the receipt", who: "ana", at: ({ open }) => `/recibido/${open}`, ready: (page) => heading(page, "Recibimos su ticket"), prepare: unfold },
  { title: "a client's tickets", who: "ana", at: () => "/mis-tickets", ready: (page) => page.getByRole("article").first() },
  { title: "a ticket that waits for the client", who: "ana", at: ({ waiting }) => `/tickets/${waiting}`, ready: (page) => heading(page, "Qué ha pasado"), prepare: unfold },
  { title: "a solved ticket", who: "ana", at: ({ solved }) => `/tickets/${solved}`, ready: (page) => heading(page, "¿Quedó resuelto?") },
  { title: "a closed ticket", who: "ana", at: ({ closed }) => `/tickets/${closed}`, ready: (page) => heading(page, "Este ticket está cerrado") },
  { title: "the queue", who: "pablo", at: () => "/equipo", ready: (page) => page.getByRole("table").getByRole("link").first() },
  { title: "an agent's ticket", who: "pablo", at: ({ waiting }) => `/equipo/tickets/${waiting}`, ready: (page) => heading(page, "Lo que reportó"), prepare: unfold },
  {
    title: "a panel over an agent's ticket",
    who: "pablo",
    at: ({ waiting }) => `/equipo/tickets/${waiting}`,
    ready: (page) => heading(page, "Lo que reportó"),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Registrar contacto" }).click();
      await page.getByRole("dialog").getByRole("radio", { name: "No contestó" }).check();
    },
  },
  { title: "a number to follow", at: () => "/seguir", ready: (page) => heading(page, "Seguir un ticket") },
  { title: "a ticket handed over", at: ({ open }) => `/entrega/${open}#secreto`, ready: (page) => heading(page, "Le entregan un ticket") },
  { title: "an address to confirm", at: ({ open }) => `/confirmar/${open}#secreto`, ready: (page) => heading(page, "Confirme que el ticket es suyo") },
  {
    title: "days of attention",
    who: "elena",
    at: () => "/administracion/calendario",
    ready: (page) => heading(page, "Días de atención"),
    prepare: async (page) => {
      await page.getByLabel("Día", { exact: true }).fill("2031-07-17");
      await page.getByRole("textbox", { name: "Por qué no hay atención" }).fill("Inventario general");
      await page.getByRole("button", { name: "Ver qué mueve" }).click();
      await expect(page.getByRole("heading", { name: /no habrá atención: Inventario general/ })).toBeVisible();
    },
  },
  {
    title: "people",
    who: "elena",
    at: () => "/administracion/personas",
    ready: (page) => heading(page, "Personas"),
    prepare: async (page) => {
      const invited = await page.request.post("/api/v1/invitations", {
        headers: { origin: new URL(page.url()).origin },
        data: { email: "carolina.restrepo@hotelmuylejano.example", name: "Carolina Restrepo", place: { role: "client", company: "caribe", branch: "caribe-norte" } },
      });
      expect([201, 422]).toContain(invited.status());
      await page.reload();
      await expect(page.getByRole("heading", { name: "Invitaciones sin aceptar" })).toBeVisible();
      await expect(page.getByText("Ana Rojas")).toBeVisible();
    },
  },
  {
    title: "somebody who is changed",
    who: "elena",
    at: () => "/administracion/personas",
    ready: (page) => heading(page, "Personas"),
    prepare: async (page) => {
      await page.getByRole("button", { name: "Cambiar: Ana Rojas" }).click();
      await expect(page.getByRole("dialog").getByRole("combobox", { name: "Sede" })).toHaveValue("caribe-norte");
    },
  },
  { title: "hotels", who: "elena", at: () => "/administracion/hoteles", ready: (page) => heading(page, "Hotel Andes") },
  { title: "an invitation", at: ({ invitation }) => `/invitacion#${invitation}`, ready: (page) => page.getByRole("button", { name: "Aceptar y entrar" }) },
  { title: "the administrators' index", who: "elena", at: () => "/administracion", ready: (page) => heading(page, "Administración") },
  {
    title: "requests about data",
    who: "elena",
    at: () => "/administracion/datos",
    ready: (page) => page.getByRole("article").first(),
    prepare: async (page) => {
      await unfold(page);
      await page.getByText("Ampliar el plazo").first().click();
    },
  },
  { title: "the record", who: "elena", at: () => "/administracion/auditoria", ready: (page) => page.getByRole("list").filter({ hasText: "Descargó una copia" }) },
  { title: "a call", who: "pablo", at: () => "/equipo/llamada", ready: (page) => heading(page, "Registrar una llamada") },
];

async function unfold(page) {
  for (const summary of await page.getByText("¿Cómo se calculó?").filter({ visible: true }).all()) await summary.click();
}

/** Chooses a claim, so that the page says until when it is answered, and opens every account. */
async function askAboutData(page) {
  await page.getByRole("radio", { name: /Reclamo/ }).check();
  await expect(page.getByText("Si la envía ahora")).toBeVisible();
  await page.getByRole("button", { name: "Enviar la solicitud" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Revise estos datos" })).toBeVisible();
  await unfold(page);
}

/** Tickets in every state the pages differ by, made once for each system. */
const made = new WeakMap();
async function tickets(desk) {
  if (!made.has(desk)) made.set(desk, make(desk));
  return made.get(desk);
}

async function make(desk) {
  const [ana, pablo] = [await desk.as("ana"), await desk.as("pablo")];
  const fresh = async (subject, changes) => (await desk.ticket({ subject, ...changes })).number;
  const open = await fresh("La factura de la habitación 304 sale sin IVA", { guest_waiting: true });
  const waiting = await fresh("El kárdex muestra existencias negativas en tres productos del bar");
  await pablo.act(waiting, "take");
  await pablo.act(waiting, "note", { body: "Parece el mismo caso de marzo" });
  await pablo.act(waiting, "ask_for_information", { missing: ["images", "error_code"], body: "¿Nos envía una foto?" });
  await pablo.act(waiting, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });
  const solved = await fresh("El cupón de pasadía se redime dos veces si se escanea muy rápido");
  await pablo.act(solved, "take");
  await pablo.act(solved, "resolve", { body: "Actualice el punto de venta y vuelva a escanear." });
  const closed = await fresh("El descuento de empleados no aparece en la lista de la caja");
  await ana.act(closed, "withdraw");
  const lacking = await fresh("La comanda de la terraza no llega a la cocina");
  await pablo.act(lacking, "take");
  await pablo.act(lacking, "close_insufficient", { missing: ["description", "images"] });
  // Questions about data, answered and not, and their trace.
  for (const [kind, body] of [["inquiry", "¿Qué saben de mí?"], ["claim", "Mi teléfono cambió: es el 310 555 0000."]]) {
    const { body: asked } = await ana.write("/api/v1/me/data-requests", { kind, body });
    if (kind === "inquiry") await (await desk.as("elena")).post(`/api/v1/data-requests/${asked.id}/answer`, { body: "Su nombre, su correo y sus tickets." });
  }
  await ana.get("/api/v1/me/data");
  // One that was promised long ago: what was missed looks different.
  const at = new Date(Date.now() - 9 * 86_400_000).toISOString();
  await desk.importing({ tickets: [past(700_001, { at, subject: "El informe de cartera muestra dos veces un saldo" })] });
  const invited = { email: "invitada@hotel.example", name: "Inés Vega", place: { role: "client", company: "caribe", branch: "caribe-norte" } };
  await (await desk.as("elena")).post("/api/v1/invitations", invited);
  await desk.mailLeaves();
  const [, invitation] = /invitacion#([\w-]+)/.exec((await desk.mailTo(invited.email)).text);
  return { open, waiting, solved, closed, lacking, missed: ticketNumber(700_001), invitation };
}

async function show(page, desk, { at, ready, prepare }) {
  await page.goto(at(await tickets(desk)));
  await expect(ready(page)).toBeVisible();
  await prepare?.(page);
  // What is still on its way would be judged as it is now.
  await expect(page.locator("[aria-busy=true], .skeleton")).toHaveCount(0);
}

/** The addresses that the portal knows, as app/src/app.rs names them. */
async function routes() {
  const source = await readFile(new URL("../../app/src/app.rs", import.meta.url), "utf8");
  return [...source.matchAll(/path!\("([^"]+)"\)/g)].map(([, path]) => path);
}

test("every route has a page among these", { tag: "@desktop" }, async () => {
  const known = await routes();
  expect(known).toContain("/nuevo");
  const number = "1234567";
  const looked = PAGES.map(({ at }) => at({ open: number, waiting: number, solved: number, closed: number }).split(/[?#]/)[0]);
  const covers = (path) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
  expect(known.filter((path) => !looked.some((address) => covers(path).test(address)))).toEqual([]);
});

for (const place of PAGES) {
  test(`axe finds nothing on ${place.title}, light or dark`, async ({ desk, visitor }) => {
    const page = await visitor(place.who, { reducedMotion: "reduce" });
    await show(page, desk, place);
    await expectNoViolations(page);
  });
}

/** What an answer of the API is replaced with, and what is then on a page that asked for one. Who is signed in is told all the same. */
const WITHOUT_ANSWERS = [
  { title: "while its answers are on their way", answer: () => {}, sign: ".skeleton, [aria-busy=true]" },
  {
    title: "when no answer comes",
    answer: (route) => route.fulfill({ status: 503, contentType: "text/html", body: "<h1>upstream</h1>" }),
    sign: ".empty[role=alert], .banner--broken",
  },
];

for (const { title, answer, sign } of WITHOUT_ANSWERS) {
  test(`axe finds nothing on any page ${title}, light or dark`, { tag: "@phone" }, async ({ desk, visitor, faults }) => {
    test.setTimeout(180_000);
    faults.expect(/status of 503/);
    const made = await tickets(desk);
    const devices = new Map();
    const [looked, judged] = [new Set(), []];
    for (const place of PAGES) {
      const [address, key] = [place.at(made), JSON.stringify(place.who ?? null)];
      if (looked.has(key + address)) continue;
      looked.add(key + address);
      if (!devices.has(key)) devices.set(key, await visitor(place.who, { reducedMotion: "reduce" }));
      const page = devices.get(key);
      await page.route(/\/api\/v1\/(?!session$)/, answer);
      await page.goto(address);
      await expect(page.locator("#skeleton")).toHaveCount(0);
      await expect(page.locator("main").locator(`h1, ${sign}`).first()).toBeVisible();
      // What is asked for only once the page is there.
      await page.waitForTimeout(200);
      if ((await page.locator(sign).count()) > 0) {
        judged.push(place.title);
        await expectNoViolations(page, place.title);
      }
      await page.unrouteAll({ behavior: "ignoreErrors" });
    }
    // Most pages ask for something: a list this short would mean that nothing was held up.
    expect(judged.length).toBeGreaterThan(9);
  });
}

test("no page scrolls sideways at 360 px, with text at 100 % and at 200 %", { tag: "@phone" }, async ({ desk, visitor }) => {
  test.setTimeout(180_000);
  const wide = [];
  const devices = new Map();
  for (const place of PAGES) {
    if (!devices.has(place.who)) devices.set(place.who, await visitor(place.who, { reducedMotion: "reduce" }));
    const page = devices.get(place.who);
    await show(page, desk, place);
    for (const size of ["100%", "200%"]) {
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
      const sticking = await page.evaluate(tooWide);
      if (sticking.length > 0) wide.push(`${place.title} at ${size}: ${sticking.join(", ")}`);
    }
    await page.evaluate(() => {
      localStorage.clear();
      indexedDB.deleteDatabase("soho");
    });
  }
  expect(wide).toEqual([]);
});

/** In the page: what reaches beyond the screen's right edge, innermost first, when the page can be scrolled there. */
function tooWide() {
  const edge = window.screen.width;
  if (document.scrollingElement.scrollWidth <= edge) return [];
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > edge + 0.01);
  const innermost = beyond.filter((element) => !beyond.some((other) => other !== element && element.contains(other)));
  const named = innermost.map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.slice(0, 30)}`);
  return [`${document.scrollingElement.scrollWidth} px`, ...named.slice(0, 3)];
}
