//! What is served: the portal in `dist/` with names that change with their content, and the Worker beside it.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{
    Outcome, app, node, service_worker, sprite, stamp,
    step::{call, step},
    worker,
};

/// Everything `dist/` is made of, and how.
const INPUTS: [&str; 13] = [
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "domain",
    "wording",
    "app",
    "style",
    "public",
    "package.json",
    "xtask/src/app",
    "xtask/src/app.rs",
    "xtask/src/dist.rs",
    "xtask/src/service_worker.rs",
];

/// Builds the portal and the Worker, each unless nothing it is made of changed.
///
/// # Errors
/// When a step of either fails.
pub fn build(root: &Path) -> Outcome {
    crate::setup::everything(root)?;
    portal(root)?;
    worker::build(root)
}

fn portal(root: &Path) -> Outcome {
    let inputs = stamp::fingerprint(root, &INPUTS)?;
    let output = root.join("dist/index.html");
    stamp::unless_done(&root.join("target/stamps/portal"), inputs, &output, || {
        let compiled = app::compile(root)?;
        step("Assembling dist/", || assemble(root, &compiled))
    })
}

/// Puts everything together in a folder aside and swaps it in at the end: a server never sees half of it.
fn assemble(root: &Path, compiled: &app::Compiled) -> Outcome {
    let (dist, fresh) = (root.join("dist"), root.join("target/dist"));
    let _ = fs::remove_dir_all(&fresh);
    copy(&root.join("public"), &fresh)?;
    fs::create_dir_all(fresh.join("assets"))?;

    let module = fs::read(&compiled.module)?;
    let wasm = format!("/assets/app-{}.wasm", stamp::name_of(&module));
    fs::write(fresh.join(&wasm[1..]), module)?;
    let parts = place_parts(root, compiled, &fresh)?;
    // Fonts and images keep the address they have under public/.
    let sheet = |name: &str| {
        bundle(root, &fresh, &format!("style/{name}.css"), name, "css", &["--external:/fonts/*".to_owned()])
    };
    let (style, style_of_parts) = (sheet("main")?, sheet("parts")?);

    let script = bundle(
        root,
        &fresh,
        "app/boot.js",
        "app",
        "js",
        &[
            format!("--alias:portal={}", compiled.glue.display()),
            format!("--define:MODULE_URL=\"{wasm}\""),
            format!("--define:PARTS={}", needed_by(&parts)),
            format!("--define:PARTS_STYLE=\"{style_of_parts}\""),
            "--format=esm".to_owned(),
            // The glue names the parts' loader once for each part.
            "--log-override:duplicate-object-key=silent".to_owned(),
            "--target=es2022".to_owned(),
        ],
    )?;

    let page = fs::read_to_string(root.join("app/index.html"))?;
    let page = fill(
        &page,
        &[
            ("script", &script),
            ("wasm", &wasm),
            ("style", &style),
            ("sprite", &sprite::assemble(&root.join("style"))?),
            ("icon", &in_line(&fs::read_to_string(root.join("public/favicon.svg"))?)),
            ("skeleton", fs::read_to_string(root.join("style/skeleton.html"))?.trim()),
        ],
    )?;
    fs::write(fresh.join("index.html"), &page)?;
    service_worker::place(root, &fresh, &page, &[&script, &wasm, &style], &style_of_parts)?;

    let _ = fs::remove_dir_all(&dist);
    fs::rename(&fresh, &dist)?;
    Ok(())
}

/// Names the parts by their content, like everything that may be kept for ever, and tells their loader, which waits for their
/// style too. Answers who needs each, and its address.
fn place_parts(root: &Path, compiled: &app::Compiled, dist: &Path) -> Outcome<Vec<(String, String)>> {
    let mut placed = Vec::new();
    let mut loader = adapt(&fs::read_to_string(&compiled.loader)?, &root.join("app/parts-style.js"))?;
    for part in &compiled.parts {
        let module = fs::read(&part.module)?;
        let address = format!("/assets/{}-{}.wasm", part.name, stamp::name_of(&module));
        fs::write(dist.join(&address[1..]), module)?;
        let file = part.module.file_name().unwrap_or_default().to_string_lossy();
        loader = loader.replace(&format!("\"./{file}\""), &format!("\"{address}\""));
        placed.push((part.name.clone(), address));
    }
    fs::write(&compiled.loader, loader)?;
    Ok(placed)
}

/// What of wasm-split's loader is otherwise here: a part waits for its style too (`styled` of the script), and the modules that it
/// shares with others are asked for in a task each, for to ask for a file takes a cheap phone a moment.
const OTHERWISE: [(&str, &str); 2] = [
    ("await callee();", "await Promise.all([callee(), styled()]);"),
    ("deps.map(d => d())", "deps.map((d) => new Promise((go) => setTimeout(go)).then(d))"),
];

fn adapt(loader: &str, script: &Path) -> Outcome<String> {
    let mut adapted = format!("import {{ styled }} from {:?};\n{loader}", script.display().to_string());
    for (theirs, ours) in OTHERWISE {
        if loader.matches(theirs).count() != 1 {
            return Err(
                format!("wasm-split's loader has another shape: \"{theirs}\" is not in it once.").into()
            );
        }
        adapted = adapted.replace(theirs, ours);
    }
    Ok(adapted)
}

/// The addresses that each part needs, as JSON: `desk.telling` is needed by both.
fn needed_by(placed: &[(String, String)]) -> String {
    let mut needed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (owners, address) in placed {
        for owner in owners.split('.') {
            needed.entry(owner).or_default().push(address);
        }
    }
    // Names and addresses hold nothing that JSON would write otherwise.
    let parts: Vec<_> = needed.iter().map(|(name, files)| format!("\"{name}\":{files:?}")).collect();
    format!("{{{}}}", parts.join(","))
}

/// Bundles and minifies one entry file and answers its address, named by `name` and its content.
fn bundle(
    root: &Path,
    dist: &Path,
    entry: &str,
    name: &str,
    kind: &str,
    options: &[String],
) -> Outcome<String> {
    let file = root.join("target/app").join(format!("bundled.{kind}"));
    let mut command = node::command(root, "esbuild");
    command.arg(entry).args(["--bundle", "--minify", "--log-level=warning"]).args(options);
    call(command.arg(format!("--outfile={}", file.display())))?;
    let content = fs::read(&file)?;
    let address = format!("/assets/{name}-{}.{kind}", stamp::name_of(&content));
    fs::write(dist.join(&address[1..]), content)?;
    Ok(address)
}

/// A drawing as an address that holds it: an icon in the page is one request less.
fn in_line(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for character in svg.trim().chars() {
        match character {
            // One quote is as good as the other in SVG, and only this one may stand in the page's attribute.
            '"' => address.push('\''),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '#' => address.push_str("%23"),
            other => address.push(other),
        }
    }
    address
}

/// Fills the `{{name}}` places of the page. Every name must be used and every place filled.
fn fill(page: &str, values: &[(&str, &str)]) -> Outcome<String> {
    let mut filled = page.to_owned();
    for (name, value) in values {
        let place = format!("{{{{{name}}}}}");
        if !filled.contains(&place) {
            return Err(format!("app/index.html has no place for {place}.").into());
        }
        filled = filled.replace(&place, value);
    }
    match filled.split_once("{{") {
        None => Ok(filled),
        Some((_, rest)) => {
            let name = rest.split("}}").next().unwrap_or_default();
            Err(format!("app/index.html has a place {{{{{name}}}}} that nothing fills.").into())
        }
    }
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{adapt, fill, in_line, needed_by};

    #[test]
    fn the_loader_is_adapted_or_the_build_ends() {
        let loader = "const x = deps.map(d => d()); await callee();";
        let told = adapt(loader, Path::new("a/b.js")).unwrap();
        assert!(told.starts_with("import { styled } from \"a/b.js\";\n"), "{told}");
        assert!(told.contains("[callee(), styled()]") && !told.contains("d => d()"), "{told}");
        assert!(adapt("await callee();", Path::new("a/b.js")).unwrap_err().to_string().contains("deps.map"));
    }

    #[test]
    fn a_drawing_stands_in_an_attribute() {
        assert_eq!(in_line("<svg fill=\"#fff\"/>\n"), "data:image/svg+xml,%3Csvg fill='%23fff'/%3E");
    }

    #[test]
    fn a_shared_module_is_needed_by_each_of_its_parts() {
        let placed = [("desk".to_owned(), "/d".to_owned()), ("desk.short".to_owned(), "/s".to_owned())];
        assert_eq!(needed_by(&placed), r#"{"desk":["/d", "/s"],"short":["/s"]}"#);
    }

    #[test]
    fn every_place_is_filled_and_every_value_used() {
        assert_eq!(fill("<a href={{x}}>", &[("x", "/y")]).unwrap(), "<a href=/y>");
        assert!(fill("<a>", &[("x", "/y")]).unwrap_err().to_string().contains("{{x}}"));
        assert!(fill("{{x}}{{z}}", &[("x", "/y")]).unwrap_err().to_string().contains("{{z}}"));
    }
}
