//! Photos: bytes into the bucket, the fact into the ticket's history, and back as an image that can't do harm.

use super::tickets::{change, read_number, repeated, view, visible};
use crate::http::ask::Ask;
use crate::http::problem::Answer;
use crate::http::secrets::Hash;
use crate::http::{body, guard};
use crate::portal::Portal;
use crate::store::StoreError;
use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use domain::access::sees_ticket;
use domain::api::TicketView;
use domain::encoding::percent;
use domain::guide::photo::{MediaType, bare};
use domain::ident::PhotoId;
use domain::privacy::photos_are_gone;
use domain::ticket::{Command, CommandKind, EventBody, Photo, TicketNumber, permit};
use serde::Deserialize;
use wording::problems::Mistake;

/// The routes of photos.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/tickets/{number}/photos", post(attach))
        .route("/api/v1/tickets/{number}/photos/{photo}", get(show))
}

#[derive(Deserialize)]
struct NameQuery {
    #[serde(default)]
    name: String,
}

/// Where a ticket's photo is in the bucket.
pub fn place(number: TicketNumber, photo: &PhotoId) -> String {
    format!("photos/{}/{photo}", number.digits())
}

/// Puts a photo's bytes into the bucket, before its ticket tells of them: a photo that is told of is always there.
///
/// # Errors
/// [`StoreError`] when the bucket fails.
pub async fn keep(
    portal: &Portal,
    number: TicketNumber,
    photo: &PhotoId,
    bytes: Vec<u8>,
) -> Result<(), StoreError> {
    portal.env().bucket("PHOTOS")?.put(place(number, photo), bytes).execute().await?;
    Ok(())
}

/// Takes bytes out of the bucket again that no event tells of: what was to tell of them was refused. Whatever fails meanwhile
/// leaves them, for a photo that is told of must not be lost.
pub async fn let_go(portal: &Portal, number: TicketNumber, photo: &PhotoId) {
    let is_this = |body: &EventBody| matches!(body, EventBody::PhotoAttached(told) if told.id == *photo);
    let gone = async {
        let loaded = portal.store()?.load(number).await?;
        if loaded.is_some_and(|loaded| loaded.events.iter().any(|event| is_this(&event.body))) {
            return Ok(());
        }
        portal.env().bucket("PHOTOS")?.delete(place(number, photo)).await?;
        Ok::<_, StoreError>(())
    };
    if let Err(error) = gone.await {
        worker::console_error!("photos: {error}");
    }
}

#[worker::send]
async fn attach(
    State(portal): State<Portal>,
    ask: Ask,
    headers: HeaderMap,
    Path(number): Path<String>,
    Query(query): Query<NameQuery>,
    request: Request,
) -> Answer<Json<TicketView>> {
    let number = read_number(&ask, &number)?;
    let key = ask.key()?.to_owned();
    guard::uploads(&portal, &headers).await?;
    let (caller, context) = ask.context(&portal, Some(number)).await?;
    guard::writes(&portal, &caller.writes_as, &headers).await?;
    let loaded = context.loaded.as_ref().ok_or_else(|| ask.fail(Mistake::NotFound))?;
    // Nobody's bytes are stored before it is known that they may add them.
    // An upload that is repeated was allowed when it was made.
    if context.recorded.is_none() {
        permit(&loaded.ticket, CommandKind::AttachPhoto, &caller.person)
            .map_err(|refusal| ask.fail(refusal))?;
    } else if !sees_ticket(&caller.person, &loaded.ticket) {
        return Err(ask.fail(Mistake::NotFound));
    }
    let bytes = body::bytes(&ask, request, portal.rules().policy.photo_bytes).await?;
    let media_type = MediaType::sniff(&bytes).ok_or_else(|| ask.fail(Mistake::NotAnImage))?;
    // The same upload again lands in the same place; other bytes under the same key never land on the first ones.
    let print = Hash::of_bytes(&[number.digits().as_bytes(), query.name.as_bytes(), &bytes]);
    if let Some(loaded) = repeated(&portal, &ask, &caller, &context, print.as_str()).await? {
        return Ok(Json(view(&portal, &caller, &loaded)));
    }
    let id = Hash::of(&[caller.person.account.as_str(), &key, print.as_str()]);
    let id = PhotoId(id.as_str().to_owned());
    let bytes = bare(&bytes, media_type);
    let photo = Photo {
        id: id.clone(),
        name: MediaType::safe_name(&query.name, media_type),
        media_type: media_type.essence().to_owned(),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
    };
    ask.tell(keep(&portal, number, &id, bytes).await)?;
    let command = Command::AttachPhoto(photo);
    match change(&portal, &ask, &caller, context, number, print.as_str(), &command).await {
        Ok(loaded) => Ok(Json(view(&portal, &caller, &loaded))),
        Err(failure) => {
            let_go(&portal, number, &id).await;
            Err(failure)
        }
    }
}

#[worker::send]
async fn show(
    State(portal): State<Portal>,
    ask: Ask,
    Path((number, photo)): Path<(String, String)>,
) -> Answer<Response> {
    let number = read_number(&ask, &number)?;
    let (caller, context) = ask.context(&portal, Some(number)).await?;
    let loaded = visible(&ask, &caller, context.loaded)?;
    // Their time is over when it is over, whether cron has come by or not.
    if photos_are_gone(&loaded.ticket, portal.now()) {
        return Err(ask.fail(Mistake::NotFound));
    }
    let attached = loaded.events.iter().find_map(|event| match &event.body {
        EventBody::PhotoAttached(attached) if attached.id.as_str() == photo => Some(attached),
        _ => None,
    });
    let attached = attached.ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let object = portal.env().bucket("PHOTOS")?.get(place(number, &attached.id)).execute().await?;
    let stored = object.as_ref().and_then(worker::Object::body).ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let bytes = stored.bytes().await?;
    let media_type = MediaType::parse(&attached.media_type).ok_or_else(|| ask.fail(Mistake::NotFound))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type.essence())),
        (header::CONTENT_DISPOSITION, shown_as(&attached.name, media_type)),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=86400, immutable")),
    ];
    Ok((headers, Body::from(bytes)).into_response())
}

/// Shown in its place, and under its own name when somebody saves it (RFC 6266): the name was cleaned when it came.
fn shown_as(name: &str, media_type: MediaType) -> HeaderValue {
    let plain = MediaType::safe_name("", media_type);
    let told = format!("inline; filename=\"{plain}\"; filename*=UTF-8''{}", percent(name));
    HeaderValue::from_str(&told).unwrap_or(HeaderValue::from_static("inline"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_in_letters_that_any_header_carries() {
        for (name, told) in [
            ("pantalla.png", "inline; filename=\"foto.png\"; filename*=UTF-8''pantalla.png"),
            ("Recepción 2.png", "inline; filename=\"foto.png\"; filename*=UTF-8''Recepci%C3%B3n%202.png"),
            ("a\"; x=\r\nb", "inline; filename=\"foto.png\"; filename*=UTF-8''a%22%3B%20x%3D%0D%0Ab"),
        ] {
            assert_eq!(shown_as(name, MediaType::Png), told);
        }
    }
}
