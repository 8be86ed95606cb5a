//! Words about personal data (Ley 1581 de 2012) that both the portal and the mails show.

use crate::Locale;
use domain::guide::{EmailAddress, FullName, PhoneNumber, Subject};
use domain::privacy::{DataRequestKind, DataRequestState, Purpose, Replacement};

/// What stands where somebody's own words stood, and the name of a photo.
pub const RETIRED: &str = "Retirado a petición de su titular";

/// What stands in a history where somebody's facts stood. It is stored, so it is in the house's first language.
#[must_use]
pub fn replacement() -> Option<Replacement> {
    Some(Replacement {
        name: FullName::parse("Persona retirada").ok()?,
        email: EmailAddress::parse("retirado@datos.invalid").ok()?,
        // Our own line: a number must be one that exists.
        phone: PhoneNumber::parse(domain::policy::SupportPolicy::SOHO.support_line).ok()?,
        subject: Subject::parse("Caso de una persona que retiró sus datos", true).ok()?,
        text: RETIRED.to_owned(),
    })
}

/// What data are used for.
#[must_use]
pub const fn purpose(purpose: Purpose, locale: Locale) -> &'static str {
    match purpose {
        Purpose::Support => {
            locale.pick("Atender sus solicitudes de soporte.", "To attend to your support requests.")
        }
        Purpose::Notices => locale.pick(
            "Avisarle por correo o por teléfono cómo avanzan.",
            "To tell you by mail or by phone how they go.",
        ),
        Purpose::Figures => locale.pick(
            "Medir si cumplimos lo que prometemos, con cifras que no nombran a nadie.",
            "To measure whether we keep our promises, in figures that name nobody.",
        ),
    }
}

/// What somebody asks about their data.
#[must_use]
pub const fn kind(kind: DataRequestKind, locale: Locale) -> &'static str {
    match kind {
        DataRequestKind::Inquiry => locale.pick("Consulta", "Inquiry"),
        DataRequestKind::Claim => locale.pick("Reclamo", "Claim"),
    }
}

/// How it stands.
#[must_use]
pub const fn state(state: DataRequestState, locale: Locale) -> &'static str {
    match state {
        DataRequestState::Open => locale.pick("Por responder", "To be answered"),
        DataRequestState::Overdue => locale.pick("Plazo vencido", "Overdue"),
        DataRequestState::Answered => locale.pick("Respondida a tiempo", "Answered in time"),
        DataRequestState::AnsweredLate => locale.pick("Respondida fuera de plazo", "Answered late"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_replaces_a_persons_facts_can_stand_in_a_history() {
        assert!(replacement().is_some());
    }
}
