//! What the project's two commands do: `cargo xtask dev` and `cargo xtask test`, and their parts one by one.

mod app;
mod arguments;
mod bar;
mod bench;
mod cron;
mod demo;
mod dev;
mod dist;
mod http;
mod mailbox;
mod mime;
mod node;
mod schemathesis;
mod screenshots;
mod service_worker;
mod setup;
mod size;
mod sprite;
mod stamp;
mod step;
mod test;
mod tidy;
mod worker;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use arguments::Task;

/// What a task answers when it fails: one sentence that says what to do.
type Failure = Box<dyn std::error::Error + Send + Sync>;
type Outcome<T = ()> = Result<T, Failure>;

fn main() -> ExitCode {
    let root = repository();
    let outcome = match arguments::parse(std::env::args().skip(1)) {
        Ok(task) => perform(task, &root),
        Err(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task, root: &Path) -> Outcome {
    match task {
        Task::Help => {
            println!("{}", arguments::HELP);
            Ok(())
        }
        Task::Setup => setup::everything(root),
        Task::Build => dist::build(root),
        Task::Dev(options) => dev::run(root, &options),
        Task::Test { only } => test::run(root, &only),
        Task::Demo { open } => demo::print(open, demo::present()?),
        Task::Bench { open } => bench::run(root, open),
        Task::Schemathesis => schemathesis::run(root),
        Task::Screenshots => screenshots::run(root),
        Task::Size => size::run(root),
        Task::Bar => bar::run(root),
        Task::Tidy => tidy::run(root),
    }
}

/// The folder of the workspace: where cargo says it is, also when called from a folder below.
fn repository() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    manifest.as_deref().and_then(Path::parent).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
