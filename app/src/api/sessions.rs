//! One's own sessions.

use domain::api::sessions::OwnSessions;
use gloo_net::http::Method;

use super::{Answer, IdempotencyKey, exchange, get};

/// One's live sessions.
pub async fn own_sessions() -> Answer<OwnSessions> {
    get("/sessions").await
}

/// Ends one of one's sessions.
pub async fn end_session(id: &str) -> Answer<()> {
    end(&format!("/sessions/{id}")).await
}

/// Ends all of them but this one.
pub async fn end_other_sessions() -> Answer<()> {
    end("/sessions").await
}

async fn end(path: &str) -> Answer<()> {
    exchange(Method::DELETE, path, None, Some(&IdempotencyKey::fresh())).await.map(drop)
}
