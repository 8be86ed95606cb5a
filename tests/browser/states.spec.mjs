// What stands on a page only now and then, by axe in both themes: offers, dialogs, codes, notes, and lists with nothing in them.

import { expectNoViolations } from "../support/axe.mjs";
import { expect, signIn, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { draft } from "../support/guide.mjs";
import { ANSWERS, PHOTO, fillGuide, makeHandOverLink, receivedNumber, sendButton } from "../support/visiting.mjs";

const OFFER = { name: "Avísenme en este equipo" };

/** A state: who sees it, how a page comes to it, and how to know that it is there. */
const STATES = [
  {
    title: "the offer to tell news on the device",
    who: "ana",
    reach: async ({ page, desk }) => {
      await newsAre(page, false);
      await page.goto(`/tickets/${(await desk.ticket()).number}`);
    },
    there: (page) => page.getByRole("region", OFFER).getByRole("button", { name: "Avisarme aquí" }),
  },
  {
    title: "the switch of news",
    who: "ana",
    reach: async ({ page }) => {
      await newsAre(page, false);
      await page.goto("/dispositivos");
    },
    there: (page) => page.getByRole("region", OFFER).getByText("Este equipo no recibe avisos."),
  },
  {
    title: "the question before a ticket is closed",
    who: "ana",
    reach: async ({ page, desk }) => {
      await page.goto(`/tickets/${(await desk.ticket()).number}`);
      await page.getByRole("button", { name: "Ya no lo necesito" }).click();
    },
    there: (page) => page.getByRole("dialog", { name: "¿Cerrar este ticket?" }),
  },
  {
    title: "the code of a ticket",
    reach: async ({ page, desk }) => {
      await page.goto(`/seguir?numero=${(await desk.ticket()).number}`);
      await page.getByRole("button", { name: "Enviar el código" }).click();
    },
    there: (page) => page.getByRole("textbox", { name: "Código de seis dígitos" }),
  },
  {
    title: "the code to sign in with",
    reach: async ({ page }) => {
      await page.goto("/entrar");
      await page.getByRole("textbox", { name: "Correo electrónico" }).fill(PEOPLE.berta.email);
      await page.getByRole("button", { name: "Enviarme el código" }).click();
    },
    there: (page) => page.getByRole("textbox", { name: "Código de seis dígitos" }),
  },
  {
    title: "a link for a colleague with its picture",
    who: "ana",
    reach: async ({ page, desk }) => {
      await page.goto(`/tickets/${(await desk.ticket()).number}`);
      await makeHandOverLink(page);
    },
    there: (page) => page.getByRole("img", { name: "Código QR del enlace" }),
  },
  {
    title: "cases that are likely the same",
    who: "luis",
    reach: async ({ page, desk }) => {
      await desk.ticket({ by: "luis", ...ANSWERS, subject: "La caja del bar no cuadra con las propinas del turno" });
      await page.goto("/nuevo?tipo=failure");
      await fillGuide(page, { ...ANSWERS, subject: "No cuadra la caja del bar con las propinas" });
    },
    there: (page) => page.getByText("Se parece a un caso suyo que sigue abierto"),
  },
  {
    title: "the note about a newer version",
    reach: async ({ page }) => {
      await page.goto("/ayuda");
      // The outline has a heading as well, and hears of nothing.
      await expect(page.locator("#skeleton")).toHaveCount(0);
      await page.evaluate(() => window.dispatchEvent(new Event("soho-newer")));
    },
    there: (page) => page.getByText("Hay una versión nueva del portal."),
  },
  {
    title: "the note that there is no signal",
    errors: /ERR_INTERNET_DISCONNECTED/,
    reach: async ({ page }) => {
      await page.goto("/ayuda");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.context().setOffline(true);
    },
    there: (page) => page.getByText("Sin conexión. Puede seguir escribiendo"),
  },
  {
    title: "photos that were not taken, or did not arrive",
    who: "luis",
    errors: /status of 500|Connecting to 'blob:|CSP: connect-src refused blob/,
    reach: async ({ page }) => {
      await page.route("**/photos?*", (route) => route.fulfill({ status: 500, contentType: "text/html", body: "" }));
      await page.goto("/nuevo?tipo=failure");
      await fillGuide(page, { ...ANSWERS, subject: `Con una foto que falla ${Date.now()}`, photo: PHOTO });
      await sendButton(page).click();
      await receivedNumber(page);
    },
    there: (page) => page.getByRole("button", { name: "Reintentar" }),
  },
  {
    title: "a photo that no browser shows",
    errors: /Connecting to 'blob:|CSP: connect-src refused blob/,
    reach: async ({ page }) => {
      await page.goto("/nuevo?tipo=failure");
      await fillGuide(page, ANSWERS);
      await page.locator("#photos").setInputFiles({ buffer: Buffer.from("hola"), name: "nota.jpg", mimeType: "image/jpeg" });
      const back = page.getByRole("button", { name: "Atrás" });
      if (await back.isVisible()) await back.click();
    },
    there: (page) => page.getByText("No es una imagen que se pueda mostrar."),
  },
  {
    title: "a client's list with nothing open",
    who: "ana",
    reach: async ({ page }) => {
      await nothingIn(page);
      await page.goto("/mis-tickets");
    },
    there: (page) => page.getByRole("heading", { name: "Nada abierto" }),
  },
  {
    title: "the question whether one sent what came with one's address",
    who: "berta",
    reach: async ({ page, desk }) => {
      const { status } = await desk.stranger().open(draft({ guest_waiting: true, email: PEOPLE.berta.email }));
      // An address sends three a day: one of those is there then.
      expect([201, 401]).toContain(status);
      await page.goto("/mis-tickets");
    },
    there: (page) => page.getByRole("region", { name: "¿Lo envió usted?" }).getByRole("button").first(),
  },
  {
    title: "a client's list with nothing at all",
    who: "ana",
    reach: async ({ page }) => {
      await nothingIn(page);
      await page.goto("/mis-tickets?ver=todos");
    },
    there: (page) => page.getByRole("heading", { name: "Todo en calma" }),
  },
  {
    title: "nothing that waits to be sent",
    reach: ({ page }) => page.goto("/pendientes"),
    there: (page) => page.getByText("No queda nada por enviar"),
  },
  {
    title: "an empty queue",
    who: "pablo",
    reach: async ({ page }) => {
      await nothingIn(page);
      await page.goto("/equipo");
    },
    there: (page) => page.locator(".empty"),
  },
];

/** The deployment sends news, and this device has it or not. */
const newsAre = (page, on) => page.route("**/api/v1/session/push", (route) => route.fulfill({ json: { key: "BAAA", on } }));

const nothingIn = (page) => page.route(/\/api\/v1\/tickets(\?|$)/, (route) => route.fulfill({ json: { tickets: [], next: null } }));

for (const { title, who, errors, reach, there } of STATES) {
  test(`axe finds nothing on ${title}, light or dark`, async ({ context, desk, page, faults }) => {
    if (errors) faults.expect(errors);
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (who) await signIn(context, desk, who);
    await reach({ page, desk });
    await expect(there(page).first()).toBeVisible();
    await expectNoViolations(page);
  });
}
