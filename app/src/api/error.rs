//! What can come instead of an answer.

use domain::api::Problem;
use domain::guide::Field;
use domain::ticket::TicketNumber;

use crate::text::ErrorText;

/// Why there is no answer, with something to tell the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// The Worker said what is wrong.
    Problem(Problem),
    /// Nothing came back: no signal, or the server is away.
    Offline,
    /// Something came back that isn't ours.
    Unreadable,
}

impl ApiError {
    /// Reads an error answer; one without problem details is as unreadable as any other.
    pub(super) fn from_answer(status: u16, body: &str) -> Self {
        match serde_json::from_str::<Problem>(body) {
            Ok(problem) => {
                if problem.code == "second_factor_required" {
                    crate::session::second_factor_is_missing();
                }
                Self::Problem(problem)
            }
            Err(_) if status == 401 => Self::Problem(Problem { status, ..Problem::default() }),
            Err(_) => Self::Unreadable,
        }
    }

    /// What went wrong, in a few words.
    pub fn title(&self) -> String {
        let text = ErrorText::current();
        match self {
            Self::Problem(problem) if !problem.title.is_empty() => problem.title.clone(),
            Self::Offline => text.offline().to_owned(),
            Self::Problem(_) | Self::Unreadable => text.unreadable().to_owned(),
        }
    }

    /// What to do about it.
    pub fn detail(&self) -> String {
        let text = ErrorText::current();
        match self {
            Self::Problem(problem) if !problem.detail.is_empty() => problem.detail.clone(),
            Self::Offline => text.offline_detail().to_owned(),
            Self::Problem(_) | Self::Unreadable => text.unreadable_detail().to_owned(),
        }
    }

    /// The stable code of a problem the Worker told; empty otherwise.
    pub fn code(&self) -> &str {
        match self {
            Self::Problem(problem) => &problem.code,
            _ => "",
        }
    }

    /// Whether the same may well succeed later: no signal, or a server that is busy or broken.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Problem(problem) => {
                problem.status >= 500 || problem.status == 429 || problem.code == "busy"
            }
            Self::Offline | Self::Unreadable => true,
        }
    }

    /// Whether signing in would help.
    pub fn is_sign_in_required(&self) -> bool {
        matches!(self, Self::Problem(problem) if problem.status == 401)
    }

    /// Whether there is nothing there, as far as the reader may know.
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Problem(problem) if problem.status == 404)
    }

    /// The ticket that the same became before, when there is no more to be told of it.
    pub fn received_as(&self) -> Option<TicketNumber> {
        let Self::Problem(problem) = self else { return None };
        problem.ticket.filter(|_| problem.code == "already_received")
    }

    /// What is wrong with one member of what was sent, by its pointer.
    pub fn member(&self, pointer: &str) -> Option<String> {
        let Self::Problem(problem) = self else { return None };
        problem.errors.iter().find(|error| error.pointer == pointer).map(|error| error.detail.clone())
    }

    /// The guide's fields at fault, each with what to do.
    pub fn fields(&self) -> Vec<(Field, String)> {
        let Self::Problem(problem) = self else { return Vec::new() };
        let fields = problem.errors.iter();
        fields
            .filter_map(|error| {
                Some((Field::parse(error.pointer.rsplit('/').next()?)?, error.detail.clone()))
            })
            .collect()
    }
}
