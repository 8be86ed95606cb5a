//! `cargo xtask bar`: what a phone feels, against the bars of docs/quality.md. Timed, and so no test: figures mean
//! something only on a quiet machine.

use std::{fs, path::Path, process::Command};

use crate::{
    Outcome, dist, node, setup, stamp,
    step::{call, call_quietly, step},
};

/// Builds, installs Lighthouse where only this command sees it, and measures.
///
/// # Errors
/// When a step fails, or a figure is below its bar.
pub fn run(root: &Path) -> Outcome {
    dist::build(root)?;
    let chromium = setup::chromium(root)?;
    lighthouse(root)?;
    let folder = root.join("target/bar");
    fs::create_dir_all(&folder)?;
    let mut command = node::command(root, "node");
    call(command.arg("tests/bar/bar.mjs").env("CHROMIUM_BIN", chromium).env("TMPDIR", folder))
}

fn lighthouse(root: &Path) -> Outcome {
    let folder = root.join("tests/bar");
    let inputs = stamp::fingerprint(root, &["tests/bar/package.json", "tests/bar/package-lock.json"])?;
    let packages = folder.join("node_modules");
    stamp::unless_done(&packages.join(".stamp"), inputs, &packages, || {
        step("Installing Lighthouse", || {
            let mut install = Command::new("npm");
            install.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]);
            node::prepare(install.args(["--loglevel=error"]).current_dir(&folder), root);
            call_quietly(&mut install, &root.join("target/log/lighthouse.txt"))
        })
    })
}
