// Starts the portal. A file of its own: the content security policy allows no inline script.
// `portal` and MODULE_URL are filled in by the build.
import start from "portal";

start({ module_or_path: MODULE_URL });
