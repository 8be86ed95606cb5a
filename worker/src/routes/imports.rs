//! Bringing in hotels, people and ticket histories. Open only while the deployment has the secret `IMPORT_TOKEN`.

use super::photos::place;
use super::reference::CATALOGUE;
use crate::http::ask::Ask;
use crate::http::body;
use crate::http::problem::{Answer, Failure};
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
use domain::guide::EmailAddress;
use domain::guide::photo::MediaType;
use domain::ticket::{Refusal, Rules};
use wording::members::MemberProblem;
use wording::problems::Mistake;

/// The most JSON one import takes, in bytes.
const LARGEST_IMPORT: usize = 16 * 1024 * 1024;
/// Tickets written in one batch, at most.
const CHUNK: usize = 200;
/// Bytes of history written in one batch, at most: the database takes 2 MB as one parameter, and quoting adds some.
const LARGEST_CHUNK: usize = 1_000_000;

/// The route of imports.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/v1/import", post(import))
}

#[worker::send]
async fn import(State(portal): State<Portal>, ask: Ask, request: Request) -> Answer<Json<Imported>> {
    if !authorised(&portal, &request) {
        return Err(ask.fail(Mistake::NotFound));
    }
    let (mut import, _): (Import, _) = body::json_within(&ask, request, LARGEST_IMPORT).await?;
    for (index, account) in import.accounts.iter_mut().enumerate() {
        // The form by which they will sign in.
        account.email = EmailAddress::parse(&account.email).map(|email| email.key()).map_err(|_| {
            Failure::member(&format!("/accounts/{index}/email"), MemberProblem::NotAnAddress, ask.locale)
        })?;
    }
    let store = portal.store()?;
    ask.tell(portal.learn().await)?;
    if let Some(catalogue) = &import.catalogue {
        let published = portal.env().kv("PUBLISHED").map_err(|_| ask.fail(Mistake::Unavailable))?;
        // As text: what the platform is given as a value loses its maps on the way.
        let text = serde_json::to_string(catalogue).map_err(|_| ask.fail(Mistake::Internal))?;
        let put = published.put(CATALOGUE, text).map_err(|_| ask.fail(Mistake::Unavailable))?;
        put.execute().await.map_err(|_| ask.fail(Mistake::Unavailable))?;
    }
    ask.tell(store.import_people(&import.companies, &import.accounts, portal.now()).await)?;
    let numbers: Vec<_> = import.tickets.iter().map(|ticket| ticket.opening.number).collect();
    let mut here = ask.tell(store.which_exist(&numbers).await)?;
    let mut report = Imported::default();
    let mut changes = Vec::new();
    for (index, ticket) in (0_u32..).zip(&import.tickets) {
        // A history that is here already, from an earlier import or this one, is neither doubled nor mixed.
        let told = if here.insert(ticket.opening.number.value()) {
            retell(ticket, portal.now(), portal.rules())
        } else {
            Err((None, Refusal::AlreadyOpen))
        };
        match told {
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
    let mut waiting = changes.as_slice();
    while !waiting.is_empty() {
        let (chunk, rest) = waiting.split_at(as_many_as_fit(waiting));
        ask.tell(store.commit(chunk, None, portal.rules(), portal.now()).await)?;
        report.tickets += u32::try_from(chunk.len()).unwrap_or(0);
        waiting = rest;
    }
    Ok(Json(report))
}

/// How many of the first changes go in one batch; at least one, when there are any.
fn as_many_as_fit(changes: &[Change]) -> usize {
    let weights = changes
        .iter()
        .take(CHUNK)
        .map(|change| serde_json::to_string(&change.events).map_or(LARGEST_CHUNK, |history| history.len()));
    let sums = weights.scan(0, |sum: &mut usize, weight| {
        *sum += weight;
        Some(*sum)
    });
    sums.take_while(|sum| *sum <= LARGEST_CHUNK).count().max(1).min(changes.len())
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
