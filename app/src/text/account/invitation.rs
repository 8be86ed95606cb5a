//! Accepting an invitation.

use crate::text::words;

words! {
    /// The page that an invitation's link opens.
    InvitationText {
        title: "Le invitaron al portal", "You are invited to the portal";
        lead:
            "Al aceptar entra en este equipo. No hay contraseñas: después entra con un código que le llega al mismo correo.",
            "Accepting signs you in on this device. There are no passwords: later you sign in with a code mailed to the same address.";
        until: "La invitación vence el", "The invitation expires on";
        accept: "Aceptar y entrar", "Accept and sign in";
        already: "¿Ya la había aceptado?", "Accepted it before?";
        sign_in: "Entre con su correo", "Sign in with your e-mail";
        broken: "Al enlace le falta un pedazo", "The link misses a piece";
        broken_text: "Ábralo otra vez desde el correo de la invitación, o pida que se la envíen de nuevo.", "Open it again from the invitation’s mail, or ask for it to be sent again.";
    }
}
