// An administrator invites somebody, moves them, takes their access away and gives it back; and people change their own address.

import { expect, signIn, test } from "../support/browser.mjs";
import { codeOf, PEOPLE } from "../support/desk.mjs";
import { signInByMail } from "../support/visiting.mjs";

const row = (page, name) => page.getByRole("listitem").filter({ hasText: name });
const toast = (page, words) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

test("somebody is invited, presses the button of the mail's page, and is in", { tag: "@desktop" }, async ({ context, desk, faults, page, visitor }) => {
  // The invitation that was used.
  faults.expect(/status of 410/);
  await signIn(context, desk, "elena");
  await page.goto("/equipo");
  await page.getByRole("link", { name: "Personas" }).click();
  await page.getByRole("button", { name: "Invitar a alguien" }).click();
  const dialog = page.getByRole("dialog", { name: "Invitar a alguien" });
  await dialog.getByRole("textbox", { name: "Correo electrónico" }).fill("ines@hotel.example");
  await dialog.getByRole("textbox", { name: "Nombre completo" }).fill("Inés Vega");
  await dialog.getByRole("button", { name: "Enviar la invitación" }).click();
  await expect(dialog.getByText("Elija el hotel").last()).toBeVisible();
  await dialog.getByRole("combobox", { name: "Hotel" }).selectOption("Hoteles Caribe");
  await dialog.getByRole("combobox", { name: "Sede" }).selectOption("Caribe Sur");
  await dialog.getByRole("button", { name: "Enviar la invitación" }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, "ines@hotel.example")).toContainText("Hoteles Caribe (Caribe Sur)");

  await desk.mailLeaves();
  const mail = await desk.mailTo("ines@hotel.example");
  const link = new URL(/https?:\/\/\S*\/invitacion#\S+/.exec(mail.text)[0]);
  const ines = await visitor();
  await ines.goto(link.pathname + link.hash);
  await ines.reload();
  await expect(ines.getByText("Elena Sáenz le invita a entrar como usuario de un hotel, en Hoteles Caribe (Caribe Sur).")).toBeVisible();
  await expect(ines.getByText("La invitación vence el")).toBeVisible();
  await ines.getByRole("button", { name: "Aceptar y entrar" }).click();
  await expect(ines).toHaveURL(/\/mis-tickets$/);
  // Once, and no more.
  const again = await visitor();
  await again.goto(link.pathname + link.hash);
  await expect(again.getByText("Este enlace ya no sirve")).toBeVisible();
  await expect(again.getByRole("button", { name: "Aceptar y entrar" })).toHaveCount(0);
});

test("an invitation is sent again and taken back", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const elena = await desk.as("elena");
  await elena.post("/api/v1/invitations", { email: "otra@hotel.example", name: "Otra Persona", place: { role: "agent", company: null, branch: null } });
  await signIn(context, desk, "elena");
  await page.goto("/administracion/personas");
  await page.getByRole("button", { name: "Enviar otra vez: Otra Persona" }).click();
  await toast(page, "El enlace anterior ya no sirve");
  await page.getByRole("button", { name: "Retirar: Otra Persona" }).click();
  await toast(page, "Invitación retirada");
  await expect(row(page, "otra@hotel.example")).toHaveCount(0);
});

test("whoever was deactivated can't be invited, and the form says to reactivate them first", async ({ context, desk, faults, page }, { project }) => {
  faults.expect(/status of 422/);
  const email = `inactiva-${project.name}@hotel.example`;
  const them = await desk.signIn(email);
  await (await desk.as("elena")).post(`/api/v1/people/${them.me.account}/deactivation`);
  await signIn(context, desk, "elena");
  await page.goto("/administracion/personas");
  await page.getByRole("button", { name: "Invitar a alguien" }).click();
  const dialog = page.getByRole("dialog", { name: "Invitar a alguien" });
  const address = dialog.getByRole("textbox", { name: "Correo electrónico" });
  await address.fill(email);
  await dialog.getByRole("textbox", { name: "Nombre completo" }).fill("Inés Vega");
  await dialog.getByRole("combobox", { name: "Hotel" }).selectOption("Hoteles Caribe");
  await dialog.getByRole("button", { name: "Enviar la invitación" }).click();
  await expect(dialog.getByText("vuelva a activarla")).toBeVisible();
  await expect(address).toBeFocused();
  await expect(address).toHaveValue(email);
});

test("somebody is found, moved, deactivated at once and let in again", async ({ context, desk, faults, page, visitor }, { project }) => {
  // Whoever was deactivated asks who they are.
  faults.expect(/status of 401/);
  const [name, id] = project.name === "phone" ? ["Berta Cano", "berta"] : ["Luis Mora", "luis"];
  const theirs = await visitor(id);
  await theirs.goto("/mis-tickets");
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await signIn(context, desk, "elena");
  await page.goto("/administracion/personas");
  await page.getByRole("searchbox", { name: "Nombre o correo" }).fill(name);
  await page.getByRole("button", { name: "Buscar", exact: true }).click();
  const found = page.getByRole("region", { name: "Personas encontradas" }).getByRole("listitem");
  await expect(found).toHaveCount(1);
  await page.getByRole("button", { name: `Cambiar: ${name}` }).click();
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("combobox", { name: "Perfil" }).selectOption("Administrador de un hotel");
  await dialog.getByRole("button", { name: "Guardar el cambio" }).click();
  await expect(found).toContainText("Administrador de un hotel");
  await expect(page.getByRole("button", { name: `Cambiar: ${name}` })).toBeFocused();

  await page.getByRole("button", { name: `Cambiar: ${name}` }).click();
  await dialog.getByRole("button", { name: "Desactivar la cuenta" }).click();
  await dialog.getByRole("button", { name: "Sí, desactivar" }).click();
  await expect(found).toContainText("Desactivada");
  await theirs.goto("/mis-tickets");
  await expect(theirs).toHaveURL(/\/entrar/);

  await page.getByRole("button", { name: `Cambiar: ${name}` }).click();
  await dialog.getByRole("button", { name: "Volver a activar" }).click();
  await dialog.getByRole("button", { name: "Sí, activar" }).click();
  await expect(found).not.toContainText("Desactivada");
  const elena = await desk.as("elena");
  const { company, branch } = PEOPLE[id];
  await elena.ask(`/api/v1/people/${id}/place`, { method: "PUT", body: { role: "client", company, branch } });
  desk.signInAnew();
});

test("a colleague's second factor is reset after being asked twice; one's own account is another administrator's", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await desk.as("sofia");
  await signIn(context, desk, "elena");
  await page.goto("/administracion/personas");
  await page.getByRole("button", { name: "Cambiar: Sofía León" }).click();
  const dialog = page.getByRole("dialog", { name: "Sofía León" });
  await dialog.getByRole("button", { name: "Restablecer el segundo factor" }).click();
  await dialog.getByRole("button", { name: "No, volver" }).click();
  await dialog.getByRole("button", { name: "Restablecer el segundo factor" }).click();
  await dialog.getByRole("button", { name: "Sí, restablecer" }).click();
  await toast(page, "Segundo factor restablecido");
  await desk.mailLeaves();
  await desk.mailTo(PEOPLE.sofia.email, (mail) => mail.subject.includes("restableció el segundo factor"));
  await page.getByRole("button", { name: "Cambiar: Elena Sáenz" }).click();
  await expect(page.getByRole("dialog", { name: "Elena Sáenz" }).getByText("otro administrador")).toBeVisible();
  desk.signInAnew();
});

test("a hotel and its branches are added and renamed", { tag: "@desktop" }, async ({ context, desk, faults, page }) => {
  // The name that is taken.
  faults.expect(/status of 422/);
  await signIn(context, desk, "elena");
  await page.goto("/administracion/hoteles");
  const name = async (words, button) => {
    await page.getByRole("dialog").getByRole("textbox", { name: "Nombre" }).fill(words);
    await page.getByRole("dialog").getByRole("button", { name: button ?? "Guardar" }).click();
  };
  await page.getByRole("button", { name: "Agregar un hotel" }).click();
  await name("hotel andes");
  await expect(page.getByRole("dialog").getByText("Ya hay uno con ese nombre")).toBeVisible();
  await name("Posada del Río");
  await expect(page.getByRole("heading", { name: "Posada del Río" })).toBeFocused();
  await page.getByRole("button", { name: "Agregar una sede a Posada del Río" }).click();
  await name("Río Alto");
  await page.getByRole("button", { name: "Cambiar el nombre de Río Alto" }).click();
  await name("Río Bajo");
  await expect(page.getByRole("article", { name: "Posada del Río" })).toContainText("Río Bajo");
});

test("fault 16: a person changes their address with the code mailed to the new one", async ({ context, desk, page }, { project }) => {
  const email = `cambia-${project.name}@hotel.example`;
  await page.goto("/entrar");
  await signInByMail(page, desk, email);
  await expect(page.getByRole("button", { name: "Salir" })).toBeVisible();
  await page.goto("/mis-datos");
  await page.getByText("Cambiar de correo").first().click();
  const fresh = `nuevo-${project.name}@hotel.example`;
  await page.getByRole("textbox", { name: "Correo nuevo" }).fill(fresh);
  await page.getByRole("button", { name: "Enviarme el código" }).click();
  const code = page.getByRole("textbox", { name: "Código de seis dígitos" });
  await expect(code).toBeFocused();
  await code.fill(codeOf(await desk.mailTo(fresh)));
  await toast(page, "desde ahora entra con el correo nuevo");
  await expect(page.getByRole("definition").filter({ hasText: fresh })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("definition").filter({ hasText: fresh })).toBeVisible();
});

test("for an agent these pages don't exist", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "pablo");
  for (const address of ["/administracion/personas", "/administracion/hoteles"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Esta puerta no lleva a ninguna parte" })).toBeVisible();
  }
});
