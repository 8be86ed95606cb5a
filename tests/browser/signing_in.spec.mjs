// Signing in with the code or the link of the mail, on the device that asked, which may have dropped its page meanwhile, and on
// another.

import { expect, test } from "../support/browser.mjs";
import { codeOf } from "../support/desk.mjs";
import { ANSWERS, SELF, fillGuide, receivedNumber, sendButton } from "../support/visiting.mjs";

const codeField = (page) => page.getByRole("textbox", { name: "Código de seis dígitos" });

/** On the sign-in page: asks for a code, and answers the mail that brings it. */
async function askCode(page, desk, email) {
  await page.getByRole("textbox", { name: "Correo electrónico" }).fill(email);
  await page.getByRole("button", { name: "Enviarme el código" }).click();
  await expect(codeField(page)).toBeFocused();
  return desk.mailTo(email);
}

/** Asks for a mail and reads where its button leads, below this portal. */
async function mailedPath(desk, email) {
  const known = new Set((await desk.mails()).map((mail) => mail.raw));
  const asked = await desk.stranger().post("/api/v1/session/codes", { email });
  expect(asked.status).toBe(202);
  const mail = await desk.mailTo(email, ({ raw }) => !known.has(raw));
  return /\/entrar#enlace=[\w-]+/.exec(mail.text)[0];
}

test("fault 22: opening the mail's link signs nobody in; its button does", async ({ page, desk, visitor }) => {
  const path = await mailedPath(desk, "enlace@hotel.co");
  const scanner = await visitor();
  await scanner.goto(path);
  await expect(scanner.getByRole("heading", { level: 1, name: "Un paso más" })).toBeVisible();
  await page.goto(path);
  await page.getByRole("button", { name: "Entrar en este equipo" }).click();
  await expect(page).toHaveURL(/\/mis-tickets$/);
});

test("a link that was used says so and leads to a new code", async ({ page, desk, faults }) => {
  faults.expect(/status of 401/);
  const path = await mailedPath(desk, "usado@hotel.co");
  await desk.stranger().post("/api/v1/session/links", { link: path.split("=")[1] });
  await page.goto(path);
  await page.getByRole("button", { name: "Entrar en este equipo" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "El enlace ya no sirve" })).toBeVisible();
  await page.getByRole("button", { name: "Pedir un código nuevo" }).click();
  await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toBeVisible();
});

test("pressing the button after a refused code leaves what was said of it", async ({ page, faults }) => {
  faults.expect(/status of 401/);
  await page.goto("/entrar");
  await page.getByRole("textbox", { name: "Correo electrónico" }).fill("torpe@hotel.co");
  await page.getByRole("button", { name: "Enviarme el código" }).click();
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await code.fill("12345");
  await code.press("End");
  await code.pressSequentially("6");
  await expect(page.getByText("El código no coincide")).toBeVisible();
  await page.getByRole("button", { name: "Entrar", exact: true }).click();
  await expect(page.getByText("El código no coincide")).toBeVisible();
});

test("a page dropped while its person reads their mail comes back to its code, and the same code is good", async ({ page, desk }, { project }) => {
  const email = `lee-${project.name}@hotel.co`;
  await page.goto("/entrar?volver=/mis-datos");
  const mail = await askCode(page, desk, email);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Revise su correo" })).toBeVisible();
  await expect(page.getByText(`Enviamos un código a ${email}.`)).toBeVisible();
  // Not even the address is needed to go on where one was going.
  await page.goto("/entrar");
  await codeField(page).fill(codeOf(mail));
  await expect(page).toHaveURL(/\/mis-datos$/);
});

test("whoever wants another address is asked for it, after a reload too", { tag: "@phone" }, async ({ page, desk }) => {
  await page.goto("/entrar");
  await askCode(page, desk, "otra@hotel.co");
  await page.getByRole("button", { name: "Cambiar de correo" }).click();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toBeVisible();
});

test("the mail's link, opened in another window, sends the ticket that waits, and only once", async ({ context, page, desk, faults }, { project }) => {
  faults.expect(/status of 401/);
  const [email, subject] = [`enlace-${project.name}@hotel.co`, `La auditoría nocturna se detiene en ${project.name}`];
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...SELF, email, subject });
  await sendButton(page).click();
  await expect(page.getByText("Su ticket está listo.")).toBeVisible();
  const mail = await desk.mailTo(email);
  const other = await context.newPage();
  await faults.watch(other);
  await other.goto(/\/entrar#enlace=[\w-]+/.exec(mail.text)[0]);
  await other.getByRole("button", { name: "Entrar y enviar el ticket" }).click();
  const number = await receivedNumber(other);
  await expect(page).toHaveURL(/\/mis-tickets$/);
  // The list is asked for anew whenever it is looked at again.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  const sent = await desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);
  expect(sent).toEqual([{ number: Number(number) }]);
});

test("a code that was asked for on another way sends the ticket all the same, by the link of its mail", { tag: "@phone" }, async ({ context, page, desk, faults }) => {
  faults.expect(/status of 401/);
  const [email, subject] = ["antes-del-caso@hotel.co", "El código se pidió antes de contar el caso"];
  await page.goto("/entrar?volver=/mis-datos");
  const mail = await askCode(page, desk, email);
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...SELF, email, subject });
  await sendButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Revise su correo" })).toBeVisible();
  const other = await context.newPage();
  await faults.watch(other);
  await other.goto(/\/entrar#enlace=[\w-]+/.exec(mail.text)[0]);
  await other.getByRole("button", { name: "Entrar y enviar el ticket" }).click();
  const number = await receivedNumber(other);
  const sent = await desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);
  expect(sent).toEqual([{ number: Number(number) }]);
});

test("the address on the form that is sent is mailed its code at once and once, and what looks mistyped is asked about first", { tag: "@desktop" }, async ({ page, desk, faults }, { project }) => {
  faults.expect(/status of 401/);
  let asked = 0;
  await page.route("**/api/v1/session/codes", (route) => {
    asked += 1;
    return route.continue();
  });
  const address = page.getByRole("textbox", { name: "Correo electrónico" });
  const email = `de-una-${project.name}@hotel.co`;
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...SELF, email, subject: `El cierre se detiene en ${project.name}` });
  await sendButton(page).click();
  await expect(page.getByText(`Enviamos un código a ${email}.`)).toBeVisible();
  expect((await desk.mailTo(email)).text).toMatch(/\b\d{6}\b/);
  // Going back and sending again finds the code that is on its way.
  await page.goBack();
  await sendButton(page).click();
  await expect(codeField(page)).toBeFocused();
  await page.reload();
  await expect(codeField(page)).toBeFocused();
  expect(asked).toBe(1);
  // Another address on the form is another code's; one that looks mistyped waits for its person.
  await page.goBack();
  await page.locator("#email").fill(`de-una-${project.name}@gmail.con`);
  await sendButton(page).click();
  await expect(address).toHaveValue(`de-una-${project.name}@gmail.con`);
  await expect(page.getByText("gmail.com").first()).toBeVisible();
  expect(asked).toBe(1);
});

test("the code of one ticket outlives its page too", async ({ page, desk, faults }) => {
  faults.expect(/status of 401/);
  const { number } = await desk.ticket({ by: "ana" });
  await page.goto("/seguir");
  await page.getByRole("textbox", { name: "Número del ticket" }).fill(String(number));
  const known = new Set((await desk.mails()).map((mail) => mail.raw));
  await page.getByRole("button", { name: "Enviar el código" }).click();
  const code = codeField(page);
  await expect(code).toBeFocused();
  const mail = await desk.mailTo("ana@caribe.co", ({ raw, text }) => !known.has(raw) && /\b\d{6}\b/.test(text));
  await page.goto("/seguir");
  await code.fill(codeOf(mail));
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
});
