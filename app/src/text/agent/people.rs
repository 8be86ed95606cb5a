//! Words of people, invitations and hotels.

use crate::locale::{Locale, locale};
use crate::text::words;

words! {
    /// The page of people.
    PeopleText {
        title: "Personas", "People";
        lead: "Quién entra al portal, qué puede hacer y de qué hotel es. Todo cambio queda en el registro.", "Who comes into the portal, what they may do and of which hotel they are. Every change is on record.";
        search: "Buscar personas", "Search people";
        text: "Nombre o correo", "Name or address";
        role: "Perfil", "Role";
        any_role: "Todos", "All";
        hotel: "Hotel", "Hotel";
        any_hotel: "Todos", "All";
        choose_hotel: "Elija el hotel", "Choose the hotel";
        branch: "Sede", "Branch";
        all_branches: "Todas las sedes", "All branches";
        find: "Buscar", "Search";
        clear: "Quitar los filtros", "Clear the filters";
        found: "Personas encontradas", "People found";
        more: "Ver más personas", "Show more people";
        none: "Nadie coincide con lo que busca", "Nobody matches your search";
        none_text: "Pruebe con menos letras, o invite a quien falta.", "Try fewer letters, or invite whoever is missing.";
        no_hotel: "sin hotel", "no hotel";
        inactive: "Desactivada", "Deactivated";
        change: "Cambiar", "Change";
        save: "Guardar el cambio", "Save the change";
        saved: "Cambio guardado.", "Change saved.";
        ends: "Si cambia el perfil, se cierran todas sus sesiones. Si cambia de hotel o de sede, dejan de servir los enlaces que creó; los tickets que abrió son del hotel donde los abrió.", "Changing the role ends all their sessions. With another hotel or branch the links they made stop working; the tickets they opened are the hotel's where they opened them.";
        oneself: "Esta es su propia cuenta: su perfil y su acceso los cambia otro administrador.", "This is your own account: another administrator changes its role and access.";
        access: "Acceso", "Access";
        back: "No, volver", "No, go back";
        deactivate: "Desactivar la cuenta", "Deactivate the account";
        deactivate_text: "Deja de entrar ahora mismo: se cierran sus sesiones, y dejan de servir sus enlaces y códigos. Sus tickets y lo que hizo se conservan.", "They are out at once: their sessions end, and their links and codes stop working. Their tickets and what they did are kept.";
        deactivate_yes: "Sí, desactivar", "Yes, deactivate";
        deactivated: "Cuenta desactivada.", "Account deactivated.";
        reactivate: "Volver a activar", "Reactivate";
        reactivate_text: "Vuelve a entrar con su correo, con el mismo perfil y hotel que tenía.", "They come in again with their address, with the role and hotel they had.";
        reactivate_yes: "Sí, activar", "Yes, reactivate";
        reactivated: "Cuenta activa de nuevo.", "Account active again.";
        reset: "Restablecer el segundo factor", "Reset the second factor";
        reset_text: "Hágalo solo si está seguro de con quién habla: por ejemplo, cara a cara o llamando a un número que usted ya tenía. Se cierran sus sesiones, configura uno nuevo al entrar y se le avisa por correo.", "Do it only if you are sure whom you are talking to: face to face, say, or calling a number you had already. Their sessions end, they set up a new one when they sign in, and they are told by mail.";
        reset_yes: "Sí, restablecer", "Yes, reset";
        was_reset: "Segundo factor restablecido. Le avisamos por correo.", "Second factor reset. They are told by mail.";
    }
}

words! {
    /// Invitations.
    InvitationsText {
        invite: "Invitar a alguien", "Invite somebody";
        lead: "Le llega un enlace que sirve una sola vez y vence en una semana.", "They get a link that works once and expires in a week.";
        email: "Correo electrónico", "E-mail";
        name: "Nombre completo", "Full name";
        send: "Enviar la invitación", "Send the invitation";
        sent: "Invitación enviada.", "Invitation sent.";
        waiting: "Invitaciones sin aceptar", "Invitations not accepted yet";
        again: "Enviar otra vez", "Send again";
        sent_again: "Se la enviamos otra vez. El enlace anterior ya no sirve.", "Sent again. The link before no longer works.";
        revoke: "Retirar", "Take back";
        revoked: "Invitación retirada: su enlace ya no sirve.", "Invitation taken back: its link no longer works.";
        expired: "Venció. Envíela otra vez si todavía hace falta.", "It expired. Send it again if it is still needed.";
    }
}

words! {
    /// The page of hotels.
    HotelsText {
        title: "Hoteles", "Hotels";
        lead: "Los hoteles y sus sedes, como los ven sus usuarios y el equipo. No se borran: los tickets los nombran.", "Hotels and their branches, as their users and the team see them. They are never removed: tickets name them.";
        add: "Agregar un hotel", "Add a hotel";
        add_branch: "Agregar una sede", "Add a branch";
        rename: "Cambiar el nombre", "Rename";
        name: "Nombre", "Name";
        save: "Guardar", "Save";
        saved: "Guardado.", "Saved.";
        branches: "Sedes", "Branches";
        no_branches: "Sin sedes: el hotel es uno solo.", "No branches: the hotel is just one.";
        none: "Todavía no hay hoteles", "No hotels yet";
        none_text: "Agregue el primero para poder invitar a su gente.", "Add the first one to invite its people.";
        people: "Ver sus personas", "See its people";
    }
}

/// "Vence el lunes 30 de noviembre, 9:00 a. m."
pub fn expires(at: &str) -> String {
    super::sentence(match locale() {
        Locale::Es => format!("Vence el {at}"),
        Locale::En => format!("It expires on {at}"),
    })
}

/// "Cambiar el nombre de Hotel Andes".
pub fn rename_of(name: &str) -> String {
    match locale() {
        Locale::Es => format!("Cambiar el nombre de {name}"),
        Locale::En => format!("Rename {name}"),
    }
}

/// "Agregar una sede a Hotel Andes".
pub fn add_branch_to(name: &str) -> String {
    match locale() {
        Locale::Es => format!("Agregar una sede a {name}"),
        Locale::En => format!("Add a branch to {name}"),
    }
}
