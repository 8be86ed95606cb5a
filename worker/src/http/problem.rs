//! Error answers: RFC 9457 problem details with stable codes, in the reader's language.

use super::secrets::NoRandomness;
use crate::store::StoreError;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::api::{FieldProblem, Problem};
use domain::guide::{Finding, Severity};
use domain::ticket::Refusal;
use wording::Locale;
use wording::members::{self, MemberProblem};
use wording::problems::{self, Mistake};

/// The media type of problem details (RFC 9457).
pub const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Something went wrong: what, and how to say it.
#[derive(Debug)]
pub struct Failure {
    mistake: Mistake,
    status: StatusCode,
    errors: Vec<FieldProblem>,
    locale: Locale,
    /// For whoever runs the service; never sent.
    cause: Option<String>,
}

/// What routes return.
pub type Answer<T> = Result<T, Failure>;

impl Failure {
    /// A failure to be told in the default language until [`Failure::told_in`].
    #[must_use]
    pub fn new(mistake: Mistake) -> Self {
        Self { status: status_of(&mistake), mistake, errors: Vec::new(), locale: Locale::Es, cause: None }
    }

    /// The guide's findings on a draft, as field problems (R3–R6).
    #[must_use]
    pub fn findings(findings: &[Finding], locale: Locale) -> Self {
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| FieldProblem {
                pointer: format!("/draft/{}", finding.field.code()),
                code: finding.code.code().to_owned(),
                detail: wording::findings::message(finding, locale),
            })
            .collect();
        Self { errors, locale, ..Self::new(Mistake::DraftIncomplete) }
    }

    /// The one parameter or member at fault.
    #[must_use]
    pub fn at(self, pointer: &str, code: &str, detail: String) -> Self {
        let problem = FieldProblem { pointer: pointer.to_owned(), code: code.to_owned(), detail };
        Self { errors: vec![problem], ..self }
    }

    /// The member at fault, for what only our records can tell.
    #[must_use]
    pub fn member(pointer: &str, problem: MemberProblem, locale: Locale) -> Self {
        let detail = members::message(problem, locale).to_owned();
        Self::new(Mistake::Invalid).at(pointer, problem.code(), detail).told_in(locale)
    }

    /// Says it in the reader's language.
    #[must_use]
    pub fn told_in(self, locale: Locale) -> Self {
        Self { locale, ..self }
    }

    /// Whether nobody is signed in, and that is all.
    #[must_use]
    pub fn asks_to_sign_in(&self) -> bool {
        self.mistake == Mistake::SignInRequired
    }

    fn broken(cause: String) -> Self {
        Self { cause: Some(cause), ..Self::new(Mistake::Internal) }
    }
}

fn status_of(mistake: &Mistake) -> StatusCode {
    match mistake {
        Mistake::Malformed | Mistake::KeyMissing => StatusCode::BAD_REQUEST,
        Mistake::SignInRequired
        | Mistake::CodeWrong
        | Mistake::CodeExpired
        | Mistake::LinkExpired
        | Mistake::FactorCodeWrong => StatusCode::UNAUTHORIZED,
        Mistake::ForeignOrigin | Mistake::SecondFactorRequired | Mistake::VerificationRequired => {
            StatusCode::FORBIDDEN
        }
        Mistake::NotFound => StatusCode::NOT_FOUND,
        Mistake::LinkInvalid => StatusCode::GONE,
        Mistake::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Mistake::Busy
        | Mistake::StillOpen
        | Mistake::RequestsOpen
        | Mistake::AlreadyDone
        | Mistake::AlreadyReceived(_)
        | Mistake::FactorEnrolled => StatusCode::CONFLICT,
        Mistake::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Mistake::NotJson | Mistake::NotAnImage => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Mistake::KeyReused | Mistake::DraftIncomplete | Mistake::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Mistake::TooMany | Mistake::CodesPaused | Mistake::FactorPaused | Mistake::DoorShut => {
            StatusCode::TOO_MANY_REQUESTS
        }
        Mistake::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        Mistake::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Mistake::Refused(refusal) => match refusal {
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::Forbidden => StatusCode::FORBIDDEN,
            Refusal::TextMissing
            | Refusal::TextTooLong { .. }
            | Refusal::MissingItemsRequired
            | Refusal::DateNotAhead
            | Refusal::DateNotAttentionDay
            | Refusal::SameTicket => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        },
    }
}

impl From<Mistake> for Failure {
    fn from(mistake: Mistake) -> Self {
        Self::new(mistake)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::new(if refusal == Refusal::NotFound { Mistake::NotFound } else { Mistake::Refused(refusal) })
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::new(Mistake::Busy),
            StoreError::Dangling => Self::new(Mistake::Invalid),
            StoreError::Broken(cause) => Self::broken(cause),
        }
    }
}

impl From<worker::Error> for Failure {
    fn from(error: worker::Error) -> Self {
        Self::broken(error.to_string())
    }
}

impl From<NoRandomness> for Failure {
    fn from(_: NoRandomness) -> Self {
        Self::broken("the platform has no randomness".into())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::broken(error.to_string())
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if let Some(cause) = &self.cause {
            worker::console_error!("{cause}");
        }
        let (title, detail) = problems::explain(&self.mistake, self.locale);
        let ticket = match self.mistake {
            Mistake::AlreadyReceived(number) => Some(number),
            _ => None,
        };
        let problem = Problem {
            kind: format!("/problems/{}", self.mistake.code()),
            title,
            status: self.status.as_u16(),
            detail,
            code: self.mistake.code().to_owned(),
            errors: self.errors,
            ticket,
        };
        let body = serde_json::to_string(&problem).unwrap_or_default();
        let mut response = (self.status, Body::from(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, PROBLEM);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}

/// The language a request asks to be answered in: the first of `Accept-Language` that is ours.
#[must_use]
pub fn locale_of(headers: &HeaderMap) -> Locale {
    let wanted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = wanted.split(',').map(|tag| tag.trim().get(..2).unwrap_or_default().to_ascii_lowercase());
    first
        .into_iter()
        .find_map(|tag| match tag.as_str() {
            "es" => Some(Locale::Es),
            "en" => Some(Locale::En),
            _ => None,
        })
        .unwrap_or_default()
}
