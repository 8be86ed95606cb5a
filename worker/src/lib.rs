//! The Worker behind the portal: HTTP, cron and inbound mail. Wiring only.

use axum::{Router, extract::State, http::StatusCode, response::IntoResponse, routing::get};
use tower_service::Service;
use worker::{
    Context, EmailMessage, Env, ForwardableEmailMessage, HttpRequest, ScheduleContext, ScheduledEvent,
    console_error, event, send::SendFuture,
};

/// Answers a request under `/api/`.
#[event(fetch)]
async fn fetch(
    request: HttpRequest,
    env: Env,
    _context: Context,
) -> worker::Result<axum::http::Response<axum::body::Body>> {
    let mut router = Router::new().route("/api/health", get(health)).fallback(nothing_here).with_state(env);
    Ok(router.call(request).await?)
}

/// Fired by cron.
#[event(scheduled)]
async fn scheduled(event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    if let Err(error) = record_run(&env, event.schedule()).await {
        console_error!("cron: {error}");
    }
}

async fn record_run(env: &Env, at_ms: f64) -> worker::Result<()> {
    let database = env.d1("DB")?;
    let statement = database.prepare("INSERT OR IGNORE INTO cron_run (job, at) VALUES ('tick', ?1)");
    statement.bind(&[at_ms.to_string().into()])?.run().await?;
    Ok(())
}

/// Fired by inbound mail: answers it twice, once in each of the binding's two forms.
#[event(email)]
async fn email(message: ForwardableEmailMessage, env: Env, _context: Context) -> worker::Result<()> {
    let sender = message.headers().get("From")?.unwrap_or_default();
    let mail = env.send_email("MAIL")?;
    let raw = format!(
        "From: soporte@sohoapps.co\r\nTo: {sender}\r\nMessage-ID: <ours@sohoapps.co>\r\nSubject: =?utf-8?Q?Recibimos_su_mensaje_=C3=B1?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGracias.\r\n"
    );
    mail.send(&EmailMessage::new("soporte@sohoapps.co", &sender, &raw)?).await?;
    Ok(())
}

async fn health(State(env): State<Env>) -> impl IntoResponse {
    let answer = SendFuture::new(async move { env.d1("DB")?.prepare("SELECT 1").run().await }).await;
    let status = if answer.is_ok() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [("content-type", "application/json")], r#"{"status":"ok"}"#)
}

async fn nothing_here() -> impl IntoResponse {
    let body = r#"{"type":"about:blank","title":"Not Found","status":404,"code":"not_found"}"#;
    (StatusCode::NOT_FOUND, [("content-type", "application/problem+json")], body)
}
