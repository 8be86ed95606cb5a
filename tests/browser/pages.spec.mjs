// The pages of help (R21): the index leads to all, and the checklist stays on the device.

import { expect, test } from "../support/browser.mjs";

test("help leads to every page of R21", async ({ page }) => {
  await page.goto("/ayuda");
  const doors = page.getByRole("main").getByRole("listitem").getByRole("link");
  await expect(doors).toHaveCount(7);
  for (const [place, href] of ["/guia", "/buenas-practicas", "/ransomware", "/condiciones", "/valores", "/areas", "/privacidad"].entries()) {
    await expect(doors.nth(place)).toHaveAttribute("href", href);
  }
});

test("the checklist tells its progress, survives a reload, and is cleared only after asking", async ({ page }) => {
  await page.goto("/buenas-practicas");
  const ticks = page.getByRole("checkbox");
  await expect(ticks).toHaveCount(9);
  await ticks.nth(0).check();
  await ticks.nth(6).check();
  await expect(page.getByText("Cumple 2 de 9")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Cumple 2 de 9")).toBeVisible();
  await expect(ticks.nth(6)).toBeChecked();
  await page.getByRole("button", { name: "Empezar de nuevo" }).click();
  await page.getByRole("button", { name: "No, dejarlas" }).click();
  await expect(ticks.nth(6)).toBeChecked();
  await page.getByRole("button", { name: "Empezar de nuevo" }).click();
  await page.getByRole("button", { name: "Sí, quitarlas" }).click();
  await expect(page.getByText("Cumple 0 de 9")).toBeVisible();
  await expect(ticks.nth(6)).not.toBeChecked();
});

test("on paper the checklist has its nine lines and none of the controls", async ({ page }) => {
  await page.goto("/buenas-practicas");
  await expect(page.getByRole("checkbox")).toHaveCount(9);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Hotel, fecha y quién revisó:")).toBeVisible();
  await expect(page.getByRole("button", { name: "Imprimir la lista" })).toBeHidden();
  await expect(page.getByText("Copias de seguridad fuera del equipo")).toBeVisible();
});
