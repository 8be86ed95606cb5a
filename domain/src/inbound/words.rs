//! What somebody wrote in a mail, without what their mail program added: the history below, and the signature.

/// Words between a line that begins like this and one that ends like that introduce a quotation, in the languages of the
/// mail programs around here.
const INTRODUCTIONS: [(&str, &str); 4] =
    [("el ", "escribió:"), ("on ", "wrote:"), ("em ", "escreveu:"), ("le ", "a écrit :")];

/// Mail programs break such an introduction over as many lines.
const INTRODUCTION_LINES: usize = 4;

/// Lines after which everything is history.
const SEPARATORS: [&str; 4] = [
    "-----original message-----",
    "-----mensaje original-----",
    "---- original message ----",
    "________________________________",
];

/// The first line of the headers that Outlook puts above what it quotes, and what one of the next lines begins with.
const QUOTED_HEADERS: [(&str, &[&str]); 2] = [
    ("from:", &["sent:", "date:", "to:"]),
    ("de:", &["enviado:", "enviado el:", "fecha:", "para:", "date:"]),
];

/// Last lines that a phone adds by itself.
const PHONES: [&str; 6] = [
    "enviado desde mi ",
    "sent from my ",
    "enviado desde outlook",
    "obtener outlook para ",
    "get outlook for ",
    "enviado desde yahoo",
];

/// A person's own words of a mail's text. Answers between quoted lines are kept; the quoted lines are not.
#[must_use]
pub fn own_words(text: &str) -> String {
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\u{a0}', " ");
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    let mut own: Vec<&str> = Vec::new();
    let mut rest = lines.as_slice();
    while let [line, after @ ..] = rest {
        if is_end(line, after) {
            break;
        }
        if is_quoted(line) {
            rest = after;
        } else if let Some(length) = introduction(rest) {
            let below = rest.get(length..).unwrap_or_default();
            // History without marks at its lines goes on to the end.
            if !below.iter().find(|line| !line.is_empty()).is_some_and(|line| is_quoted(line)) {
                break;
            }
            rest = below;
        } else {
            own.push(line);
            rest = after;
        }
    }
    while own.last().is_some_and(|line| line.trim().is_empty() || is_phones(line)) {
        own.pop();
    }
    let mut words = own.join("\n");
    while words.contains("\n\n\n") {
        words = words.replace("\n\n\n", "\n\n");
    }
    words.trim().to_owned()
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn is_phones(line: &str) -> bool {
    let line = line.trim().to_lowercase();
    PHONES.iter().any(|phone| line.starts_with(phone)) && line.chars().count() <= 80
}

/// Whether nothing from here on is the writer's: a signature (RFC 3676 §4.3, its blank trimmed), or history.
fn is_end(line: &str, after: &[&str]) -> bool {
    let plain = line.trim().trim_matches('*').to_lowercase();
    if plain == "--" || SEPARATORS.iter().any(|separator| plain.starts_with(separator)) {
        return true;
    }
    QUOTED_HEADERS.iter().any(|(first, others)| {
        plain.starts_with(first)
            && after.iter().take(3).any(|line| {
                let line = line.trim().trim_matches('*').to_lowercase();
                others.iter().any(|other| line.starts_with(other))
            })
    })
}

/// How many lines introduce a quotation here. Whoever is quoted has an address or is this desk; words that a person writes
/// of what somebody else wrote are theirs.
fn introduction(lines: &[&str]) -> Option<usize> {
    let mut joined = String::new();
    for (index, line) in lines.iter().take(INTRODUCTION_LINES).enumerate() {
        if line.is_empty() || is_quoted(line) {
            return None;
        }
        joined.push_str(&line.trim().to_lowercase());
        let known =
            INTRODUCTIONS.iter().any(|(begins, ends)| joined.starts_with(begins) && joined.ends_with(ends));
        if known && (joined.contains('@') || joined.contains("soporte soho")) {
            return Some(index + 1);
        }
        joined.push(' ');
    }
    None
}

#[cfg(test)]
mod tests {
    use super::own_words;

    #[test]
    fn history_is_left_out_as_mail_programs_write_it() {
        for mail in [
            "Sigue igual.\n\nEl mar, 14 jul 2026 a las 10:30, Soporte SOHO (<soporte@sohoapps.co>) escribió:\n\n> Hola\n> ¿Sigue?\n",
            "Sigue igual.\r\n\r\nEl mar, 14 jul 2026 a la(s) 10:30\u{a0}a. m., Soporte SOHO\r\n<soporte@sohoapps.co> escribió:\r\n> Hola\r\n",
            "Sigue igual.\n\nOn Tue, Jul 14, 2026 at 10:30 AM Soporte SOHO <soporte@sohoapps.co>\nwrote:\n\n> Hola",
            "Sigue igual.\n\nEl 14/07/2026 a las 10:30, Soporte SOHO escribió:\n\nHola\n¿Sigue?",
            "Sigue igual.\n\n-----Mensaje original-----\nDe: Soporte SOHO\nHola",
            "Sigue igual.\n\n________________________________\nDe: Soporte SOHO <soporte@sohoapps.co>\nHola",
            "Sigue igual.\n\nDe: Soporte SOHO <soporte@sohoapps.co>\nEnviado: martes, 14 de julio\nPara: Ana\nHola",
            "Sigue igual.\n\n*From:* Soporte SOHO <soporte@sohoapps.co>\n*Sent:* Tuesday\nHola",
            "Sigue igual.\n-- \nAna Rojas\nHotel Caribe",
            "Sigue igual.\n\nEnviado desde mi iPhone\n\nEl 14 jul 2026, a las 10:30, Soporte SOHO <soporte@sohoapps.co> escribió:\n\n> Hola",
            "Sigue igual.\n\nObtener Outlook para Android<https://aka.ms/x>\n",
            "> Hola\n> ¿Sigue?\n\nSigue igual.",
        ] {
            assert_eq!(own_words(mail), "Sigue igual.", "{mail:?}");
        }
    }

    #[test]
    fn answers_between_quoted_lines_stay_in_order() {
        let mail = "El mar, 14 jul 2026, Soporte SOHO <soporte@sohoapps.co> escribió:\n> ¿Qué versión?\n\nLa 4.2\n\n> ¿Y el error?\n\nE-17";
        assert_eq!(own_words(mail), "La 4.2\n\nE-17");
    }

    #[test]
    fn a_persons_own_words_are_never_taken_for_history() {
        for mail in [
            "El cajero de la noche escribió:\n\"no imprime\"",
            "El turno terminó a las 6.\nEl informe dice que alguien escribió: cero",
            "De: caja 1 a caja 2 no pasa el saldo\ny sigue así",
            "On Monday the night clerk wrote:\nit fails",
            "Fecha: 2026-07-14\nValor: 120000",
            "Uno\n\nDos\n\nTres",
        ] {
            assert_eq!(own_words(mail), mail, "{mail:?}");
        }
    }

    #[test]
    fn nothing_of_ones_own_is_nothing() {
        for mail in ["", "\n \n", "> Hola\n> ¿Sigue?", "-- \nAna", "Enviado desde mi iPhone"] {
            assert_eq!(own_words(mail), "", "{mail:?}");
        }
    }
}
