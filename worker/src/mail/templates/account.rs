//! News of what lets somebody into their account. Each says what to do if it wasn't they; none carries a link, because such mails
//! are what impostors imitate.

use super::{Block, Message, Reader};
use crate::mail::AccountNews;
use domain::Instant;
use domain::device::Device;
use domain::policy::SupportPolicy;
use wording::device::name;
use wording::{Locale, contact};

pub fn compose(news: &AccountNews, reader: &Reader) -> Message {
    let (headline, told) = told(news, reader);
    let (mut subject, mut code) = (headline.clone(), None);
    if let AccountNews::AddressCode { code: digits } = news {
        subject = format!("{headline}: {digits}");
        code = Some(Block::Code(digits.clone()));
    }
    let blocks = [Block::Headline(headline), Block::Paragraph(told)].into_iter().chain(code);
    let last = [
        Block::Paragraph(if_not_you(news, reader)),
        Block::Footer(reader.pick("Soporte SOHO", "SOHO support")),
    ];
    Message { subject, blocks: blocks.chain(last).collect() }
}

fn told(news: &AccountNews, reader: &Reader) -> (String, String) {
    match news {
        AccountNews::FactorEnrolled => (
            reader.pick("Se activó el segundo factor de su cuenta", "A second factor was set up for your account"),
            reader.pick(
                "Desde ahora su cuenta pide también el código de la aplicación con que se activó.",
                "From now on your account also asks for the code of the application it was set up with.",
            ),
        ),
        AccountNews::FactorReset => (
            reader.pick("Se restableció el segundo factor de su cuenta", "Your account’s second factor was reset"),
            reader.pick(
                "Un administrador lo retiró y cerró todas sus sesiones. La próxima vez que entre, active uno nuevo.",
                "An administrator took it away and ended all your sessions. Set up a new one the next time you sign in.",
            ),
        ),
        AccountNews::RecoveryCodesRenewed => (
            reader.pick("Se renovaron sus códigos de recuperación", "Your recovery codes were replaced"),
            reader.pick("Los que tenía antes ya no sirven.", "Those you had before no longer work."),
        ),
        AccountNews::NewDevice { device, at } => new_device(device, *at, reader),
        AccountNews::AddressCode { .. } => (
            reader.pick("Su código para cambiar de correo", "Your code to change your address"),
            reader.pick(
                "Escríbalo en “Mis datos”, donde pidió el cambio. Sirve una sola vez y vence en diez minutos.",
                "Type it in “My data”, where you asked for the change. It works once and expires in ten minutes.",
            ),
        ),
        AccountNews::AddressTaken => (
            reader.pick("Este correo ya tiene una cuenta", "This address has an account already"),
            reader.pick(
                "Alguien pidió usarlo en otra cuenta del portal. Nada cambió: para usar la que ya tiene, entre con este correo.",
                "Somebody asked to use it for another account of the portal. Nothing changed: to use the one you have, sign in with this address.",
            ),
        ),
        AccountNews::AddressChanged => (
            reader.pick("El correo de su cuenta cambió", "Your account’s address changed"),
            reader.pick(
                "Desde ahora se entra con otra dirección, y este correo ya no abre la cuenta. Se cerraron las demás sesiones, los enlaces y los códigos que había.",
                "From now on one signs in with another address, and this one no longer opens the account. All other sessions, links and codes were ended.",
            ),
        ),
    }
}

fn new_device(device: &str, at: Instant, reader: &Reader) -> (String, String) {
    let (device, at) = (name(Device::parse(device), reader.locale), reader.when(at));
    let told = match reader.locale {
        Locale::Es => format!("Dispositivo: {device}. Fue el {at}, hora de Bogotá, con su segundo factor."),
        Locale::En => format!("Device: {device}. It was on {at}, Bogotá time, with your second factor."),
    };
    (
        reader.pick("Se abrió su cuenta en un dispositivo nuevo", "Your account was opened on a new device"),
        told,
    )
}

fn if_not_you(news: &AccountNews, reader: &Reader) -> String {
    match news {
        AccountNews::AddressCode { .. } => reader.pick(
            "Si usted no lo pidió, no haga nada: sin este código nada cambia. Nunca se lo pediremos por teléfono.",
            "If you didn’t ask for it, do nothing: nothing changes without this code. We never ask for it on the phone.",
        ),
        AccountNews::NewDevice { .. } => reader.pick(
            "Si fue usted, no tiene que hacer nada. Si no, abra el portal como siempre, vaya a “Sus dispositivos” (/dispositivos), cierre todas las demás sesiones y avise ahora mismo a un administrador de SOHO: puede restablecer su segundo factor y desactivar su cuenta.",
            "If it was you, you needn’t do anything. If not, open the portal as you always do, go to “Your devices” (/dispositivos), end all other sessions and tell a SOHO administrator right away: they can reset your second factor and deactivate your account.",
        ),
        AccountNews::AddressTaken => {
            reader.pick("Si no fue usted, no tiene que hacer nada.", "If it wasn’t you, you needn’t do anything.")
        }
        AccountNews::AddressChanged => {
            let line = contact::phone(SupportPolicy::SOHO.support_line);
            match reader.locale {
                Locale::Es => format!("Si no fue usted, llame ya a la línea de soporte {line} para recuperar su cuenta."),
                Locale::En => format!("If it wasn’t you, call the support line {line} now to get your account back."),
            }
        }
        _ => reader.pick(
            "Si no fue usted o no lo pidió, avise ahora mismo a un administrador de SOHO: puede cerrar sus sesiones y desactivar su cuenta.",
            "If it wasn’t you, or you didn’t ask for it, tell a SOHO administrator right away: they can end your sessions and deactivate your account.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::{html, text};

    fn news() -> [AccountNews; 7] {
        [
            AccountNews::NewDevice { device: "firefox.windows".into(), at: Instant::UNIX_EPOCH },
            AccountNews::FactorEnrolled,
            AccountNews::FactorReset,
            AccountNews::RecoveryCodesRenewed,
            AccountNews::AddressCode { code: "012345".into() },
            AccountNews::AddressTaken,
            AccountNews::AddressChanged,
        ]
    }

    #[test]
    fn each_has_words_of_its_own_in_both_languages_says_what_to_do_and_leads_nowhere() {
        let mut seen = std::collections::HashSet::new();
        for locale in [Locale::Es, Locale::En] {
            let reader = Reader {
                origin: "https://soporte.ejemplo.co",
                now: Instant::UNIX_EPOCH,
                locale,
                answerable: false,
                inherited: false,
            };
            for news in news() {
                let message = compose(&news, &reader);
                let text = text::render(&message.blocks);
                assert!(text.contains(locale.pick("Si ", "If ")), "{text}");
                assert!(
                    !text.contains("://")
                        && !html::render(&message.subject, &message.blocks, locale).contains("<a "),
                    "{text}"
                );
                assert!(seen.insert(text));
            }
        }
    }

    #[test]
    fn a_new_device_is_named_with_the_time_and_where_its_session_is_ended() {
        for (locale, device) in [(Locale::Es, "Firefox en Windows"), (Locale::En, "Firefox on Windows")] {
            let at = "2026-07-21T20:30:00Z".parse().unwrap();
            let reader = Reader {
                origin: "https://soporte.ejemplo.co",
                now: at,
                locale,
                answerable: false,
                inherited: false,
            };
            let message = compose(&AccountNews::NewDevice { device: "firefox.windows".into(), at }, &reader);
            let text = text::render(&message.blocks);
            let when = wording::dates::people_instant(at, locale);
            assert!(
                text.contains(device) && text.contains(&when) && text.contains("/dispositivos"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_code_is_in_its_own_letter_alone() {
        let reader = Reader {
            origin: "https://soporte.ejemplo.co",
            now: Instant::UNIX_EPOCH,
            locale: Locale::Es,
            answerable: false,
            inherited: false,
        };
        for news in news() {
            let message = compose(&news, &reader);
            let told = text::render(&message.blocks).contains("012345") && message.subject.contains("012345");
            assert_eq!(told, matches!(news, AccountNews::AddressCode { .. }), "{news:?}");
        }
    }
}
