//! Programs that come from npm, run by the Node that comes from npm.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

/// Where npm puts the programs.
pub fn folder(root: &Path) -> PathBuf {
    root.join("node_modules/.bin")
}

/// A command for a program of `node_modules/.bin`, with that folder first on PATH: wrangler wants a newer Node than
/// many systems have, and every program there starts as `env node`.
pub fn command(root: &Path, program: &str) -> Command {
    let mut command = Command::new(folder(root).join(program));
    command.current_dir(root);
    prepare(&mut command, root);
    command
}

/// Gives a command the environment that programs from npm need.
pub fn prepare(command: &mut Command, root: &Path) {
    command
        .env("PATH", path(root))
        .env("WRANGLER_SEND_METRICS", "false")
        .env("WRANGLER_LOG_PATH", root.join("target/log/wrangler"))
        .env("WRANGLER_WRITE_LOGS", "false")
        .env("DO_NOT_TRACK", "1");
}

fn path(root: &Path) -> OsString {
    let mut folders = vec![folder(root)];
    if let Some(path) = env::var_os("PATH") {
        folders.extend(env::split_paths(&path));
    }
    // A folder name with a separator in it can't be on PATH: then the system's Node has to do.
    env::join_paths(folders).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
}
