//! The app's files, for a path that is not one of them.
//!
//! The runtime serves every file of `dist/` itself and calls the Worker only for the rest: the API, deep links of the
//! app, and files that do not exist. wrangler.toml's own `single-page-application` mode would answer the last with
//! index.html, 200, and the year-long cache meant for `/assets/`: a browser with yesterday's page would keep a page
//! in the place of a module.

use axum::http::{HeaderValue, Method, Response, StatusCode, Uri, header};
use worker::{Body, Env};

/// Where Turnstile's widget comes from.
const WIDGET: &str = "https://challenges.cloudflare.com";

/// Answers index.html for a deep link, with the headers of `public/_headers`; 404 for anything that looks like a file. With
/// `widget`, the page may show Turnstile's.
///
/// # Errors
/// When the assets can't be reached.
pub async fn serve(method: &Method, uri: &Uri, env: &Env, widget: bool) -> worker::Result<Response<Body>> {
    let is_page = matches!(*method, Method::GET | Method::HEAD) && !looks_like_a_file(uri.path());
    if is_page {
        // The binding looks at the path alone; `/` is where it serves index.html without a redirect.
        let page = env.assets("ASSETS")?.fetch("https://portal.invalid/", None).await?;
        return Ok(if widget { with_widget(page) } else { page });
    }
    let mut nothing = Response::new(Body::empty());
    *nothing.status_mut() = StatusCode::NOT_FOUND;
    nothing.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(nothing)
}

/// Lets a page load Turnstile's widget and nothing else from outside.
fn with_widget(mut page: Response<Body>) -> Response<Body> {
    let policy = page.headers().get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    if let Some(Ok(policy)) = policy.map(|policy| HeaderValue::from_str(&policy_with_widget(policy))) {
        page.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    page
}

fn policy_with_widget(policy: &str) -> String {
    format!(
        "{}; frame-src {WIDGET}",
        policy.replace("script-src 'self'", &format!("script-src 'self' {WIDGET}"))
    )
}

fn looks_like_a_file(path: &str) -> bool {
    path.starts_with("/assets/") || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::{looks_like_a_file, policy_with_widget};

    #[test]
    fn the_widget_is_all_that_a_page_may_load_from_outside() {
        assert_eq!(
            policy_with_widget(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; form-action 'self'"
            ),
            "default-src 'none'; script-src 'self' https://challenges.cloudflare.com 'wasm-unsafe-eval'; form-action 'self'; \
             frame-src https://challenges.cloudflare.com"
        );
    }

    #[test]
    fn pages_and_files_are_told_apart() {
        for page in ["/", "/casos/123456", "/ayuda/", "/casos/nuevo"] {
            assert!(!looks_like_a_file(page), "{page}");
        }
        for file in ["/assets/app-0", "/assets/app.js", "/favicon.ico", "/icons/none.png", "/.env"] {
            assert!(looks_like_a_file(file), "{file}");
        }
    }
}
