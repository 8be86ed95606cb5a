//! The app's files, for a path that is not one of them.
//!
//! The runtime serves every file of `dist/` itself and calls the Worker only for the rest: the API, deep links of the
//! app, and files that do not exist. wrangler.toml's own `single-page-application` mode would answer the last with
//! index.html, 200, and the year-long cache meant for `/assets/`: a browser with yesterday's page would keep a page
//! in the place of a module.

use axum::http::{HeaderValue, Method, Response, StatusCode, Uri, header};
use worker::{Body, Env};

/// Answers index.html for a deep link, with the headers of `public/_headers`; 404 for anything that looks like a file.
///
/// # Errors
/// When the assets can't be reached.
pub async fn serve(method: &Method, uri: &Uri, env: &Env) -> worker::Result<Response<Body>> {
    let is_page = matches!(*method, Method::GET | Method::HEAD) && !looks_like_a_file(uri.path());
    if is_page {
        // The binding looks at the path alone; `/` is where it serves index.html without a redirect.
        return env.assets("ASSETS")?.fetch("https://portal.invalid/", None).await;
    }
    let mut nothing = Response::new(Body::empty());
    *nothing.status_mut() = StatusCode::NOT_FOUND;
    nothing.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(nothing)
}

fn looks_like_a_file(path: &str) -> bool {
    path.starts_with("/assets/") || path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_file;

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
