//! `cargo xtask screenshots`: the README's pictures, of the built system with the demo data at a moment that never changes.

use std::{
    fs::{self, File},
    io::BufWriter,
    path::Path,
};

use domain::Instant;

use crate::{
    Outcome, demo, dist, node, setup,
    step::{call, step},
};

/// A Tuesday morning in attention hours, after a long weekend with a holiday: there is something to reckon with. It lies
/// ahead, because what is past when the data is loaded goes on by the real clock, and would look different every day.
const MOMENT: &str = "2031-10-14T15:20:00Z";

/// Builds, tells the demo data as of [`MOMENT`], and takes the pictures into `docs/screenshots`.
///
/// # Errors
/// When a step fails.
pub fn run(root: &Path) -> Outcome {
    dist::build(root)?;
    let chromium = setup::chromium(root)?;
    let folder = root.join("target/screenshots");
    fs::create_dir_all(&folder)?;
    let data = folder.join("demo.json");
    let moment: Instant = MOMENT.parse().map_err(|error| format!("{MOMENT} is no instant: {error}."))?;
    step("Telling the demo data", || demo::write(&mut BufWriter::new(File::create(&data)?), None, moment))?;
    step("Taking the pictures", || {
        let mut command = node::command(root, "node");
        command.args(["tests/browser/screenshots.mjs", MOMENT, "docs/screenshots"]).stdin(File::open(&data)?);
        call(command.env("CHROMIUM_BIN", chromium).env("TMPDIR", &folder))
    })
}

#[cfg(test)]
mod tests {
    use super::MOMENT;
    use domain::{Instant, calendar::Calendar};

    #[test]
    fn the_moment_is_in_attention_hours_and_still_ahead() {
        let moment: Instant = MOMENT.parse().unwrap();
        assert!(Calendar::soho().is_open(moment));
        assert!(moment > crate::demo::present().unwrap(), "choose a later one");
    }
}
