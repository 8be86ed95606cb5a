// Where one is signed in, and ending that where one isn't any more.

import { expect, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";

test("a session that one doesn't know is ended, and then all the others", async ({ desk, visitor, faults }) => {
  faults.expect(/status of 401/);
  // Somebody of this test alone: what it ends is nobody else's.
  const email = `nocturna-${process.pid}-${Date.now()}@hotel.co`;
  const own = await desk.signIn(email);
  for (let amount = 0; amount < 2; amount++) await desk.signIn(email);
  const page = await visitor();
  await page.context().addCookies([
    { name: "__Host-session", value: own.token, url: desk.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" },
  ]);
  await page.goto("/mis-datos");
  await page.getByRole("link", { name: "Ver en qué dispositivos está abierta su cuenta" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sus dispositivos" })).toBeVisible();
  const list = page.getByRole("list", { name: "Sesiones abiertas" }).getByRole("listitem");
  await expect(list).toHaveCount(3);
  await expect(list.first()).toContainText("Es este dispositivo.");

  await page.getByRole("button", { name: /^Cerrar esta sesión/ }).first().click();
  await expect(page.getByText("Cerramos esa sesión.")).toBeVisible();
  await expect(list).toHaveCount(2);
  await expect(page.getByRole("heading", { level: 1, name: "Sus dispositivos" })).toBeFocused();
  await page.getByRole("button", { name: "Cerrar todas las demás" }).click();
  await expect(list).toHaveCount(1);
  await expect(page.getByText("No hay ninguna otra abierta.")).toBeVisible();
  expect((await own.get("/api/v1/session")).status).toBe(200);
});

test("on a phone an agent finds their second factor, their devices and the way out", { tag: "@phone" }, async ({ desk, visitor, faults }) => {
  faults.expect(/status of 401/);
  const page = await visitor("sofia");
  const menu = async () => {
    await page.goto("/equipo");
    await page.getByRole("button", { name: "Cuenta" }).click();
    await expect(page.getByRole("dialog", { name: PEOPLE.sofia.name })).toBeVisible();
  };
  await menu();
  await page.getByRole("link", { name: "Segundo factor" }).click();
  await expect(page.getByText("Está activo")).toBeVisible();
  await menu();
  await page.getByRole("dialog").getByRole("link", { name: "Dispositivos" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sus dispositivos" })).toBeVisible();
  // On a session of its own: the others of this system are still used.
  const other = await desk.signIn(PEOPLE.sofia.email);
  await page.context().addCookies([
    { name: "__Host-session", value: other.token, url: desk.origin.replace("http:", "https:"), httpOnly: true, sameSite: "Lax" },
  ]);
  await menu();
  await page.getByRole("dialog").getByRole("button", { name: "Salir" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Entre con su correo" })).toBeVisible();
});
