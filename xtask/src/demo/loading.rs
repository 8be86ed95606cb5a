//! Bringing demo data into a system that serves on this machine.

use domain::api::import::{Import, Imported};

use crate::{Outcome, http};

/// Sends one import, which is written whole or not at all.
///
/// # Errors
/// When the system can't be reached, does not take the token, or refuses a ticket.
pub fn send(port: u16, token: &str, import: &Import) -> Outcome {
    let answer = http::post_json(port, "/api/v1/import", token, &serde_json::to_vec(import)?)?;
    match answer.status {
        200 => told(&serde_json::from_slice(&answer.body)?, import),
        // The numbers are the same every time: those tickets are here already.
        409 => Ok(()),
        404 => Err("the import is closed: the server was started without this IMPORT_TOKEN.".into()),
        status => {
            let said = String::from_utf8_lossy(&answer.body);
            Err(format!("the import was answered with {status}: {said}").into())
        }
    }
}

/// Nothing of ours may be refused: a rule and the data no longer agree.
fn told(report: &Imported, import: &Import) -> Outcome {
    let Some(refused) = report.refused.first() else { return Ok(()) };
    let subject = import
        .tickets
        .get(refused.index as usize)
        .map_or("", |ticket| ticket.opening.request.subject.as_str());
    let step =
        refused.step.map_or_else(|| "its opening or its end".to_owned(), |step| format!("step {step}"));
    Err(format!(
        "{} of {} tickets were refused; the first is {} ({subject:?}), {step}: {}.",
        report.refused.len(),
        import.tickets.len(),
        refused.number,
        refused.code
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
    fn a_refused_ticket_is_named() {
        let import = demo::import(Instant::from_timestamp(1_800_000_000, 0).unwrap(), 1);
        let refused =
            RefusedTicket { index: 0, number: "1".into(), step: Some(2), code: "not_in_status".into() };
        let report = Imported { tickets: 3, refused: vec![refused] };
        let failure = told(&report, &import).unwrap_err().to_string();
        for part in ["SIRE", "step 2", "not_in_status"] {
            assert!(failure.contains(part), "{failure}");
        }
        assert!(told(&Imported { tickets: 3, refused: vec![] }, &import).is_ok());
    }
}
