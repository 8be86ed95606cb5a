//! The guide's fields and what is found in them, in words that say what to do.

mod agent;
mod fields;

use domain::guide::{Field, Finding, FindingCode};

pub use self::agent::message_to_agent;
pub use self::fields::{compulsory_note, example, hint, item_hint, item_label, label, optional_note};
use crate::Locale;

/// What a finding asks the person to do, as a whole sentence or two. With a suggestion, it ends in the question
/// whether that was meant.
#[must_use]
pub fn message(finding: &Finding, locale: Locale) -> String {
    let advice = match finding.code {
        FindingCode::Required => required(finding.field, locale).to_owned(),
        FindingCode::TooLong => too_long(finding.field, locale),
        code => by_code(code, locale).to_owned(),
    };
    match (&finding.suggestion, locale) {
        (None, _) => advice,
        (Some(meant), Locale::Es) => format!("{advice} ¿Quiso escribir {meant}?"),
        (Some(meant), Locale::En) => format!("{advice} Did you mean {meant}?"),
    }
}

const fn required(field: Field, locale: Locale) -> &'static str {
    let (es, en) = match field {
        Field::FullName => ("Escriba su nombre y apellido.", "Write your first name and surname."),
        Field::Company => {
            ("Escriba el nombre de su hotel o empresa.", "Write the name of your hotel or company.")
        }
        Field::Email => (
            "Escriba el correo donde quiere recibir la respuesta.",
            "Write the address you want the answer at.",
        ),
        Field::Phone => (
            "Escriba un teléfono donde podamos hablar con usted.",
            "Write a phone number where we can talk to you.",
        ),
        Field::Subject => {
            ("Resuma en una frase qué está pasando.", "Sum up in one sentence what is happening.")
        }
        Field::Kind => ("Elija qué le está pasando.", "Choose what is happening to you."),
        Field::Description => (
            "Cuéntenos qué hizo, qué esperaba y qué pasó.",
            "Tell us what you did, what you expected and what happened.",
        ),
        Field::Application => ("Indique en qué aplicación ocurre.", "Say which application it happens in."),
        Field::Module => ("Indique en qué módulo ocurre.", "Say which module it happens in."),
        Field::Process => {
            ("Indique qué estaba haciendo en ese momento.", "Say what you were doing at that moment.")
        }
        Field::MenuPath => (
            "Escriba, paso a paso, por qué menús entró.",
            "Write, step by step, which menus you went through.",
        ),
        Field::Parameters => (
            "Escriba los datos que ingresó: fechas, tipo de documento, tercero, valores.",
            "Write what you entered: dates, document type, third party, amounts.",
        ),
        Field::ErrorCode => {
            ("Escriba el código o el mensaje del error.", "Write the code or the message of the error.")
        }
        Field::SystemStopped => {
            ("Responda sí o no: ¿el sistema está detenido?", "Answer yes or no: is the system stopped?")
        }
        Field::GuestWaiting => (
            "Responda sí o no: ¿hay alguien esperando y no le puede facturar?",
            "Answer yes or no: is somebody waiting whom you can’t invoice?",
        ),
    };
    locale.pick(es, en)
}

fn too_long(field: Field, locale: Locale) -> String {
    let most = field.max_chars().unwrap_or_default();
    match locale {
        Locale::Es => format!("Acorte este texto: caben {most} caracteres."),
        Locale::En => format!("Shorten this text: it takes {most} characters."),
    }
}

/// The words for the codes that belong to one field. `Required` and `TooLong` have their own above.
#[expect(clippy::too_many_lines, reason = "a table of words, one entry a code")]
const fn by_code(code: FindingCode, locale: Locale) -> &'static str {
    let (es, en) = match code {
        FindingCode::Required => ("Complete este dato.", "Fill this in."),
        FindingCode::TooLong => ("Acorte este texto.", "Shorten this text."),
        FindingCode::NameSingle => (
            "Agregue su apellido, así sabremos por quién preguntar cuando llamemos.",
            "Add your surname, so we know whom to ask for when we call.",
        ),
        FindingCode::NameForbiddenCharacter => (
            "Escriba solo el nombre y el apellido, en ese orden y sin comas ni signos como < > @ : ;.",
            "Write just the first name and surname, in that order, without commas or signs such as < > @ : ;.",
        ),
        FindingCode::NameTooShort => {
            ("Escriba su nombre con letras, sin abreviarlo.", "Write your name in letters, not abbreviated.")
        }
        FindingCode::EmailWithoutAt => (
            "Al correo le falta la arroba (@). Revíselo, por ejemplo: ana.ruiz@hotel.co.",
            "The address lacks the @ sign. Check it, for example: ana.ruiz@hotel.co.",
        ),
        FindingCode::EmailSeveral => {
            ("Escriba un solo correo, el suyo.", "Write a single address, your own.")
        }
        FindingCode::EmailForbiddenCharacter => (
            "Quite del correo los espacios, las comas y los signos como < >.",
            "Take spaces, commas and signs such as < > out of the address.",
        ),
        FindingCode::EmailLocalPart => (
            "Revise lo que va antes de la arroba: letras sin tilde, números y puntos, sin dos puntos seguidos ni puntos en los extremos.",
            "Check what stands before the @: letters without accents, numbers and dots, no two dots in a row nor at either end.",
        ),
        FindingCode::EmailDomain => (
            "Revise lo que va después de la arroba; debe parecerse a gmail.com o hotel.com.co.",
            "Check what stands after the @; it should look like gmail.com or hotel.com.co.",
        ),
        FindingCode::EmailTooLong => {
            ("Ese correo es demasiado largo. Escriba otro.", "That address is too long. Write another one.")
        }
        FindingCode::EmailShared => (
            "Este parece un buzón que leen varias personas. Si puede, use su correo personal del trabajo para que la respuesta le llegue a usted.",
            "This looks like a mailbox several people read. If you can, use your own work address so the answer reaches you.",
        ),
        FindingCode::EmailTypo => (
            "Revise el correo, puede tener un error de digitación.",
            "Check the address, it may be mistyped.",
        ),
        FindingCode::PhoneNotANumber => (
            "Escriba el teléfono con números, por ejemplo 310 123 4567. La extensión va al final: ext. 12.",
            "Write the phone in digits, for example 310 123 4567. An extension goes at the end: ext. 12.",
        ),
        FindingCode::PhoneSeveral => (
            "Escriba un solo teléfono, donde le encontremos más fácil.",
            "Write a single number, where you are easiest to find.",
        ),
        FindingCode::PhoneAreaMissing => (
            "Falta el indicativo de la ciudad. Escríbalo antes del número, por ejemplo 601 en Bogotá, 604 en Medellín o 606 en el Eje Cafetero.",
            "The area is missing. Write it before the number, for example 601 for Bogotá, 604 for Medellín or 606 for the coffee region.",
        ),
        FindingCode::PhoneCountryMissing => (
            "No parece un número de Colombia. Si es de otro país, escríbalo con + y el indicativo del país.",
            "It doesn’t look like a Colombian number. If it is from another country, write it with + and the country code.",
        ),
        FindingCode::PhoneUnknownCountry => (
            "Ningún país tiene ese indicativo. Revise los números que siguen al +.",
            "No country has that code. Check the digits after the +.",
        ),
        FindingCode::PhoneTooShort => (
            "Faltan dígitos. Un celular de Colombia tiene 10 y empieza por 3; un fijo tiene 10 y empieza por 60.",
            "Digits are missing. A Colombian mobile has 10 and begins with 3; a fixed line has 10 and begins with 60.",
        ),
        FindingCode::PhoneTooLong => (
            "Sobran dígitos. Revise que sea un solo número; la extensión va al final: ext. 12.",
            "There are too many digits. Check that it is one number; an extension goes at the end: ext. 12.",
        ),
        FindingCode::PhoneNotDialable => (
            "A ese número no se puede llamar. Revise los primeros dígitos; en Colombia un celular empieza por 3 y un fijo por 60.",
            "That number can’t be called. Check its first digits; in Colombia a mobile begins with 3 and a fixed line with 60.",
        ),
        FindingCode::SubjectTooShort => (
            "Amplíe el asunto: qué falla y dónde. Por ejemplo, «No imprime la factura del restaurante».",
            "Say more in the subject: what fails and where. For example, “Restaurant invoice isn’t printed”.",
        ),
        FindingCode::SubjectContentless => (
            "Diga en el asunto qué es lo que falla. Por ejemplo, «Error al cerrar el turno de caja».",
            "Say in the subject what it is that fails. For example, “Error when closing the till shift”.",
        ),
        FindingCode::SubjectUrgent => (
            "Quite del asunto la palabra «urgente» y cuente qué falla. Si el sistema está detenido, o alguien espera y no le puede facturar, respóndalo en las dos preguntas: así sí tiene prioridad.",
            "Take the word “urgent” out of the subject and say what fails. If the system is stopped, or somebody is waiting whom you can’t invoice, say so in the two questions: that does give it priority.",
        ),
        FindingCode::SubjectUrgencyDenied => (
            "No hace falta aclarar que no es urgente. Aproveche el asunto para decir qué falla.",
            "There is no need to say that it isn’t urgent. Use the subject to say what fails.",
        ),
        FindingCode::SubjectThin => (
            "Con dos o tres palabras más en el asunto le entenderemos antes: qué falla y en qué parte.",
            "Two or three more words in the subject and we’ll understand sooner: what fails and where.",
        ),
        FindingCode::KindUnknown => {
            ("Elija una de las opciones de la lista.", "Choose one of the options in the list.")
        }
        FindingCode::KindOutOfScope => (
            "Esta solicitud no es de soporte: la atiende el área comercial. Elija otra opción o continúe con ellos.",
            "This is not a support request: the commercial team deals with it. Choose another option or go on with them.",
        ),
        FindingCode::DescriptionContentless => (
            "Cuéntenos qué estaba haciendo y qué pasó; solo con esto no podemos saber qué revisar.",
            "Tell us what you were doing and what happened; from this alone we can’t know what to look at.",
        ),
        FindingCode::DescriptionThin => (
            "Si agrega qué hizo, qué esperaba ver y qué apareció, podremos responderle sin volver a preguntar.",
            "If you add what you did, what you expected and what appeared, we can answer without asking again.",
        ),
        FindingCode::DescriptionRepeatsSubject => (
            "La descripción repite el asunto. Agregue los pasos y lo que vio en la pantalla.",
            "The description repeats the subject. Add the steps and what you saw on the screen.",
        ),
        FindingCode::MenuPathSingleStep => (
            "Escriba el camino completo, con un > entre menús: Recepción > Caja > Cierre de turno.",
            "Write the whole path, with a > between menus: Front desk > Till > Close shift.",
        ),
        FindingCode::ParametersThin => (
            "Agregue los datos exactos: fecha, número de documento, tercero o valor con los que ocurre.",
            "Add the exact data it happens with: date, document number, third party or amount.",
        ),
        FindingCode::Unanswered => (
            "Puede enviarlo así. Si lo averigua después, respóndanos con ese dato y avanzaremos más rápido.",
            "You can send it like this. If you find out later, reply with it and we’ll get on faster.",
        ),
    };
    locale.pick(es, en)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use domain::guide::Severity;

    use super::*;

    fn finding(field: Field, code: FindingCode) -> Finding {
        Finding { field, code, severity: Severity::Error, suggestion: None }
    }

    #[test]
    fn every_code_has_its_own_words_in_both_languages() {
        let mut seen = HashSet::new();
        for locale in [Locale::Es, Locale::En] {
            for code in FindingCode::ALL {
                let words = message(&finding(Field::Email, code), locale);
                assert!(words.ends_with('.') && seen.insert(words), "{code} {locale:?}");
            }
        }
    }

    #[test]
    fn a_missing_field_is_asked_for_by_what_it_is() {
        let mut seen = HashSet::new();
        for field in Field::ALL {
            assert!(seen.insert(message(&finding(field, FindingCode::Required), Locale::Es)), "{field}");
        }
    }

    #[test]
    fn a_suggestion_is_asked_about() {
        let typo = Finding {
            suggestion: Some("ana@gmail.com".into()),
            ..finding(Field::Email, FindingCode::EmailTypo)
        };
        assert!(message(&typo, Locale::Es).ends_with("¿Quiso escribir ana@gmail.com?"));
        assert!(message(&typo, Locale::En).ends_with("Did you mean ana@gmail.com?"));
    }

    #[test]
    fn too_long_says_how_long_it_may_be() {
        let most = Field::Subject.max_chars().unwrap().to_string();
        assert!(message(&finding(Field::Subject, FindingCode::TooLong), Locale::Es).contains(&most));
    }
}
