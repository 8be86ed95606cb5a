//! What a new machine with rustup and npm still lacks. Each part is done once; a warm run does nothing.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Outcome, node, stamp,
    step::{call, call_quietly, exists, output_of, step},
};

/// wasm-bindgen's command line must be the very version of the crate in Cargo.lock, and the one worker-build expects.
const WASM_BINDGEN: &str = "0.2.129";
/// worker-build goes with the `worker` crate in Cargo.toml.
const WORKER_BUILD: &str = "0.8.7";
/// wasm-split goes with `wasm_split_helpers` in Cargo.lock, which leptos brings: the same 0.2 series.
const WASM_SPLIT: &str = "0.2.4";
/// The oldest Node that wrangler accepts.
const NODE_MAJOR: u32 = 22;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const CHROMIUM: &str = "/usr/bin/chromium";

/// All that building and serving need.
///
/// # Errors
/// One sentence that names the missing program, or the step that failed.
pub fn everything(root: &Path) -> Outcome {
    wasm_target(root)?;
    wasm_tests(root)?;
    cargo_tool(root, "wasm_split_cli_support", "wasm-split-cli", WASM_SPLIT, Some("build-binary"))?;
    cargo_tool(root, "worker-build", "worker-build", WORKER_BUILD, None)
}

/// What running tests in WebAssembly needs: Node, and wasm-bindgen's runner of tests, which comes with its command line.
///
/// # Errors
/// When one of them is missing and can't be installed.
pub fn wasm_tests(root: &Path) -> Outcome {
    npm_packages(root)?;
    cargo_tool(root, "wasm-bindgen-cli", "wasm-bindgen", WASM_BINDGEN, None)
}

/// Where a tool that cargo installed is.
pub fn tool(root: &Path, program: &str) -> PathBuf {
    root.join("target/tools/bin").join(program)
}

/// The browser the tests drive: `CHROMIUM_BIN`, or Debian's, installed here when it is missing.
///
/// # Errors
/// When there is none and it can't be installed.
pub fn chromium(root: &Path) -> Outcome<PathBuf> {
    if let Some(program) = env::var_os("CHROMIUM_BIN") {
        return Ok(program.into());
    }
    if Path::new(CHROMIUM).exists() {
        return Ok(CHROMIUM.into());
    }
    let is_root = output_of(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !is_root || !exists("apt-get") {
        return Err(
            "the browser tests need Chromium: install it (Debian: `sudo apt-get install chromium`), \
                    or name one in CHROMIUM_BIN."
                .into(),
        );
    }
    step("Installing Chromium (Debian package)", || {
        let log = root.join("target/log/chromium.txt");
        call_quietly(Command::new("apt-get").args(["update", "-q"]), &log)?;
        let mut install = Command::new("apt-get");
        install.args(["install", "-q", "-y", "--no-install-recommends", "chromium"]);
        call_quietly(install.env("DEBIAN_FRONTEND", "noninteractive"), &log)
    })?;
    Ok(CHROMIUM.into())
}

/// rustfmt and clippy, which a minimal toolchain lacks.
///
/// # Errors
/// When they are missing and can't be added.
pub fn lint_components(root: &Path) -> Outcome {
    let has = |subcommand: &str| output_of(Command::new("cargo").args([subcommand, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    require_rustup()?;
    step("Adding rustfmt and clippy", || {
        call(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]).current_dir(root))
    })
}

/// The standard library for WebAssembly.
///
/// # Errors
/// When it is missing and can't be added.
pub fn wasm_target(root: &Path) -> Outcome {
    let sysroot = output_of(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    require_rustup()?;
    step("Adding the WebAssembly target to Rust", || {
        call(Command::new("rustup").args(["target", "add", WASM_TARGET]).current_dir(root))
    })
}

fn require_rustup() -> Outcome {
    if exists("rustup") {
        return Ok(());
    }
    Err("rustup is missing: install Rust from https://rustup.rs, then run this again.".into())
}

fn npm_packages(root: &Path) -> Outcome {
    let inputs = stamp::fingerprint(root, &["package.json", "package-lock.json"])?;
    stamp::unless_done(&root.join("node_modules/.stamp"), inputs, &node::folder(root), || {
        if !exists("npm") {
            return Err("npm is missing: install Node.js (https://nodejs.org), then run this again.".into());
        }
        step("Installing the npm packages (wrangler, Node, esbuild, wasm-opt, Playwright)", || {
            let mut install = Command::new("npm");
            // Not `npm ci`: it refuses a lock file made where the registry lacked another system's optional binary.
            // Versions come from the lock file all the same, and --no-save leaves it as it is.
            install
                .args(["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(root);
            // Browsers come from the system: the tests name theirs.
            install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            call_quietly(&mut install, &root.join("target/log/npm.txt"))
        })?;
        check_node(root)
    })
}

/// npm may refuse install scripts, and the `node` package comes through one: better said here than by wrangler.
fn check_node(root: &Path) -> Outcome {
    let mut ask = Command::new("node");
    node::prepare(&mut ask, root);
    let version = output_of(ask.arg("--version")).unwrap_or_default();
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(major) if NODE_MAJOR <= major => Ok(()),
        _ => Err(format!(
            "Node {NODE_MAJOR} or newer is needed and the npm package `node` did not bring it (found `{}`): allow \
             its install script (`npm install-scripts approve node`) or install a newer Node.",
            version.trim()
        )
        .into()),
    }
}

fn cargo_tool(root: &Path, package: &str, program: &str, version: &str, feature: Option<&str>) -> Outcome {
    // Cargo's own list: not every program can tell its version.
    let installed = fs::read_to_string(root.join("target/tools/.crates.toml")).unwrap_or_default();
    if tool(root, program).exists() && installed.contains(&format!("\"{package} {version} ")) {
        return Ok(());
    }
    step(&format!("Installing {package} {version} (compiled once, some minutes)"), || {
        let install = |locked: bool| {
            let mut command = Command::new("cargo");
            command.args(["install", package, "--version", version, "--force"]);
            command.args(feature.map(|feature| format!("--features={feature}")));
            command.arg("--root").arg(root.join("target/tools"));
            command.arg("--target-dir").arg(root.join("target/tools-build"));
            if locked {
                command.arg("--locked");
            }
            call(&mut command)
        };
        // A registry mirror may lack a version that the tool's own lock file names; then cargo's choice has to do.
        install(true).or_else(|_| install(false))
    })
}
