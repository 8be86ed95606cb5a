// Fault 18: what a stranger can store is words to whoever reads it.

import { expect, signIn, test } from "../support/browser.mjs";
import { DESKTOP } from "../support/devices.mjs";
import { jpeg } from "../support/images.mjs";
import { askForCode, history } from "../support/visiting.mjs";

/** Each would leave its mark, open a dialog or break the policy if any of it were taken for markup, a link or a script. */
const CORPUS = [
  `<script>window.ran = "script"</script>`,
  `<img src=x onerror="window.ran = 'image'">`,
  `"><svg onload="window.ran = 'svg'">`,
  `<iframe srcdoc="<script>parent.ran = 'frame'</script>"></iframe>`,
  `<a href="javascript:window.ran='link'">ver factura</a>`,
  `javascript:window.ran='address'`,
  `<style>* { display: none }</style><base href="https://evil.example/">`,
  `{{constructor.constructor("window.ran = 'template'")()}}`,
  `</textarea></title><details open ontoggle="window.ran = 'details'">`,
  `<form action="https://evil.example/"><button autofocus onfocus="window.ran = 'form'">Entrar</button></form>`,
];
const EVERYTHING = CORPUS.join("\n");
const NAME = `factura"><img src=x onerror=window.ran='name'>.jpg`;

/** What stands in a page that no words of a ticket may have put there. */
const planted = (page) =>
  page.evaluate(() => ({
    ran: window.ran ?? null,
    links: document.querySelectorAll('a[href^="javascript:" i], a[href*="evil.example"], form[action*="evil.example"]').length,
    elements: document.querySelectorAll("body script:not([src]), iframe, base, style, [onerror], [onload], [ontoggle], [onfocus]").length,
  }));
const NOTHING = { ran: null, links: 0, elements: 0 };

test("fault 18: nothing stored runs, seen by an agent and by the client", { tag: "@desktop" }, async ({ desk, visitor, faults }) => {
  const [gloria, pablo] = [await desk.as("gloria"), await desk.as("pablo")];
  const subject = `No factura ${CORPUS[1]}`;
  const opened = await desk.ticket({
    by: "gloria",
    subject,
    company: `Hotel ${CORPUS[0]}`,
    description: EVERYTHING,
    process: CORPUS[2],
    menu_path: `Caja > ${CORPUS[3]} > ${CORPUS[4]}`,
    parameters: EVERYTHING,
    error_code: CORPUS[8],
  });
  const { number } = opened;
  const polyglot = jpeg(`*/=1;window.ran='polyglot'/*${CORPUS[0]}`);
  const attached = await gloria.attach(number, polyglot, NAME);
  expect(attached.status).toBe(200);
  const { name } = attached.body.timeline.find((entry) => entry.event === "photo_attached").data;
  for (const body of CORPUS) expect((await gloria.act(number, "reply", { body })).status).toBe(200);
  await pablo.act(number, "take");
  await pablo.act(number, "note", { body: EVERYTHING });
  await pablo.act(number, "ask_for_information", { missing: ["images"], body: EVERYTHING });
  await pablo.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer", note: EVERYTHING });
  await gloria.act(number, "reply", { body: EVERYTHING });
  await pablo.act(number, "resolve", { body: EVERYTHING });
  // The polyglot is no whole picture.
  faults.expect(/\/photos\//);

  const agent = await visitor("pablo", DESKTOP);
  await agent.goto("/equipo");
  const link = agent.getByRole("link", { name: subject });
  // The queue has as many pages as the tests before this one filled.
  const more = agent.getByRole("button", { name: "Cargar más" });
  await expect(async () => {
    if (await more.isVisible()) await more.click();
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await planted(agent)).toEqual(NOTHING);
  await link.click();
  await expect(agent.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  for (const words of CORPUS) await expect(history(agent)).toContainText(words);
  await expect(agent.getByRole("link", { name: `Abrir la foto: ${name}` })).toBeVisible();
  expect(await planted(agent)).toEqual(NOTHING);
  await agent.keyboard.press("#");
  await agent.keyboard.type(number);
  await expect(agent.getByRole("dialog")).toContainText(subject);
  expect(await planted(agent)).toEqual(NOTHING);

  const client = await visitor("gloria");
  for (const address of ["/mis-tickets", `/tickets/${number}`]) {
    await client.goto(address);
    await expect(client.getByText(subject).first()).toBeVisible();
    expect(await planted(client)).toEqual(NOTHING);
  }
});

test("fault 18: a photo opened by itself stays a photo", { tag: "@desktop" }, async ({ context, desk, page, faults }) => {
  const { number } = await desk.ticket({ by: "gloria" });
  const { body } = await (await desk.as("gloria")).attach(number, jpeg("<script>window.ran = 'photo'</script>"), "recibo.html.jpg", {
    type: "text/html",
  });
  const { id } = body.timeline.find((entry) => entry.event === "photo_attached").data;
  faults.expect(/\/photos\//);
  await signIn(context, desk, "pablo");
  const downloads = [];
  page.on("download", (download) => downloads.push(download));
  const answer = await page.goto(`/api/v1/tickets/${number}/photos/${id}`).catch(() => null);
  // Shown as an image or saved as a file; never read as a page.
  expect(downloads.length === 1 || /^image\//.test(answer.headers()["content-type"])).toBe(true);
  expect(await page.evaluate(() => window.ran ?? null)).toBeNull();
});

/** Ways back that a browser would take for another site's, or for no address at all. */
const ELSEWHERE = [
  "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example/", "javascript:alert(1)",
  "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "\t//evil.example", "/\u0000/evil.example", "/\u0085/evil.example",
  "//evil.example:99999/", "/\t\\evil.example", "",
];

test("a way back from signing in leads nowhere but into the portal", async ({ context, desk, page }) => {
  await signIn(context, desk, "ana");
  for (const elsewhere of ELSEWHERE) {
    await page.goto(`/entrar?volver=${encodeURIComponent(elsewhere)}`);
    await page.waitForURL("**/mis-tickets");
  }
  await page.goto(`/entrar?volver=${encodeURIComponent("/nuevo?tipo=failure")}`);
  await page.waitForURL("**/nuevo?**");
});

for (const elsewhere of ["/\t/evil.example", "//evil.example/", "/\\evil.example/"]) {
  test(`signing in by code with ${JSON.stringify(elsewhere)} as the way back leads into the portal`, { tag: "@desktop" }, async ({ desk, page }) => {
    await page.goto(`/entrar?volver=${encodeURIComponent(elsewhere)}`);
    await askForCode(page, desk, `vuelve${ELSEWHERE.indexOf(elsewhere)}@hotel.co`);
    await page.waitForURL("**/mis-tickets");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}
