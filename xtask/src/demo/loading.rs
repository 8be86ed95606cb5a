//! Bringing demo data into a system that serves on this machine.

use domain::{
    api::import::{Import, Imported},
    ticket::Refusal,
};

use crate::{Outcome, http};

/// Sends one import. What is there already stays as it is.
///
/// # Errors
/// When the system can't be reached, does not take the token, or refuses a ticket.
pub fn send(port: u16, token: &str, import: &Import) -> Outcome {
    let answer = http::post_json(port, "/api/v1/import", token, &serde_json::to_vec(import)?)?;
    match answer.status {
        200 => told(&serde_json::from_slice(&answer.body)?, import),
        404 => Err("the import is closed: the server was started without this IMPORT_TOKEN.".into()),
        status => {
            let said = String::from_utf8_lossy(&answer.body);
            Err(format!("the import was answered with {status}: {said}").into())
        }
    }
}

/// Nothing of ours may be refused: then a rule and the data no longer agree. A ticket that is there already is no
/// refusal, for the numbers are the same every time.
fn told(report: &Imported, import: &Import) -> Outcome {
    let there = Refusal::AlreadyOpen.code();
    let refused: Vec<_> = report.refused.iter().filter(|refused| refused.code != there).collect();
    let Some(first) = refused.first() else { return Ok(()) };
    let subject =
        import.tickets.get(first.index as usize).map_or("", |ticket| ticket.opening.request.subject.as_str());
    let step = first.step.map_or_else(|| "its opening or its end".to_owned(), |step| format!("step {step}"));
    Err(format!(
        "{} of {} tickets were refused; the first is {} ({subject:?}), {step}: {}.",
        refused.len(),
        import.tickets.len(),
        first.number,
        first.code
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::told;
    use crate::demo;
    use domain::{
        Instant,
        api::import::{Imported, RefusedTicket},
    };

    #[test]
    fn a_refused_ticket_is_named_unless_it_was_loaded_before() {
        let import = demo::import(Instant::from_timestamp(1_800_000_000, 0).unwrap(), 1);
        let refused =
            |step, code: &str| RefusedTicket { index: 0, number: "1".into(), step, code: code.into() };
        let there = refused(None, "already_open");
        let report = Imported { tickets: 3, refused: vec![there.clone(), refused(Some(2), "not_in_status")] };
        let failure = told(&report, &import).unwrap_err().to_string();
        for part in ["1 of ", "SIRE", "step 2", "not_in_status"] {
            assert!(failure.contains(part), "{failure}");
        }
        assert!(told(&Imported { tickets: 3, refused: vec![] }, &import).is_ok());
        assert!(told(&Imported { tickets: 0, refused: vec![there] }, &import).is_ok(), "loaded before");
    }
}
