//! Compiling the portal for the browser: cargo, wasm-bindgen, wasm-opt.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, node, setup,
    step::{call, step},
};

/// What the compiler made of the portal, not yet named for the web.
pub struct Compiled {
    /// The JavaScript that loads the module; imports its own snippets.
    pub glue: PathBuf,
    /// The WebAssembly module.
    pub module: PathBuf,
}

/// Compiles `app` as it is shipped: one profile for development and deployment, so what is tried is what is served.
///
/// # Errors
/// When a tool fails.
pub fn compile(root: &Path) -> Outcome<Compiled> {
    let folder = root.join("target/app");
    step("Compiling the portal to WebAssembly", || {
        call(Command::new("cargo").current_dir(root).args([
            "build",
            "--package",
            "app",
            "--profile",
            "wasm-release",
            "--target",
            "wasm32-unknown-unknown",
        ]))
    })?;
    step("Shrinking the portal", || {
        let _ = fs::remove_dir_all(&folder);
        let mut bind = Command::new(setup::tool(root, "wasm-bindgen"));
        bind.args(["--target", "web", "--no-typescript", "--remove-name-section", "--out-name", "app"]);
        bind.arg("--out-dir").arg(&folder);
        call(bind.arg(root.join("target/wasm32-unknown-unknown/wasm-release/app.wasm")))?;

        let mut shrink = node::command(root, "wasm-opt");
        // What rustc emits for wasm32 by default; wasm-opt wants it named.
        shrink.args(["-Oz", "--enable-bulk-memory", "--enable-mutable-globals", "--enable-sign-ext"]);
        shrink.args(["--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-multivalue"]);
        call(shrink.arg(folder.join("app_bg.wasm")).arg("-o").arg(folder.join("app.wasm")))
    })?;
    Ok(Compiled { glue: folder.join("app.js"), module: folder.join("app.wasm") })
}
