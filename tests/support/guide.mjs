// What tests fill the form with, as it is typed and as it is stored, and ticket numbers reckoned apart from the domain.

const TEXTS = {
  company: "Hoteles Caribe",
  subject: "El cierre de caja no cuadra con las facturas",
  kind: "failure",
  description: "Al cerrar la caja del turno de la noche el total queda por debajo de la suma de las facturas emitidas.",
  application: "SOHO Front",
  module: "Caja",
  process: "Cierre de turno",
  menu_path: "Caja > Turnos > Cierre",
  parameters: "Fecha 2026-10-12, documento FV, tercero 900123456, valor 1.250.000",
  error_code: "",
};
const WHO = { full_name: "Ana Rojas", email: "ana@caribe.co", phone: "300 123 4567" };

/** The applications the form offers. */
export const CATALOGUE = {
  applications: [
    { name: "SOHO Front", modules: ["Caja", "Recepción"] },
    { name: "SOHO Inventarios", modules: ["Bodegas", "Recetas"], processes: { Bodegas: ["Consultar existencias", "Recibir traslado"] } },
  ],
};

/** The text on personal data in force, which whoever opens a ticket agrees to. */
export const CONSENT = "2026-11-24";

/** A complete draft, as the form sends it, with changes. */
export function draft(changes = {}) {
  return { ...WHO, ...TEXTS, system_stopped: false, guest_waiting: false, ...changes };
}

/** The same as events keep it. */
export function request(changes = {}) {
  const { system_stopped, guest_waiting, ...texts } = draft({ phone: "+573001234567", ...changes });
  return { ...texts, error_code: texts.error_code || null, impact: { system_stopped, guest_waiting } };
}

// H. M. Damm's table of order 10, row by row.
const TABLE = [
  "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
  "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
];
const damm = (digits) => [...digits].reduce((interim, digit) => TABLE[interim][digit], 0);

/** The ticket number of the `index`-th serial, check digit included (R11). */
export function ticketNumber(index) {
  const serial = String(100_000 + index);
  return serial + damm(serial);
}

/** Whether seven digits are a ticket number. */
export const isTicketNumber = (digits) => /^[1-9]\d{6}$/.test(digits) && Number(damm(digits)) === 0;
