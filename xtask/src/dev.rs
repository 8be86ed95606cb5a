//! `cargo xtask dev`: the whole system on this machine, with cron that runs and mail that can be read.

use std::{
    env, fs,
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    Outcome, cron, demo, dist, http, mailbox, node, stamp,
    step::{call_quietly, step},
};

/// How long a server may take until it answers.
const START_LIMIT: Duration = Duration::from_mins(1);
/// How long a server that was asked to stop may take.
const STOP_LIMIT: Duration = Duration::from_secs(5);
const GLANCE: Duration = Duration::from_millis(100);

/// What the command line may change.
#[derive(Debug, PartialEq, Eq)]
pub struct DevOptions {
    /// Where the system is served; the mailbox is at the port after it.
    pub port: u16,
    /// Where data is kept; `.data/dev` when not given.
    pub persist: Option<PathBuf>,
    /// Start without demo data.
    pub empty: bool,
}

impl Default for DevOptions {
    fn default() -> Self {
        Self { port: 8787, persist: None, empty: false }
    }
}

/// Sets up, builds, migrates, serves, and stays until it is told to stop.
///
/// # Errors
/// When a step fails, a port is taken, or the server ends by itself.
pub fn run(root: &Path, options: &DevOptions) -> Outcome {
    let persist = persist_folder(root, options)?;
    let mailbox_port = options.port + 1;
    for port in [options.port, mailbox_port] {
        TcpListener::bind(("localhost", port))
            .map_err(|error| format!("port {port} can't be used ({error}); choose another with --port N."))?;
    }
    let stop = Arc::new(AtomicBool::new(false));

    dist::build(root)?;
    migrate(root, &persist)?;

    let told = Arc::clone(&stop);
    ctrlc::set_handler(move || told.store(true, Ordering::SeqCst))?;
    let demo = Demo::due(options, &persist)?;
    let keys = Keys::of(root, &persist)?;
    let mut server = start(root, options.port, &persist, demo.as_ref(), &keys)?;
    let outcome = serve(&mut server, options, &persist, demo.as_ref(), &keys, &stop);
    end(&mut server);
    outcome
}

/// Demo data that is still to be loaded, and what opens the import to it.
struct Demo {
    token: String,
    /// Exists once it is loaded.
    mark: PathBuf,
}

impl Demo {
    /// What is to be loaded, if anything. The token is another each time, and without demo data to load there is none, so
    /// that the import stays closed.
    fn due(options: &DevOptions, persist: &Path) -> Outcome<Option<Self>> {
        let mark = persist.join("demo-loaded");
        if options.empty || mark.exists() {
            return Ok(None);
        }
        Ok(Some(Self { token: random_text()?, mark }))
    }

    fn load(&self, port: u16) -> Outcome {
        demo::load(port, &self.token, demo::present()?)?;
        Ok(fs::write(&self.mark, "")?)
    }
}

/// 128 random bits as text.
fn random_text() -> Outcome<String> {
    let mut chance = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut chance)?;
    Ok(format!("{:032x}", u128::from_ne_bytes(chance)))
}

/// The deployment's secrets. They are kept with the data: others would be other secrets on everybody's telephone, and leave
/// the mails that left before without an answer.
struct Keys {
    /// What second factors follow from.
    factor: String,
    /// What the addresses that clients answer to are proven with.
    reply: String,
    /// What pushes are signed with; browsers subscribed under it.
    push: String,
}

/// Makes a key pair of web push, in the form of the setting `VAPID_KEY`.
const PUSH_PAIR: &str = "const pair = crypto.createECDH('prime256v1'); const point = pair.generateKeys();
const number = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32);
process.stdout.write(point.toString('base64url') + '.' + number.toString('base64url'))";

fn push_pair(root: &Path) -> Outcome<String> {
    let made = node::command(root, "node").args(["-e", PUSH_PAIR]).output()?;
    if made.status.success() {
        Ok(String::from_utf8(made.stdout)?)
    } else {
        Err("no key pair for web push could be made.".into())
    }
}

impl Keys {
    fn of(root: &Path, persist: &Path) -> Outcome<Self> {
        let kept = |name: &str, make: &dyn Fn() -> Outcome<String>| -> Outcome<String> {
            let file = persist.join(name);
            if let Ok(key) = fs::read_to_string(&file) {
                return Ok(key);
            }
            let key = make()?;
            fs::write(&file, &key)?;
            Ok(key)
        };
        Ok(Self {
            factor: kept("factor-key", &random_text)?,
            reply: kept("reply-key", &random_text)?,
            push: kept("push-key", &|| push_pair(root))?,
        })
    }
}

fn serve(
    server: &mut Child,
    options: &DevOptions,
    persist: &Path,
    demo: Option<&Demo>,
    keys: &Keys,
    stop: &AtomicBool,
) -> Outcome {
    let (port, mailbox_port) = (options.port, options.port + 1);
    step("Starting the server", || wait_until_ready(server, port, stop))?;
    if stop.load(Ordering::SeqCst) {
        return Ok(());
    }
    if let Some(demo) = demo {
        step("Loading demo data", || demo.load(port))?;
    }
    mailbox::serve(port, mailbox_port, persist.join("mails"), keys.factor.clone())?;
    cron::every_minute(port);

    let mailbox = format!("http://localhost:{mailbox_port}");
    println!(
        "\n  Portal    http://localhost:{port}\n  Mailbox   {mailbox}\n  Data      {}",
        persist.display()
    );
    if !options.empty {
        println!("\n{}", demo::how_to_sign_in(&format!("http://localhost:{port}"), &mailbox));
    }
    println!("\nCtrl-C stops everything.");

    while !stop.load(Ordering::SeqCst) {
        if let Some(status) = server.try_wait()? {
            return Err(format!(
                "the server ended by itself ({status}); its log is in {}.",
                log_file().display()
            )
            .into());
        }
        thread::sleep(GLANCE);
    }
    println!("\nStopping …");
    Ok(())
}

/// Where data is kept. Relative paths are meant from where the command was given.
fn persist_folder(root: &Path, options: &DevOptions) -> Outcome<PathBuf> {
    let folder = match &options.persist {
        Some(folder) => env::current_dir()?.join(folder),
        None => root.join(".data/dev"),
    };
    fs::create_dir_all(&folder).map_err(|error| format!("{} can't hold data: {error}.", folder.display()))?;
    Ok(folder)
}

fn migrate(root: &Path, persist: &Path) -> Outcome {
    let inputs = stamp::fingerprint(root, &["worker/migrations"])?;
    stamp::unless_done(&persist.join("migrated"), inputs, &persist.join("v3/d1"), || {
        step("Applying the database migrations", || {
            let mut command = node::command(root, "wrangler");
            command.args(["d1", "migrations", "apply", "DB", "--local", "--persist-to"]).arg(persist);
            call_quietly(&mut command, &root.join("target/log/migrations.txt"))
        })
    })
}

fn start(root: &Path, port: u16, persist: &Path, demo: Option<&Demo>, keys: &Keys) -> Outcome<Child> {
    let mut command = node::command(root, "wrangler");
    command.args([
        "dev",
        "--show-interactive-dev-session=false",
        "--live-reload=false",
        "--inspector-port=0",
    ]);
    command.arg(format!("--port={port}")).arg("--persist-to").arg(persist);
    command.arg("--var").arg(format!("PUBLIC_ORIGIN:http://localhost:{port}"));
    command.arg("--var").arg(format!("FACTOR_KEY:{}", keys.factor));
    command.arg("--var").arg(format!("REPLY_KEY:{}", keys.reply));
    command.arg("--var").arg(format!("VAPID_KEY:{}", keys.push));
    if let Some(demo) = demo {
        command.arg("--var").arg(format!("IMPORT_TOKEN:{}", demo.token));
    }
    // A group of its own, so that the server, its runtime and whatever they start can be ended together.
    command.process_group(0).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut server = command.spawn().map_err(|error| format!("wrangler could not be started: {error}."))?;

    let path = root.join(log_file());
    fs::create_dir_all(path.parent().unwrap_or(root))?;
    let log = File::create(path)?;
    if let Some(output) = server.stdout.take() {
        follow(output, log.try_clone()?, false);
    }
    if let Some(output) = server.stderr.take() {
        follow(output, log, true);
    }
    Ok(server)
}

/// Keeps all the server says in the log, and shows what the Worker itself reports as wrong.
fn follow(output: impl Read + Send + 'static, mut log: File, show_errors: bool) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = writeln!(log, "{line}");
            if show_errors && line.contains("ERROR") {
                eprintln!("{line}");
            }
        }
    });
}

fn wait_until_ready(server: &mut Child, port: u16, stop: &AtomicBool) -> Outcome {
    let started = Instant::now();
    while !stop.load(Ordering::SeqCst) {
        if http::get(port, "/api/health").is_ok_and(|answer| answer.status == 200) {
            return Ok(());
        }
        if let Some(status) = server.try_wait()? {
            return Err(format!(
                "the server did not start ({status}); its log is in {}.",
                log_file().display()
            )
            .into());
        }
        if started.elapsed() > START_LIMIT {
            return Err(format!("the server does not answer; its log is in {}.", log_file().display()).into());
        }
        thread::sleep(GLANCE);
    }
    Ok(())
}

fn log_file() -> PathBuf {
    PathBuf::from("target/log/dev.txt")
}

/// Asks the server's whole group to end, and ends it by force when it does not.
fn end(server: &mut Child) {
    let group = format!("-{}", server.id());
    let signal = |name: &str| {
        let _ = Command::new("kill").args([name, "--", &group]).stderr(Stdio::null()).status();
    };
    signal("-TERM");
    let asked = Instant::now();
    while asked.elapsed() < STOP_LIMIT && matches!(server.try_wait(), Ok(None)) {
        thread::sleep(GLANCE);
    }
    signal("-KILL");
    let _ = server.wait();
}
