// What a camera reads on a screen.

import jsqr from "jsqr";

/** What the QR code in a picture of a page says; `null` when there is none that can be read. */
export async function readQr(page, png) {
  const { width, height, pixels } = await page.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    return { width: picture.width, height: picture.height, pixels: [...data] };
  }, png.toString("base64"));
  return (jsqr.default ?? jsqr)(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
}
