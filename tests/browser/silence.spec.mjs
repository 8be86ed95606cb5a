// A client who never answers (R18): the clock closes the ticket, the client is told why and can begin again.

import { expect, test } from "../support/browser.mjs";
import { PEOPLE } from "../support/desk.mjs";
import { ANSWERS, answer, asPeopleSay, field, goOn, history, loosely, spoken } from "../support/visiting.mjs";

test("a ticket nobody answers is closed by the scheduled event, and the client can go on from it", { tag: "@phone" }, async ({
  desk,
  visitor,
}) => {
  const { number } = await desk.ticket({ by: "luis", email: PEOPLE.luis.email, full_name: PEOPLE.luis.name });
  const sofia = await desk.as("sofia");
  await sofia.act(number, "take");
  await sofia.act(number, "ask_for_information", { missing: ["images"], body: "¿Nos envía una foto de la pantalla?" });
  const { body } = await sofia.act(number, "log_contact_attempt", { channel: "phone", outcome: "no_answer" });

  const page = await visitor("luis");
  await page.goto(`/tickets/${number}`);
  await expect(page.getByRole("main")).toContainText(loosely(`el caso se cierra el ${asPeopleSay(body.closes_at)}`));

  // Letters leave twenty a run, and other tests of this system have left some: a few minutes pass.
  for (let minute = 1; minute <= 8; minute += 1) {
    await desk.sendCron(new Date(Date.parse(body.closes_at) + minute * 60_000 + 30_000));
  }
  desk.signInAnew();

  // The mail's way on is the page's: the new form is filled from the closed ticket (R8).
  const told = await desk.mailTo(PEOPLE.luis.email, (mail) => mail.text.includes(`/nuevo?de=${number}`));
  expect(told.subject).toContain(spoken(number));
  expect(told.text).toContain(spoken(number));
  expect(told.text).toContain(`/tickets/${number}`);
  expect(told.text).toMatch(/comunicar/);

  await page.reload();
  await expect(page.getByRole("heading", { name: "Este ticket está cerrado" })).toBeVisible();
  const reason = "Se cerró porque no logramos comunicarnos; lo intentamos una vez.";
  await expect(page.getByRole("main")).toContainText(reason);
  await expect(history(page)).toContainText(reason);
  await expect(page.getByRole("textbox")).toHaveCount(0);

  await page.getByRole("link", { name: "Crear uno nuevo a partir de este" }).click();
  await expect(page.getByRole("main")).toContainText(loosely(`Nuevo ticket a partir del ${spoken(number)}`));
  // How bad it is now is asked again: that is of the day, not of the case.
  for (const question of ["guest_waiting", "system_stopped"]) await answer(page, question, false);
  await goOn(page);
  await expect(field(page, "process")).toHaveValue(ANSWERS.process);
  await goOn(page);
  await expect(field(page, "subject")).toHaveValue(ANSWERS.subject);
  await expect(field(page, "description")).toHaveValue(ANSWERS.description);
});
