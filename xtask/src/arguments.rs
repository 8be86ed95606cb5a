//! The command line, read by hand: it is small, and a parser crate would be compiled before anything is printed.

use std::path::PathBuf;

use crate::{Outcome, bench, demo, dev::DevOptions};

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Setup,
    Build,
    Dev(DevOptions),
    Test { only: Vec<String> },
    Demo { open: Option<u32> },
    Bench { open: u32 },
    Schemathesis,
    Screenshots,
    Size,
    Bar,
    Tidy,
}

pub const HELP: &str = "\
cargo xtask dev [--port N] [--persist DIR] [--empty]
    Set up, build and serve the whole system at http://localhost:8787; mails at the port after it.
      --port N        another port (mails: N + 1)
      --persist DIR   where data is kept (default .data/dev)
      --empty         start without demo data
cargo xtask test [--only domain|wasm|lint|wiring|size|api|browser]…
    Set up and run every test, or only the named groups.
cargo xtask demo [--open N]
    Print the demo data as bodies of POST /api/v1/import, one a line; with --open, N plain open tickets instead.
cargo xtask setup    The wasm target, the pinned tools and the npm packages; nothing is done twice.
cargo xtask build    The portal into dist/, the Worker into worker/build/.
cargo xtask bench [--open N]
    What the system costs on the real runtime over N open tickets, 10000 unless told.
cargo xtask schemathesis
    Random requests of every role against the description of the API; needs Python 3.
cargo xtask screenshots
    The README's pictures, taken of the demo data.
cargo xtask size     Compressed sizes of the first load and the Worker against their budgets.
cargo xtask bar      Lighthouse on a phone and the answer to touches and keys, against the bars of docs/quality.md.
cargo xtask tidy     The repository's own rules.";

/// Reads the arguments after the program's name.
///
/// # Errors
/// A sentence naming the argument that is not understood.
pub fn parse(arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut arguments = arguments.peekable();
    let name = arguments.next().unwrap_or_else(|| "help".to_owned());
    let task = match name.as_str() {
        "help" | "--help" | "-h" => Task::Help,
        "setup" => Task::Setup,
        "build" | "dist" => Task::Build,
        "dev" => return parse_dev(arguments).map(Task::Dev),
        "test" => return parse_test(arguments),
        "demo" => return parse_demo(arguments),
        "bench" => return parse_bench(arguments),
        "schemathesis" => Task::Schemathesis,
        "screenshots" => Task::Screenshots,
        "size" => Task::Size,
        "bar" => Task::Bar,
        "tidy" => Task::Tidy,
        other => return Err(format!("there is no task `{other}`.\n\n{HELP}").into()),
    };
    match arguments.next() {
        None => Ok(task),
        Some(extra) => Err(format!("`{name}` takes no argument `{extra}`.\n\n{HELP}").into()),
    }
}

fn parse_dev(mut arguments: impl Iterator<Item = String>) -> Outcome<DevOptions> {
    let mut options = DevOptions::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--port" => {
                let port = arguments.next().unwrap_or_default();
                options.port = port
                    .parse()
                    .ok()
                    .filter(|port| (1..u16::MAX).contains(port))
                    .ok_or_else(|| format!("--port takes a number from 1 to 65534, not `{port}`."))?;
            }
            "--persist" => {
                options.persist = Some(PathBuf::from(
                    arguments.next().ok_or("--persist takes the folder to keep data in.")?,
                ));
            }
            "--empty" => options.empty = true,
            other => return Err(format!("`dev` takes no argument `{other}`.\n\n{HELP}").into()),
        }
    }
    Ok(options)
}

fn parse_test(mut arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    let mut only = Vec::new();
    while let Some(argument) = arguments.next() {
        if argument != "--only" {
            return Err(format!("`test` takes no argument `{argument}`.\n\n{HELP}").into());
        }
        let names = arguments.next().ok_or("--only takes the name of a group of tests.")?;
        only.extend(names.split(',').map(str::to_owned));
    }
    Ok(Task::Test { only })
}

fn parse_demo(arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    Ok(Task::Demo { open: parse_open("demo", arguments)? })
}

fn parse_bench(arguments: impl Iterator<Item = String>) -> Outcome<Task> {
    Ok(Task::Bench { open: parse_open("bench", arguments)?.unwrap_or(bench::OPEN) })
}

/// `--open N`, where it is given: so many open tickets.
fn parse_open(task: &str, mut arguments: impl Iterator<Item = String>) -> Outcome<Option<u32>> {
    match (arguments.next().as_deref(), arguments.next(), arguments.next()) {
        (None, _, _) => Ok(None),
        (Some("--open"), amount, None) => {
            let amount = amount.unwrap_or_default();
            let open = amount.parse().ok().filter(|open| (1..=demo::MOST_OPEN).contains(open));
            let most = demo::MOST_OPEN;
            let wrong = || format!("--open takes a number from 1 to {most}, not `{amount}`.").into();
            open.map(Some).ok_or_else(wrong)
        }
        (Some(other), _, _) => Err(format!("`{task}` takes no argument `{other}`.\n\n{HELP}").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Task> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn dev_reads_its_options() {
        let Ok(Task::Dev(options)) = read("dev --port 9000 --persist /tmp/data --empty") else {
            panic!("dev was not understood")
        };
        assert_eq!(options.port, 9000);
        assert_eq!(options.persist, Some(PathBuf::from("/tmp/data")));
        assert!(options.empty);
    }

    #[test]
    fn a_wrong_argument_is_named() {
        for (line, named) in [
            ("dev --prot 1", "--prot"),
            ("dev --port x", "`x`"),
            ("dev --port 65535", "65535"),
            ("size now", "now"),
            ("walk", "walk"),
            ("test domain", "domain"),
            ("demo --open 0", "`0`"),
            ("demo 10", "10"),
        ] {
            let failure = read(line).unwrap_err().to_string();
            assert!(failure.contains(named), "{line}: {failure}");
        }
    }

    #[test]
    fn demo_reads_its_amount() {
        assert_eq!(read("demo").unwrap(), Task::Demo { open: None });
        assert_eq!(read("demo --open 10000").unwrap(), Task::Demo { open: Some(10_000) });
    }

    #[test]
    fn groups_of_tests_add_up() {
        let Ok(Task::Test { only }) = read("test --only domain,lint --only api") else {
            panic!("not understood")
        };
        assert_eq!(only, ["domain", "lint", "api"]);
    }
}
