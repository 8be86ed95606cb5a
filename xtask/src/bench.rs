//! `cargo xtask bench`: what the system costs on the real runtime, over many open tickets.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::Path,
};

use crate::{
    Outcome, demo, dist, node,
    step::{call, step},
};

/// Open tickets when the command line names no other number.
pub const OPEN: u32 = 10_000;

/// Builds, writes the tickets to load below `target/bench`, and measures.
///
/// # Errors
/// When a step fails.
pub fn run(root: &Path, open: u32) -> Outcome {
    dist::build(root)?;
    let folder = root.join("target/bench");
    fs::create_dir_all(&folder)?;
    let tickets = folder.join("open.ndjson");
    step(&format!("Telling {open} open tickets"), || {
        demo::write(&mut BufWriter::new(File::create(&tickets)?), Some(open), demo::present()?)
    })?;
    let mut command = node::command(root, "node");
    call(command.arg("tests/bench/bench.mjs").stdin(File::open(tickets)?).env("TMPDIR", folder))
}
