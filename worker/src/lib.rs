//! The Worker behind the portal: HTTP, mail and cron. Wiring only.

mod assets;
mod cron;
mod http;
mod inbound;
mod instant;
mod mail;
mod portal;
mod push;
mod router;
mod routes;
mod store;

use axum::body::Body;
use axum::http::Response;
use portal::Portal;
use tower_service::Service;
use worker::{Context, Env, ForwardableEmailMessage, HttpRequest, ScheduleContext, ScheduledEvent, event};

/// Answers the API, and whatever is no file of the app.
#[event(fetch)]
async fn fetch(request: HttpRequest, env: Env, context: Context) -> worker::Result<Response<Body>> {
    let portal = Portal::for_request(env, context);
    if request.uri().path().starts_with("/api/") {
        return Ok(router::routes(portal).call(request).await?);
    }
    let widget = http::turnstile::site_key(&portal).is_some();
    Ok(assets::serve(request.method(), request.uri(), portal.env(), widget).await?.map(Body::new))
}

/// Fired by cron, every minute.
#[event(scheduled)]
async fn scheduled(event: ScheduledEvent, env: Env, _context: ScheduleContext) {
    cron::run(env, event.schedule()).await;
}

/// Mail for the mailbox that the platform hands to the Worker.
#[event(email)]
async fn email(message: ForwardableEmailMessage, env: Env, context: Context) -> worker::Result<()> {
    inbound::receive(&message, env, context).await;
    Ok(())
}
