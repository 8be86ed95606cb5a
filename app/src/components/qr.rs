//! A text as a QR code, drawn by the page itself: no picture is fetched, and what it says goes nowhere.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of quiet around the code (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A square of modules, dark on light in either theme: cameras expect that.
#[component]
pub fn Qr(
    /// What it says.
    text: String,
    /// What it is, for those who don't see it.
    label: &'static str,
) -> impl IntoView {
    let code = QrCode::encode_text(&text, QrCodeEcc::Medium).ok();
    code.map(|code| {
        let side = code.size() + 2 * QUIET;
        let modules = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark: Vec<String> = modules
            .filter(|(x, y)| code.get_module(*x, *y))
            .map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET))
            .collect();
        let dark = dark.concat();
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
                <rect width="100%" height="100%" fill="#ffffff"/>
                <path d=dark fill="#000000" shape-rendering="crispEdges"/>
            </svg>
        }
    })
}
