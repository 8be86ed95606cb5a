// The style of the pages beside the start: whatever part comes, it waits for this. PARTS_STYLE is filled in by the build.
let coming;

/** Fetches the sheet once; asked again after it didn't come, it tries again. */
export function styled() {
  coming ??= new Promise((arrived, failed) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: PARTS_STYLE });
    sheet.onload = arrived;
    sheet.onerror = () => {
      sheet.remove();
      coming = undefined;
      failed(new Error(`${PARTS_STYLE} did not come`));
    };
    document.head.append(sheet);
  });
  return coming;
}
