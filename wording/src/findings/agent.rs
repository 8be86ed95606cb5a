//! Findings in a call, said to the agent who types what somebody else tells.

use domain::guide::{Field, Finding, FindingCode};

use super::message;
use crate::Locale;

/// As [`message`], to an agent who registers a call: what to ask the caller, where the client would be told what to write.
#[must_use]
pub fn message_to_agent(finding: &Finding, locale: Locale) -> String {
    let words = match finding.code {
        FindingCode::Required => Some(to_ask(finding.field)),
        FindingCode::NameSingle => Some((
            "Pregunte también el apellido, para saber por quién preguntar al llamar.",
            "Ask for the surname too, to know whom to ask for when calling.",
        )),
        FindingCode::NameTooShort => Some((
            "Escriba el nombre de quien llama con letras, sin abreviarlo.",
            "Write the caller’s name in letters, not abbreviated.",
        )),
        FindingCode::EmailSeveral => {
            Some(("Escriba un solo correo: el de quien llama.", "Write a single address: the caller’s."))
        }
        FindingCode::EmailShared => Some((
            "Parece un buzón que leen varias personas. Pregunte si quien llama tiene un correo propio del trabajo.",
            "This looks like a mailbox several people read. Ask whether the caller has a work address of their own.",
        )),
        FindingCode::PhoneSeveral => Some((
            "Escriba un solo teléfono: donde el cliente conteste más fácil.",
            "Write a single number: where the client answers most easily.",
        )),
        FindingCode::SubjectUrgent => Some((
            "Quite del asunto la palabra «urgente» y escriba qué falla. Si el sistema está detenido, o alguien espera y no le pueden facturar, márquelo en las dos preguntas: así sí tiene prioridad.",
            "Take the word “urgent” out of the subject and write what fails. If the system is stopped, or somebody is waiting who can’t be invoiced, mark it in the two questions: that does give it priority.",
        )),
        FindingCode::SubjectThin => Some((
            "Con dos o tres palabras más, el equipo lo entiende antes: qué falla y en qué parte.",
            "Two or three more words and the team understands sooner: what fails and where.",
        )),
        FindingCode::KindOutOfScope => Some((
            "Esto no es de soporte: lo atiende el área comercial. Elija otra opción o pase la llamada allá.",
            "This is not support: the commercial team deals with it. Choose another option or pass the call on.",
        )),
        FindingCode::DescriptionContentless => Some((
            "Pregunte qué estaba haciendo y qué pasó; solo con esto nadie sabe qué revisar.",
            "Ask what they were doing and what happened; from this alone nobody knows what to look at.",
        )),
        FindingCode::DescriptionThin => Some((
            "Pregunte qué hizo, qué esperaba ver y qué apareció: así no hay que volver a llamar.",
            "Ask what they did, what they expected and what appeared: that spares another call.",
        )),
        FindingCode::Unanswered => Some((
            "Puede registrarlo así. Si el cliente lo averigua después, agréguelo al ticket.",
            "You can register it like this. If the client finds out later, add it to the ticket.",
        )),
        _ => None,
    };
    words.map_or_else(|| message(finding, locale), |(es, en)| locale.pick(es, en).to_owned())
}

/// What to ask the caller for what is missing.
const fn to_ask(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::FullName => {
            ("Pregunte nombre y apellido de quien llama.", "Ask for the caller’s first name and surname.")
        }
        Field::Company => {
            ("Pregunte de qué hotel o empresa llama.", "Ask which hotel or company they call from.")
        }
        Field::Email => {
            ("Pregunte el correo al que enviamos la respuesta.", "Ask for the address we send the answer to.")
        }
        Field::Phone => ("Pregunte un teléfono donde contesten.", "Ask for a phone that will be answered."),
        Field::Subject => ("Resuma en una frase lo que cuenta.", "Sum up in one sentence what they tell."),
        Field::Kind => ("Elija qué le está pasando al cliente.", "Choose what is happening to the client."),
        Field::Description => (
            "Pregunte qué hizo, qué esperaba y qué pasó.",
            "Ask what they did, what they expected and what happened.",
        ),
        Field::Application => ("Pregunte en qué aplicación ocurre.", "Ask which application it happens in."),
        Field::Module => ("Pregunte en qué módulo ocurre.", "Ask which module it happens in."),
        Field::Process => {
            ("Pregunte qué estaba haciendo en ese momento.", "Ask what they were doing at that moment.")
        }
        Field::MenuPath => (
            "Pregunte, paso a paso, por qué menús entró.",
            "Ask, step by step, which menus they went through.",
        ),
        Field::Parameters => (
            "Pregunte los datos que ingresó: fechas, tipo de documento, tercero, valores.",
            "Ask what they entered: dates, document type, third party, amounts.",
        ),
        Field::ErrorCode => {
            ("Pregunte el código o el mensaje del error.", "Ask for the code or the message of the error.")
        }
        Field::SystemStopped => {
            ("Pregunte si el sistema está detenido.", "Ask whether the system is stopped.")
        }
        Field::GuestWaiting => (
            "Pregunte si hay alguien esperando a quien no le pueden facturar.",
            "Ask whether somebody is waiting who can’t be invoiced.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use domain::guide::Severity;

    use super::*;

    #[test]
    fn an_agent_is_never_spoken_to_as_the_client() {
        for code in FindingCode::ALL {
            for field in Field::ALL {
                let finding = Finding { field, code, severity: Severity::Error, suggestion: None };
                let words = message_to_agent(&finding, Locale::Es);
                for of_the_client in [
                    "su nombre",
                    "su apellido",
                    "su hotel",
                    "el suyo",
                    "quiere recibir",
                    "con usted",
                    "Cuéntenos",
                    "le está pasando.",
                ] {
                    assert!(!words.contains(of_the_client), "{field} {code}: {words}");
                }
                assert!(words.ends_with('.'), "{words}");
            }
        }
    }
}
