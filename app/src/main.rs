//! The portal in the browser. This file mounts it, nothing else.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod api;
mod app;
mod asked_code;
mod badge;
mod browser;
mod components;
mod desk;
mod device;
mod door;
mod draft;
mod intent;
mod letter;
mod links;
mod locale;
mod news;
mod outbox;
mod outgoing;
mod pages;
mod parts;
mod photos;
mod reserved;
mod session;
mod shell;
mod sign_out;
mod tasks;
mod text;
mod verification;

fn main() {
    console_error_panic_hook::set_once();
    // In a task of its own: the browser has just made the module ready, which takes a cheap phone a while.
    tasks::soon(|| leptos::mount::mount_to_body(app::App));
}
