// Nobody types their name twice on their device, and nobody finds a colleague's there.

import { expect, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { ANSWERS, fillGuide, receivedNumber, sendButton, signInByMail } from "../support/visiting.mjs";

const MARTA = { full_name: "Marta Gil", company: "Hotel del Puerto", email: "marta@puerto.example", phone: "300 765 4321" };

const NOBODY = { full_name: "", company: "", email: "", phone: "" };

/** Opens a form and expects whom it is from; a phone asks it last, but knows it from the start. */
async function expectWriter(page, who, why) {
  await page.goto("/nuevo?tipo=failure");
  await expect(page.getByRole("heading", { level: 1, name: "Cuéntenos qué pasa" })).toBeVisible();
  const read = (name) => page.locator(`#${name}`).inputValue();
  const all = async () => Object.fromEntries(await Promise.all(Object.keys(NOBODY).map(async (name) => [name, await read(name)])));
  await expect.poll(all, why).toEqual(who);
}

test("whoever sent a ticket from a device is in its next form, until somebody else signs in there", async ({ desk, faults, page, visitor }) => {
  // Nobody is signed in yet: the page asks all the same.
  faults.expect(/status of 401 .*\/api\/v1\/session\)/);
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...MARTA, guest_waiting: true });
  await sendButton(page).click();
  await receivedNumber(page);
  await expectWriter(page, MARTA);

  const elsewhere = await visitor();
  await expectWriter(elsewhere, NOBODY, "another device knows nothing");

  await page.goto("/entrar");
  await expect(page.getByRole("textbox", { name: "Correo electrónico" })).toBeVisible();
  await signInByMail(page, desk, PEOPLE.berta.email);
  await expect(page.getByRole("button", { name: "Salir" })).toBeVisible();
  const { name, email, phone } = PEOPLE.berta;
  await expectWriter(page, { full_name: name, company: "Hotel Andes", email, phone });

  await page.getByRole("button", { name: "Salir" }).click();
  await expect(page.getByText("Cerró la sesión en este dispositivo.")).toBeVisible();
  await expectWriter(page, NOBODY, "signing out leaves nobody");
});

test("a draft that was begun keeps its words and takes the details of whoever signs in", { tag: "@phone" }, async ({ desk, faults, page }) => {
  faults.expect(/status of 401 .*\/api\/v1\/session\)/);
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, ...MARTA, guest_waiting: true });
  await sendButton(page).click();
  await receivedNumber(page);
  await page.goto("/nuevo?tipo=failure");
  await page.locator("#subject").evaluate((element) => {
    element.value = "La caja del bar no abre";
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.goto("/entrar");
  await signInByMail(page, desk, PEOPLE.berta.email);
  await expect(page.getByRole("button", { name: "Salir" })).toBeVisible();
  await page.goto("/nuevo");
  await expect(page.locator("#subject")).toHaveValue("La caja del bar no abre");
  for (const name of ["full_name", "email", "phone"]) {
    await expect(page.locator(`#${name}`)).not.toHaveValue(MARTA[name]);
  }
});
