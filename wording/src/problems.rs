//! What went wrong with a request and what to do about it.

mod refusals;

use self::refusals::explain_refusal;
pub use self::refusals::status;
use crate::Locale;
use domain::ticket::{Refusal, TicketNumber};

/// Everything a request can meet instead of its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// The body or a parameter can't be read.
    Malformed,
    /// A write came without its idempotency key.
    KeyMissing,
    /// The same key came with something else.
    KeyReused,
    /// Nobody is signed in.
    SignInRequired,
    /// The one-time code is not the one that was sent.
    CodeWrong,
    /// The one-time code is too old, was used, or was tried too often.
    CodeExpired,
    /// Too many wrong codes for one address within an hour.
    CodesPaused,
    /// The link of a mail is too old or was used.
    LinkExpired,
    /// A link that opens one ticket expired, was taken back, or never was.
    LinkInvalid,
    /// One of SOHO's staff has not shown their second factor in this session.
    SecondFactorRequired,
    /// Whoever isn't known has to show that they are a person first.
    VerificationRequired,
    /// The code is not the one that the application shows, or it was used.
    FactorCodeWrong,
    /// Too many wrong codes of a second factor within an hour.
    FactorPaused,
    /// A second factor is set up already.
    FactorEnrolled,
    /// A ticket's number with a code was tried too often; it opens by other ways meanwhile.
    DoorShut,
    /// A write came from another site.
    ForeignOrigin,
    /// There is nothing there, or nothing the reader may know of.
    NotFound,
    /// Not with this method.
    MethodNotAllowed,
    /// Others kept changing the same thing.
    Busy,
    /// More bytes than are taken.
    TooLarge {
        /// The most that is taken, in bytes.
        limit: usize,
    },
    /// A body that should be JSON isn't.
    NotJson,
    /// An upload is no image that can be shown safely.
    NotAnImage,
    /// Something of the person's is still open.
    StillOpen,
    /// As many of the person's questions about their data wait for an answer as may at once.
    RequestsOpen,
    /// It was done before, or its time is over.
    AlreadyDone,
    /// The same sending became this ticket, and whoever sends it again has no way to it by now.
    AlreadyReceived(TicketNumber),
    /// A draft with errors.
    DraftIncomplete,
    /// A parameter that can't be.
    Invalid,
    /// Too many requests.
    TooMany,
    /// Our fault.
    Internal,
    /// Something it needs is not there.
    Unavailable,
    /// The contract doesn't allow it now.
    Refused(Refusal),
}

impl Mistake {
    /// The stable code, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::KeyMissing => "idempotency_key_missing",
            Self::KeyReused => "idempotency_key_reused",
            Self::SignInRequired => "sign_in_required",
            Self::CodeWrong => "code_wrong",
            Self::CodeExpired => "code_expired",
            Self::CodesPaused => "codes_paused",
            Self::LinkExpired => "link_expired",
            Self::LinkInvalid => "link_invalid",
            Self::SecondFactorRequired => "second_factor_required",
            Self::VerificationRequired => "verification_required",
            Self::FactorCodeWrong => "factor_code_wrong",
            Self::FactorPaused => "factor_paused",
            Self::FactorEnrolled => "factor_enrolled",
            Self::DoorShut => "door_shut",
            Self::ForeignOrigin => "foreign_origin",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::Busy => "busy",
            Self::TooLarge { .. } => "too_large",
            Self::NotJson => "not_json",
            Self::NotAnImage => "not_an_image",
            Self::StillOpen => "still_open",
            Self::RequestsOpen => "requests_open",
            Self::AlreadyDone => "already_done",
            Self::AlreadyReceived(_) => "already_received",
            Self::DraftIncomplete => "draft_incomplete",
            Self::Invalid => "invalid",
            Self::TooMany => "too_many",
            Self::Internal => "internal",
            Self::Unavailable => "unavailable",
            Self::Refused(refusal) => refusal.code(),
        }
    }
}

/// Title and advice.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table of words: each mistake once in each language")]
pub fn explain(mistake: &Mistake, locale: Locale) -> (String, String) {
    if let Mistake::Refused(refusal) = mistake {
        return explain_refusal(refusal, locale);
    }
    if let Mistake::AlreadyReceived(number) = mistake {
        return explain_received(*number, locale);
    }
    let limit = match mistake {
        Mistake::TooLarge { limit } => megabytes(*limit),
        _ => String::new(),
    };
    let (title, detail) = match (locale, mistake) {
        (Locale::Es, Mistake::Malformed) => (
            "No pudimos leer la solicitud",
            "Recargue la página y vuelva a intentarlo; lo que escribió se conserva.",
        ),
        (Locale::En, Mistake::Malformed) => {
            ("The request can't be read", "Reload the page and try again; what you wrote is kept.")
        }
        (Locale::Es, Mistake::KeyMissing) => (
            "Falta la clave del envío",
            "Agregue el encabezado Idempotency-Key con un valor nuevo para cada envío.",
        ),
        (Locale::En, Mistake::KeyMissing) => (
            "The idempotency key is missing",
            "Send an Idempotency-Key header with a fresh value for each write.",
        ),
        (Locale::Es, Mistake::KeyReused) => (
            "Esa clave ya se usó para otro envío",
            "Use un valor nuevo de Idempotency-Key para un contenido distinto.",
        ),
        (Locale::En, Mistake::KeyReused) => {
            ("That key was used for something else", "Use a fresh Idempotency-Key for different content.")
        }
        (Locale::Es, Mistake::SignInRequired) => (
            "Identifíquese para continuar",
            "Pida un código a su correo e ingréselo; después sigue donde iba.",
        ),
        (Locale::En, Mistake::SignInRequired) => {
            ("Sign in to continue", "Ask for a code by mail and type it in; you will go on where you were.")
        }
        (Locale::Es, Mistake::CodeWrong) => (
            "El código no coincide",
            "Revise los seis dígitos del correo más reciente y escríbalos de nuevo.",
        ),
        (Locale::En, Mistake::CodeWrong) => {
            ("The code doesn't match", "Check the six digits of the latest mail and type them again.")
        }
        (Locale::Es, Mistake::CodeExpired) => {
            ("El código ya no sirve", "Venció, ya se usó o se intentó demasiadas veces. Pida uno nuevo.")
        }
        (Locale::En, Mistake::CodeExpired) => {
            ("The code is no longer good", "It expired, was used or was tried too often. Ask for a new one.")
        }
        (Locale::Es, Mistake::CodesPaused) => (
            "Los códigos de este correo están en pausa",
            "Se escribieron demasiados códigos equivocados. Entre con el botón del correo que le enviamos, o espere una hora.",
        ),
        (Locale::En, Mistake::CodesPaused) => (
            "Codes for this address are paused",
            "Too many wrong codes were typed. Sign in with the button in the mail we sent, or wait an hour.",
        ),
        (Locale::Es, Mistake::LinkExpired) => {
            ("El enlace ya no sirve", "Venció o ya se usó. Pida otro: llega en un momento.")
        }
        (Locale::En, Mistake::LinkExpired) => {
            ("The link is no longer good", "It expired or was used. Ask for another: it comes in a moment.")
        }
        (Locale::Es, Mistake::LinkInvalid) => (
            "Este enlace ya no sirve",
            "Venció, lo retiraron o le falta un pedazo. Pida uno nuevo a quien se lo dio.",
        ),
        (Locale::En, Mistake::LinkInvalid) => (
            "This link no longer works",
            "It expired, was taken back or misses a piece. Ask whoever gave it to you for a new one.",
        ),
        (Locale::Es, Mistake::SecondFactorRequired) => (
            "Falta su segundo factor",
            "Escriba el código de su aplicación de autenticación; después sigue donde iba.",
        ),
        (Locale::En, Mistake::SecondFactorRequired) => (
            "Your second factor is missing",
            "Type the code of your authenticator application; you will go on where you were.",
        ),
        (Locale::Es, Mistake::VerificationRequired) => (
            "Falta comprobar que es una persona",
            "Espere a que la comprobación termine, o márquela, e inténtelo de nuevo.",
        ),
        (Locale::En, Mistake::VerificationRequired) => (
            "We still have to check that you are a person",
            "Wait until the check is done, or tick it, and try again.",
        ),
        (Locale::Es, Mistake::FactorCodeWrong) => (
            "Ese código no sirve",
            "Espere a que la aplicación muestre uno nuevo y escríbalo. Cada código sirve una sola vez.",
        ),
        (Locale::En, Mistake::FactorCodeWrong) => (
            "That code is no good",
            "Wait until the application shows a new one and type that. Each code works once.",
        ),
        (Locale::Es, Mistake::FactorPaused) => (
            "Los códigos de la aplicación están en pausa",
            "Se escribieron demasiados códigos equivocados. Use un código de recuperación, o espere una hora.",
        ),
        (Locale::En, Mistake::FactorPaused) => (
            "The application’s codes are paused",
            "Too many wrong codes were typed. Use a recovery code, or wait an hour.",
        ),
        (Locale::Es, Mistake::FactorEnrolled) => (
            "Ya tiene un segundo factor",
            "Entre con él. Si perdió el teléfono y los códigos de recuperación, pida a un administrador que lo restablezca.",
        ),
        (Locale::En, Mistake::FactorEnrolled) => (
            "You have a second factor already",
            "Sign in with it. If you lost the telephone and the recovery codes, ask an administrator to reset it.",
        ),
        (Locale::Es, Mistake::DoorShut) => (
            "Demasiados intentos con este número",
            "Por seguridad no se puede abrir así hasta mañana. Entre con su correo, o llame a la línea de soporte.",
        ),
        (Locale::En, Mistake::DoorShut) => (
            "Too many tries with this number",
            "To be safe it can't be opened this way until tomorrow. Sign in with your e-mail, or call the support line.",
        ),
        (Locale::Es, Mistake::ForeignOrigin) => {
            ("El envío no salió de este portal", "Abra el portal en su navegador y hágalo desde allí.")
        }
        (Locale::En, Mistake::ForeignOrigin) => {
            ("This was not sent from the portal", "Open the portal in your browser and do it there.")
        }
        (Locale::Es, Mistake::NotFound) => (
            "Aquí no hay nada",
            "Revise el número o la dirección. Si el ticket es de otra persona, pídale que se lo comparta.",
        ),
        (Locale::En, Mistake::NotFound) => (
            "There is nothing here",
            "Check the number or the address. If the ticket is someone else's, ask them to share it.",
        ),
        (Locale::Es, Mistake::MethodNotAllowed) => {
            ("Esa operación no existe aquí", "Consulte la descripción del servicio en /api/openapi.json.")
        }
        (Locale::En, Mistake::MethodNotAllowed) => {
            ("That operation doesn't exist here", "See the description of the service at /api/openapi.json.")
        }
        (Locale::Es, Mistake::Busy) => (
            "Alguien más cambió esto al mismo tiempo",
            "Espere un momento y vuelva a intentarlo; lo que escribió se conserva.",
        ),
        (Locale::En, Mistake::Busy) => (
            "Somebody else changed this at the same moment",
            "Wait a moment and try again; what you wrote is kept.",
        ),
        (Locale::Es, Mistake::TooLarge { .. }) => ("Es demasiado grande", "El máximo es"),
        (Locale::En, Mistake::TooLarge { .. }) => ("It is too large", "The most is"),
        (Locale::Es, Mistake::NotJson) => {
            ("El contenido debe ser JSON", "Envíe el encabezado Content-Type: application/json.")
        }
        (Locale::En, Mistake::NotJson) => {
            ("The content must be JSON", "Send the header Content-Type: application/json.")
        }
        (Locale::Es, Mistake::NotAnImage) => (
            "Ese archivo no es una foto que podamos mostrar",
            "Envíe una imagen JPEG, PNG, WebP o GIF. Si su teléfono guarda HEIC, tome una captura de pantalla de la foto y envíela.",
        ),
        (Locale::En, Mistake::NotAnImage) => (
            "That file is not a photo we can show",
            "Send a JPEG, PNG, WebP or GIF image. If your phone saves HEIC, take a screenshot of the photo and send that.",
        ),
        (Locale::Es, Mistake::StillOpen) => (
            "Todavía tiene algo abierto",
            "Retire o espere el cierre de sus tickets y la respuesta a sus solicitudes sobre datos; después podrá borrarlos.",
        ),
        (Locale::En, Mistake::StillOpen) => (
            "Something of yours is still open",
            "Withdraw your tickets or wait until they close, and for the answers about your data; then you can erase it.",
        ),
        (Locale::Es, Mistake::RequestsOpen) => (
            "Ya tiene varias solicitudes por responder",
            "Podrá enviar otra cuando le respondamos alguna. Si quiere agregar algo a una de ellas, llámenos.",
        ),
        (Locale::En, Mistake::RequestsOpen) => (
            "Several requests of yours wait for an answer",
            "You can send another one once we have answered one of them. To add something to one, call us.",
        ),
        (Locale::Es, Mistake::AlreadyDone) => {
            ("Eso ya se hizo, o su plazo pasó", "Vuelva a cargar la lista para ver cómo está la solicitud.")
        }
        (Locale::En, Mistake::AlreadyDone) => (
            "That was done before, or its time is over",
            "Load the list again to see how the request stands.",
        ),
        (Locale::Es, Mistake::DraftIncomplete) => {
            ("Faltan datos en su solicitud", "Revise los campos señalados; lo demás ya está bien.")
        }
        (Locale::En, Mistake::DraftIncomplete) => {
            ("Your request misses something", "Check the fields pointed at; the rest is fine.")
        }
        (Locale::Es, Mistake::Invalid) => {
            ("Hay un dato que no puede ser", "Corrija el dato señalado y vuelva a intentarlo.")
        }
        (Locale::En, Mistake::Invalid) => {
            ("A value can't be right", "Correct the value pointed at and try again.")
        }
        (Locale::Es, Mistake::TooMany) => (
            "Demasiadas solicitudes seguidas",
            "Espere un minuto y vuelva a intentarlo. Si es urgente, llame a la línea de soporte.",
        ),
        (Locale::En, Mistake::TooMany) => (
            "Too many requests in a row",
            "Wait a minute and try again. If it can't wait, call the support line.",
        ),
        (Locale::Es, Mistake::Unavailable) => (
            "El servicio no está disponible en este momento",
            "Vuelva a intentarlo en unos minutos o llame a la línea de soporte.",
        ),
        (Locale::En, Mistake::Unavailable) => {
            ("The service is not available right now", "Try again in a few minutes or call the support line.")
        }
        (Locale::Es, Mistake::Internal | Mistake::Refused(_) | Mistake::AlreadyReceived(_)) => (
            "Algo falló de nuestro lado",
            "No perdió lo que escribió. Vuelva a intentarlo; si sigue fallando, llame a la línea de soporte.",
        ),
        (Locale::En, Mistake::Internal | Mistake::Refused(_) | Mistake::AlreadyReceived(_)) => (
            "Something failed on our side",
            "You lost nothing you wrote. Try again; if it keeps failing, call the support line.",
        ),
    };
    let detail = if limit.is_empty() { detail.to_owned() } else { format!("{detail} {limit}.") };
    (title.to_owned(), detail)
}

fn explain_received(number: TicketNumber, locale: Locale) -> (String, String) {
    match locale {
        Locale::Es => (
            format!("Ya lo recibimos: es el ticket {number}"),
            "No hace falta enviarlo de nuevo. Para verlo, entre con el correo con que se registró."
                .to_owned(),
        ),
        Locale::En => (
            format!("We have it already: it is ticket {number}"),
            "There is no need to send it again. To see it, sign in with the address it was registered under."
                .to_owned(),
        ),
    }
}

/// `1,5 MB` as both languages of the house can read it.
fn megabytes(bytes: usize) -> String {
    let tenths = bytes * 10 / (1024 * 1024);
    match (tenths / 10, tenths % 10) {
        (0, _) => format!("{} kB", bytes / 1024),
        (whole, 0) => format!("{whole} MB"),
        (whole, tenth) => format!("{whole},{tenth} MB"),
    }
}
