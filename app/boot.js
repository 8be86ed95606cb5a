// Starts the portal. A file of its own: the content security policy allows no inline script.
// `portal`, MODULE_URL and PARTS are filled in by the build.
import start from "portal";
import "./keep.js";
import { styled } from "./parts-style.js";

// What the page of this address is made of comes along with the first module, not after it. Where the table is wrong or
// silent, the page asks for its part itself, only later.
const PART_OF = {
  telling: ["nuevo", "recibido", "pendientes"],
  following: ["mis-tickets", "tickets", "seguir", "entrega", "confirmar", "mis-datos", "dispositivos", "invitacion"],
  desk: ["equipo", "administracion", "segundo-factor"],
};
const [, place] = location.pathname.split("/");
const part = place && (Object.keys(PART_OF).find((name) => PART_OF[name].includes(place)) ?? "short");
// A task each: to ask for a file takes a cheap phone a moment. What doesn't come now is asked for again by the page.
if (part) setTimeout(() => styled().catch(() => {}));
for (const href of PARTS[part] ?? []) {
  const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href });
  setTimeout(() => document.head.append(link));
}

// The page's own words are seen before the program takes the processor; not where nobody looks, for nothing is painted there.
const painted = new Promise((resolve) => {
  if (document.hidden) return resolve();
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, 500);
});

// The first look at what the device keeps waits for the browser; the program would wait with it.
setTimeout(() => {
  try {
    localStorage.length;
  } catch {
    // A browser that keeps nothing says so to the program too.
  }
});

async function open() {
  // A task of its own as well.
  await new Promise((go) => setTimeout(go));
  const [module] = await Promise.all([WebAssembly.compileStreaming(fetch(MODULE_URL)), painted]);
  await start({ module_or_path: module });
}

open().catch((failure) => {
  // The skeleton keeps the phone line in sight; only its last line has to change.
  const line = document.querySelector("#skeleton [role=status]");
  if (line) {
    line.textContent =
      "No pudimos abrir el portal en este dispositivo. Recargue la página, llame a la línea de arriba o escríbanos.";
  }
  console.error(failure);
});
