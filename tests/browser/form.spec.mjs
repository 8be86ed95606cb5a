// Nothing typed is lost and nothing sent is doubled (faults 9); outbox.spec.mjs has what happens without signal.

import { expect, signIn, test } from "../support/browser.mjs";
import { PEOPLE, history, startDesk } from "../support/desk.mjs";
import { CATALOGUE } from "../support/guide.mjs";
import { ANSWERS, PHOTO, SELF, agree, answer, consentBox, field, fillGuide, goOn, receivedNumber, sendAndSignIn, sendButton, tellTheHour } from "../support/visiting.mjs";

const ticketsAbout = (desk, subject) =>
  desk.rows("SELECT number FROM ticket WHERE json_extract(state, '$.request.subject') = ?", subject);

test("a draft survives closing the tab", { tag: "@journey" }, async ({ context, page, faults }) => {
  await page.goto("/nuevo?tipo=failure");
  const typed = { ...ANSWERS, phone: "300 765 4321" };
  await fillGuide(page, typed);
  await page.close();

  const again = await context.newPage();
  await faults.watch(again);
  await again.goto("/");
  await again.getByRole("link", { name: "Continuar" }).click();
  await expect(again.getByRole("radio", { name: "Algo falla o muestra un error" })).toBeChecked();
  for (const names of [["application", "module", "process", "menu_path"], ["subject", "description", "parameters"], ["phone"]]) {
    await goOn(again);
    for (const name of names) await expect(field(again, name)).toHaveValue(typed[name]);
  }
});

test("what was typed last is kept before it is painted, and no look at another window takes it back", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("/nuevo?tipo=failure");
  const subject = field(page, "subject");
  await subject.fill("Lo primero");
  const kept = () => page.evaluate(async () => {
    const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const letters = await answered((await answered(indexedDB.open("soho"))).transaction("kept").objectStore("kept").getAll());
    return letters.map((letter) => JSON.parse(letter).form.draft.subject);
  });
  await expect.poll(kept).toEqual(["Lo primero"]);
  // As in a window that is left right after the key, and comes back: no frame meanwhile.
  await subject.evaluate((control) => {
    window.requestAnimationFrame = () => 0;
    control.value = "Lo último que alcancé a escribir";
    control.dispatchEvent(new Event("input", { bubbles: true }));
    window.dispatchEvent(new Event("focus"));
  });
  await expect.poll(kept).toEqual(["Lo último que alcancé a escribir"]);
  await expect(subject).toHaveValue("Lo último que alcancé a escribir");
  await expect(page.getByText("abierto también en otra ventana")).toHaveCount(0);
  await page.reload();
  await expect(subject).toHaveValue("Lo último que alcancé a escribir");
});

test("a case begun by another door is a draft of its own, and the first stays as it was", async ({ context, page }) => {
  await tellTheHour(context, "2026-12-01T15:00:00Z");
  const [first, second] = ["La factura del salón sale sin propina", "No deja facturar al huésped de la 12"];
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject: first });
  await page.waitForTimeout(300);

  await page.goto("/");
  await page.getByRole("link", { name: "Hay un huésped esperando" }).click();
  await answer(page, "guest_waiting", true);
  await page.getByRole("link", { name: "Registrar el ticket" }).click();
  await expect(page.getByText("el que tenía a medias queda guardado aparte")).toBeVisible();
  await expect(page.locator("#subject")).toHaveValue("");
  await answer(page, "kind", "El programa no abre o no deja trabajar");
  await answer(page, "system_stopped", false);
  await goOn(page);
  await answer(page, "subject", second);
  await expect(page).toHaveURL(/\/nuevo\?borrador=nuevo-\d+&huesped=1$/);
  await page.waitForTimeout(300);
  await page.reload();
  await expect(page.locator("#subject")).toHaveValue(second);

  await page.goto("/pendientes");
  const line = (subject) => page.getByRole("listitem").filter({ hasText: subject });
  await expect(line(second)).toBeVisible();
  await line(first).getByRole("link", { name: "Continuar" }).click();
  await expect(page.locator("#subject")).toHaveValue(first);
  await expect(page.getByRole("radio", { name: "Algo falla o muestra un error" })).toBeChecked();
  await expect(field(page, "guest_waiting").getByRole("radio", { name: "No" })).toBeChecked();
  await expect(page.getByText("Su caso es crítico")).toBeHidden();

  // Each door leads back to what was begun there.
  await page.goto("/nuevo?tipo=failure");
  await expect(page.locator("#subject")).toHaveValue(first);
  await page.goto("/nuevo?huesped=1");
  await expect(page.locator("#subject")).toHaveValue(second);
});

test("the next ticket after one that lacked something lists it and begins there (R8)", async ({ context, desk, page }, { project }) => {
  await signIn(context, desk, "luis");
  const { number } = await desk.ticket({ by: "luis", subject: `No abre el turno de la tarde en ${project.name}` });
  const sofia = await desk.as("sofia");
  await sofia.act(number, "take");
  await sofia.act(number, "close_insufficient", { missing: ["description", "images"] });

  await page.goto(`/tickets/${number}`);
  await page.getByRole("link", { name: "Crear uno nuevo a partir de este" }).click();
  const lacked = page.getByRole("region", { name: "Esto faltó en el ticket anterior" });
  await expect(lacked.getByRole("link")).toHaveText(["Descripción", "Imágenes de la pantalla"]);
  for (const question of ["guest_waiting", "system_stopped"]) await answer(page, question, false);
  await goOn(page);
  // A phone passes over where it happens: that is told already.
  const description = field(page, "description");
  await expect(description).toBeVisible();
  await expect(description).toHaveValue("");
  await expect(description).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "subject")).toHaveValue(/No abre el turno/);
  await lacked.getByRole("link", { name: "Imágenes de la pantalla" }).click();
  await expect(page.locator("#photos")).toBeFocused();
  await lacked.getByRole("link", { name: "Descripción" }).click();
  await expect(description).toBeFocused();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(lacked.getByRole("link")).toHaveCount(2);
});

test("what is said of the other question follows the answers (R7)", async ({ page }) => {
  await page.goto("/nuevo?tipo=failure&huesped=1");
  const open = page.getByText("Falta esta otra respuesta");
  const critical = page.getByText("Su caso es crítico: el equipo lo recibe marcado así.");
  await expect(open).toBeVisible();
  await answer(page, "system_stopped", false);
  await expect(open).toHaveCount(0);
  await expect(critical).toBeVisible();
  await page.locator("#guest_waiting-said + button").click();
  await answer(page, "guest_waiting", false);
  await expect(critical).toHaveCount(0);
  await expect(open).toHaveCount(0);
});

test("nothing is called complete while the box is not ticked", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...SELF });
  const complete = page.getByText("Está completo").filter({ visible: true });
  await expect(complete).toBeVisible();
  await consentBox(page).uncheck();
  await expect(complete).toHaveCount(0);
  await page.getByRole("link", { name: "Autorización de sus datos" }).filter({ visible: true }).click();
  await expect(consentBox(page)).toBeFocused();
});

test("a phone's last step says what is still missing, and leads there (R8)", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, menu_path: "Caja" });
  await page.getByRole("link", { name: "Teléfono de contacto" }).click();
  await expect(field(page, "phone")).toBeFocused();
  await page.getByRole("link", { name: "Ruta del menú" }).click();
  await expect(field(page, "menu_path")).toBeFocused();
  await expect(page.getByText("Paso 2 de 4")).toBeVisible();
});

test("a guest who waits: what it takes and nothing more, sent without signing in, and the receipt says who has it (R7)", async ({
  context,
  desk,
  page,
  faults,
}, { project }) => {
  faults.expect(/status of 401/);
  await tellTheHour(context, "2026-12-01T15:00:00Z");
  await page.goto("/");
  await page.getByRole("link", { name: "Hay un huésped esperando" }).click();
  await answer(page, "guest_waiting", true);
  await page.getByRole("link", { name: "Registrar el ticket" }).click();
  if (project.name === "phone") await expect(page.getByText("Paso 1 de 3")).toBeVisible();
  await answer(page, "kind", "Algo falla o muestra un error");
  await answer(page, "system_stopped", false);
  await goOn(page);
  const subject = `URGENTE: la factura de la 204 no sale en ${project.name}`;
  const told = { application: "SOHO Front", module: "Caja", subject, description: "El huésped está en recepción y la factura se queda cargando." };
  for (const [name, value] of Object.entries(told)) await answer(page, name, value);
  await expect(field(page, "menu_path")).toBeHidden();
  await page.getByText("Agregar detalles").click();
  await page.getByRole("textbox", { name: "Proceso (opcional)" }).fill("Facturar la salida");
  await goOn(page);
  const who = { full_name: "Rosa Pinto", company: "Hotel del Río", email: `rosa-${project.name}-${process.pid}@rio.example`, phone: "300 123 4567" };
  for (const [name, value] of Object.entries(who)) await answer(page, name, value);
  await agree(page);
  await sendButton(page).click();
  const number = await receivedNumber(page);
  await expect(page.getByText("Nadie lo ha tomado todavía.")).toBeVisible();
  const steps = page.getByRole("main").getByRole("list").last().getByRole("listitem");
  await expect(steps.nth(1)).toContainText("Una persona toma su caso");

  const pablo = await desk.as("pablo");
  const { process: stored, menu_path, parameters } = (await pablo.read(number)).body.request;
  expect({ stored, menu_path, parameters }).toEqual({ stored: "Facturar la salida", menu_path: "", parameters: "" });
  await pablo.act(number, "take");
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(page.getByText(/^Pablo Ruiz tiene su caso desde (las?|el) /).first()).toBeVisible();
  await expect(page.getByText("Nadie lo ha tomado todavía.")).toBeHidden();
  await expect(steps.nth(1), "what happened is told as it happened").toContainText(/Una persona tomó su caso\s*Pablo Ruiz tiene su caso desde/);
  await expect(steps.nth(2)).toContainText("Le damos respuesta, o le pedimos lo que falte");
  await pablo.act(number, "resolve", { body: "Reinicie la impresora fiscal y vuelva a facturar." });
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(steps.nth(2)).toContainText("Le dimos respuesta, o le pedimos lo que falta");
});

test("a double tap on send makes one ticket", { tag: "@journey" }, async ({ context, desk, page }, { project }) => {
  await signIn(context, desk, "luis");
  const subject = `La segunda caja no imprime el recibo de propinas en ${project.name}`;
  await page.route("**/api/v1/tickets", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject });
  await sendButton(page).dblclick();
  const number = await receivedNumber(page);
  expect(await ticketsAbout(desk, subject)).toEqual([{ number: Number(number) }]);
});

test("a double tap on going on leads one step further, and blames nobody for the next", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/nuevo?tipo=failure");
  for (const name of ["guest_waiting", "system_stopped"]) await answer(page, name, false);
  // Both within one frame.
  await page.getByRole("button", { name: "Continuar" }).evaluate((button) => {
    button.click();
    button.click();
  });
  await expect(field(page, "application")).toBeVisible();
  await page.waitForTimeout(300);
  await expect(field(page, "application")).toBeVisible();
  await expect(page.locator(".error-summary, [aria-invalid=true]")).toHaveCount(0);
});

test("a case like one's own open one is said before it is sent, and never held back", async ({ context, desk, page }) => {
  await signIn(context, desk, "luis");
  const subject = "La caja del bar no cuadra con las propinas del turno";
  const { number } = await desk.ticket({ by: "luis", ...ANSWERS, subject });
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject: "No cuadra la caja del bar con las propinas" });
  await expect(page.getByText("Se parece a un caso suyo que sigue abierto")).toBeVisible();
  await expect(page.locator("form").getByRole("link", { name: subject })).toHaveAttribute("href", `/tickets/${number}`);
  await sendButton(page).click();
  expect(await receivedNumber(page)).not.toBe(String(number));
});

test("a hotel's administrator is told of a case like it, however many are open", { tag: "@desktop" }, async ({ visitor }) => {
  const own = await startDesk();
  try {
    const told = "La caja del bar no cuadra con las propinas del turno";
    const at = (index) => new Date(Date.now() - (index + 1) * 60_000).toISOString().replace(/\.\d+/, "");
    const other = { application: "SOHO Inventarios", module: "Recetas", process: "Costear una receta", subject: "El costo de la receta sale en cero" };
    const tickets = Array.from({ length: 65 }, (_, index) => history(index, { at: at(index), ...(index < 64 ? other : { ...ANSWERS, subject: told }) }));
    expect((await own.importing({ catalogue: CATALOGUE, tickets })).body.refused).toEqual([]);
    const page = await visitor();
    await signIn(page.context(), own, "gloria");
    await page.goto(`${own.origin}/nuevo?tipo=failure`);
    await fillGuide(page, { ...ANSWERS, subject: "No cuadra la caja del bar con las propinas" });
    await expect(page.locator("#alike").getByRole("link", { name: told })).toBeVisible();
    await expect(page.locator("#alike").getByRole("listitem")).toHaveCount(1);
  } finally {
    await own.stop();
  }
});

test("who signs in on the way is told of a case like it as well, and decides before it is sent", async ({ desk, page, faults }, { project }) => {
  faults.expect(/status of 401/);
  const told = `El descuento de temporada no se aplica en ${project.name}`;
  const subject = `No se aplica el descuento de temporada en ${project.name}`;
  await desk.ticket({ by: "ana", ...ANSWERS, subject: told });
  const { name, email } = PEOPLE.ana;
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject, full_name: name, company: "Hoteles Caribe", email, phone: "300 123 4567" });
  await sendAndSignIn(page, desk, email);
  await expect(page.getByText("Todavía no lo enviamos.")).toBeVisible();
  await expect(page.locator("#alike")).toBeFocused();
  await expect(page.locator("#alike").getByRole("link", { name: told })).toBeVisible();
  expect(await ticketsAbout(desk, subject)).toEqual([]);
  await sendButton(page).click();
  const number = await receivedNumber(page);
  expect(await ticketsAbout(desk, subject)).toEqual([{ number: Number(number) }]);
});

test("the process is chosen among its module's, or told in one's own words (R3)", async ({ context, desk, page }, { project }) => {
  await signIn(context, desk, "luis");
  const subject = `La bodega no muestra el traslado en ${project.name}`;
  await page.goto("/nuevo?tipo=failure");
  await answer(page, "guest_waiting", false);
  await answer(page, "system_stopped", false);
  await goOn(page);
  const list = page.getByRole("combobox", { name: "Proceso", exact: true });
  await answer(page, "application", "SOHO Inventarios");
  await answer(page, "module", "Bodegas");
  await expect(list.getByRole("option")).toHaveText(["Elija de la lista", "Consultar existencias", "Recibir traslado", "Otro proceso"]);
  await list.selectOption("Recibir traslado");
  // A module for which nothing is listed asks for words, without those of the other one.
  await answer(page, "module", "Recetas");
  await expect(field(page, "process")).toHaveValue("");
  await field(page, "process").fill("Descargar insumos");
  await answer(page, "module", "Bodegas");
  await expect(page.getByRole("textbox", { name: "¿Cuál proceso?" }), "what was typed stays").toHaveValue("Descargar insumos");
  await expect(list.getByRole("option", { selected: true })).toHaveText("Otro proceso");
  await list.selectOption("Recibir traslado");
  await expect(page.getByRole("textbox", { name: "¿Cuál proceso?" })).toHaveCount(0);
  const { menu_path, description, parameters } = ANSWERS;
  await answer(page, "menu_path", menu_path);
  await goOn(page);
  for (const [name, value] of Object.entries({ subject, description, parameters })) await answer(page, name, value);
  await goOn(page);
  await agree(page);
  await sendButton(page).click();
  const number = await receivedNumber(page);
  expect((await (await desk.as("luis")).read(number)).body.request).toMatchObject({ module: "Bodegas", process: "Recibir traslado" });
});

test("nothing is sent without the box, whoever ticked it once is not asked again", async ({ desk, page, context }, { project }) => {
  const email = `primera-${project.name}-${process.pid}@hotel.co`;
  const who = await desk.signIn(email);
  await context.addCookies([{ name: "__Host-session", value: who.token, url: desk.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" }]);
  await context.addInitScript(() => localStorage.setItem("soho.conocido", "1"));
  const subject = `La impresora fiscal no cierra el día en ${project.name}`;
  await page.goto("/nuevo?tipo=failure");
  const self = { full_name: "Iris Cano", company: "Hotel Uno", email, phone: "300 123 4567" };
  await fillGuide(page, { ...ANSWERS, subject, ...self });
  await expect(page.getByText("24 de noviembre de 2026")).toBeVisible();
  await consentBox(page).uncheck();
  await sendButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Marque la casilla" })).toBeFocused();
  expect(await ticketsAbout(desk, subject)).toEqual([]);
  await page.getByRole("alert").getByRole("link", { name: /Marque la casilla/ }).click();
  await expect(consentBox(page)).toBeFocused();
  await consentBox(page).check();
  await sendButton(page).click();
  await receivedNumber(page);

  expect((await who.get("/api/v1/session")).body.consented).toBe(true);
  // A desk shows the whole form at once, so it shows that nothing is asked.
  if (project.name !== "desktop") return;
  await page.goto("/nuevo?tipo=failure");
  await expect(field(page, "email")).toHaveValue(email);
  await expect(consentBox(page)).toHaveCount(0);
});

test("a session that ends while the form is filled in costs one code and nothing typed", async ({
  context,
  desk,
  page,
  faults,
}, { project }) => {
  faults.expect(/status of 401/);
  await signIn(context, desk, "berta");
  const subject = `El inventario se duplica al trasladar desde ${project.name}`;
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject, photo: PHOTO });
  await context.clearCookies();
  await sendAndSignIn(page, desk, PEOPLE.berta.email);
  const number = await receivedNumber(page);
  const { body } = await (await desk.as("berta")).read(number);
  const { subject: stored, description, process, menu_path } = body.request;
  expect({ subject: stored, description, process, menu_path }).toEqual({
    subject,
    description: ANSWERS.description,
    process: ANSWERS.process,
    menu_path: ANSWERS.menu_path,
  });
  await expect(page.getByText("Enviada")).toBeVisible();
});

test("what isn't support goes to the commercial area at once, and makes no ticket (R2)", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/");
  await page.getByText("¿Necesita otra cosa?").click();
  await page.getByRole("link", { name: "Instalar una impresora u otro equipo" }).click();
  await expect(page.getByRole("link", { name: "Escribir al área comercial" })).toHaveAttribute("href", /^mailto:info@sohoapps\.co\?/);
});

test("a guest who waits is asked two questions, and the answers are in the form (R7)", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Hay un huésped esperando" }).click();
  await answer(page, "guest_waiting", true);
  // What to do comes into sight, the call too, and the question that is still open stays there.
  await expect(page.getByRole("link", { name: /Llamar al/ })).toBeInViewport({ ratio: 1 });
  await expect(field(page, "system_stopped")).toBeInViewport({ ratio: 1 });
  // In attention hours the form comes first, outside of them the call does (R13).
  await page.getByRole("link", { name: /Registrar el ticket|Dejarlo también por escrito/ }).click();
  await expect(page.locator("#guest_waiting-said")).toContainText("Sí");
  await expect(page.getByText("Su caso es crítico: el equipo lo recibe marcado así.")).toBeVisible();
});
