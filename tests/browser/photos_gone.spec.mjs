// Where photos were and aren't any more, a sentence says when they went and why, for either side.

import { expect, test } from "../support/browser.mjs";
import { draft } from "../support/guide.mjs";
import { PNG } from "../support/images.mjs";
import { loosely } from "../support/visiting.mjs";

const DAY_MS = 86_400_000;
const rfc = (instant) => new Date(instant).toISOString().replace(/\.\d+/, "");

/** A ticket with a photo that its sender withdrew, and its sender. */
async function withdrawn(desk) {
  const who = await desk.signIn(`foto-${Math.random().toString(36).slice(2)}@hotel.co`);
  const { number } = (await who.open(draft({ email: who.me.email }))).body;
  await who.attach(number, PNG, "pantalla.png");
  await who.act(number, "withdraw");
  return { who, number };
}

test("photos whose time is over leave a sentence", async ({ desk, visitor }) => {
  const { number } = await withdrawn(desk);
  const ended = rfc(Date.now() - 200 * DAY_MS);
  await desk.db.prepare(
    `UPDATE ticket_event SET at = ?1, body = json_set(body, '$.at', ?1) WHERE ticket = ?2 AND json_extract(body, '$.event') = 'closed'`,
  ).bind(ended, Number(number)).run();
  const page = await visitor("pablo");
  await page.goto(`/equipo/tickets/${number}`);
  await expect(page.getByRole("main").getByText(loosely("se guardan 180 días desde que el caso se cierra"))).toBeVisible();
  await expect(page.getByRole("main").locator(".thumb")).toHaveCount(0);
});

test("photos of whoever had their data erased leave a sentence", async ({ desk, visitor }) => {
  const { who, number } = await withdrawn(desk);
  expect((await who.post("/api/v1/me/erasure", { confirm: "BORRAR" })).status).toBe(204);
  const page = await visitor("pablo");
  await page.goto(`/equipo/tickets/${number}`);
  await expect(page.getByRole("main").getByText("La foto ya no está: quien la adjuntó retiró sus datos.")).toBeVisible();
  await expect(page.getByRole("main").locator(".thumb")).toHaveCount(0);
});
