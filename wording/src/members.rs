//! What is wrong with a member of a request that only the desk's own records can tell, and what to send instead.

use crate::Locale;

/// Why a member can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberProblem {
    /// The text that was agreed to is not the one in force.
    OtherVersion,
    /// Nobody agreed to the text on personal data, before or now.
    ConsentMissing,
    /// An erasure without the word that confirms it.
    NotConfirmed,
    /// The branch is none of the person's hotel.
    UnknownBranch,
    /// There is no such hotel.
    UnknownHotel,
    /// The account is none that tickets can be assigned to.
    NotStaff,
    /// There is no such ticket, as far as the sender may know.
    UnknownTicket,
    /// The place in a list is none that a page gave.
    UnknownPage,
    /// It is no e-mail address.
    NotAnAddress,
    /// The number is not reserved, or not any more.
    NotReserved,
    /// A link works for at least an hour and at most a week.
    LinkHours,
    /// A name that says nothing, or too much.
    VisitorName,
    /// The address is of no push service that pushes are handed to.
    PushService,
    /// The key can be none of a device.
    PushKeys,
}

impl MemberProblem {
    /// Every one, for tables and tests.
    pub const ALL: [Self; 14] = [
        Self::ConsentMissing,
        Self::UnknownBranch,
        Self::UnknownHotel,
        Self::NotStaff,
        Self::UnknownTicket,
        Self::UnknownPage,
        Self::NotAnAddress,
        Self::OtherVersion,
        Self::NotConfirmed,
        Self::NotReserved,
        Self::LinkHours,
        Self::VisitorName,
        Self::PushService,
        Self::PushKeys,
    ];

    /// The stable code, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownBranch => "unknown_branch",
            Self::UnknownHotel => "unknown_hotel",
            Self::NotStaff => "not_staff",
            Self::UnknownTicket => "unknown_ticket",
            Self::UnknownPage => "unknown_page",
            Self::NotAnAddress => "not_an_address",
            Self::OtherVersion => "other_version",
            Self::ConsentMissing => "consent_missing",
            Self::NotConfirmed => "not_confirmed",
            Self::NotReserved => "not_reserved",
            Self::LinkHours => "link_hours",
            Self::VisitorName => "visitor_name",
            Self::PushService => "push_service",
            Self::PushKeys => "push_keys",
        }
    }
}

/// What to do about it.
#[must_use]
pub fn message(problem: MemberProblem, locale: Locale) -> &'static str {
    match problem {
        MemberProblem::UnknownBranch => locale.pick(
            "Esa sede no es del hotel de quien pide la ayuda. Elija una de las suyas.",
            "That branch isn't of the hotel that asks for help. Choose one of its own.",
        ),
        MemberProblem::UnknownHotel => {
            locale.pick("Ese hotel no existe. Elija uno de la lista.", "There is no such hotel. Choose one of the list.")
        }
        MemberProblem::NotStaff => locale.pick(
            "Esa persona no atiende tickets. Elija a alguien del equipo de soporte.",
            "That person doesn't work on tickets. Choose somebody of the support team.",
        ),
        MemberProblem::UnknownTicket => locale.pick(
            "No hay un ticket con ese número. Revíselo.",
            "There is no ticket with that number. Check it.",
        ),
        MemberProblem::UnknownPage => locale.pick(
            "Esa página de la lista no existe. Vuelva al comienzo de la lista.",
            "That page of the list doesn't exist. Go back to the start of the list.",
        ),
        MemberProblem::OtherVersion => locale.pick(
            "El texto cambió. Vuelva a cargar la página, léalo y acéptelo de nuevo.",
            "The text has changed. Load the page again, read it and agree again.",
        ),
        MemberProblem::ConsentMissing => locale.pick(
            "Marque la casilla para autorizar el uso de los datos. Sin eso no podemos recibir el ticket.",
            "Tick the box to consent to the use of the data. Without it we can’t take the ticket.",
        ),
        MemberProblem::NotConfirmed => {
            locale.pick("Escriba BORRAR para confirmar.", "Write BORRAR to confirm.")
        }
        MemberProblem::LinkHours => locale.pick(
            "El enlace puede servir desde una hora hasta siete días.",
            "The link can work from one hour to seven days.",
        ),
        MemberProblem::VisitorName => {
            locale.pick("Escriba su nombre, en una línea corta.", "Write your name, on one short line.")
        }
        MemberProblem::PushService => locale.pick(
            "Este navegador recibe avisos por un servicio que no usamos. Las novedades le llegan por correo.",
            "This browser takes notifications through a service that we don't use. News reaches you by mail.",
        ),
        MemberProblem::PushKeys => locale.pick(
            "Este navegador no dio las claves que cifran los avisos. Quite el permiso de avisos y vuelva a darlo.",
            "This browser didn't give the keys that encrypt notifications. Take the permission back and give it again.",
        ),
        MemberProblem::NotAnAddress => locale.pick(
            "Eso no es una dirección de correo. Escriba una como ana@hotel.co.",
            "That is no e-mail address. Write one like ana@hotel.co.",
        ),
        MemberProblem::NotReserved => locale.pick(
            "Ese número no está reservado, o su reserva ya venció. Registre la llamada sin él y dicte el nuevo.",
            "That number is not reserved, or no longer. Register the call without it and dictate the new one.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_code_and_words_of_its_own_in_both_languages() {
        for (place, problem) in MemberProblem::ALL.into_iter().enumerate() {
            for other in MemberProblem::ALL.into_iter().skip(place + 1) {
                assert_ne!(problem.code(), other.code());
                assert_ne!(message(problem, Locale::Es), message(other, Locale::Es));
            }
            assert_ne!(message(problem, Locale::Es), message(problem, Locale::En));
        }
    }
}
