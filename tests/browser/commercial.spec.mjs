// What isn't support is handed over, and counted once (R2, R20).

import { expect, test } from "../support/browser.mjs";

/** How often the area was handed over to. */
const counted = async (desk, area) => {
  const [row] = await desk.rows("SELECT sum(amount) AS amount FROM hand_over WHERE area = ?", area);
  return row.amount ?? 0;
};

/** The way out leads nowhere in a test. */
const nowhere = (context) =>
  context.route(/^https:\/\/(wa\.me|sohoapps\.co)\//, (route) => route.fulfill({ contentType: "text/html", body: "<title>chat</title>" }));

test("a hand-over is counted once a visit, whichever ways are taken", async ({ context, desk, page }) => {
  await nowhere(context);
  const posts = [];
  page.on("request", (request) => request.url().endsWith("/api/v1/hand-overs") && posts.push(request.postDataJSON()));
  const before = await counted(desk, "network");
  await page.goto("/comercial/network");
  await expect(page.getByRole("link", { name: "Llevar el mensaje a WhatsApp" })).toBeVisible();
  expect(posts, "looking is no hand-over").toEqual([]);
  for (const name of ["Llevar el mensaje a WhatsApp", "Chat en sohoapps.co"]) {
    const [other] = await Promise.all([context.waitForEvent("page"), page.getByRole("link", { name }).click()]);
    await other.close();
  }
  await expect.poll(() => counted(desk, "network")).toBe(before + 1);
  expect(posts).toEqual([{ area: "network" }]);
});

test("without a number of the area, people choose the contact; with one, the chat opens with it and the message", { tag: "@phone" }, async ({ context, page }) => {
  await nowhere(context);
  await page.goto("/comercial/training");
  const prepare = page.getByRole("link", { name: "Llevar el mensaje a WhatsApp" });
  await expect(prepare).toHaveAttribute("href", /^https:\/\/wa\.me\/\?text=/);
  await expect(page.getByText("En WhatsApp usted elige a quién enviarlo")).toBeVisible();
  await context.route("**/api/v1/attention", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), commercial_chat: "+573105550000" } });
  });
  await page.reload();
  const chat = page.getByRole("link", { name: "Abrir el chat de WhatsApp" });
  await expect(chat).toHaveAttribute("href", /^https:\/\/wa\.me\/573105550000\?text=Buen%20d%C3%ADa/);
  await expect(page.getByText("En WhatsApp usted elige a quién enviarlo")).toHaveCount(0);
});
