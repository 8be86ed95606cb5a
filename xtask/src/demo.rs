//! The data a development run starts with: invented hotels, people and tickets in every state, told as the commands that
//! people sent, relative to the present.

mod catalogue;
mod hotels;
mod loading;
mod many;
mod moments;
mod people;
mod photos;
#[allow(clippy::too_many_lines, reason = "what people wrote is long; nothing branches")]
mod stories;
mod story;

#[cfg(test)]
mod tests;

use std::{
    io::{self, BufWriter, Write},
    time::{SystemTime, UNIX_EPOCH},
};

use domain::{Instant, api::import::Import};

pub use many::MOST_OPEN;

use crate::Outcome;
use moments::Moments;
use people::{Character, DOLORES, HERNAN, MATEO, PATRICIA, TATIANA, VALENTINA, YESID};
use story::Stage;

/// The numbers of a development run are the same every time, so that loading twice is noticed and does nothing.
const SEED: u64 = 482_193;

/// This machine's clock, to the second.
///
/// # Errors
/// When the clock stands before 1970 or beyond what an instant can hold.
pub fn present() -> Outcome<Instant> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now = i64::try_from(seconds).ok().and_then(|seconds| Instant::from_timestamp(seconds, 0));
    now.ok_or_else(|| "this machine's clock is set to a date that does not exist.".into())
}

/// Everything, as it stands at `now`. The same `now` and seed give the same data; the seed chooses the ticket numbers.
pub fn import(now: Instant, seed: u64) -> Import {
    let mut stage = Stage::new(Moments::new(now), seed);
    stories::tell(&mut stage);
    let tickets = stage.into_tickets();
    Import {
        companies: hotels::companies(),
        accounts: people::accounts(),
        photos: photos::attached_to(&tickets),
        tickets,
        catalogue: Some(catalogue::catalogue()),
    }
}

/// Loads the demo data into the system served at `localhost:port`. Where it is loaded already, nothing happens.
///
/// # Errors
/// When the system can't be reached or refuses any of it.
pub fn load(port: u16, token: &str, now: Instant) -> Outcome {
    loading::send(port, token, &import(now, SEED))
}

/// Prints what [`write`] writes.
///
/// # Errors
/// When the reader hangs up.
pub fn print(open: Option<u32>, now: Instant) -> Outcome {
    write(&mut BufWriter::new(io::stdout().lock()), open, now)
}

/// Writes what [`load`] would send, or `open` plain open tickets, one body of an import a line.
///
/// # Errors
/// When the output can't be written.
pub fn write(output: &mut impl Write, open: Option<u32>, now: Instant) -> Outcome {
    let mut line =
        |import: &Import| -> Outcome { Ok(writeln!(output, "{}", serde_json::to_string(import)?)?) };
    match open {
        Some(count) => many::open_tickets(count, now, SEED).try_for_each(|import| line(&import))?,
        None => line(&import(now, SEED))?,
    }
    Ok(output.flush()?)
}

/// The code that the authenticator of one of SOHO's demo staff would show now, in a deployment with this key.
pub fn factor_code(key: &str, email: &str) -> Option<String> {
    Some(people::second_factor(key, email)?.code_at(present().ok()?))
}

/// How to sign in with the demo data, for the terminal.
pub fn how_to_sign_in(portal: &str, mailbox: &str) -> String {
    let who: [(&Character, &str); 7] = [
        (&YESID, "night clerk, Hotel Boutique Casa Lola"),
        (&DOLORES, "hotel administrator, Casa Lola"),
        (&TATIANA, "hotel administrator of one branch, Alto Cafetal Salento"),
        (&VALENTINA, "agent"),
        (&MATEO, "developer"),
        (&PATRICIA, "supervisor"),
        (&HERNAN, "administrator"),
    ];
    let lines = who.map(|(character, what)| format!("\n    {:<32} {what}", character.email));
    format!(
        "  Sign in: open {portal}/entrar, type one of these addresses, read the code at {mailbox}.\n  \
         Staff type a second code after it: the one their authenticator would show stands beside their mail, too.{}",
        lines.concat()
    )
}
