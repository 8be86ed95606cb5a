// Handing a ticket over: what the screen shows is what a colleague's telephone reads.

import { expect, signIn, test } from "../support/browser.mjs";
import { readQr } from "../support/qr.mjs";

for (const colorScheme of ["light", "dark"]) {
  test(`the code to scan is the link, in the ${colorScheme} theme`, async ({ context, desk, page }) => {
    const { number } = await desk.ticket({ by: "luis" });
    await page.emulateMedia({ colorScheme });
    await signIn(context, desk, "luis");
    await page.goto(`/tickets/${number}`);
    await page.getByText("Entregar a un colega").click();
    await page.getByRole("button", { name: "Crear enlace" }).click();
    const code = page.getByRole("img", { name: "Código QR del enlace" });
    await expect(code).toBeVisible();
    const told = await page.getByText(new RegExp(`/entrega/${number}#`)).textContent();
    expect(await readQr(page, await code.screenshot())).toBe(told);
    expect(told).toMatch(new RegExp(`^${desk.origin}/entrega/${number}#`));
  });
}
