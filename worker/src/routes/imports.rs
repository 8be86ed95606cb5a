//! Bringing in hotels, people and ticket histories. Open only while the deployment has the secret `IMPORT_TOKEN`.

use super::photos::place;
use super::reference::CATALOGUE;
use crate::http::ask::Ask;
use crate::http::body;
use crate::http::problem::Answer;
use crate::http::secrets::Hash;
use crate::portal::Portal;
use crate::store::commit::Change;
use axum::extract::{Request, State};
use axum::http::header;
use axum::routing::post;
use axum::{Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::Instant;
use domain::api::import::{Import, Imported, ImportedPhoto, ImportedTicket, RefusedTicket};
use domain::guide::photo::MediaType;
use domain::ticket::{Refusal, Rules};
use wording::problems::Mistake;

/// The most JSON one import takes, in bytes.
const LARGEST_IMPORT: usize = 16 * 1024 * 1024;
/// Tickets written in one batch.
const CHUNK: usize = 200;

/// The route of imports.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/import", post(import))
}

#[worker::send]
async fn import(State(portal): State<Portal>, ask: Ask, request: Request) -> Answer<Json<Imported>> {
    if !authorised(&portal, &request) {
        return Err(ask.fail(Mistake::NotFound));
    }
    let (import, _): (Import, _) = body::json_within(&ask, request, LARGEST_IMPORT).await?;
    let store = portal.store()?;
    if let Some(catalogue) = &import.catalogue {
        let published = portal.env().kv("PUBLISHED").map_err(|_| ask.fail(Mistake::Unavailable))?;
        let put = published.put(CATALOGUE, catalogue).map_err(|_| ask.fail(Mistake::Unavailable))?;
        put.execute().await.map_err(|_| ask.fail(Mistake::Unavailable))?;
    }
    ask.tell(store.import_people(&import.companies, &import.accounts, portal.now()).await)?;
    let mut report = Imported::default();
    let mut changes = Vec::new();
    for (index, ticket) in (0_u32..).zip(&import.tickets) {
        match retell(ticket, portal.now(), portal.rules()) {
            Ok(change) => changes.push(change),
            Err((step, refusal)) => report.refused.push(RefusedTicket {
                index,
                number: ticket.opening.number.digits(),
                step,
                code: refusal.code().to_owned(),
            }),
        }
    }
    for photo in &import.photos {
        store_photo(&portal, &ask, photo).await?;
    }
    for chunk in changes.chunks(CHUNK) {
        ask.tell(store.commit(chunk, None, portal.rules(), portal.now()).await)?;
        report.tickets += u32::try_from(chunk.len()).unwrap_or(0);
    }
    Ok(Json(report))
}

/// Puts a photo's bytes where its ticket's history will look for them: before the history, as when a client attaches one.
async fn store_photo(portal: &Portal, ask: &Ask, photo: &ImportedPhoto) -> Answer<()> {
    let bytes = STANDARD.decode(&photo.base64).map_err(|_| ask.fail(Mistake::Malformed))?;
    MediaType::sniff(&bytes).ok_or_else(|| ask.fail(Mistake::NotAnImage))?;
    portal.env().bucket("PHOTOS")?.put(place(photo.ticket, &photo.id), bytes).execute().await?;
    Ok(())
}

fn authorised(portal: &Portal, request: &Request) -> bool {
    let secret = portal.setting("IMPORT_TOKEN");
    let given = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    !secret.is_empty() && Hash::of(&[given]).matches(Hash::of(&[&secret]).as_str())
}

/// What an imported history comes to. Nobody is told: it is past.
fn retell(told: &ImportedTicket, now: Instant, rules: &Rules) -> Result<Change, (Option<u32>, Refusal)> {
    let events = told.retell(now, rules)?;
    Change::new(None, events, rules).map(Change::silently).ok_or((None, Refusal::NotFound))
}
