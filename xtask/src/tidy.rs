//! `cargo xtask tidy`: the repository's own rules, those no compiler checks. Each finding names its line and the reason.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Outcome, stamp};

/// Folders of the project's own text.
const FOLDERS: [&str; 9] = ["domain", "wording", "worker", "app", "xtask", "style", "tests", "public", ".ci"];
/// The table of security requirements and their tests.
const SECURITY: &str = "docs/security.md";
/// Files above this are two modules in one.
const MOST_LINES: usize = 400;

/// A line that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    line: usize,
    why: String,
}

/// A rule about lines of Rust: where it holds, what it looks for, and why.
struct LineRule {
    holds: fn(&str) -> bool,
    breaks: fn(&str) -> bool,
    why: &'static str,
}

const LINE_RULES: [LineRule; 7] = [
    LineRule {
        holds: |path| {
            is_rust(path)
                && is_below(path, &["worker/src/", "app/", "domain/", "wording/"])
                && !is_below(path, &["worker/src/store/", "worker/src/store.rs"])
        },
        breaks: is_sql,
        why: "SQL stands only in worker/src/store and worker/migrations",
    },
    LineRule {
        holds: |path| {
            is_rust(path)
                && path.starts_with("app/")
                && path != "app/src/api.rs"
                && !path.starts_with("app/src/api/")
        },
        breaks: |line| line.contains("gloo_net"),
        why: "only app/src/api.rs talks to the network",
    },
    LineRule {
        holds: |path| is_rust(path) && path.starts_with("app/"),
        breaks: |line| line.contains("inner_html") || line.contains("set_outer_html"),
        why: "text must reach the page as text: markup from a string is how scripts get in",
    },
    LineRule {
        holds: |path| is_rust(path) && is_below(path, &["domain/", "wording/"]),
        breaks: |line| {
            ["Utc::now", "Local::now", "SystemTime", "time::Instant", "Date::now"]
                .iter()
                .any(|clock| line.contains(clock))
        },
        why: "domain and wording read no clock: instants are arguments",
    },
    LineRule {
        holds: |path| matches!(path, "domain/Cargo.toml" | "wording/Cargo.toml"),
        breaks: |line| {
            ["wasm-bindgen", "js-sys", "web-sys", "worker", "gloo", "leptos", "getrandom", "rand"]
                .iter()
                .any(|name| dependency(line) == Some(name))
        },
        why: "domain and wording know neither browser nor Worker nor chance",
    },
    LineRule {
        holds: |path| is_rust(path) && path.starts_with("worker/src/"),
        breaks: compares_a_secret,
        why: "what is secret is compared by Hash::matches alone: == tells by its time how far two texts agree",
    },
    LineRule {
        holds: |_| true,
        breaks: |line| {
            [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Use", "rs/")]
                .iter()
                .any(|home| line.contains(home))
        },
        why: "no path of somebody's own machine",
    },
];

/// Checks every text file of the project.
///
/// # Errors
/// How many findings there are, after printing them.
pub fn run(root: &Path) -> Outcome {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in FOLDERS {
        stamp::collect(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut count = 0;
    for file in &files {
        let Ok(text) = fs::read_to_string(file) else { continue };
        let path = file.strip_prefix(root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        for finding in check(&path, &text) {
            println!("{path}:{}: {}", finding.line, finding.why);
            count += 1;
        }
    }
    let security = fs::read_to_string(root.join(SECURITY))?;
    for finding in unproven(&security, |path| fs::read_to_string(root.join(path)).ok()) {
        println!("{SECURITY}:{}: {}", finding.line, finding.why);
        count += 1;
    }
    match count {
        0 => Ok(()),
        _ => Err(format!("tidy: {count} findings.").into()),
    }
}

/// Tests that the table of requirements names and that aren't there. A test is named as `file: part of its title`.
fn unproven(table: &str, read: impl Fn(&str) -> Option<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in table.lines().enumerate() {
        for name in line.split('`').skip(1).step_by(2) {
            let (path, title) = name.split_once(": ").unwrap_or((name, ""));
            if !path.contains('/') || !is_below(path, &FOLDERS) || !path.contains('.') {
                continue;
            }
            if title.is_empty() || !read(path).is_some_and(|text| has_test(path, &text, title)) {
                findings.push(Finding { line: index + 1, why: format!("no test is named `{name}`") });
            }
        }
    }
    findings
}

/// Whether a test that runs has `title` in its name. What is skipped, or only mentioned, proves nothing.
fn has_test(path: &str, text: &str, title: &str) -> bool {
    if is_rust(path) {
        let marked = |before: &str| before.trim() == "#[test]";
        let lines: Vec<&str> = text.lines().collect();
        return lines.windows(2).any(|pair| {
            matches!(pair, [before, line] if marked(before)
                && line.trim_start().strip_prefix("fn ").is_some_and(|name| name.contains(title)))
        });
    }
    text.lines().any(|line| {
        let called =
            line.trim_start().strip_prefix("test(").or_else(|| line.trim_start().strip_prefix("check("));
        let mut quoted = called.unwrap_or_default().chars();
        let quote = quoted.next().filter(|quote| matches!(quote, '"' | '\'' | '`'));
        quote.is_some_and(|quote| quoted.as_str().split(quote).next().unwrap_or_default().contains(title))
    })
}

/// A comparison of a stored hash, or of a [`Hash`]'s text, other than in SQL.
fn compares_a_secret(line: &str) -> bool {
    let secret = |side: &str| {
        let side = side.trim().trim_end_matches(".as_str()").trim_end_matches(".as_deref()");
        ["_hash", ".hash", " hash", "&hash"].iter().any(|name| side.ends_with(name)) || side == "hash"
    };
    let first = |side: &str| -> String {
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '&' | '*' | '(' | ')');
        side.trim_start().chars().take_while(|c| word(*c)).collect()
    };
    ["==", "!="]
        .iter()
        .any(|sign| line.split_once(sign).is_some_and(|(left, right)| secret(left) || secret(&first(right))))
}

fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if path.ends_with("/mod.rs") {
        findings
            .push(Finding { line: 1, why: "a module is `name.rs` beside `name/`, never mod.rs".to_owned() });
    }
    let lines = text.lines().count();
    if lines > MOST_LINES && ["rs", "mjs", "css"].iter().any(|kind| is_kind(path, kind)) {
        findings.push(Finding {
            line: MOST_LINES,
            why: format!("{lines} lines: split it (at most {MOST_LINES})"),
        });
    }
    for rule in LINE_RULES.iter().filter(|rule| (rule.holds)(path)) {
        for (index, line) in text.lines().enumerate() {
            let is_comment = is_rust(path) && line.trim_start().starts_with("//");
            if !is_comment && (rule.breaks)(line) {
                findings.push(Finding { line: index + 1, why: rule.why.to_owned() });
            }
        }
    }
    findings
}

fn is_rust(path: &str) -> bool {
    is_kind(path, "rs")
}

fn is_kind(path: &str, kind: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == kind)
}

fn is_below(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

/// Statements are written in capitals, so that prose and method names are not taken for them.
fn is_sql(line: &str) -> bool {
    let pairs = [("SELECT ", " FROM "), ("INSERT ", "INTO "), ("DELETE ", "FROM "), ("UPDATE ", " SET ")];
    pairs.iter().any(|(first, then)| {
        line.split_once(first).is_some_and(|(_, rest)| format!(" {rest}").contains(then))
    })
}

/// The name of the dependency that a line of a manifest declares.
fn dependency(line: &str) -> Option<&str> {
    line.split(['=', '.', ' ']).next().filter(|name| !name.is_empty() && !name.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::{check, unproven};

    #[test]
    fn a_test_that_is_named_must_be_there() {
        let read = |path: &str| match path {
            "tests/a.mjs" => {
                Some("test(\"codes last\", async () => {\n  test(`${what} is named`, f);".to_owned())
            }
            "tests/skipped.mjs" => Some(
                "test.skip(\"codes last\", f);\n// test: codes last\ntest(\"x\", () => \"codes last\");"
                    .to_owned(),
            ),
            "domain/a.rs" => {
                Some("    #[test]\n    fn codes_last_long() {}\n    fn codes_burn() {}\n".to_owned())
            }
            _ => None,
        };
        let missing = |name: &str| unproven(&format!("| 1.1 | how | `{name}` |"), read).len();
        assert_eq!(missing("tests/a.mjs: codes last"), 0);
        assert_eq!(missing("tests/a.mjs: codes burn"), 1);
        assert_eq!(missing("tests/b.mjs: codes last"), 1);
        assert_eq!(missing("tests/a.mjs: is named"), 0);
        assert_eq!(missing("tests/a.mjs"), 1, "a file is no test");
        assert_eq!(missing("tests/skipped.mjs: codes last"), 1);
        assert_eq!(missing("domain/a.rs: codes_last"), 0);
        assert_eq!(missing("domain/a.rs: codes_burn"), 1);
        assert_eq!(missing("domain::access"), 0);
    }

    /// Each rule refuses what it is for, at its line, and leaves alone what it is not for.
    #[test]
    fn each_rule_catches_its_breach_and_nothing_else() {
        let home = concat!("let p = \"/ho", "me/ana/x\";");
        for (path, line, found) in [
            ("worker/src/routes/a.rs", "let q = \"SELECT id FROM ticket\";", true),
            ("worker/src/routes/a.rs", "// SELECT id FROM ticket", false),
            ("worker/src/routes/a.rs", "let select_from = 1;", false),
            ("worker/src/store/a.rs", "\"UPDATE ticket SET seq = 1\"", false),
            ("app/src/pages/a.rs", "use gloo_net::http::Request;", true),
            ("app/src/api.rs", "use gloo_net::http::Request;", false),
            ("app/src/pages/a.rs", "<p inner_html=text />", true),
            ("domain/src/a.rs", "let now = chrono::Utc::now();", true),
            ("worker/src/a.rs", "let now = chrono::Utc::now();", false),
            ("worker/src/a.rs", "if tried.live.code_hash == hash.as_str() {", true),
            ("worker/src/a.rs", "if hash.as_str() != stored {", true),
            ("worker/src/a.rs", "let same = given == row.secret_hash;", true),
            ("worker/src/a.rs", "if hash.matches(&live.code_hash) {", false),
            ("worker/src/store/a.rs", "WHERE email = ?1 AND code_hash = ?2", false),
            ("domain/Cargo.toml", "js-sys.workspace = true", true),
            ("domain/Cargo.toml", "serde.workspace = true", false),
            ("worker/src/a/mod.rs", "", true),
            ("tests/api/a.test.mjs", home, true),
        ] {
            let findings = check(path, &format!("\n{line}\n"));
            assert_eq!(!findings.is_empty(), found, "{path}: {line}: {findings:?}");
        }
    }

    #[test]
    fn a_file_too_long_is_found() {
        assert!(check("app/src/a.rs", &"x\n".repeat(400)).is_empty());
        assert_eq!(check("app/src/a.rs", &"x\n".repeat(401)).len(), 1);
        assert!(check("domain/data.txt", &"x\n".repeat(900)).is_empty());
    }
}
