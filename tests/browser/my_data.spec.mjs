// One's own data (Ley 1581 de 2012): a copy, a question with its due instant, an answer from the administrators' desk, and the end.

import { readFile } from "node:fs/promises";

import { expect, signIn, test } from "../support/browser.mjs";
import { startDesk } from "../support/desk.mjs";
import { asPeopleSay, loosely } from "../support/visiting.mjs";

test("a person finds what is kept, takes a copy, asks, and reads the answer", async ({ context, desk, page, visitor, faults }) => {
  faults.expect(/status of 409/);
  const question = `¿Qué saben de mí, en el ${test.info().project.name}?`;
  await signIn(context, desk, "luis");
  const { number } = await desk.ticket({ by: "luis" });
  await page.goto("/privacidad");
  await page.getByRole("link", { name: "Ver y pedir mis datos" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Mis datos" })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "luis@caribe.co" })).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar mis datos" }).click()]);
  const copy = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(copy.tickets.map((ticket) => ticket.number)).toContain(number);

  await page.getByRole("button", { name: "Enviar la solicitud" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Revise estos datos" })).toContainText("Elija si es una consulta o un reclamo.");
  await page.getByRole("radio", { name: /Consulta/ }).check();
  await page.getByLabel("Cuéntenos").fill(question);
  await expect(page.getByText("Si la envía ahora")).toBeVisible();
  await page.getByRole("button", { name: "Enviar la solicitud" }).click();
  const mine = page.getByRole("article").filter({ hasText: question });
  await expect(mine).toContainText("Por responder");
  const luis = await desk.as("luis");
  const asked = (await luis.get("/api/v1/me/data-requests")).body.requests.find(({ body }) => body === question);
  await expect(mine).toContainText(loosely(asPeopleSay(asked.due.due)));
  await mine.getByText("¿Cómo se calculó?").click();
  await expect(mine.locator(".reckoning__total")).toBeVisible();

  // While it waits there is somebody to answer to, so nothing is erased; the refusal is kind and says what is open.
  await page.getByRole("button", { name: "Borrar mis datos" }).click();
  const dialog = page.getByRole("dialog", { name: "¿Borrar sus datos?" });
  await dialog.getByRole("button", { name: "Sí, borrar mis datos" }).click();
  await expect(dialog).toContainText("Marque la casilla");
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Sí, borrar mis datos" }).click();
  await expect(dialog.getByRole("link", { name: "Ver mis tickets" })).toBeVisible();
  await dialog.getByRole("button", { name: "No, dejarlos" }).click();

  const elena = await visitor("elena", { viewport: { width: 1440, height: 900 } });
  await elena.goto("/administracion/datos");
  const waiting = elena.getByRole("article").filter({ hasText: question });
  await waiting.getByText("Ampliar el plazo").first().click();
  await waiting.getByLabel("Motivo").fill("Falta un dato del hotel");
  await waiting.getByRole("button", { name: "Ampliar el plazo" }).click();
  await expect(waiting).toContainText("Falta un dato del hotel");
  await expect(waiting.getByText("Ampliar el plazo")).toHaveCount(0);
  await waiting.getByRole("button", { name: "Responder" }).click();
  await expect(waiting.getByRole("alert")).toContainText("Escriba el texto");
  await waiting.getByLabel("Respuesta").fill("Su nombre, su correo y sus tickets.");
  await waiting.getByRole("button", { name: "Responder" }).click();
  const history = elena.getByRole("region", { name: "Respondidas" });
  await expect(history.getByRole("article").filter({ hasText: question })).toContainText("Respondida a tiempo");

  await page.reload();
  await expect(mine).toContainText("Su nombre, su correo y sus tickets.");
});

test("the desk's list of requests goes on page after page, and what is being written stays", { tag: "@desktop" }, async ({ context, desk, page }) => {
  const question = "¿Desde cuándo tienen mi número?";
  const { id } = (await (await desk.as("gloria")).write("/api/v1/me/data-requests", { kind: "inquiry", body: question })).body;
  await desk.rows(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    INSERT INTO data_request (id, account_id, kind, body, received_at, answered_at, answer)
    SELECT 'antigua' || i, 'berta', 'inquiry', 'Una de antes', '2026-01-13T15:00:00Z', '2026-01-14T15:00:00Z', 'Esto' FROM n`);
  await signIn(context, desk, "elena");
  await page.goto("/administracion/datos");
  const box = page.getByRole("article").filter({ hasText: question }).getByLabel("Respuesta");
  await box.fill("Desde que abrió su primer ticket.");
  const [answered, more] = [page.getByRole("region", { name: "Respondidas" }).getByRole("article"), page.getByRole("button", { name: "Ver más" })];
  const [{ all }] = await desk.rows('SELECT count(*) AS "all" FROM data_request WHERE answered_at IS NOT NULL');
  expect(await answered.count()).toBeLessThan(all);
  await more.click();
  await expect(answered).toHaveCount(all);
  await expect(more).toHaveCount(0);
  await expect(box).toHaveValue("Desde que abrió su primer ticket.");
  await (await desk.as("elena")).post(`/api/v1/data-requests/${id}/answer`, { body: "Desde que abrió su primer ticket." });
});

test("more time for a request leaves what is written of its answer, and as many below as were shown", { tag: "@desktop" }, async ({ visitor }) => {
  const own = await startDesk();
  try {
    const [body, half] = ["¿A quién le han dado mi teléfono?", "A nadie fuera de SOHO"];
    await (await own.as("gloria")).write("/api/v1/me/data-requests", { kind: "inquiry", body });
    await own.rows(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
      INSERT INTO data_request (id, account_id, kind, body, received_at, answered_at, answer)
      SELECT 'antigua' || i, 'berta', 'inquiry', 'Una de antes', '2026-01-13T15:00:00Z', '2026-01-14T15:00:00Z', 'Esto' FROM n`);
    const page = await visitor();
    await signIn(page.context(), own, "elena");
    await page.goto(`${own.origin}/administracion/datos`);
    const more = page.getByRole("button", { name: "Ver más" });
    const answered = page.getByRole("region", { name: "Respondidas" }).getByRole("article");
    for (const shown of [99, 120]) {
      await more.click();
      await expect(answered).toHaveCount(shown);
    }
    const asked = page.getByRole("article").filter({ hasText: body });
    await asked.getByLabel("Respuesta").fill(half);
    await asked.locator("summary", { hasText: "Ampliar el plazo" }).click();
    await asked.getByLabel("Motivo").fill("Falta revisar el archivo");
    await asked.getByRole("button", { name: "Ampliar el plazo" }).click();
    await expect(asked.getByText("Falta revisar el archivo")).toBeVisible();
    await expect(asked.getByLabel("Motivo")).toHaveCount(0);
    await expect(asked.getByLabel("Respuesta")).toHaveValue(half);
    await expect(answered).toHaveCount(120);
    await asked.getByRole("button", { name: "Responder" }).click();
    await expect(answered).toHaveCount(121);
  } finally {
    await own.stop();
  }
});

test("who has nothing open erases their data, and the device forgets them", async ({ context, desk, page, faults }) => {
  faults.expect(/status of 401/);
  const email = `adios-${test.info().project.name}@posada.co`;
  const who = await desk.signIn(email);
  const [name, value] = who.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: desk.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" }]);
  await page.goto("/mis-datos");
  await page.getByRole("button", { name: "Borrar mis datos" }).click();
  const dialog = page.getByRole("dialog", { name: "¿Borrar sus datos?" });
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "Sí, borrar mis datos" }).click();
  await expect(page.getByText("Borramos sus datos y cerramos su sesión.")).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  expect((await who.get("/api/v1/session")).status).toBe(401);
});

test("the record is searched, and taken along as a file", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await (await desk.as("gloria")).get("/api/v1/me/data");
  await signIn(context, desk, "elena");
  await page.goto("/equipo");
  await page.getByRole("link", { name: "Registro" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registro" })).toBeVisible();
  await page.getByLabel("Quién").fill("gloria");
  await page.getByLabel("Qué se hizo").selectOption("data_exported");
  await page.getByRole("button", { name: "Buscar" }).click();
  const found = page.getByRole("region", { name: "Lo encontrado" }).getByRole("listitem");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("Gloria Vélez (Administración del hotel): Descargó una copia de sus datos");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Descargar en CSV" }).click()]);
  const file = await readFile(await download.path(), "utf8");
  expect(file.split("\r\n").filter(Boolean)).toHaveLength(2);
  expect(file).toContain("Gloria Vélez");
  await page.getByLabel("Quién").fill("nadie que exista");
  await page.getByRole("button", { name: "Buscar" }).click();
  await expect(page.getByRole("heading", { name: "No hay nada que coincida" })).toBeVisible();
});

test("for an agent the administrators' pages don't exist", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await signIn(context, desk, "pablo");
  for (const path of ["/administracion", "/administracion/datos", "/administracion/auditoria"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Esta puerta no lleva a ninguna parte" })).toBeVisible();
  }
});
