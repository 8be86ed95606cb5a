//! Compiling the portal for the browser: cargo, wasm-split, wasm-bindgen, wasm-opt.
//!
//! The result is several modules. The first holds the shell and the start page; `app/src/parts.rs` says what the others
//! hold and when a browser fetches them. ARCHITECTURE.md, "Sizes", has what each step is worth.

mod imports;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
    thread,
};

use crate::{
    Outcome, node, setup,
    step::{call, call_quietly, step},
};

/// What the compiler made of the portal, not yet named for the web.
pub struct Compiled {
    /// The JavaScript that loads the first module; imports its own snippets and `loader`.
    pub glue: PathBuf,
    /// The WebAssembly module that loads first.
    pub module: PathBuf,
    /// The JavaScript that fetches the parts, by the name of their file.
    pub loader: PathBuf,
    /// The modules that are fetched when a page needs them.
    pub parts: Vec<Part>,
}

/// A module that doesn't load first.
pub struct Part {
    /// Which part of the portal, or which parts share it: `desk`, `desk.following`.
    pub name: String,
    /// The WebAssembly module; `loader` knows it by this file name.
    pub module: PathBuf,
}

/// What rustc emits for wasm32 by default; wasm-opt wants it named.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles `app` as it is shipped: one profile for development and deployment, so what is tried is what is served.
///
/// # Errors
/// When a tool fails.
pub fn compile(root: &Path) -> Outcome<Compiled> {
    let folder = root.join("target/app");
    step("Compiling the portal to WebAssembly", || {
        let mut build = Command::new("cargo");
        build.args(["rustc", "--package", "app", "--profile", "wasm-release"]);
        build.args(["--target", "wasm32-unknown-unknown"]);
        // wasm-split takes the module apart along the linker's own notes of what refers to what.
        call(build.current_dir(root).args(["--", "-Clink-args=--emit-relocs"]))
    })?;
    step("Splitting the portal", || split(root, &folder))?;
    step("Shrinking the portal", || shrink(root, &folder))?;
    let (module, glue) = (folder.join("app.wasm"), folder.join("app.js"));
    let (short, renamed) = imports::shorten(&fs::read(&module)?, &fs::read_to_string(&glue)?)?;
    fs::write(&module, short)?;
    fs::write(&glue, renamed)?;
    let loader = folder.join("__wasm_split.js");
    let parts = parts_in(&fs::read_to_string(&loader)?, &folder);
    Ok(Compiled { glue, module, loader, parts })
}

/// Takes the module apart and gives the first one its JavaScript.
fn split(root: &Path, folder: &Path) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    let raw = folder.join("raw");
    fs::create_dir_all(&raw)?;
    let whole = root.join("target/wasm32-unknown-unknown/wasm-release/app.wasm");
    let mut split = Command::new(setup::tool(root, "wasm-split-cli"));
    call(split.arg(whole).arg(&raw).args(["--out-name", "app", "--target", "web"]))?;
    fs::rename(raw.join("__wasm_split.js"), folder.join("__wasm_split.js"))?;

    let mut bind = Command::new(setup::tool(root, "wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-name", "app"]);
    // The parts find memory, table and stack among the exports that the linker named; names of functions go.
    bind.args(["--keep-lld-exports", "--no-demangle", "--remove-name-section"]);
    call(bind.arg("--out-dir").arg(folder).arg(raw.join("app.wasm")))?;
    fs::rename(folder.join("app_bg.wasm"), raw.join("app.wasm"))?;
    Ok(())
}

/// Shrinks every module, as many at a time as there are processors: wasm-opt from npm uses one.
fn shrink(root: &Path, folder: &Path) -> Outcome {
    let mut modules = Vec::new();
    for entry in fs::read_dir(folder.join("raw"))? {
        modules.push(entry?.path());
    }
    let waiting = Mutex::new(modules);
    let work = || -> Result<(), String> {
        loop {
            let next = waiting.lock().map_err(|error| error.to_string())?.pop();
            let Some(module) = next else { return Ok(()) };
            let mut shrink = node::command(root, "wasm-opt");
            let name = module.file_name().unwrap_or_default();
            // Everybody waits for the first module: taking its control flow apart and putting it together anew makes it 1 %
            // smaller when compressed, and takes twice the time.
            if name == "app.wasm" {
                shrink.args(["--flatten", "--rereloop", "-Oz"]);
            }
            shrink.arg("-Oz").args(FEATURES).arg(&module);
            shrink.arg("-o").arg(folder.join(name));
            // It warns of names in the parts that it is about to drop.
            let log = root.join("target/log").join(name).with_extension("txt");
            call_quietly(&mut shrink, &log).map_err(|error| error.to_string())?;
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        started.into_iter().try_for_each(|worker| worker.join().expect("a worker answers its errors"))
    })?;
    Ok(())
}

/// The parts that the loader fetches. A module that several parts share stands under a comment that names them.
fn parts_in(loader: &str, folder: &Path) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut owners = "";
    for line in loader.lines() {
        if let Some(names) = line.strip_prefix("/* ").and_then(|line| line.strip_suffix(" */")) {
            owners = names;
        } else if let Some((name, _)) =
            line.strip_prefix("export const __wasm_split_load_").and_then(|rest| rest.split_once(' '))
        {
            owners = name;
        }
        let file = line.split_once("new URL(\"./").and_then(|(_, rest)| rest.split_once('"'));
        if let Some((file, _)) = file {
            parts.push(Part { name: owners.replace(", ", "."), module: folder.join(file) });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::parts_in;

    #[test]
    fn parts_are_named_by_who_needs_them() {
        let loader = r#"import { initSync } from "./app.js";
/* desk, following */
const __chunk_4 = makeLoad(() => {
    const src = fetch(new URL("./chunk_4.wasm", import.meta.url));
}, []);
export const __wasm_split_load_desk = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL("./split_desk.wasm", import.meta.url));
}, [__chunk_4]));
export const __wasm_split_load_empty = wrapAsyncCb(makeLoad(() => async (_imp) => ({}), [__chunk_4]));
"#;
        let parts = parts_in(loader, Path::new("x"));
        let found: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.module.as_path())).collect();
        assert_eq!(
            found,
            [("desk.following", Path::new("x/chunk_4.wasm")), ("desk", Path::new("x/split_desk.wasm"))]
        );
    }
}
