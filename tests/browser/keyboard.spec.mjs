// An agent's morning without the mouse.

import { expect, signIn, test } from "../support/browser.mjs";
import { history, loadQueue, spoken } from "../support/visiting.mjs";

test("the queue, a ticket and everything said in it by keyboard alone", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const numbers = [];
  for (const subject of ["No imprime la comanda de la cocina", "No abre la caja del bar de la terraza", "El planning no muestra la habitación 12"]) {
    numbers.push((await desk.ticket({ by: "berta", subject })).number);
  }
  await signIn(context, desk, "sofia");
  await page.goto("/equipo");
  const press = (key) => page.keyboard.press(key);
  const links = page.getByRole("table").getByRole("link");
  await expect(links.first()).toBeVisible();
  expect(await links.count()).toBeGreaterThanOrEqual(3);
  await loadQueue(page);

  await test.step("? shows the keys, Escape leaves", async () => {
    await press("?");
    await expect(page.getByRole("dialog", { name: "Teclas" })).toBeVisible();
    await press("j");
    await press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("row", { selected: true })).toHaveCount(0);
  });

  await test.step("j and k move through the rows, and say where", async () => {
    await press("j");
    await expect(links.nth(0)).toBeFocused();
    await press("j");
    await expect(links.nth(1)).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: /^2 de \d+\. / })).toHaveCount(1);
    await press("k");
    await expect(links.nth(0)).toBeFocused();
  });

  await test.step("/ filters, Enter goes to the first row that is left, Enter opens it", async () => {
    await press("/");
    const search = page.getByRole("searchbox");
    await expect(search).toBeFocused();
    await page.keyboard.type("habitacion 12");
    await expect(links).toHaveCount(1);
    await press("Enter");
    await expect(links.first()).toBeFocused();
    await press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "El planning no muestra la habitación 12" })).toBeFocused();
  });

  await test.step("t takes it", async () => {
    await press("t");
    await expect(history(page)).toContainText("Usted tomó el caso y lo está analizando.");
  });

  const box = (name) => page.getByRole("textbox", { name, exact: true });
  const write = async (key, name, words) => {
    await press(key);
    await expect(box(name)).toBeFocused();
    await page.keyboard.type(words);
    await press("Control+Enter");
    await expect(history(page)).toContainText(words);
  };

  await test.step("r answers, n notes, i asks", async () => {
    await write("r", "Responder", "Buen día, lo estoy revisando con su planning.");
    await write("n", "Nota interna", "El filtro de plantas está en la versión 7.2");
    await expect(history(page).getByRole("listitem").filter({ hasText: "versión 7.2" })).toContainText("Nota interna");
    await write("i", "Pedir información", "¿En qué planta está la habitación?");
  });

  await test.step("c and a digit log a call", async () => {
    await press("c");
    const panel = page.getByRole("dialog", { name: "Registrar contacto" });
    await expect(panel).toBeVisible();
    await press("2");
    await expect(panel.getByRole("radio", { name: "Ocupado o apagado" })).toBeChecked();
    await press("Enter");
    await expect(panel).toBeHidden();
    await expect(history(page)).toContainText("Llamada: la línea estaba ocupada o apagada.");
  });

  await test.step("a gives it to somebody else", async () => {
    await press("a");
    const panel = page.getByRole("dialog", { name: "Asignar" });
    await expect(panel).toBeVisible();
    await page.keyboard.type("Pablo");
    await press("Tab");
    await press("Space");
    await press("Enter");
    await expect(panel).toBeHidden();
    await expect(history(page)).toContainText("Usted asignó el caso a Pablo Ruiz.");
  });

  await test.step("s solves it, and the way on has the focus", async () => {
    await write("s", "Dar la solución", "Quite el filtro de plantas y vuelva a abrir el planning.");
    await expect(page.getByRole("link", { name: /Siguiente ticket|Volver a la cola/ })).toBeFocused();
  });

  await test.step("g q goes back to the queue, # finds a dictated number", async () => {
    await press("g");
    await press("q");
    await expect(page.getByRole("searchbox")).toBeVisible();
    await press("#");
    const panel = page.getByRole("dialog", { name: "Número" });
    await expect(panel).toBeVisible();
    await page.keyboard.type(spoken(numbers[0]));
    await expect(panel).toContainText("No imprime la comanda de la cocina");
    await press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "No imprime la comanda de la cocina" })).toBeFocused();
  });
});

test("the list of keys tells those that its reader has", { tag: "@desktop" }, async ({ context, desk, page }) => {
  for (const [who, calls] of [["diego", 0], ["sofia", 1]]) {
    await signIn(context, desk, who);
    await page.goto("/equipo");
    await expect(page.getByRole("table").or(page.locator(".empty")).first()).toBeVisible();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Teclas" });
    await expect(keys.getByText("Volver a la cola")).toBeVisible();
    await expect(keys.getByText("Registrar una llamada")).toHaveCount(calls);
  }
});

test("keys are letters while somebody writes, and can be turned off (WCAG 2.1.4)", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "berta" });
  await signIn(context, desk, "sofia");
  await page.goto(`/equipo/tickets/${number}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("r");
  const box = page.getByRole("textbox", { name: "Responder", exact: true });
  await expect(box).toBeFocused();
  await page.keyboard.type("tranquila, ac? #n");
  await expect(box).toHaveValue("tranquila, ac? #n");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Usar teclas de una sola letra" }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await (await desk.as("sofia")).read(number)).body.status).toBe("received");
});
