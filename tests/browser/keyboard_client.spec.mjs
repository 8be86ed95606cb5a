// A hotel's main way by keyboard alone, from the first screen to the receipt; on a phone with the text at 200 % too. Every
// control of each step takes the focus, and none that has it is covered by the bar (WCAG 2.1.1, 2.4.3, 2.4.11).

import { expect, signIn, test } from "../support/browser.mjs";
import { ANSWERS, consentBox, receivedNumber } from "../support/visiting.mjs";

/** More presses than any page has controls. */
const ENOUGH = 90;

/** In the page: marks what has the focus, and answers what it is when all of it is out of sight. */
function look() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  at.setAttribute("data-reached", "");
  // What is drawn of a hidden control is its label.
  const label = at.matches("input[type=radio], input[type=checkbox], input[type=file]") ? at.closest("label") : null;
  const seen = label ?? at;
  const { left, top, right, bottom } = seen.getBoundingClientRect();
  const part = (from, to, share) => from + (to - from) * share;
  const shares = [0.02, 0.25, 0.5, 0.75, 0.98];
  const hit = shares.some((across) =>
    shares.some((down) => {
      const on = document.elementFromPoint(part(left, right, across), part(top, bottom, down));
      return on && seen.contains(on);
    }),
  );
  return hit ? null : `${at.localName}#${at.id} ${seen.textContent.trim().slice(0, 40)}`;
}

/**
 * In the page: controls of the main part that are in sight and were never reached. Of radio buttons one stands for all. What a desk
 * has beside the form comes after its last button.
 */
function unreached() {
  const controls = [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary)")];
  const there = controls.filter((control) => !control.disabled && control.checkVisibility() && !control.closest("dialog:not([open]), aside"));
  const group = (control) => control.type === "radio" && [...document.getElementsByName(control.name)].some((other) => other.hasAttribute("data-reached"));
  const missed = there.filter((control) => !control.hasAttribute("data-reached") && !group(control));
  return missed.map((control) => `${control.localName}#${control.id} ${control.textContent.trim().slice(0, 40)}`);
}

/** Somebody with a keyboard and nothing else. */
function typist(page) {
  const covered = new Set();
  const press = async (key) => {
    await page.keyboard.press(key);
    const hidden = await page.evaluate(look);
    if (hidden) covered.add(hidden);
  };
  const has = (control) => control.evaluate((element) => element === document.activeElement);
  return {
    press,
    /** Goes on with Tab until a control has the focus. */
    async to(control) {
      await expect(control).toBeVisible();
      for (let presses = 0; presses < ENOUGH; presses += 1) {
        if (await has(control)) return;
        await press("Tab");
      }
      throw new Error(`${control} is not reached by Tab`);
    },
    /** Writes in the control that is next with this name. */
    async write(control, words) {
      await this.to(control);
      await page.keyboard.type(words);
    },
    /** Nothing that had the focus was covered. */
    seen: (where) => expect([...covered], `covered ${where}`).toEqual([]),
    /** Nor was there anything in sight that never had it. */
    async judge(where) {
      this.seen(where);
      expect(await page.evaluate(unreached), `not reached ${where}`).toEqual([]);
    },
  };
}

for (const [size, tag] of [["100%", "@desktop"], ["200%", "@phone"]]) {
  test(`a ticket is told and sent by keyboard alone, with text at ${size}`, { tag }, async ({ context, desk, page }) => {
    test.setTimeout(120_000);
    // What is on its way into sight would be judged as covered.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await signIn(context, desk, "luis");
    const large = () => page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    const keys = typist(page);
    const box = (name) => page.getByRole("textbox", { name, exact: true });
    const list = (name) => page.getByRole("combobox", { name, exact: true });
    const on = page.getByRole("button", { name: "Continuar" });
    const goOn = async (where) => {
      // A desk has the steps on one page: what is on it was reached once its end was.
      if (!(await on.isVisible())) return keys.seen(where);
      await keys.to(on);
      await keys.judge(where);
      // The focus goes to the next step's heading once that is there, and not a moment before.
      await page.keyboard.press("Enter");
      await expect(page.locator(".form__title:focus")).toBeVisible();
    };
    await page.goto("/");
    await large();
    await expect(page.getByText("¿Necesita otra cosa?")).toBeVisible();
    const kind = page.getByRole("link", { name: "Algo falla o muestra un error" });
    await keys.to(kind);
    await keys.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Cuéntenos qué pasa" })).toBeVisible();

    for (const question of ["¿Hay un huésped o cliente esperando y no le puede facturar?", "¿El sistema está detenido?"]) {
      const group = page.getByRole("group", { name: question });
      await keys.to(group.getByRole("radio").first());
      await keys.press("Space");
      await keys.press("ArrowRight");
      await expect(group.getByRole("radio", { name: "No" })).toBeChecked();
    }
    await goOn("among what happens");

    await keys.to(list("Aplicación"));
    await keys.press("ArrowDown");
    await expect(list("Aplicación")).toHaveValue("SOHO Front");
    await keys.to(list("Módulo"));
    await keys.press("ArrowDown");
    await expect(list("Módulo")).toHaveValue("Caja");
    await keys.write(box("Proceso"), ANSWERS.process);
    await keys.write(box("Ruta del menú"), ANSWERS.menu_path);
    await goOn("among where it happens");

    await keys.write(box("Asunto"), ANSWERS.subject);
    await keys.write(box("Descripción"), ANSWERS.description);
    await keys.write(box("Datos que ingresó"), ANSWERS.parameters);
    await keys.to(box("Código o mensaje de error (opcional)"));
    await goOn("among what was seen");

    await keys.to(box("Teléfono de contacto"));
    if (await consentBox(page).isVisible()) {
      await keys.to(consentBox(page));
      if (!(await consentBox(page).isChecked())) await keys.press("Space");
    }
    const send = page.getByRole("button", { name: "Enviar ticket" });
    await keys.to(send);
    const discard = page.getByRole("button", { name: "Borrar y empezar de nuevo" });
    if (tag === "@desktop") await keys.to(discard);
    await keys.judge("among whom to talk to");
    if (tag === "@desktop") await keys.press("Shift+Tab");
    await expect(send).toBeFocused();
    await keys.press("Enter");
    await receivedNumber(page);
    await keys.to(page.getByRole("link", { name: "Ver el ticket" }));
    await keys.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: ANSWERS.subject })).toBeVisible();
  });
}

test("on a ticket every control is reached, and none under the focus is covered", { tag: "@phone" }, async ({ context, desk, page }) => {
  const { number } = await desk.ticket({ by: "luis" });
  const pablo = await desk.as("pablo");
  await pablo.act(number, "take");
  await pablo.act(number, "ask_for_information", { missing: ["images"], body: "¿Nos envía una foto?" });
  await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(context, desk, "luis");
  await page.goto(`/tickets/${number}`);
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expect(page.getByRole("button", { name: "Ya no lo necesito" })).toBeVisible();
  const keys = typist(page);
  await keys.to(page.getByRole("button", { name: "English" }));
  await keys.judge("on the ticket");
});
