//! Words of the record of acts (see [`domain::audit`]).

use crate::{Locale, device};
use domain::access::Role;
use domain::audit::{AuditAct, SubjectKind};
use domain::device::Device;

/// What was done, as one says it of whoever did it: "Respondió una solicitud sobre datos".
#[must_use]
pub const fn act(act: AuditAct, locale: Locale) -> &'static str {
    let (es, en) = match act {
        AuditAct::InvitationSent => ("Invitó a alguien", "Invited somebody"),
        AuditAct::InvitationAccepted => ("Aceptó una invitación", "Accepted an invitation"),
        AuditAct::InvitationRevoked => ("Retiró una invitación", "Took an invitation back"),
        AuditAct::PersonDeactivated => ("Desactivó a alguien", "Deactivated somebody"),
        AuditAct::PersonReactivated => ("Reactivó a alguien", "Reactivated somebody"),
        AuditAct::HotelAdded => ("Agregó un hotel", "Added a hotel"),
        AuditAct::HotelRenamed => ("Cambió el nombre de un hotel", "Renamed a hotel"),
        AuditAct::BranchAdded => ("Agregó una sede", "Added a branch"),
        AuditAct::BranchRenamed => ("Cambió el nombre de una sede", "Renamed a branch"),
        AuditAct::RoleChanged => ("Cambió un rol", "Changed a role"),
        AuditAct::SecondFactorEnrolled => ("Activó el segundo factor", "Set up a second factor"),
        AuditAct::SecondFactorReset => ("Restableció un segundo factor", "Reset a second factor"),
        AuditAct::StaffSignedIn => ("Entró con su segundo factor", "Signed in with their second factor"),
        AuditAct::SecondFactorPaused => {
            ("Se pausaron los códigos de un segundo factor", "The codes of a second factor were paused")
        }
        AuditAct::RecoveryCodeUsed => ("Usó un código de recuperación", "Used a recovery code"),
        AuditAct::RecoveryCodesRenewed => {
            ("Renovó los códigos de recuperación", "Renewed the recovery codes")
        }
        AuditAct::SessionRevoked => ("Cerró una sesión", "Ended a session"),
        AuditAct::AccountMade => ("Creó la cuenta de quien llamó", "Made the account of a caller"),
        AuditAct::ConsentNoted => ("Anotó la autorización de quien llamó", "Noted the consent of a caller"),
        AuditAct::AddressChanged => ("Cambió un correo", "Changed an address"),
        AuditAct::HandOverLinkCreated => ("Creó un enlace de entrega", "Made a hand-over link"),
        AuditAct::HandOverLinkRevoked => ("Anuló un enlace de entrega", "Took a hand-over link back"),
        AuditAct::CalendarDayAdded => ("Cerró un día de atención", "Closed a day of attention"),
        AuditAct::CalendarDayRemoved => ("Abrió un día de atención", "Opened a day of attention"),
        AuditAct::DataExported => ("Descargó una copia de sus datos", "Downloaded a copy of their data"),
        AuditAct::DataErased => ("Borró sus datos", "Erased their data"),
        AuditAct::VisitorErased => {
            ("Borró los datos de quien recibió un ticket", "Erased the data of who took a ticket over")
        }
        AuditAct::DataRequestAnswered => {
            ("Respondió una solicitud sobre datos", "Answered a request about data")
        }
        AuditAct::DataRequestExtended => {
            ("Amplió el plazo de una solicitud sobre datos", "Extended the time of a request about data")
        }
        AuditAct::Imported => {
            ("Importó hoteles, personas o historias", "Imported hotels, people or histories")
        }
    };
    locale.pick(es, en)
}

/// What kind of thing it was done to.
#[must_use]
pub const fn subject(kind: SubjectKind, locale: Locale) -> &'static str {
    let (es, en) = match kind {
        SubjectKind::Account => ("Cuenta", "Account"),
        SubjectKind::Invitation => ("Invitación", "Invitation"),
        SubjectKind::Hotel => ("Hotel", "Hotel"),
        SubjectKind::Branch => ("Sede", "Branch"),
        SubjectKind::Ticket => ("Ticket", "Ticket"),
        SubjectKind::DataRequest => ("Solicitud sobre datos", "Request about data"),
        SubjectKind::CalendarDay => ("Día del calendario", "Day of the calendar"),
        SubjectKind::Service => ("El portal", "The portal"),
    };
    locale.pick(es, en)
}

/// What somebody is to the desk.
#[must_use]
pub const fn role(role: Role, locale: Locale) -> &'static str {
    let (es, en) = match role {
        Role::Client => ("Hotel", "Hotel"),
        Role::HotelAdministrator => ("Administración del hotel", "Hotel administration"),
        Role::Agent => ("Soporte", "Support"),
        Role::Developer => ("Desarrollo", "Development"),
        Role::Supervisor => ("Supervisión", "Supervision"),
        Role::Administrator => ("Administración", "Administration"),
    };
    locale.pick(es, en)
}

/// A fact of an entry by the name it is kept under; what has no words of its own is shown as it is kept.
#[must_use]
pub fn fact(name: &str, locale: Locale) -> &str {
    match name {
        "reason" => locale.pick("motivo", "reason"),
        "accounts" => locale.pick("personas", "people"),
        "second_factors" => locale.pick("segundos factores", "second factors"),
        "companies" => locale.pick("hoteles", "hotels"),
        "link" => locale.pick("enlace", "link"),
        "tickets" => "tickets",
        "ticket" => "ticket",
        "version" => locale.pick("versión", "version"),
        "device" => locale.pick("dispositivo", "device"),
        "hotel" => "hotel",
        "branch" => locale.pick("sede", "branch"),
        "role" => locale.pick("rol", "role"),
        "name" => locale.pick("nombre", "name"),
        "because" => locale.pick("porque", "because"),
        "again" => locale.pick("otra vez", "again"),
        "from" => locale.pick("antes", "before"),
        "to" => locale.pick("después", "after"),
        other => other,
    }
}

/// A fact with its value: "después: Soporte". Roles, acts and devices are told by their words, everything else as it is kept.
#[must_use]
pub fn told(name: &str, value: &str, locale: Locale) -> String {
    let as_role = matches!(name, "role" | "from" | "to").then(|| Role::parse(value)).flatten();
    let as_act = (name == "because").then(|| AuditAct::parse(value)).flatten();
    if name == "device" {
        return format!("{}: {}", fact(name, locale), device::name(Device::parse(value), locale));
    }
    let value = match (name, value) {
        ("again", "true") => locale.pick("sí", "yes"),
        _ if as_act.is_some() => as_act.map_or(value, |of| act(of, locale)),
        _ => as_role.map_or(value, |of| role(of, locale)),
    };
    format!("{}: {value}", fact(name, locale))
}

/// The heads of the columns of the record as a file, in their order.
#[must_use]
pub const fn columns(locale: Locale) -> [&'static str; 10] {
    match locale {
        Locale::Es => [
            "Número",
            "Fecha y hora de Bogotá",
            "Quién",
            "Cuenta",
            "Rol",
            "Qué hizo",
            "Código",
            "Sobre qué",
            "Cuál",
            "Detalle",
        ],
        Locale::En => [
            "Number",
            "Date and time in Bogotá",
            "Who",
            "Account",
            "Role",
            "What they did",
            "Code",
            "To what",
            "Which one",
            "Detail",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn facts_are_told_in_words() {
        assert_eq!(told("to", "agent", Locale::Es), "después: Soporte");
        assert_eq!(told("hotel", "Hotel Andes", Locale::En), "hotel: Hotel Andes");
        assert_eq!(told("reason", "agent", Locale::Es), "motivo: agent");
        assert_eq!(told("because", "person_deactivated", Locale::Es), "porque: Desactivó a alguien");
        assert_eq!(told("because", "?", Locale::En), "because: ?");
        assert_eq!(told("device", "chrome.android", Locale::Es), "dispositivo: Chrome en Android");
    }

    #[test]
    fn every_act_subject_and_role_has_words_of_its_own() {
        for locale in [Locale::Es, Locale::En] {
            let acts: BTreeSet<_> = AuditAct::ALL.into_iter().map(|of| act(of, locale)).collect();
            assert_eq!(acts.len(), AuditAct::ALL.len());
            let kinds: BTreeSet<_> = SubjectKind::ALL.into_iter().map(|of| subject(of, locale)).collect();
            assert_eq!(kinds.len(), SubjectKind::ALL.len());
            let roles: BTreeSet<_> = Role::ALL.into_iter().map(|of| role(of, locale)).collect();
            assert_eq!(roles.len(), Role::ALL.len());
        }
    }
}
