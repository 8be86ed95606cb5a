//! The machine-readable description of this API, for programs and the people who write them.

use crate::portal::Portal;
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

const DOCUMENT: &str = include_str!("../../openapi/openapi.json");

/// The description's route.
pub fn routes() -> Router<Portal> {
    Router::new().route("/api/openapi.json", get(describe))
}

async fn describe() -> impl IntoResponse {
    let headers =
        [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, DOCUMENT)
}

#[cfg(test)]
mod tests;
