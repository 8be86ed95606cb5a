//! Running other programs, with a line that says what goes on and how long it took.

use std::{
    ffi::OsStr,
    fs::{self, File},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Failure, Outcome};

/// How often a quiet program's step says that it is still going.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// Lines of a failed quiet program's output that are shown.
const TAIL_LINES: usize = 30;

/// Runs `work` as one step: a line when it starts, and one with the time it took.
///
/// # Errors
/// Whatever `work` answers.
pub fn step<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("→ {title} …");
    let started = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    println!("{mark} {title}  {:.1} s", started.elapsed().as_secs_f32());
    outcome
}

/// Runs a program that shows its own progress.
///
/// # Errors
/// When it can't be started or ends with a failure.
pub fn call(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status}).", name_of(command)).into()) }
}

/// Runs a program whose output matters only when it fails: it goes to `log`, and its end is shown on failure.
///
/// # Errors
/// When it can't be started or ends with a failure.
pub fn call_quietly(command: &mut Command, log: &Path) -> Outcome {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::create(log)?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let mut child = command.spawn().map_err(|error| cannot_start(command, &error))?;
    let started = Instant::now();
    let mut next_sign = HEARTBEAT;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(50));
        if started.elapsed() >= next_sign {
            println!("  … still going ({} s)", started.elapsed().as_secs());
            next_sign += HEARTBEAT;
        }
    };
    if status.success() {
        return Ok(());
    }
    let output = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = output.lines().collect();
    for line in lines.iter().skip(lines.len().saturating_sub(TAIL_LINES)) {
        eprintln!("  {line}");
    }
    Err(format!("{} failed ({status}); all it said is in {}.", name_of(command), log.display()).into())
}

/// What a program prints, or `None` when it can't be started or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Whether a program can be started at all.
pub fn exists(program: impl AsRef<OsStr>) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    format!("{} could not be started: {error}.", name_of(command)).into()
}

fn name_of(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().take(3).map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
