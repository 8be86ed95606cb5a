//! What the guide says of a draft (R3–R8), for anyone: the same judgement the form and the ticket's opening use.

use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::{body, guard};
use crate::portal::Portal;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use axum::routing::post;
use axum::{Json, Router};
use domain::guide::{Draft, Finding, Normalized};
use serde::Serialize;
use wording::Locale;

/// The guide's routes.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/guide/check", post(check))
}

/// A finding with its words.
#[derive(Debug, Serialize)]
struct ToldFinding {
    #[serde(flatten)]
    finding: Finding,
    message: String,
}

/// Everything the guide says of a draft, and the draft as it would be stored.
#[derive(Debug, Serialize)]
struct Checked {
    findings: Vec<ToldFinding>,
    normalized: Normalized,
}

impl Checked {
    fn of(draft: &Draft, locale: Locale) -> Self {
        let tell =
            |finding: Finding| ToldFinding { message: wording::findings::message(&finding, locale), finding };
        Self { findings: draft.check().into_iter().map(tell).collect(), normalized: draft.normalized() }
    }
}

#[worker::send]
async fn check(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    request: Request,
) -> Answer<Json<Checked>> {
    guard::public(&portal, &headers).await?;
    let (draft, _) = body::json::<Draft>(&ask, request).await?;
    Ok(Json(Checked::of(&draft, ask.locale)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::guide::Field;

    #[test]
    fn an_empty_draft_gets_an_error_for_what_is_compulsory_in_the_readers_language() {
        for (locale, word) in [(Locale::Es, "Escriba"), (Locale::En, "Write")] {
            let answer = serde_json::to_value(Checked::of(&Draft::default(), locale)).unwrap();
            let name = &answer["findings"][0];
            assert_eq!(
                (&name["field"], &name["code"], &name["severity"]),
                (&"full_name".into(), &"required".into(), &"error".into())
            );
            assert!(name["message"].as_str().unwrap().starts_with(word));
            assert!(name.get("suggestion").is_none());
        }
    }

    #[test]
    fn a_draft_comes_back_as_it_would_be_stored() {
        let draft =
            Draft { phone: "+57 (6) 3134484".into(), email: "Ana@HOTEL.co".into(), ..Draft::default() };
        let answer = serde_json::to_value(Checked::of(&draft, Locale::Es)).unwrap();
        assert_eq!(answer["normalized"]["phone"], "+576063134484");
        assert_eq!(answer["normalized"]["email"], "Ana@hotel.co");
        let findings = answer["findings"].as_array().unwrap();
        assert!(findings.iter().all(|finding| finding["field"] != Field::Phone.code()));
    }

    #[test]
    fn advice_is_no_error_and_offers_what_was_meant() {
        let draft = Draft { email: "ana@gmail.con".into(), ..Draft::default() };
        let answer = serde_json::to_value(Checked::of(&draft, Locale::Es)).unwrap();
        let typo = answer["findings"]
            .as_array()
            .unwrap()
            .iter()
            .find(|finding| finding["field"] == "email")
            .unwrap();
        assert_eq!((&typo["severity"], &typo["suggestion"]), (&"advice".into(), &"ana@gmail.com".into()));
        assert!(typo["message"].as_str().unwrap().contains("ana@gmail.com"));
    }
}
