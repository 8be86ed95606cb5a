// One ticket for whoever has no account, or isn't signed in here: by number and code, by a colleague's link, by confirming
// an address. Nothing opens before a button was pressed (fault 22).

import { expect, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { agree, history, followByCode, makeHandOverLink, spoken, takeOver } from "../support/visiting.mjs";

test("a number with its mailed code opens that ticket; a wrong code says so and can be corrected (R11)", async ({ desk, faults, page }) => {
  faults.expect(/status of 401/);
  const { berta } = PEOPLE;
  const { number } = await desk.ticket({ by: "berta", email: berta.email, full_name: berta.name });
  await page.goto(`/seguir?numero=${number}`);
  await expect(page.getByRole("textbox", { name: "Número del ticket" })).toHaveValue(String(number));
  await followByCode(page, desk, number, berta.email);
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
  await expect(page.getByText("En este dispositivo se ve solo este ticket.")).toBeVisible();
  // What belongs to an account alone is not offered.
  await expect(page.getByRole("button", { name: "Ya no lo necesito" })).toBeVisible();
  await expect(page.getByText("Entregar a un colega")).toHaveCount(0);
  await page.getByRole("textbox", { name: "Agregar información" }).fill("Pasa también en el restaurante.");
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await expect(history(page)).toContainText("Pasa también en el restaurante.");

  await page.goto("/seguir");
  await page.getByRole("textbox", { name: "Número del ticket" }).fill(spoken(number));
  await page.getByRole("button", { name: "Enviar el código" }).click();
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await code.fill("000000");
  await expect(code).toHaveAccessibleDescription(/código/);
  await expect(page.getByText("El código no coincide")).toBeVisible();
  await expect(code).toBeFocused();
  await expect(code).toHaveValue("");
});

test("a colleague's link asks for a name, opens the ticket, and stops once it is taken back", async ({ desk, faults, page, visitor }) => {
  faults.expect(/status of 4(01|10)/);
  const { number } = await desk.ticket({ by: "ana" });
  const ana = await visitor("ana");
  await ana.goto(`/tickets/${number}`);
  const path = await makeHandOverLink(ana);
  await page.goto(path);
  const name = page.getByRole("textbox", { name: "¿Quién recibe el turno?" });
  await page.getByRole("button", { name: "Recibir y ver el ticket" }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/Escriba su nombre/);
  await takeOver(page, "Rosa Peña");
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
  await expect(page.getByText("Le entregaron este ticket.")).toBeVisible();
  await page.goBack();
  expect(page.url(), "the secret is not in the history").not.toContain("#");

  await ana.getByRole("button", { name: "Retirar" }).click();
  await expect(ana.getByRole("status").filter({ hasText: "Retiramos el enlace" })).toBeVisible();
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("link", { name: "Entrar" }).last()).toHaveAttribute("href", `/entrar?volver=/tickets/${number}`);
  await page.goto(path);
  await name.fill("Rosa Peña");
  await agree(page);
  await page.getByRole("button", { name: "Recibir y ver el ticket" }).click();
  await expect(name).toHaveAccessibleDescription(/enlace/);
  await expect(page.getByText(/ya no sirve/)).toBeVisible();
});

test("a critical ticket sent without an account is confirmed by the button of its mail, by nothing else (R7, fault 22)", async ({ desk, page, visitor, faults }, { project }) => {
  faults.expect(/status of 4(01|10)/);
  const email = `confirma-${project.name}@hotel.example`;
  const sent = await desk.stranger().open(draft({ guest_waiting: true, email, full_name: "Marta Gil" }));
  expect(sent.status, sent.text).toBe(201);
  const { number } = sent.body;
  await desk.mailLeaves();
  const mail = await desk.mailTo(email, ({ text }) => text.includes(`/confirmar/${number}#`));
  const link = new URL(/https?:\/\/\S*\/confirmar\/\d{7}#[\w-]+/.exec(mail.text)[0]);
  const unconfirmed = async () => (await (await desk.as("pablo")).read(number)).body.unconfirmed;

  const scanner = await visitor();
  await scanner.goto(link.pathname + link.hash);
  await expect(scanner.getByRole("button", { name: "Sí, es mío" })).toBeVisible();
  expect(await unconfirmed()).toBe(true);

  await page.goto(link.pathname + link.hash);
  await page.getByRole("button", { name: "Sí, es mío" }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
  await expect(page.getByRole("heading", { name: "Qué ha pasado" })).toBeVisible();
  await expect(page.getByText("Falta confirmar su correo")).toHaveCount(0);
  expect(await unconfirmed()).toBe(false);
  await scanner.getByRole("button", { name: "Sí, es mío" }).click();
  await expect(scanner.getByText(/ya no sirve/)).toBeVisible();
});

test("whoever is signed in with its address finds a critical ticket above their list, and says there that they sent it (R7)", async ({ desk, visitor }) => {
  const { email, name } = PEOPLE.luis;
  const sent = await desk.stranger().open(draft({ guest_waiting: true, email, full_name: name, subject: "Sin facturas desde las nueve" }));
  expect(sent.status, sent.text).toBe(201);
  const { number } = sent.body;
  const page = await visitor("luis");
  await page.goto("/mis-tickets");
  const asked = page.getByRole("region", { name: "¿Lo envió usted?" });
  const line = asked.getByRole("listitem").filter({ hasText: spoken(number) });
  await expect(line).toContainText("Enviado el");
  await expect(asked, "nothing that was written in it").not.toContainText("Sin facturas");
  await line.getByRole("button", { name: "Sí, es mío" }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${number}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Sin facturas desde las nueve" })).toBeVisible();
  await page.goto("/mis-tickets");
  await expect(page.getByRole("link", { name: "Sin facturas desde las nueve" }).first()).toBeVisible();
  await expect(line).toHaveCount(0);
});
