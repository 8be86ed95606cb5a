//! Words of people and where they stand.

use crate::Locale;
use domain::access::Role;
use domain::people::PeopleRefusal;

/// What somebody of this role is called.
#[must_use]
pub const fn role_name(role: Role, locale: Locale) -> &'static str {
    match role {
        Role::Client => locale.pick("Usuario de un hotel", "Hotel user"),
        Role::HotelAdministrator => locale.pick("Administrador de un hotel", "Hotel administrator"),
        Role::Agent => locale.pick("Agente de soporte", "Support agent"),
        Role::Developer => locale.pick("Investigación y desarrollo", "Research and development"),
        Role::Supervisor => locale.pick("Supervisor de soporte", "Support supervisor"),
        Role::Administrator => locale.pick("Administrador de SOHO", "SOHO administrator"),
    }
}

/// What an invitation says of itself: who invites, and as what.
#[must_use]
pub fn invites(by: &str, role: Role, hotel: Option<&str>, locale: Locale) -> String {
    let role = lower_first(role_name(role, locale));
    match (locale, hotel) {
        (Locale::Es, Some(hotel)) => format!("{by} le invita a entrar como {role}, en {hotel}."),
        (Locale::Es, None) => format!("{by} le invita a entrar como {role}."),
        (Locale::En, Some(hotel)) => format!("{by} invites you as {role}, at {hotel}."),
        (Locale::En, None) => format!("{by} invites you as {role}."),
    }
}

/// Within a sentence.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Why a change of people is not carried out, and what to do.
#[must_use]
pub const fn refusal(refusal: PeopleRefusal, locale: Locale) -> &'static str {
    match refusal {
        PeopleRefusal::Oneself => locale.pick(
            "Nadie cambia su propio perfil ni se desactiva a sí mismo. Pídaselo a otro administrador.",
            "Nobody changes their own role or deactivates themselves. Ask another administrator.",
        ),
        PeopleRefusal::LastAdministrator => locale.pick(
            "Es el único administrador. Nombre antes a otro.",
            "They are the only administrator. Appoint another one first.",
        ),
        PeopleRefusal::HotelMissing => locale.pick("Elija su hotel.", "Choose their hotel."),
        PeopleRefusal::StaffOfHotel => locale.pick(
            "El equipo de SOHO no pertenece a un hotel: quite el hotel.",
            "SOHO’s staff belong to no hotel: remove the hotel.",
        ),
        PeopleRefusal::BranchWithoutHotel => {
            locale.pick("Elija el hotel de esa sede.", "Choose the hotel of that branch.")
        }
        PeopleRefusal::AlreadySomebody => locale.pick(
            "Ese correo ya tiene cuenta con un perfil. Búsquela en la lista y cámbiela allí.",
            "That address has an account with a place already. Find it in the list and change it there.",
        ),
        PeopleRefusal::Deactivated => locale.pick(
            "Ese correo es de una cuenta desactivada. Búsquela en la lista y vuelva a activarla; después, si le falta perfil u hotel, cámbielos allí.",
            "That address is of a deactivated account. Find it in the list and reactivate it; then, if it lacks a role or hotel, change them there.",
        ),
        PeopleRefusal::AlreadyInvited => locale.pick(
            "Ese correo ya tiene una invitación. Envíela otra vez o retírela.",
            "That address is invited already. Send it again or take it back.",
        ),
        PeopleRefusal::NameTaken => {
            locale.pick("Ya hay uno con ese nombre. Use otro.", "There is one of that name. Use another.")
        }
        PeopleRefusal::SameAddress => locale.pick(
            "Ese ya es su correo. Escriba el nuevo.",
            "That is your address already. Write the new one.",
        ),
        PeopleRefusal::Name => {
            locale.pick("Escriba el nombre, en 80 letras o menos.", "Write the name, in 80 letters or fewer.")
        }
    }
}
