// What a hotel comes for, each way from its first touch to its end, on the screens of two common telephones. Without signal
// is in outbox.spec.mjs and form.spec.mjs.

import { expect, signIn, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { isTicketNumber } from "../support/guide.mjs";
import * as visiting from "../support/visiting.mjs";

const { ANSWERS, asPeopleSay, history, loosely, spoken } = visiting;

/** The first screen, as a hand finds it. */
async function open(page, link) {
  await page.goto("/");
  await page.getByRole("link", { name: link }).tap();
}

test("something fails: from the first screen to a number, its instants and what comes next, with a photo (R3, R22)", { tag: "@journey" }, async ({ desk, page, faults }, { project }) => {
  // Whoever never signed in here is asked who they are when they send.
  faults.expect(/status of 401 .*\/api\/v1\/(session|tickets)\)/);
  const email = `noche-${project.name}@hotel.example`;
  await open(page, "Algo falla o muestra un error");
  await visiting.fillGuide(page, {
    ...ANSWERS, photo: visiting.PHOTO, full_name: "Marta Gil", company: "Hotel del Puerto", email, phone: "300 765 4321",
  });
  await visiting.sendAndSignIn(page, desk, email);
  const number = await visiting.receivedNumber(page);
  const main = page.getByRole("main");
  await expect(main).toContainText(loosely(spoken(number)));
  const { promises } = (await (await desk.signIn(email)).read(number)).body;
  expect(promises.length).toBeGreaterThan(0);
  for (const { due } of promises) await expect(main).toContainText(loosely(asPeopleSay(due)));
  await expect(page.getByRole("heading", { name: "Qué sigue" })).toBeVisible();
  await expect(page.getByText("Enviada")).toBeVisible();
});

test("a guest is waiting, in hours: two questions, a critical ticket, and who has it (R7)", { tag: "@journey" }, async ({ context, desk, page, faults }, { project }) => {
  // Nobody is signed in: the page asks all the same.
  faults.expect(/status of 401 .*\/api\/v1\/session\)/);
  await visiting.inHours(context);
  await open(page, "Hay un huésped esperando");
  await visiting.answer(page, "guest_waiting", true);
  await page.getByRole("link", { name: "Registrar el ticket" }).tap();
  await expect(page.getByText("Su caso es crítico: el equipo lo recibe marcado así.")).toBeVisible();
  const { guest_waiting, ...answers } = ANSWERS;
  const who = { full_name: "Marta Gil", company: "Hotel del Puerto", email: `espera-${project.name}@hotel.example`, phone: "300 765 4321" };
  await page.getByRole("radio", { name: "Algo falla o muestra un error" }).check();
  await visiting.fillGuide(page, { ...answers, ...who });
  await visiting.sendButton(page).tap();
  const number = await visiting.receivedNumber(page);
  await page.getByRole("link", { name: "Ver el ticket" }).tap();
  await expect(page.locator(".critical")).toBeVisible();
  await (await desk.as("pablo")).act(number, "take");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(history(page)).toContainText(`${PEOPLE.pablo.name} tomó el caso y lo está analizando.`);
  await expect(page.getByRole("complementary").locator("dl").first()).toContainText(PEOPLE.pablo.name);
});

test("a guest is waiting, out of hours: the call comes first, with a number to say and what else to say (R13)", { tag: "@journey" }, async ({ context, desk, page }) => {
  await visiting.atNight(context);
  await open(page, "Hay un huésped esperando");
  await visiting.answer(page, "guest_waiting", true);
  const call = page.getByRole("main").getByRole("link", { name: /Llamar al/ });
  await expect(call).toHaveAttribute("href", "tel:+573330333522");
  const said = await page.getByText(/^\d{3} \d{3} \d$/).textContent();
  const number = said.replaceAll(" ", "");
  expect(isTicketNumber(number)).toBe(true);
  expect((await (await desk.as("pablo")).get(`/api/v1/reservations/${number}`)).status).toBe(200);
  await expect(page.getByText("Su nombre y el nombre del hotel.")).toBeVisible();
  const [first, then] = [await call.boundingBox(), await page.getByRole("link", { name: "Dejarlo también por escrito" }).boundingBox()];
  expect(first.y, "the call stands above the form").toBeLessThan(then.y);
});

test("what happened to my ticket: by the mail's link, by number and code, and handed to a colleague (R11)", { tag: "@journey" }, async ({ desk, page, visitor, faults }, { project }) => {
  // Whoever comes with a link alone is asked who they are.
  faults.expect(/status of 401/);
  const { luis, sofia } = PEOPLE;
  const subject = `El inventario del bar no baja en ${project.name}`;
  const { number, promises } = await desk.ticket({ by: "luis", subject, email: luis.email, full_name: luis.name });
  await (await desk.as("sofia")).act(number, "take");
  await (await desk.as("sofia")).act(number, "reply", { body: "Estamos comparando el kárdex con las comandas." });
  const told = (on) => Promise.all([
    expect(on.getByRole("heading", { level: 1, name: subject })).toBeVisible(),
    expect(history(on)).toContainText(`${sofia.name} tomó el caso y lo está analizando.`),
    expect(history(on)).toContainText("Estamos comparando el kárdex"),
    expect(on.getByRole("main")).toContainText(loosely(asPeopleSay(promises.at(-1).due))),
    expect(on.getByRole("textbox", { name: "Agregar información" })).toHaveCount(1),
  ]);

  await test.step("the mail's link asks who one is, once, and leads to the ticket", async () => {
    await desk.mailLeaves();
    const mail = await desk.mailTo(luis.email, ({ text }) => text.includes(`/tickets/${number}`));
    await page.goto(new URL(new RegExp(`https?://\\S*/tickets/${number}`).exec(mail.text)[0]).pathname);
    await visiting.signInByMail(page, desk, luis.email);
    await told(page);
    await page.getByText("¿Cómo se calculó?").first().tap();
    await expect(page.getByText("Tiempo de atención").first()).toBeVisible();
  });

  await test.step("the number and a mailed code show the same without an account", async () => {
    const other = await visitor();
    await other.goto("/");
    await other.getByRole("link", { name: "Seguirlo con su número" }).tap();
    await visiting.followByCode(other, desk, number, luis.email);
    await told(other);
    await expect(other.getByText("En este dispositivo se ve solo este ticket.")).toBeVisible();
  });

  await test.step("a colleague takes it over with a link, answers, and stands in the history by name", async () => {
    const path = await visiting.makeHandOverLink(page);
    const night = await visitor();
    await night.goto(path);
    await visiting.takeOver(night, "Rosa Peña");
    await told(night);
    await night.getByRole("textbox", { name: "Agregar información" }).fill("Esta noche pasó dos veces más.");
    await night.getByRole("button", { name: "Enviar respuesta" }).tap();
    await expect(history(night)).toContainText("Esta noche pasó dos veces más.");
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    const said = history(page).getByRole("listitem").filter({ hasText: "Esta noche pasó dos veces más." });
    await expect(said).toContainText("Rosa Peña");
  });
});

test("they can't reach me: the ledger, when it closes, and one touch to answer (R18)", { tag: "@journey" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis", subject: "El reporte de ocupación sale en blanco" });
  const sofia = await desk.as("sofia");
  await sofia.act(number, "take");
  await sofia.act(number, "ask_for_information", { missing: ["images"], body: "¿Nos envía una foto de la pantalla?" });
  await sofia.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });
  const { body } = await sofia.act(number, "log_contact_attempt", { channel: "phone", outcome: "busy" });
  await signIn(context, desk, "luis");
  await page.goto("/mis-tickets");
  const card = page.getByRole("article").filter({ hasText: loosely(spoken(number)) });
  await expect(card).toContainText("Le toca a usted");
  await expect(card).toContainText(loosely(asPeopleSay(body.closes_at)));
  await card.getByRole("link").tap();
  await expect(page.getByRole("heading", { name: "Hemos intentado comunicarnos: 2 de 9" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(loosely(`el caso se cierra el ${asPeopleSay(body.closes_at)}`));
  const box = page.getByRole("textbox", { name: "Su respuesta" });
  await box.tap();
  await expect(box).toBeFocused();
  await box.fill("Es todo el mes de octubre.");
  await page.getByRole("button", { name: "Enviar respuesta" }).tap();
  await expect(page.getByText("Recibimos su respuesta.")).toBeVisible();
  await expect(page.getByRole("heading", { name: /Hemos intentado comunicarnos/ })).toHaveCount(0);
  expect((await sofia.read(number)).body).toMatchObject({ closes_at: null, attempts: 0 });
});
