//! News on one's device.

use domain::api::push::{PushFacts, Subscribe};
use gloo_net::http::Method;

use super::{Answer, IdempotencyKey, decode, encode, exchange, get};

const PATH: &str = "/session/push";

/// Whether news can be had here, and whether this session's device has it.
pub async fn push_facts() -> Answer<PushFacts> {
    get(PATH).await
}

/// Has this device told of news.
pub async fn subscribe(device: &Subscribe) -> Answer<PushFacts> {
    let key = IdempotencyKey::fresh();
    decode(&exchange(Method::PUT, PATH, Some(encode(device)?), Some(&key)).await?)
}

/// Has it told no more.
pub async fn unsubscribe() -> Answer<()> {
    exchange(Method::DELETE, PATH, None, Some(&IdempotencyKey::fresh())).await.map(drop)
}
