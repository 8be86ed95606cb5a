// Outside attention hours a critical case goes by phone, with a number that waits for the call (R13).

import { expect, signIn, test } from "../support/browser.mjs";
import { answer, field } from "../support/visiting.mjs";

/** The system's clock is the machine's; what it says of the hour is told as at night. */
async function atNight(context) {
  await context.route("**/api/v1/attention", async (route) => {
    const response = await route.fetch();
    const json = { ...(await response.json()), open: false, until: "2030-01-08T13:00:00Z" };
    await route.fulfill({ response, json });
  });
}

const said = (page) => page.getByText(/^\d{3} \d{3} \d$/);

test("a guest who waits at night gets a number, the line to call, and keeps both (R13)", { tag: "@phone" }, async ({ context, page }) => {
  await atNight(context);
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByRole("link", { name: /Llamar al/ })).toHaveAttribute("href", "tel:+573330333522");
  const number = await said(page).textContent();
  await expect(page.getByText("si además lo deja por escrito, ese ticket recibe otro número")).toBeVisible();
  await page.reload();
  await answer(page, "guest_waiting", true);
  await expect(said(page)).toHaveText(number);
});

test("without signal the call button is there all the same (R13)", { tag: "@phone" }, async ({ context, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await atNight(context);
  await context.route("**/api/v1/reservations", (route) => route.abort());
  await page.goto("/huesped");
  await answer(page, "guest_waiting", true);
  await expect(page.getByRole("link", { name: /Llamar al/ })).toBeVisible();
  await expect(said(page)).toHaveCount(0);
});

test("who calls about a ticket there is gets its status and nothing more, unless it is critical (R10)", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  faults.expect(/404 .*\/reservations\/\d{7}/);
  const calm = await desk.ticket({ by: "ana" });
  const critical = await desk.ticket({ by: "ana", guest_waiting: true });
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  const dictated = page.getByRole("textbox", { name: "¿Le dictan un número?" });
  await dictated.pressSequentially(String(calm.number));
  await expect(page.getByText(/dígale el estado y nada más: «Recibido\./)).toBeVisible();
  await dictated.fill(String(critical.number));
  await expect(page.getByText(/Es crítico: a quien llama atiéndalo/)).toBeVisible();
  await page.getByRole("link", { name: "Abrir el ticket" }).click();
  await expect(page).toHaveURL(new RegExp(`/equipo/tickets/${critical.number}$`));
});

test("the agent who hears the number has what was typed, and the ticket gets it (R10, R13)", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const draft = { full_name: "Marta Gil", company: "Hoteles Caribe", guest_waiting: true };
  const { number } = (await desk.stranger().write("/api/v1/reservations", { draft })).body;
  await signIn(context, desk, "pablo");
  await page.goto("/equipo/llamada");
  await page.getByRole("textbox", { name: "¿Le dictan un número?" }).pressSequentially(number);
  await expect(page.getByText("Número reservado")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Nombre completo" })).toHaveValue("Marta Gil");
  await expect(field(page, "guest_waiting").getByRole("radio", { name: "Sí" })).toBeChecked();
  await page.reload();
  await expect(page.getByText("Número reservado")).toBeVisible();
});
