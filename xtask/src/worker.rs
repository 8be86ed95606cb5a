//! Building the Worker: Rust to WebAssembly with its entry module, by worker-build.

use std::{path::Path, process::Command};

use crate::{
    Outcome, node, setup, stamp,
    step::{call, step},
};

/// Everything the build reads.
const INPUTS: [&str; 9] = [
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "domain",
    "wording",
    "worker/src",
    "worker/openapi",
    "worker/Cargo.toml",
    "xtask/src/worker.rs",
];

/// Builds `worker/build`, unless nothing it is made of changed.
///
/// A panic aborts rather than unwinds: unwinding on wasm32 needs a nightly compiler and a rebuilt standard library.
/// After an abort worker-build's entry module starts a fresh instance, so one broken request can't spoil the next
/// ones; that nothing panics in the first place is the lints' business.
///
/// # Errors
/// When the compiler or worker-build fails.
pub fn build(root: &Path) -> Outcome {
    let inputs = stamp::fingerprint(root, &INPUTS)?;
    let output = root.join("worker/build/index.js");
    stamp::unless_done(&root.join("target/stamps/worker"), inputs, &output, || {
        step("Building the Worker", || {
            let mut command = Command::new(setup::tool(root, "worker-build"));
            command.args(["--profile", "wasm-release", "--out-dir", "build"]);
            command.current_dir(root.join("worker"));
            node::prepare(&mut command, root);
            command.env("WASM_BINDGEN_BIN", setup::tool(root, "wasm-bindgen"));
            command.env("ESBUILD_BIN", node::folder(root).join("esbuild"));
            command.env("WASM_OPT_BIN", node::folder(root).join("wasm-opt"));
            call(&mut command)
        })
    })
}
