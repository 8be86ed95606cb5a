//! The words around each field: its label, what to write in it, and how it looks at a hotel.

use domain::guide::{Field, GuideItem};

use crate::Locale;

/// What the field is called, or the question it asks.
#[must_use]
pub const fn label(field: Field, locale: Locale) -> &'static str {
    let (es, en) = match field {
        Field::FullName => ("Nombre completo", "Full name"),
        Field::Company => ("Hotel o empresa", "Hotel or company"),
        Field::Email => ("Correo electrónico", "E-mail"),
        Field::Phone => ("Teléfono de contacto", "Contact phone"),
        Field::Subject => ("Asunto", "Subject"),
        Field::Kind => ("¿Qué le está pasando?", "What is happening?"),
        Field::Description => ("Descripción", "Description"),
        Field::Application => ("Aplicación", "Application"),
        Field::Module => ("Módulo", "Module"),
        Field::Process => ("Proceso", "Process"),
        Field::MenuPath => ("Ruta del menú", "Menu path"),
        Field::Parameters => ("Datos que ingresó", "What you entered"),
        Field::ErrorCode => ("Código o mensaje de error", "Error code or message"),
        Field::SystemStopped => ("¿El sistema está detenido?", "Is the system stopped?"),
        Field::GuestWaiting => (
            "¿Hay un huésped o cliente esperando y no le puede facturar?",
            "Is a guest or customer waiting whom you can’t invoice?",
        ),
    };
    locale.pick(es, en)
}

/// What a guide item is called where an agent says that it is missing (R8).
#[must_use]
pub fn item_label(item: GuideItem, locale: Locale) -> &'static str {
    match item.field() {
        Some(Field::Kind) => locale.pick("Tipo de solicitud", "Kind of request"),
        Some(field) => label(field, locale),
        None => locale.pick("Imágenes de la pantalla", "Pictures of the screen"),
    }
}

/// What a missing guide item should say, for the mail that asks for it (R8).
#[must_use]
pub fn item_hint(item: GuideItem, locale: Locale) -> &'static str {
    item.field().map_or_else(
        || {
            locale.pick(
                "Fotos o capturas donde se vea la pantalla completa y lo que muestra.",
                "Photos or screenshots of the whole screen and what it shows.",
            )
        },
        |field| hint(field, locale),
    )
}

/// What to write in the field and why it helps, shown before it is filled in.
#[must_use]
pub const fn hint(field: Field, locale: Locale) -> &'static str {
    let (es, en) = match field {
        Field::FullName => (
            "La persona con quien hablaremos si hace falta algo.",
            "The person we’ll talk to if we need anything.",
        ),
        Field::Company => (
            "Como aparece en sus facturas o como lo conocemos.",
            "As it appears on your invoices or as we know it.",
        ),
        Field::Email => (
            "Aquí le llegan el número de su ticket y la respuesta. Mejor el suyo que uno que lean varias personas.",
            "Your ticket number and the answer arrive here. Better your own than one several people read.",
        ),
        Field::Phone => (
            "Donde le encontremos directamente. Si es fijo, con el indicativo de la ciudad; si es de otro país, con + y su indicativo.",
            "Where we reach you directly. A fixed line with its area; from another country, with + and its code.",
        ),
        Field::Subject => {
            ("En una frase, qué falla y en qué parte.", "In one sentence, what fails and where.")
        }
        Field::Kind => (
            "Elija lo que más se parezca; si no es exacto, lo ajustamos.",
            "Choose what is closest; we’ll adjust it if it isn’t exact.",
        ),
        Field::Description => (
            "Qué hizo, qué esperaba que pasara y qué pasó. Entre más detalle, más pronto la respuesta.",
            "What you did, what you expected and what happened. The more detail, the sooner the answer.",
        ),
        Field::Application => ("El programa en el que ocurre.", "The program it happens in."),
        Field::Module => {
            ("La parte del programa en la que ocurre.", "The part of the program it happens in.")
        }
        Field::Process => ("La tarea que estaba haciendo.", "The task you were doing."),
        Field::MenuPath => (
            "Los menús por los que entró, en orden y con un > entre uno y otro.",
            "The menus you went through, in order, with a > between them.",
        ),
        Field::Parameters => (
            "Lo que el programa le pidió y usted escribió: fechas, tipo de documento, tercero, valores.",
            "What the program asked for and you typed: dates, document type, third party, amounts.",
        ),
        Field::ErrorCode => {
            ("Solo si apareció uno. Cópielo tal como se ve.", "Only if one appeared. Copy it as you see it.")
        }
        Field::SystemStopped => (
            "Responda sí si nadie puede trabajar con el programa.",
            "Answer yes if nobody can work with the program.",
        ),
        Field::GuestWaiting => (
            "Responda sí solo si en este momento alguien espera su factura.",
            "Answer yes only if somebody is waiting for their invoice right now.",
        ),
    };
    locale.pick(es, en)
}

/// How the field looks filled in at a hotel, or `None` for the choices.
#[must_use]
pub const fn example(field: Field, locale: Locale) -> Option<&'static str> {
    let (es, en) = match field {
        Field::FullName => ("Marcela Ríos Gaviria", "Marcela Ríos Gaviria"),
        Field::Company => ("Hotel Mirador del Café S.A.S.", "Hotel Mirador del Café S.A.S."),
        Field::Email => ("marcela.rios@miradordelcafe.co", "marcela.rios@miradordelcafe.co"),
        Field::Phone => ("310 123 4567", "310 123 4567"),
        Field::Subject => (
            "La factura del check-out queda sin IVA en la habitación 304",
            "Check-out invoice for room 304 comes out without VAT",
        ),
        Field::Description => (
            "Al hacer el check-out de la habitación 304 la factura sale sin IVA. Ayer con la 302 salió bien. Cerré el programa, volví a entrar y sigue igual.",
            "Checking out room 304, the invoice comes out without VAT. Yesterday it was right for 302. I closed the program and went in again, and it is the same.",
        ),
        Field::Application => ("SOHO Hotel", "SOHO Hotel"),
        Field::Module => ("Recepción", "Front desk"),
        Field::Process => ("Check-out y facturación", "Check-out and invoicing"),
        Field::MenuPath => {
            ("Recepción > Huéspedes > Check-out > Facturar", "Front desk > Guests > Check-out > Invoice")
        }
        Field::Parameters => (
            "Fecha 14/10/2026, factura de venta, tercero Ana Gómez, habitación 304, valor 280.000",
            "Date 14/10/2026, sales invoice, third party Ana Gómez, room 304, amount 280,000",
        ),
        Field::ErrorCode => {
            ("FE-204: resolución de facturación no encontrada", "FE-204: invoicing resolution not found")
        }
        Field::Kind | Field::SystemStopped | Field::GuestWaiting => return None,
    };
    Some(locale.pick(es, en))
}

/// The note above the form about compulsory fields.
#[must_use]
pub const fn compulsory_note(locale: Locale) -> &'static str {
    locale.pick(
        "Todo es obligatorio, salvo lo que dice «opcional».",
        "Everything is compulsory except what says “optional”.",
    )
}

/// The word beside the label of a field that may stay empty.
#[must_use]
pub const fn optional_note(locale: Locale) -> &'static str {
    locale.pick("opcional", "optional")
}

#[cfg(test)]
mod tests {
    use domain::guide::Draft;

    use super::*;

    /// An example that the guide itself would find fault with teaches the wrong thing.
    #[test]
    fn the_examples_pass_the_guide() {
        for locale in [Locale::Es, Locale::En] {
            let mut draft = Draft {
                kind: "failure".into(),
                system_stopped: Some(false),
                guest_waiting: Some(false),
                ..Draft::default()
            };
            for field in Field::ALL {
                if let (Some(text), Some(example)) = (draft.text_mut(field), example(field, locale)) {
                    example.clone_into(text);
                }
            }
            assert_eq!(draft.check(), []);
            assert_eq!(draft.completeness().percent, 100);
        }
    }

    #[test]
    fn every_field_and_item_has_words() {
        for locale in [Locale::Es, Locale::En] {
            assert!(
                Field::ALL
                    .iter()
                    .all(|field| !label(*field, locale).is_empty() && hint(*field, locale).ends_with('.'))
            );
            assert!(GuideItem::ALL.iter().all(|item| !item_label(*item, locale).contains('?')));
            assert!(GuideItem::ALL.iter().all(|item| item_hint(*item, locale).ends_with('.')));
        }
    }
}
