// The list of one's tickets.

import { expect, signIn, test } from "../support/browser.mjs";
import { ANSWERS, asPeopleSay, fillGuide, loosely, receivedNumber, sendButton } from "../support/visiting.mjs";

const tab = (page, name) => page.getByRole("navigation", { name: "Cuáles se muestran" }).getByRole("link", { name });

test("the list shows what is open, or all, and the address keeps which", async ({ context, desk, page }) => {
  await signIn(context, desk, "berta");
  const [open, over] = [await desk.ticket({ by: "berta", subject: "El arqueo no cuadra" }), await desk.ticket({ by: "berta", subject: "La tarifa sale doble" })];
  await (await desk.as("berta")).act(over.number, "withdraw");
  const card = (number) => page.locator(`a.ticket-card__title[href="/tickets/${number}"]`);
  await page.goto("/mis-tickets");
  await expect(card(open.number)).toBeVisible();
  await expect(card(over.number)).toHaveCount(0);
  await tab(page, "Todos").click();
  await expect(page).toHaveURL(/\/mis-tickets\?ver=todos$/);
  await expect(card(over.number)).toBeVisible();
  await expect(tab(page, "Todos")).toHaveAttribute("aria-current", "page");
  await page.reload();
  await expect(card(over.number)).toBeVisible();
  await page.goBack();
  await expect(card(open.number)).toBeVisible();
  await expect(card(over.number)).toHaveCount(0);
});

test("the list that is seen again shows what happened meanwhile, in its place, and tells the icon how many are open", async ({ context, desk, page }) => {
  await page.addInitScript(() => (navigator.setAppBadge = async (amount) => (globalThis.badge = amount)));
  await signIn(context, desk, "luis");
  await desk.ticket({ by: "luis", subject: "No imprime la factura" });
  await page.goto("/mis-tickets");
  const cards = page.getByRole("article");
  await expect(cards.first()).toBeVisible();
  const before = await cards.count();
  expect(await page.evaluate(() => globalThis.badge)).toBe(before);
  await page.evaluate(() => window.scrollTo(0, 40));
  const { number } = await desk.ticket({ by: "luis", subject: "No sincroniza la sede" });
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(cards).toHaveCount(before + 1);
  await expect(page.getByRole("link", { name: "No sincroniza la sede" }).first()).toHaveAttribute("href", `/tickets/${number}`);
  expect(await page.evaluate(() => globalThis.badge)).toBe(before + 1);
});

test("the icon tells all that are open, also beyond the page, and one more or less as soon as it is sent or over", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await page.addInitScript(() => (navigator.setAppBadge = async (amount) => localStorage.setItem("badge", amount)));
  await signIn(context, desk, "luis");
  const open = async () => (await desk.rows("SELECT count(*) AS amount FROM ticket WHERE requester_id = 'luis' AND status <> 'closed'"))[0].amount;
  const badge = () => page.evaluate(() => Number(localStorage.getItem("badge")));
  while ((await open()) < 31) await desk.ticket({ by: "luis" });
  await page.goto("/mis-tickets");
  await expect(page.getByRole("button", { name: "Ver más tickets" })).toBeVisible();
  const before = await open();
  await expect.poll(badge).toBe(before);
  await page.goto("/nuevo?tipo=failure");
  await fillGuide(page, { ...ANSWERS, subject: `El ícono cuenta uno más ${Date.now()}` });
  await sendButton(page).click();
  const number = await receivedNumber(page);
  await expect.poll(badge).toBe(before + 1);
  await page.goto(`/tickets/${number}`);
  await page.getByRole("button", { name: "Ya no lo necesito" }).click();
  await page.getByRole("button", { name: "Sí, cerrarlo" }).click();
  await expect.poll(badge).toBe(before);
});

test("a hotel's administrator reads whose each ticket is, and of which branch", async ({ desk, visitor }) => {
  await desk.ticket({ by: "ana", subject: "El cierre del día se detiene" });
  const gloria = await visitor("gloria");
  await gloria.goto("/mis-tickets");
  const card = gloria.getByRole("article").filter({ hasText: "El cierre del día se detiene" }).first();
  await expect(card).toContainText("De Ana Rojas");
  await expect(card).toContainText("Caribe Norte");
});

test("a hotel's administrator looks at one branch, and each card says since when it is open", async ({ desk, visitor }, { project }) => {
  const [north, south] = [`La caja del norte no abre, ${project.name}`, `La caja del sur no abre, ${project.name}`];
  const { opened_at } = await desk.ticket({ by: "ana", subject: north });
  const closed = await desk.ticket({ by: "luis", subject: `${south} (cerrado)` });
  await (await desk.as("luis")).act(closed.number, "withdraw");
  await desk.ticket({ by: "luis", subject: south });
  const gloria = await visitor("gloria");
  const card = (subject) => gloria.getByRole("article").filter({ has: gloria.getByRole("link", { name: subject, exact: true }) });
  const branches = gloria.getByRole("navigation", { name: "Sede" });
  await gloria.goto("/mis-tickets");
  await expect(branches.getByRole("link")).toHaveText(["Todas las sedes", "Caribe Norte", "Caribe Sur"]);
  await expect(card(north)).toContainText(loosely(`Abierto desde el ${asPeopleSay(opened_at)}`));
  await expect(card(south)).toBeVisible();

  await branches.getByRole("link", { name: "Caribe Sur" }).click();
  await expect(gloria).toHaveURL(/\/mis-tickets\?sede=caribe-sur$/);
  await expect(card(north)).toHaveCount(0);
  await expect(card(south)).toBeVisible();
  await tab(gloria, "Todos").click();
  await expect(gloria).toHaveURL(/\/mis-tickets\?sede=caribe-sur&ver=todos$/);
  await expect(card(`${south} (cerrado)`)).toBeVisible();
  await expect(card(`${south} (cerrado)`)).not.toContainText("Abierto desde");
  await gloria.reload();
  await expect(branches.getByRole("link", { name: "Caribe Sur" })).toHaveAttribute("aria-current", "page");
  await expect(card(north)).toHaveCount(0);
  await branches.getByRole("link", { name: "Todas las sedes" }).click();
  await expect(gloria).toHaveURL(/\/mis-tickets\?ver=todos$/);
  await expect(card(north)).toBeVisible();
});

test("whoever has one branch is not asked which, and one that is not theirs shows all of theirs", async ({ desk, visitor }) => {
  const { number } = await desk.ticket({ by: "ana" });
  const nora = await visitor("nora");
  await nora.goto("/mis-tickets?sede=caribe-sur");
  await expect(nora.locator(`a[href="/tickets/${number}"]`)).toBeVisible();
  await expect(nora.getByRole("navigation", { name: "Sede" })).toHaveCount(0);
});
