//! The service worker, told which files it keeps.

use std::{fs, path::Path};

use crate::{Outcome, node, stamp, step::call};

/// Parts whose pages must open without signal; `app/src/parts.rs` says what is in them.
const KEPT_PARTS: [&str; 3] = ["short", "telling", "following"];
/// What the first screen shows beside its hashed files.
const BESIDE: [&str; 3] = ["/favicon.svg", "/manifest.webmanifest", "/fonts/alegreya-700.woff2"];

/// Writes `sw.js`: what it keeps is the page, `hashed` files of the first load and what stands beside them, and later the
/// parts that a client is likely to need, and their style. Its own bytes change whenever the page does, which is how browsers notice.
///
/// # Errors
/// When a file can't be read or written, or bundling fails.
pub fn place(root: &Path, dist: &Path, page: &str, hashed: &[&str], style_of_parts: &str) -> Outcome {
    let shell = list(hashed.iter().copied().chain(BESIDE));
    let mut parts = vec![style_of_parts.to_owned()];
    for entry in fs::read_dir(dist.join("assets"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_kept(&name) {
            parts.push(format!("/assets/{name}"));
        }
    }
    parts.sort();
    let later = list(parts.iter().map(String::as_str));
    // Headers are kept with the page, so other headers are another version too.
    let headers = fs::read_to_string(dist.join("_headers"))?;
    let version = stamp::name_of(format!("{page}{headers}{shell}{later}").as_bytes());
    let mut command = node::command(root, "esbuild");
    command.args(["app/service-worker.js", "--bundle", "--minify", "--log-level=warning", "--target=es2022"]);
    command.arg(format!("--define:PAGE_VERSION=\"{version}\""));
    command.arg(format!("--define:SHELL={shell}")).arg(format!("--define:LATER={later}"));
    call(command.arg(format!("--outfile={}", dist.join("sw.js").display())))
}

/// A JSON array of addresses. They hold nothing that would need escaping.
fn list<'a>(addresses: impl IntoIterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = addresses.into_iter().map(|address| format!("\"{address}\"")).collect();
    format!("[{}]", quoted.join(","))
}

/// Whether a module, named by the parts that need it (`short.telling-0123.wasm`), is one of those.
fn is_kept(name: &str) -> bool {
    let Some((parts, _)) = name.strip_suffix(".wasm").and_then(|name| name.rsplit_once('-')) else {
        return false;
    };
    parts.split('.').any(|part| KEPT_PARTS.contains(&part))
}

#[cfg(test)]
mod tests {
    use super::{is_kept, list};

    #[test]
    fn the_parts_of_clients_are_kept_and_the_desk_is_not() {
        for (name, kept) in [
            ("telling-0123.wasm", true),
            ("desk.short.telling-0123.wasm", true),
            ("desk-0123.wasm", false),
            ("app-0123.wasm", false),
            ("app-0123.js", false),
        ] {
            assert_eq!(is_kept(name), kept, "{name}");
        }
    }

    #[test]
    fn addresses_become_a_list() {
        assert_eq!(list(["/a", "/b"]), r#"["/a","/b"]"#);
    }
}
