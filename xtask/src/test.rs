//! `cargo xtask test`: every test there is, on a machine that may have nothing but rustup and npm.

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use crate::{
    Outcome, dist, node, setup, size, stamp,
    step::{call, exists},
    tidy,
};

/// A group of tests that `--only` can name.
struct Group {
    name: &'static str,
    /// Whether it looks at the built system.
    needs_build: bool,
    run: fn(&Path) -> Outcome,
}

const GROUPS: [Group; 7] = [
    Group { name: "lint", needs_build: false, run: lint },
    Group { name: "domain", needs_build: false, run: domain },
    Group { name: "wasm", needs_build: false, run: wasm },
    Group { name: "wiring", needs_build: true, run: |root| node_tests(root, "tests/wiring") },
    Group { name: "size", needs_build: true, run: size::run },
    Group { name: "api", needs_build: true, run: |root| node_tests(root, "tests/api") },
    Group { name: "browser", needs_build: true, run: browser },
];

/// Crates that are linted natively, tests and benchmarks included.
const NATIVE: [&str; 3] = ["domain", "wording", "xtask"];
/// Crates with tests of their own. The Worker's read, describe and write without a runtime, so they run natively too.
const TESTED: [&str; 4] = ["domain", "wording", "xtask", "portal-worker"];
/// Crates that only exist as WebAssembly.
const WASM: [&str; 2] = ["portal-worker", "app"];

/// Runs the groups named in `only`, or all; goes on after a failure and sums up at the end.
///
/// # Errors
/// When a name is unknown, setting up fails, or any group failed.
pub fn run(root: &Path, only: &[String]) -> Outcome {
    if let Some(unknown) = only.iter().find(|name| GROUPS.iter().all(|group| group.name != name.as_str())) {
        let names: Vec<&str> = GROUPS.iter().map(|group| group.name).collect();
        return Err(format!("there is no group of tests `{unknown}`; there are {}.", names.join(", ")).into());
    }
    let chosen: Vec<&Group> =
        GROUPS.iter().filter(|group| only.is_empty() || only.iter().any(|name| name == group.name)).collect();

    let mut results: Vec<(&str, Duration, Outcome)> = Vec::new();
    let mut built = false;
    for group in chosen {
        if group.needs_build && !built {
            // Nothing that looks at the system can be trusted when it does not build.
            dist::build(root)?;
            built = true;
        }
        println!("\n━━ {} ━━", group.name);
        let started = Instant::now();
        let outcome = (group.run)(root);
        if let Err(failure) = &outcome {
            eprintln!("✗ {failure}");
        }
        results.push((group.name, started.elapsed(), outcome));
    }

    println!("\n━━ summary ━━");
    for (name, took, outcome) in &results {
        let word = if outcome.is_ok() { "ok    " } else { "FAILED" };
        println!("{word} {name:<8} {:>6.1} s", took.as_secs_f32());
    }
    match results.iter().filter(|(_, _, outcome)| outcome.is_err()).count() {
        0 => Ok(()),
        failed => Err(format!("{failed} of {} groups failed.", results.len()).into()),
    }
}

fn lint(root: &Path) -> Outcome {
    setup::wasm_target(root)?;
    setup::lint_components(root)?;
    let cargo = |arguments: &[&str], packages: &[&str]| {
        let mut command = Command::new("cargo");
        command.current_dir(root).args(arguments);
        command.args(packages.iter().flat_map(|package| ["--package", package]));
        command
    };
    let mut failures = Vec::new();
    let mut check = |outcome: Outcome| failures.extend(outcome.err().map(|failure| failure.to_string()));
    check(call(&mut cargo(&["fmt", "--check"], &[&NATIVE[..], &WASM[..]].concat())));
    check(call(cargo(&["clippy", "--all-targets"], &NATIVE).args(["--", "-D", "warnings"])));
    check(call(
        cargo(&["clippy", "--target", "wasm32-unknown-unknown"], &WASM).args(["--", "-D", "warnings"]),
    ));
    check(tidy::run(root));
    if failures.is_empty() { Ok(()) } else { Err(failures.join(" ").into()) }
}

/// With nextest where it is installed, else with cargo's own runner.
fn domain(root: &Path) -> Outcome {
    let mut command = Command::new("cargo");
    if exists("cargo-nextest") {
        command.args(["nextest", "run", "--no-tests=pass", "--no-fail-fast"]);
    } else {
        command.args(["test", "--no-fail-fast"]);
    }
    call(command.args(TESTED.iter().flat_map(|package| ["--package", package])).current_dir(root))
}

/// The domain's tables again, as the browser and the Worker run them: on Node, in WebAssembly.
fn wasm(root: &Path) -> Outcome {
    setup::wasm_target(root)?;
    setup::wasm_tests(root)?;
    let mut command = Command::new("cargo");
    node::prepare(&mut command, root);
    command.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "domain",
        "--lib",
        "--test",
        "life",
    ]);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", setup::tool(root, "wasm-bindgen-test-runner"));
    call(command.current_dir(root))
}

/// Files named `*.test.mjs` below a folder, on Node's own runner.
fn node_tests(root: &Path, folder: &str) -> Outcome {
    let mut files = Vec::new();
    stamp::collect(&root.join(folder), &mut files)?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        return Err(format!("{folder} holds no test: a group that runs nothing proves nothing.").into());
    }
    let mut command = node::command(root, "node");
    command.args(["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=120000"]);
    call(in_own_folder(&mut command, root)?.args(files))
}

fn browser(root: &Path) -> Outcome {
    let chromium = setup::chromium(root)?;
    let mut command = node::command(root, "playwright");
    command.args(["test", "--config", "tests/browser/playwright.config.mjs"]).env("CHROMIUM_BIN", chromium);
    call(in_own_folder(&mut command, root)?)
}

/// Temporary files of the runtimes stay below `target/`.
fn in_own_folder<'a>(command: &'a mut Command, root: &Path) -> Outcome<&'a mut Command> {
    let folder = root.join("target/tmp");
    fs::create_dir_all(&folder)?;
    Ok(command.env("TMPDIR", folder))
}
