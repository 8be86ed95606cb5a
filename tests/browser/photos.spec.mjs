// Photos are made small on the device, carry nothing but the picture, can be covered and cropped, and never hold words up.

import { expect, signIn, test } from "../support/browser.mjs";
import { HEIC, jpegSize, withExif } from "../support/images.mjs";
import { ANSWERS, PHOTO, fillGuide, receivedNumber, sendButton } from "../support/visiting.mjs";

const READY = "Lista para enviar";

/** A JPEG of so many pixels: black above, white below, drawn by the browser itself. */
async function drawn(page, width, height) {
  const base64 = await page.evaluate(async ([width, height]) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "#000";
    pen.fillRect(0, 0, width, height / 2);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, [width, height]);
  return Buffer.from(base64, "base64");
}

/** A JPEG that can't be made much smaller: every pixel another. */
async function noisy(page, width, height) {
  const base64 = await page.evaluate(async ([width, height]) => {
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d");
    const picture = pen.createImageData(width, height);
    for (let place = 0; place < picture.data.length; place += 1) picture.data[place] = place % 4 === 3 ? 255 : Math.random() * 256;
    pen.putImageData(picture, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, [width, height]);
  return Buffer.from(base64, "base64");
}

const file = (buffer, name = "IMG_2041.JPG", mimeType = "image/jpeg") => ({ buffer, name, mimeType });

/** Goes to where photos are chosen. */
async function openForm(page, context, desk) {
  await signIn(context, desk, "luis");
  await page.goto("/nuevo?tipo=failure");
  await expect(page.getByRole("heading", { level: 1, name: "Cuéntenos qué pasa" })).toBeVisible();
  // What a step shows later is built when the browser is idle.
  await expect(page.locator("#photos")).toBeAttached();
}

async function fillAnd(page, photos) {
  await fillGuide(page, { ...ANSWERS, subject: `Con fotos ${Date.now()}` });
  await page.locator("#photos").setInputFiles(photos);
}

/** The bytes of a ticket's photos, as they are stored. */
async function stored(desk, number) {
  const photos = await desk.photos();
  const { objects } = await photos.list({ prefix: `photos/${number}/` });
  return Promise.all(objects.map(async ({ key }) => Buffer.from(await (await photos.get(key)).arrayBuffer())));
}

async function sent(page, desk, count = 1) {
  await sendButton(page).click();
  const number = await receivedNumber(page);
  await expect.poll(async () => (await stored(desk, number)).length).toBe(count);
  return number;
}

test("a camera's photo arrives upright, at most 1600 pixels, without where it was taken", async ({ context, desk, page }) => {
  await openForm(page, context, desk);
  const photo = withExif(await drawn(page, 3200, 2400), { orientation: 6, latitude: 4 });
  expect(photo.includes("Exif")).toBe(true);
  expect(photo.includes("GPSMARK")).toBe(true);
  await fillAnd(page, file(photo));
  await expect(page.getByText(READY)).toHaveCount(1);
  const number = await sent(page, desk);
  const [bytes] = await stored(desk, number);
  expect(bytes.includes("Exif"), "no EXIF").toBe(false);
  expect(bytes.includes("GPSMARK"), "nothing of what stood in it").toBe(false);
  // Held sideways, as its EXIF said: wide became high.
  expect(jpegSize(bytes)).toEqual({ width: 1200, height: 1600 });
});

test("several at once, each with its state; what is no picture is said and holds nothing up", { tag: "@phone" }, async ({ context, desk, page, faults }) => {
  // What records the test asks for a broken picture again, by its address; the page itself doesn't.
  faults.expect(/Connecting to 'blob:|CSP: connect-src refused blob/);
  await openForm(page, context, desk);
  const good = await drawn(page, 400, 300);
  await fillAnd(page, [file(good, "uno.jpg"), file(HEIC, "IMG_0001.HEIC", "image/heic"), file(Buffer.from("hola"), "nota.jpg"), file(good, "dos.jpg")]);
  await expect(page.getByText(READY)).toHaveCount(2);
  await expect(page.getByText("Este navegador no abre fotos HEIC.")).toHaveCount(1);
  await expect(page.getByText("No es una imagen que se pueda mostrar.")).toHaveCount(1);
  await sent(page, desk, 2);
});

test("pasting and dropping choose photos too", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await openForm(page, context, desk);
  const base64 = (await drawn(page, 200, 100)).toString("base64");
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    for (const [name, kind] of [["pegada.jpg", "paste"], ["soltada.jpg", "drop"]]) {
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: "image/jpeg" }));
      const options = { bubbles: true, cancelable: true };
      const event = kind === "paste" ? new ClipboardEvent(kind, { ...options, clipboardData: data }) : new DragEvent(kind, { ...options, dataTransfer: data });
      document.body.dispatchEvent(event);
    }
  }, base64);
  await expect(page.getByText(READY)).toHaveCount(2);
  await expect(page.getByText("pegada.jpg")).toBeVisible();
  await expect(page.getByText("soltada.jpg")).toBeVisible();
});

test("a part is covered and the rest cropped by keys alone, before anything leaves", { tag: "@desktop" }, async ({ context, desk, page }) => {
  await openForm(page, context, desk);
  await fillAnd(page, file(await drawn(page, 800, 600)));
  await page.getByRole("button", { name: "Tapar o recortar" }).press("Enter");
  const frame = page.getByRole("group", { name: "Recuadro" });
  await expect(frame).toBeFocused();
  // The frame is the middle; the border between black and white runs through it.
  await page.getByRole("button", { name: "Tapar", exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "quedó tapado" })).toHaveCount(1);
  await frame.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("button", { name: "Recortar", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Deshacer" }).press("Enter");
  await page.getByRole("button", { name: "Recortar", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Listo" }).press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText(READY)).toHaveCount(1);
  const [bytes] = await stored(desk, await sent(page, desk));
  expect(jpegSize(bytes)).toEqual({ width: 400, height: 300 });
});

test("a finger covers a part: nothing sharp is left in it", { tag: "@phone" }, async ({ context, desk, page }) => {
  await openForm(page, context, desk);
  await fillAnd(page, file(await drawn(page, 800, 600)));
  await page.getByRole("button", { name: "Atrás" }).click();
  await page.getByRole("button", { name: "Tapar o recortar" }).click();
  const box = await page.getByRole("img", { name: "La foto" }).boundingBox();
  await page.mouse.move(box.x + 2, box.y + 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Tapar", exact: true }).click();
  const sharpest = await page.getByRole("img", { name: "La foto" }).evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(canvas.width / 2, canvas.height / 4, 1, canvas.height / 2);
    let most = 0;
    for (let row = 4; row < data.length; row += 4) most = Math.max(most, Math.abs(data[row] - data[row - 4]));
    return most;
  });
  expect(sharpest, "of 255 from one pixel to the next").toBeLessThan(20);
});

test("words don't wait for a photo, and the photo follows after the tab was closed", async ({ context, desk, page, faults }) => {
  faults.expect(/ERR_FAILED/);
  await openForm(page, context, desk);
  await fillAnd(page, PHOTO);
  await expect(page.getByText(READY)).toHaveCount(1);
  await page.route("**/photos?*", (route) => route.abort());
  await sendButton(page).click();
  const number = await receivedNumber(page);
  await expect(page.getByText("Sale sola cuando haya señal")).toBeVisible();
  expect(await stored(desk, number)).toEqual([]);
  await page.close();

  const again = await context.newPage();
  await faults.watch(again);
  await again.goto("/");
  await expect.poll(async () => (await stored(desk, number)).length).toBe(1);
  await expect.poll(() => again.evaluate(() => localStorage.getItem("soho.enviado"))).toBe(null);
});

/** Lets the first try of a photo fail on the server's side; answers how many tries there were. */
async function failOnce(page) {
  let tries = 0;
  const problem = { type: "about:blank", status: 500, code: "internal", title: "Algo falló de nuestro lado", detail: "Inténtelo de nuevo." };
  await page.route("**/photos?*", (route) => {
    tries += 1;
    return tries === 1 ? route.fulfill({ status: 500, contentType: "application/problem+json", json: problem }) : route.continue();
  });
  return () => tries;
}

test("a photo that failed is tried again at a touch, and stored once", async ({ context, desk, page, faults }) => {
  faults.expect(/status of 500/);
  await openForm(page, context, desk);
  await fillAnd(page, PHOTO);
  await expect(page.getByText(READY)).toHaveCount(1);
  const tries = await failOnce(page);
  await sendButton(page).click();
  const number = await receivedNumber(page);
  await expect(page.getByText("Algo falló de nuestro lado. Inténtelo de nuevo.")).toBeVisible();
  expect(await stored(desk, number)).toEqual([]);
  await page.getByRole("button", { name: "Reintentar" }).click();
  await expect(page.getByText("Enviada", { exact: true })).toBeVisible();
  expect([tries(), (await stored(desk, number)).length]).toEqual([2, 1]);
});

test("in an answer too a photo that failed is tried again at a touch", { tag: "@phone" }, async ({ context, desk, page, faults }) => {
  faults.expect(/status of 500/);
  await signIn(context, desk, "luis");
  const { number } = await desk.ticket({ by: "luis" });
  await page.goto(`/tickets/${number}`);
  await page.getByLabel("Agregar fotos").setInputFiles(PHOTO);
  await expect(page.getByText(READY)).toHaveCount(1);
  await failOnce(page);
  await page.getByRole("button", { name: "Enviar respuesta" }).click();
  await page.getByRole("button", { name: "Reintentar" }).click();
  await expect.poll(async () => (await stored(desk, number)).length).toBe(1);
});

test("while a photo leaves its bytes are counted", { tag: "@phone" }, async ({ context, desk, page }) => {
  await openForm(page, context, desk);
  await fillAnd(page, file(await noisy(page, 1200, 900)));
  await expect(page.getByText(READY)).toHaveCount(1);
  const devtools = await context.newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 150_000 };
  await devtools.send("Network.emulateNetworkConditions", slow);
  await sendButton(page).click();
  const number = await receivedNumber(page);
  const line = page.getByText(/^Enviando, [1-9]\d* de \d+ kB$/);
  await expect(line).toBeVisible();
  const [, gone, all] = /(\d+) de (\d+)/.exec(await line.textContent()).map(Number);
  expect(gone).toBeLessThan(all);
  await devtools.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await expect(page.getByText("Enviada", { exact: true })).toBeVisible();
  const [bytes] = await stored(desk, number);
  expect(Math.round(bytes.length / 1000), "the whole is the photo's own size").toBe(all);
});

test("where fingers point the camera has a button of its own", async ({ context, desk, page }, { project }) => {
  await openForm(page, context, desk);
  await fillGuide(page, { ...ANSWERS, subject: `Con la cámara ${Date.now()}` });
  if (project.name === "phone") await page.getByRole("button", { name: "Atrás" }).click();
  await expect(page.getByText("Agregar fotos")).toBeVisible();
  const camera = page.locator("label", { hasText: "Tomar foto" });
  await expect(camera).toBeVisible({ visible: project.name === "phone" });
  if (project.name !== "phone") return;
  await expect(page.getByLabel("Tomar foto")).toHaveAttribute("capture", "environment");
  await page.getByLabel("Tomar foto").setInputFiles(PHOTO);
  await expect(page.getByText(READY)).toHaveCount(1);
});
