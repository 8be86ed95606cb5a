// What people do on the portal's pages, by what they see on them.

import { expect } from "@playwright/test";

import { Authenticator } from "./authenticator.mjs";
import { codeOf } from "./desk.mjs";

/** The photo of a screen with an error, as a phone would send it. */
export const PHOTO = new URL("screen.jpg", import.meta.url).pathname;

/** The form's steps on a phone and the answers each takes, in the order of the page. */
const STEPS = [
  ["kind", "guest_waiting", "system_stopped"],
  ["application", "module", "process", "menu_path"],
  ["subject", "description", "parameters", "error_code", "photo"],
  ["full_name", "company", "email", "phone"],
];

const LABELS = {
  guest_waiting: "¿Hay un huésped o cliente esperando y no le puede facturar?",
  system_stopped: "¿El sistema está detenido?",
  application: "Aplicación",
  module: "Módulo",
  process: "Proceso",
  menu_path: "Ruta del menú",
  subject: "Asunto",
  description: "Descripción",
  parameters: "Datos que ingresó",
  error_code: "Código o mensaje de error (opcional)",
  full_name: "Nombre completo",
  company: "Hotel o empresa",
  email: "Correo electrónico",
  phone: "Teléfono de contacto",
};

/** What is asked of a client, answered well. */
export const ANSWERS = {
  guest_waiting: false,
  system_stopped: false,
  application: "SOHO Front",
  module: "Caja",
  process: "Cierre de turno",
  menu_path: "Caja > Turnos > Cierre",
  subject: "El cierre de caja no cuadra con las facturas",
  description: "Al cerrar la caja del turno de la noche el total queda por debajo de la suma de las facturas emitidas.",
  parameters: "Fecha 2026-10-12, documento FV, tercero 900123456, valor 1.250.000",
};

/** Who somebody that isn't signed in says they are. */
export const SELF = { full_name: "Rosa Prieto", company: "Hotel Tres Cruces", email: "rosa@trescruces.co", phone: "300 555 1212" };

/** The control of a field of the guide. */
export function field(page, name) {
  if (name === "application" || name === "module") return page.getByRole("combobox", { name: LABELS[name], exact: true });
  // A list where the catalogue has one for the module, else a box to write in.
  if (name === "process") return page.getByLabel(LABELS[name], { exact: true });
  if (name in { guest_waiting: 0, system_stopped: 0 }) return page.getByRole("group", { name: LABELS[name] });
  return page.getByRole("textbox", { name: LABELS[name], exact: true });
}

/** Answers one question of the form. */
export async function answer(page, name, value) {
  if (name === "kind") return page.getByRole("radio", { name: value }).check();
  if (name === "photo") return page.getByLabel("Agregar fotos").setInputFiles(value);
  const control = field(page, name);
  if (typeof value === "boolean") return control.getByRole("radio", { name: value ? "Sí" : "No" }).check();
  // What the answer before leads to, as a list of its processes to a module, is drawn after that answer itself.
  await painted(page);
  if (await control.evaluate((element) => element.localName === "select")) {
    await control.selectOption(value);
  } else {
    await control.fill(value);
    await control.blur();
  }
}

/** Goes to the form's next step, where the form has steps. */
export async function goOn(page) {
  const on = page.getByRole("button", { name: "Continuar" });
  await expect(on.or(sendButton(page))).toBeVisible();
  if (await on.isVisible()) await on.click();
}

/** What a critical case may leave open, folded up there. */
const DETAILS = ["process", "menu_path", "parameters", "error_code"];

/**
 * Fills the form in, step by step where it has steps, and stops before the button that sends. A critical case asks where and
 * what on one step, and of it only what can't be left open.
 */
export async function fillGuide(page, answers) {
  await expect(page.getByRole("heading", { level: 1, name: "Cuéntenos qué pasa" })).toBeVisible();
  let critical = false;
  for (const [place, names] of STEPS.entries()) {
    for (const name of names) {
      if (name in answers && !(critical && DETAILS.includes(name))) await answer(page, name, answers[name]);
    }
    if (place === 0) await painted(page);
    if (place === 0) critical = await page.getByText("Su caso es crítico").isVisible();
    if (place < STEPS.length - 1 && !(critical && place === 1)) await goOn(page);
  }
  await agree(page);
}

/** Waits for the next frame, and what was to be done after it. */
const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** The box to agree to the use of one's data; whoever agreed before has none. */
export const consentBox = (page) => page.getByRole("checkbox", { name: /^Autorizo a SOHO/ });

/** Agrees, where one is asked. */
export async function agree(page) {
  if (await consentBox(page).isVisible()) await consentBox(page).check();
}

/** The button that sends the form. */
export const sendButton = (page) => page.getByRole("button", { name: "Enviar ticket" });

/** The number of the receipt that the page shows. */
export async function receivedNumber(page) {
  await expect(page.getByRole("heading", { level: 1, name: "Recibimos su ticket" })).toBeVisible();
  return /\/recibido\/(\d{7})$/.exec(page.url())[1];
}

/**
 * On the sign-in page: asks for a code, reads it in the mail that brings it, and types it. One of staff shows their second
 * factor then, and sets it up the first time, unless `factor` is false.
 */
export async function signInByMail(page, desk, email, { factor = true } = {}) {
  await askForCode(page, desk, email);
  if (!factor || !email.endsWith("@soho.co")) return;
  if (!desk.authenticator(email)) return enrolOnPage(page, desk, email);
  await page.getByRole("textbox", { name: "Código de la aplicación" }).fill(await desk.authenticator(email).code());
}

/** On the page of the second factor: sets it up with what the page tells the application, and keeps the recovery codes. */
export async function enrolOnPage(page, desk, email) {
  const authenticator = new Authenticator((await page.locator(".factor-secret").textContent()).replaceAll(" ", ""));
  await page.getByRole("textbox", { name: "Código de la aplicación" }).fill(await authenticator.code());
  const codes = page.getByRole("list", { name: "Códigos de recuperación" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  authenticator.recoveryCodes = await codes.allTextContents();
  desk.enrolled(email, authenticator);
  await page.getByRole("button", { name: "Ya los guardé" }).click();
}

/** On the sign-in page: asks for a code, reads it in the mail that brings it, and types it. */
export async function askForCode(page, desk, email) {
  const known = await mailsSoFar(desk);
  const address = page.getByRole("textbox", { name: "Correo electrónico" });
  await address.fill(email);
  await page.getByRole("button", { name: "Enviarme el código" }).click();
  await typeMailedCode(page, desk, email, known);
}

/** Sends a form without being signed in: a code is mailed at once to the address on it. Reads and types it. */
export async function sendAndSignIn(page, desk, email) {
  const known = await mailsSoFar(desk);
  await sendButton(page).click();
  await expect(page.getByText("Su ticket está listo.")).toBeVisible();
  await typeMailedCode(page, desk, email, known);
}

const mailsSoFar = async (desk) => new Set((await desk.mails()).map((mail) => mail.raw));

async function typeMailedCode(page, desk, email, known) {
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await expect(code).toBeFocused();
  await code.fill(codeOf(await desk.mailTo(email, (mail) => !known.has(mail.raw) && /\b\d{6}\b/.test(mail.text))));
}

/** A Tuesday's ten at night. */
export const atNight = (context) => tellTheHour(context, "2030-01-09T03:00:00Z");

/** A Tuesday's ten in the morning. */
export const inHours = (context) => tellTheHour(context, "2030-01-08T15:00:00Z");

/** Asks for a code with a ticket's number on `/seguir`, reads it in the mail, and types it. */
export async function followByCode(page, desk, number, email) {
  const known = new Set((await desk.mails()).map((mail) => mail.raw));
  await page.getByRole("textbox", { name: "Número del ticket" }).fill(spoken(number));
  await expect(page.getByText("El número está bien escrito.")).toBeVisible();
  await page.getByRole("button", { name: "Enviar el código" }).click();
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await expect(code).toBeFocused();
  await code.fill(codeOf(await desk.mailTo(email, (mail) => !known.has(mail.raw) && mail.text.includes(spoken(number)) && /\d{6}$/.test(mail.subject))));
}

/** On a ticket's page: makes a link for a colleague, and answers its path with the secret. */
export async function makeHandOverLink(page) {
  await page.getByText("Entregar a un colega").click();
  await page.getByRole("button", { name: "Crear enlace" }).click();
  const shown = page.locator(".hand-over-address").filter({ hasText: "/entrega/" });
  await expect(shown).toBeVisible();
  const { pathname, hash } = new URL(await shown.textContent());
  return pathname + hash;
}

/** On the page of such a link: takes the ticket over under a name. */
export async function takeOver(page, name) {
  await page.getByRole("textbox", { name: "¿Quién recibe el turno?" }).fill(name);
  await agree(page);
  await page.getByRole("button", { name: "Recibir y ver el ticket" }).click();
  await expect(page.getByRole("heading", { name: "Qué ha pasado" })).toBeVisible();
}

/** The history of a ticket on its page, for either side. */
export const history = (page) => page.getByRole("list", { name: "Historia del caso" });

/** Tells the portal what the server's clock says, for it is the machine's; whether somebody attends then it reckons itself. */
export async function tellTheHour(context, now, adjustments = { added: {}, removed: [] }) {
  const json = { now, open: false, until: now, support_line: "+573330333522", adjustments };
  await context.unroute("**/api/v1/attention");
  await context.route("**/api/v1/attention", (route) => route.fulfill({ json }));
}

/** A number as people read it aloud: "482 193 7". */
export const spoken = (number) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;

/** "martes 21 de julio, 3:30 p. m.", reckoned apart from the portal, with the year when it is not this one. */
export function asPeopleSay(instant) {
  const at = new Date(instant);
  const part = (options) => new Intl.DateTimeFormat("es-CO", { timeZone: "America/Bogota", ...options }).format(at);
  const year = part({ year: "numeric" });
  const now = new Intl.DateTimeFormat("es-CO", { timeZone: "America/Bogota", year: "numeric" }).format(new Date());
  const day = `${part({ weekday: "long" })} ${part({ day: "numeric" })} de ${part({ month: "long" })}`;
  const [hour, minute] = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).split(":").map(Number);
  const clock = `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "a." : "p."} m.`;
  return `${day}${year === now ? "" : ` de ${year}`}, ${clock}`;
}

/** A pattern for words in which spaces may be of any width. */
export const loosely = (words) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s+"));

/** Opens a page and waits until the device keeps the portal, with the parts that come at the first sign of a person. */
export async function install(page, address = "/") {
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(async () => (await keptFiles(page)).includes("/api/v1/catalogue")).toBe(true);
  await expect.poll(async () => (await keptFiles(page)).filter((name) => /\/(short|telling|following)-/.test(name)).length).toBe(3);
}

/** The addresses of all that the device keeps of the portal. */
export const keptFiles = (page) =>
  page.evaluate(async () => {
    const names = [];
    for (const cache of await caches.keys()) {
      for (const request of await (await caches.open(cache)).keys()) names.push(new URL(request.url).pathname);
    }
    return names;
  });

/** Loads all pages of the queue: what was just opened falls due last, after all that other tests left open. */
export async function loadQueue(page) {
  const links = page.getByRole("table").getByRole("link");
  const more = page.getByRole("button", { name: "Cargar más" });
  await expect(links.first()).toBeVisible();
  while (await more.isVisible()) {
    const shown = await links.count();
    await more.click();
    await expect.poll(() => links.count()).toBeGreaterThan(shown);
  }
}
