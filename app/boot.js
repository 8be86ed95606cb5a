// Starts the portal. A file of its own: the content security policy allows no inline script.
// `portal` and MODULE_URL are filled in by the build.
import start from "portal";
import "./keep.js";

start({ module_or_path: MODULE_URL }).catch((failure) => {
  // The skeleton keeps the phone line in sight; only its last line has to change.
  const line = document.querySelector("#skeleton [role=status]");
  if (line) {
    line.textContent =
      "No pudimos abrir el portal en este dispositivo. Recargue la página, llame a la línea de arriba o escríbanos.";
  }
  console.error(failure);
});
