//! `cargo xtask schemathesis`: random requests of every role against the description of the API. Needs Python 3 with
//! `venv`, which a fresh machine may lack; so it is a command of its own and no group of `cargo xtask test`.

use std::{path::Path, process::Command};

use crate::{
    Outcome, dist, node, stamp,
    step::{call, call_quietly, step},
};

/// The version whose findings are known.
const VERSION: &str = "4.32.5";

/// Installs it below `target`, builds the system and walks it.
///
/// # Errors
/// When a step fails, or the walk finds a fault.
pub fn run(root: &Path) -> Outcome {
    let program = install(root)?;
    dist::build(root)?;
    let mut command = node::command(root, "node");
    command.arg("tests/schemathesis/run.mjs").env("SCHEMATHESIS", program);
    call(&mut command)
}

fn install(root: &Path) -> Outcome<std::path::PathBuf> {
    let folder = root.join("target/schemathesis");
    let program = folder.join("bin/schemathesis");
    let stamped = root.join("target/stamps/schemathesis");
    let inputs = stamp::fingerprint(root, &["xtask/src/schemathesis.rs"])?;
    stamp::unless_done(&stamped, inputs, &program, || {
        step("Installing Schemathesis", || {
            let log = root.join("target/log/schemathesis.log");
            call_quietly(Command::new("python3").args(["-m", "venv"]).arg(&folder), &log)
                .map_err(|failure| format!("{failure} Python 3 with its `venv` module is needed."))?;
            let mut pip = Command::new(folder.join("bin/pip"));
            call_quietly(pip.args(["install", "--quiet", &format!("schemathesis=={VERSION}")]), &log)
        })
    })?;
    Ok(program)
}
