//! `cargo xtask size`: what the first load and the Worker weigh, against the budgets.

use std::{fs, path::Path};

use crate::{Outcome, dist, node, step::output_of};

/// Everything a client's first screen transfers, brotli-compressed, in bytes.
const FIRST_LOAD: u64 = 200_000;
/// How many files that may be. The API's answers come on top: tests/browser/parts.spec.mjs counts what a browser asks.
const FILES: usize = 8;
/// The Worker's modules, gzip-compressed, in bytes: half of the 3 MB that a deployment may weigh on the free plan.
const WORKER: u64 = 1_500_000;

/// Compresses files with what Node brings and prints a line each: brotli bytes, gzip bytes. Files that are compressed
/// already (fonts, images) travel as they are.
const COMPRESS: &str = r#"
const { brotliCompressSync, gzipSync } = require("node:zlib");
const { readFileSync } = require("node:fs");
for (const name of process.argv.slice(1)) {
  const bytes = readFileSync(name);
  const asIs = /\.(woff2|png|jpe?g|webp|avif)$/.test(name);
  console.log(asIs ? bytes.length : brotliCompressSync(bytes).length, asIs ? bytes.length : gzipSync(bytes, { level: 9 }).length);
}"#;

/// Prints both tables.
///
/// # Errors
/// When something weighs more than its budget.
pub fn run(root: &Path) -> Outcome {
    dist::build(root)?;
    let dist = root.join("dist");
    let page = fs::read_to_string(dist.join("index.html"))?;
    let mut first_load = vec!["index.html".to_owned()];
    first_load.extend(used_by(&page).into_iter().map(str::to_owned));
    // The page's style sheet names its fonts.
    for sheet in first_load.clone().iter().filter(|name| is_kind(name, "css")) {
        let style = fs::read_to_string(dist.join(sheet))?;
        first_load.extend(named_in(&style, "url(", ')').into_iter().map(str::to_owned));
    }
    first_load.sort();
    first_load.dedup();

    let brotli = table(root, "First load", &dist, &first_load)?.0;
    let later = fetched_later(&dist, &first_load)?;
    table(root, "Fetched when a page needs it", &dist, &later)?;
    let gzip = table(
        root,
        "Worker",
        &root.join("worker/build"),
        &["index.js".to_owned(), "index_bg.wasm".to_owned()],
    )?
    .1;

    println!("first load: {} of {FILES} files", first_load.len());
    let mut over = Vec::new();
    if first_load.len() > FILES {
        over.push(format!("The first load takes {} files, more than {FILES}.", first_load.len()));
    }
    for (what, bytes, budget) in [("first load, brotli", brotli, FIRST_LOAD), ("Worker, gzip", gzip, WORKER)]
    {
        println!("{what}: {bytes} of {budget} bytes");
        if bytes > budget {
            over.push(format!("{what}: {bytes} bytes are more than the budget of {budget}."));
        }
    }
    if over.is_empty() { Ok(()) } else { Err(over.join(" ").into()) }
}

/// The modules that the first screen does not load, and their style. Their names say which parts of the portal need them.
fn fetched_later(dist: &Path, first_load: &[String]) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist.join("assets"))? {
        let name = format!("assets/{}", entry?.file_name().to_string_lossy());
        if (is_kind(&name, "wasm") || is_kind(&name, "css")) && !first_load.contains(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn table(root: &Path, title: &str, folder: &Path, names: &[String]) -> Outcome<(u64, u64)> {
    let mut compress = node::command(root, "node");
    compress.args(["-e", COMPRESS, "--"]).args(names.iter().map(|name| folder.join(name)));
    let sizes =
        output_of(&mut compress).ok_or("the files could not be compressed: is one of them missing?")?;
    println!("\n{title:<44} {:>9} {:>9}", "brotli", "gzip");
    let mut sums = (0, 0);
    for (name, line) in names.iter().zip(sizes.lines()) {
        let mut numbers = line.split(' ').filter_map(|number| number.parse::<u64>().ok());
        let (brotli, gzip) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        println!("  {name:<42} {brotli:>9} {gzip:>9}");
        sums = (sums.0 + brotli, sums.1 + gzip);
    }
    println!("  {:<42} {:>9} {:>9}\n", "in all", sums.0, sums.1);
    Ok(sums)
}

/// The files that a page loads by itself: scripts, style sheets, preloads, images, icon and manifest.
fn used_by(page: &str) -> Vec<&str> {
    let mut names = named_in(page, "src=\"", '"');
    for link in named_in_tags(page, "<link") {
        names.extend(named_in(link, "href=\"", '"'));
    }
    names
}

fn named_in_tags<'a>(page: &'a str, tag: &str) -> Vec<&'a str> {
    page.split(tag).skip(1).filter_map(|rest| rest.split('>').next()).collect()
}

/// Addresses of our own that stand between `before` and `after`, without the slash at the start.
fn named_in<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    let between = text.split(before).skip(1).filter_map(|rest| rest.split(after).next());
    between.filter_map(|address| address.trim_matches(['"', '\'']).strip_prefix('/')).collect()
}

fn is_kind(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|found| found == extension)
}

#[cfg(test)]
mod tests {
    use super::{named_in, used_by};

    #[test]
    fn what_a_page_loads_is_found_and_what_it_links_to_is_not() {
        let page = r#"<link rel="icon" href="/i.svg"><script src="/a.js"></script><a href="/ayuda">"#;
        assert_eq!(used_by(page), ["a.js", "i.svg"]);
        assert_eq!(
            named_in("src:url(/f.woff2) url('/g.svg') url(data:x)", "url(", ')'),
            ["f.woff2", "g.svg"]
        );
    }
}
