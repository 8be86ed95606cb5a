//! What went wrong with a request and what to do about it.

use crate::Locale;
use domain::ticket::{Refusal, Status};

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
            Self::ForeignOrigin => "foreign_origin",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::Busy => "busy",
            Self::TooLarge { .. } => "too_large",
            Self::NotJson => "not_json",
            Self::NotAnImage => "not_an_image",
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
        (Locale::Es, Mistake::Internal | Mistake::Refused(_)) => (
            "Algo falló de nuestro lado",
            "No perdió lo que escribió. Vuelva a intentarlo; si sigue fallando, llame a la línea de soporte.",
        ),
        (Locale::En, Mistake::Internal | Mistake::Refused(_)) => (
            "Something failed on our side",
            "You lost nothing you wrote. Try again; if it keeps failing, call the support line.",
        ),
    };
    let detail = if limit.is_empty() { detail.to_owned() } else { format!("{detail} {limit}.") };
    (title.to_owned(), detail)
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

#[expect(clippy::too_many_lines, reason = "a table of words: each mistake once in each language")]
fn explain_refusal(refusal: &Refusal, locale: Locale) -> (String, String) {
    let (title, detail) = match (locale, refusal) {
        (Locale::Es, Refusal::NotFound) => ("Aquí no hay nada", "Revise el número del ticket."),
        (Locale::En, Refusal::NotFound) => ("There is nothing here", "Check the ticket's number."),
        (Locale::Es, Refusal::Forbidden) => {
            ("Su perfil no puede hacer esto", "Pídaselo a quien tenga el perfil indicado.")
        }
        (Locale::En, Refusal::Forbidden) => {
            ("Your role can't do this", "Ask someone who has the right role.")
        }
        (Locale::Es, Refusal::AlreadyOpen) => ("Ese ticket ya existe", "Vuelva a la lista y ábralo."),
        (Locale::En, Refusal::AlreadyOpen) => {
            ("That ticket exists already", "Go back to the list and open it.")
        }
        (Locale::Es, Refusal::Closed) => (
            "El ticket ya está cerrado",
            "Un ticket cerrado no se reabre. Cree uno nuevo a partir de este: sus datos se copian.",
        ),
        (Locale::En, Refusal::Closed) => (
            "The ticket is closed",
            "A closed ticket is not reopened. Create a new one from it: its details are copied.",
        ),
        (Locale::Es, Refusal::NotInStatus { .. }) => (
            "Ahora no se puede hacer eso",
            "El ticket cambió de estado. Revíselo y elija entre las acciones que muestra.",
        ),
        (Locale::En, Refusal::NotInStatus { .. }) => (
            "That can't be done now",
            "The ticket's status changed. Look at it and choose from the actions it shows.",
        ),
        (Locale::Es, Refusal::AlreadyTaken) => {
            ("Alguien más ya lo tomó", "Puede asignárselo si hace falta; el cliente ya fue avisado.")
        }
        (Locale::En, Refusal::AlreadyTaken) => (
            "Someone else took it first",
            "Assign it to yourself if needed; the client has been told already.",
        ),
        (Locale::Es, Refusal::ConfirmOrDispute) => (
            "Díganos si quedó resuelto",
            "Confirme la solución, o indique qué sigue fallando y lo retomamos.",
        ),
        (Locale::En, Refusal::ConfirmOrDispute) => (
            "Tell us whether it is solved",
            "Confirm the solution, or say what still fails and we take it up again.",
        ),
        (Locale::Es, Refusal::TextMissing) => ("Falta el texto", "Escriba el mensaje antes de enviarlo."),
        (Locale::En, Refusal::TextMissing) => ("The text is missing", "Write the message before sending it."),
        (Locale::Es, Refusal::TextTooLong { .. }) => {
            ("El texto es demasiado largo", "Acórtelo o divídalo en dos mensajes.")
        }
        (Locale::En, Refusal::TextTooLong { .. }) => {
            ("The text is too long", "Shorten it or split it in two messages.")
        }
        (Locale::Es, Refusal::MissingItemsRequired) => (
            "Marque qué información falta",
            "Elija al menos un punto de la guía para que el cliente sepa qué enviar.",
        ),
        (Locale::En, Refusal::MissingItemsRequired) => (
            "Mark what is missing",
            "Choose at least one item of the guide, so that the client knows what to send.",
        ),
        (Locale::Es, Refusal::DateAlreadyCommitted) => (
            "Ya hay una fecha prometida",
            "Para cambiarla, muévala y explique el motivo; el cliente será avisado.",
        ),
        (Locale::En, Refusal::DateAlreadyCommitted) => {
            ("A date was promised already", "To change it, move it and say why; the client will be told.")
        }
        (Locale::Es, Refusal::NoDateCommitted) => {
            ("Aún no hay fecha prometida", "Comprométase primero con una fecha.")
        }
        (Locale::En, Refusal::NoDateCommitted) => ("No date was promised yet", "Commit to a date first."),
        (Locale::Es, Refusal::DateNotAhead) => {
            ("La fecha ya pasó", "Elija un día de atención que esté por venir.")
        }
        (Locale::En, Refusal::DateNotAhead) => {
            ("The date has passed", "Choose an attention day that lies ahead.")
        }
        (Locale::Es, Refusal::DateNotAttentionDay) => {
            ("Ese día no hay atención", "Elija un día de lunes a viernes que no sea festivo.")
        }
        (Locale::En, Refusal::DateNotAttentionDay) => {
            ("Nobody attends on that day", "Choose a day from Monday to Friday that is not a public holiday.")
        }
        (Locale::Es, Refusal::DateUnchanged) => {
            ("Esa es la fecha ya prometida", "Elija otra, o deje la que está.")
        }
        (Locale::En, Refusal::DateUnchanged) => {
            ("That is the date already promised", "Choose another, or leave it as it is.")
        }
        (Locale::Es, Refusal::AlreadyAssigned) => {
            ("Ya está asignado a esa persona", "No hace falta hacer nada.")
        }
        (Locale::En, Refusal::AlreadyAssigned) => {
            ("It is assigned to them already", "There is nothing to do.")
        }
        (Locale::Es, Refusal::SameTicket) => {
            ("Un ticket no puede referirse a sí mismo", "Escriba el número del otro ticket.")
        }
        (Locale::En, Refusal::SameTicket) => {
            ("A ticket can't refer to itself", "Write the number of the other ticket.")
        }
    };
    (title.to_owned(), detail.to_owned())
}

/// Where a ticket stands, from the reader's side of the counter.
#[must_use]
pub const fn status(status: Status, locale: Locale) -> &'static str {
    match (locale, status) {
        (Locale::Es, Status::Received) => "Recibido",
        (Locale::Es, Status::InAnalysis) => "En análisis",
        (Locale::Es, Status::WaitingOnClient) => "Esperando al cliente",
        (Locale::Es, Status::InDevelopment) => "En desarrollo",
        (Locale::Es, Status::Resolved) => "Resuelto",
        (Locale::Es, Status::Closed) => "Cerrado",
        (Locale::En, Status::Received) => "Received",
        (Locale::En, Status::InAnalysis) => "In analysis",
        (Locale::En, Status::WaitingOnClient) => "Waiting on the client",
        (Locale::En, Status::InDevelopment) => "In development",
        (Locale::En, Status::Resolved) => "Resolved",
        (Locale::En, Status::Closed) => "Closed",
    }
}
