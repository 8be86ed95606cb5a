//! Sending a photo. By `XMLHttpRequest`, for `fetch` doesn't say how many bytes have left.

use domain::api::{IDEMPOTENCY_KEY, TicketView};
use domain::ticket::TicketNumber;
use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

use super::{Answer, ApiError, BASE, IdempotencyKey, decode, ticket_path};

/// Attaches a photo; `on_progress` hears how many bytes have left, and of how many.
pub async fn attach_photo(
    number: TicketNumber,
    name: &str,
    file: &Blob,
    key: &IdempotencyKey,
    on_progress: impl Fn(f64, f64) + 'static,
) -> Answer<TicketView> {
    let path = format!(
        "{BASE}{}/photos?name={}",
        ticket_path(number),
        String::from(js_sys::encode_uri_component(name))
    );
    let request = prepare(&path, file, key).map_err(|_| ApiError::Unreadable)?;
    let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            on_progress(event.loaded(), event.total());
        }
    });
    if let Ok(upload) = request.upload() {
        upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
    }
    let ended = ended(&request);
    request.send_with_opt_blob(Some(file)).map_err(|_| ApiError::Offline)?;
    // Never rejects; `progress` lives until here.
    let _ = JsFuture::from(ended).await;
    drop(progress);
    let status = request.status().unwrap_or_default();
    let body = request.response_text().ok().flatten().unwrap_or_default();
    match status {
        0 => Err(ApiError::Offline),
        200..=299 => decode(&body),
        _ => Err(ApiError::from_answer(status, &body)),
    }
}

fn prepare(path: &str, file: &Blob, key: &IdempotencyKey) -> Result<XmlHttpRequest, wasm_bindgen::JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open("POST", path)?;
    let media_type = file.type_();
    let media_type = if media_type.is_empty() { "application/octet-stream" } else { &media_type };
    request.set_request_header("content-type", media_type)?;
    request.set_request_header("accept-language", crate::locale::current_tag())?;
    request.set_request_header(IDEMPOTENCY_KEY, key.as_str())?;
    Ok(request)
}

/// Resolves when the request is over, well or not.
fn ended(request: &XmlHttpRequest) -> Promise {
    Promise::new(&mut |resolve: Function, _reject| request.set_onloadend(Some(&resolve)))
}
