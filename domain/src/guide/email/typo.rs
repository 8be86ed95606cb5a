//! R4: "did you mean", for the domains most people's mail is on.

use crate::guide::letters;

/// Providers people here use: the name, and the endings it exists with, the usual one first.
const PROVIDERS: &[(&str, &[&str])] = &[
    ("gmail", &["com"]),
    ("hotmail", &["com", "es"]),
    ("outlook", &["com", "es"]),
    ("yahoo", &["com", "es", "com.co", "com.mx", "com.ar", "com.br", "com.pe", "com.ve"]),
    ("icloud", &["com"]),
    ("live", &["com"]),
    ("msn", &["com"]),
    ("protonmail", &["com"]),
    ("une", &["net.co"]),
    ("etb", &["net.co"]),
];

/// Real providers whose names are a letter away from one above. Their domains are left alone.
const LOOK_ALIKES: &[&str] =
    &["mail", "email", "ymail", "fmail", "hmail", "tmail", "zmail", "rmail", "gmx", "love", "line", "me"];

/// Endings that no top-level domain has, and what was meant.
const MISTYPED_ENDINGS: &[(&str, &str)] = &[
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("cpm", "com"),
    ("cim", "com"),
    ("conm", "com"),
    ("comm", "com"),
    ("coom", "com"),
    ("ccom", "com"),
    ("coml", "com"),
    ("comn", "com"),
    ("c0m", "com"),
    ("cpom", "com"),
    ("clm", "com"),
    ("ogr", "org"),
    ("orgg", "org"),
    ("nett", "net"),
    ("coo", "co"),
    ("cco", "co"),
];

/// Below this length a name's neighbours are mostly other names.
const SHORTEST_NAME_TO_CORRECT: usize = 5;

/// The domain that was probably meant, or `None` when this one looks right. `gmail.co` and its like are taken for
/// typos: the providers give no mailboxes there.
pub(super) fn suggest(domain: &str) -> Option<String> {
    let (name, ending) = domain.split_once('.')?;
    let meant = if LOOK_ALIKES.contains(&name) { None } else { suggest_provider(name, ending) };
    meant.or_else(|| suggest_ending(domain)).filter(|meant| meant != domain)
}

fn suggest_provider(name: &str, ending: &str) -> Option<String> {
    let plain = letters::skeleton(name);
    let (provider, endings) = PROVIDERS.iter().find(|(provider, _)| {
        let reach = usize::from(provider.len() >= SHORTEST_NAME_TO_CORRECT);
        distance(&plain, provider) <= reach
    })?;
    let ending = correct_provider_ending(ending, endings)?;
    Some(format!("{provider}.{ending}"))
}

/// An ending the provider has, the same or a slip away. Only `com` is corrected by distance: among country endings
/// a slip of one is another country.
fn correct_provider_ending<'a>(ending: &'a str, endings: &[&'a str]) -> Option<&'a str> {
    if endings.contains(&ending) {
        return Some(ending);
    }
    let usual = endings.first().copied()?;
    // None of them gives mailboxes under `com.co` but the ones listed with it.
    let national_habit = usual == "com" && ending == "com.co";
    let same_depth = usual.contains('.') == ending.contains('.');
    let corrected = matches!(usual, "com" | "net.co") && same_depth && distance(ending, usual) <= 1;
    (national_habit || corrected).then_some(usual)
}

/// The whole domain for a provider's name alone or run into its ending: `gmail`, `gmailcom`.
pub(super) fn complete(domain: &str) -> Option<String> {
    let name = domain.strip_suffix("com").unwrap_or(domain);
    let (provider, endings) = PROVIDERS.iter().find(|(provider, _)| *provider == name)?;
    Some(format!("{provider}.{}", endings.first()?))
}

/// The domain with its ending put right, whether it stands last (`hotel.con`) or before a country (`hotel.con.co`).
fn suggest_ending(domain: &str) -> Option<String> {
    let (rest, last) = domain.rsplit_once('.')?;
    if let Some(meant) = meant_ending(last) {
        // After `.com` a mistyped `.com` is the country.
        let meant =
            if rest.rsplit_once('.').is_some_and(|(_, before)| before == "com") { "co" } else { meant };
        return Some(format!("{rest}.{meant}"));
    }
    let (name, before) = rest.rsplit_once('.').filter(|_| last.len() == 2)?;
    meant_ending(before).map(|meant| format!("{name}.{meant}.{last}"))
}

fn meant_ending(ending: &str) -> Option<&'static str> {
    MISTYPED_ENDINGS.iter().find(|(mistyped, _)| *mistyped == ending).map(|(_, meant)| *meant)
}

/// How many slips lie between two words: a letter missing, added or wrong, or two neighbours swapped
/// (optimal string alignment).
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=other.len()).collect();
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX / 2);
    for (line, letter) in one.iter().enumerate() {
        let mut current = vec![line + 1];
        for (column, other_letter) in other.iter().enumerate() {
            let replaced = at(&previous, column) + usize::from(letter != other_letter);
            let mut least = replaced.min(at(&previous, column + 1) + 1).min(at(&current, column) + 1);
            let swapped = line > 0
                && column > 0
                && one.get(line - 1) == Some(other_letter)
                && other.get(column - 1) == Some(letter);
            if swapped {
                least = least.min(at(&before, column - 1) + 1);
            }
            current.push(least);
        }
        before = core::mem::replace(&mut previous, current);
    }
    at(&previous, other.len())
}
