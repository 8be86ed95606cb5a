// Two windows with the same draft or answer: neither writes over the other unseen, and one sends it once.

import { expect, signIn, test } from "../support/browser.mjs";
import { ANSWERS, fillGuide, receivedNumber, sendButton } from "../support/visiting.mjs";

const ticketsAbout = (desk, subject) =>
  desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);

test("two windows that write one draft show the same words, and once it was sent the other says so", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  await signIn(context, desk, "luis");
  const subject = "La caja del salón no abre el turno de la mañana";
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject });
  await page.waitForTimeout(300);
  const other = await context.newPage();
  await faults.watch(other);
  await other.goto("/nuevo");
  await expect(other.locator("#subject")).toHaveValue(subject);
  await other.locator("#process").fill("Apertura de turno");
  await expect(page.locator("#process")).toHaveValue("Apertura de turno");
  await expect(page.getByText("Este borrador está abierto también en otra ventana.")).toBeVisible();
  await page.locator("#menu_path").fill("Caja > Turnos > Apertura");
  await expect(other.locator("#menu_path")).toHaveValue("Caja > Turnos > Apertura");
  await expect(other.locator("#process")).toHaveValue("Apertura de turno");
  await sendButton(page).click();
  await receivedNumber(page);
  await sendButton(other).click();
  await expect(other.getByRole("alert").filter({ hasText: "otra ventana" })).toBeFocused();
  await expect(other.locator("#subject")).toHaveValue(subject);
  expect(await ticketsAbout(desk, subject)).toHaveLength(1);
});

test("an answer written in two windows is one answer", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  const { number } = await desk.ticket({ by: "luis" });
  await signIn(context, desk, "luis");
  const box = (page) => page.getByRole("textbox", { name: "Agregar información" });
  await page.goto(`/tickets/${number}`);
  await expect(box(page)).toBeVisible();
  const other = await context.newPage();
  await faults.watch(other);
  await other.goto(`/tickets/${number}`);
  await box(other).pressSequentially("Pasa también con el turno de la tarde");
  await expect(box(page)).toHaveValue("Pasa también con el turno de la tarde");
  await box(page).press("End");
  await box(page).pressSequentially(", desde ayer");
  await expect(box(other)).toHaveValue("Pasa también con el turno de la tarde, desde ayer");
});

test("two windows that list what is not sent list the same", { tag: "@desktop" }, async ({ context, page, faults }) => {
  const subject = "La lista de pendientes se ve en dos ventanas";
  const line = (page) => page.getByRole("listitem").filter({ hasText: subject });
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject });
  await page.waitForTimeout(300);
  await page.goto("/pendientes");
  await expect(line(page)).toBeVisible();
  const other = await context.newPage();
  await faults.watch(other);
  await other.goto("/pendientes");
  await line(other).getByRole("button", { name: "Borrar" }).click();
  await line(other).getByRole("button", { name: "Borrar" }).click();
  await expect(line(other)).toHaveCount(0);
  await expect(line(page)).toHaveCount(0);
});
