//! Mail that left, to be read: the local runtime keeps it in memory, so it is copied to files as it comes and shown at
//! an address of its own.

use std::{
    fmt::Write,
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

use crate::{Outcome, demo, http};

/// Where the local runtime lists the mails it was asked to send.
const SENT: &str = "/cdn-cgi/local/explorer/api/local/email/sending";
/// How soon a mail shows up here after it left.
const POLL: Duration = Duration::from_millis(500);
/// Mails asked for at once: the most that the runtime gives.
const PAGE: usize = 100;
/// Mails on the first page.
const SHOWN: usize = 200;

/// Copies mails from the server on `port` into `folder` from now on, and shows them at `localhost:mailbox_port`. Beside the
/// mails of the demo's staff stands the code that their authenticator would show, by the deployment's `factor_key`.
///
/// # Errors
/// When the port is taken or the folder can't be made.
pub fn serve(port: u16, mailbox_port: u16, folder: PathBuf, factor_key: String) -> Outcome {
    fs::create_dir_all(&folder)?;
    let listener = TcpListener::bind(("localhost", mailbox_port)).map_err(|error| {
        format!("the mailbox can't have port {mailbox_port} ({error}); choose another --port.")
    })?;
    let collected = folder.clone();
    thread::spawn(move || {
        loop {
            // The server may be restarting: what was missed is still in its list the next time.
            let _ = collect(port, &collected);
            thread::sleep(POLL);
        }
    });
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (folder, key) = (folder.clone(), factor_key.clone());
            thread::spawn(move || answer(&stream, &folder, &key));
        }
    });
    Ok(())
}

/// Copies the mails that are not in the folder yet.
fn collect(port: u16, folder: &Path) -> Outcome {
    let mut cursor = String::new();
    loop {
        let page: Value =
            serde_json::from_slice(&http::get(port, &format!("{SENT}?per_page={PAGE}{cursor}"))?.body)?;
        let mut all_new = true;
        for mail in page["result"].as_array().into_iter().flatten() {
            let id = mail["messageId"].as_str().unwrap_or_default().trim_matches(['<', '>']);
            let name = file_name(mail["sentAt"].as_str().unwrap_or_default(), id);
            if folder.join(&name).exists() {
                all_new = false;
                continue;
            }
            let answer = http::get(port, &format!("{SENT}?email_id={}", escape_query(id)))?;
            let whole: Value = serde_json::from_slice(&answer.body)?;
            fs::write(folder.join(name), serde_json::to_vec_pretty(&whole["result"])?)?;
        }
        match page["result_info"]["cursor"].as_str() {
            // Newest first: once a known one was met, all older ones are known.
            Some(next) if all_new => cursor = format!("&cursor={}", escape_query(next)),
            _ => return Ok(()),
        }
    }
}

/// Names sort by the time of sending.
fn file_name(sent_at: &str, id: &str) -> String {
    let keep = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' }).collect()
    };
    format!("{}_{}.json", keep(sent_at), keep(id))
}

fn escape_query(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// The newest mails first.
fn newest(folder: &Path) -> Vec<Value> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    files.iter().rev().filter_map(|file| serde_json::from_slice(&fs::read(file).ok()?).ok()).collect()
}

fn answer(stream: &TcpStream, folder: &Path, factor_key: &str) -> Outcome {
    let Some(path) = http::asked_path(stream)? else {
        return http::answer(stream, "405 Method Not Allowed", "text/plain", "Only GET.");
    };
    let (path, query) = path.split_once('?').unwrap_or((&path, ""));
    match path {
        "/" => http::answer(stream, "200 OK", "text/html", &page(&newest(folder), factor_key)),
        "/latest" => {
            let to = query.split('&').find_map(|pair| pair.strip_prefix("to=")).map(unescape);
            let mail = newest(folder).into_iter().find(|mail| to.as_deref().is_none_or(|to| is_to(mail, to)));
            match mail {
                Some(mail) => http::answer(
                    stream,
                    "200 OK",
                    "application/json",
                    &summary(&mail, factor_key).to_string(),
                ),
                None => http::answer(stream, "404 Not Found", "application/json", "null"),
            }
        }
        _ => http::answer(
            stream,
            "404 Not Found",
            "text/plain",
            "Mails are at /, the newest as JSON at /latest?to=…",
        ),
    }
}

fn is_to(mail: &Value, address: &str) -> bool {
    recipients(mail).any(|to| to == address.to_ascii_lowercase())
}

/// Bare addresses.
fn recipients(mail: &Value) -> impl Iterator<Item = String> {
    let bare = |to: &str| to.rsplit('<').next().unwrap_or(to).trim_end_matches('>').to_ascii_lowercase();
    mail["to"].as_array().into_iter().flatten().filter_map(Value::as_str).map(bare)
}

/// What the authenticator of whoever the mail went to shows now, if it is one of the demo's staff.
fn factor_code(mail: &Value, key: &str) -> Option<String> {
    recipients(mail).find_map(|to| demo::factor_code(key, &to))
}

/// Where an answer to the mail goes, when it says.
fn reply_to(mail: &Value) -> Option<String> {
    crate::mime::header(mail["raw"].as_str()?, "Reply-To")
}

fn summary(mail: &Value, factor_key: &str) -> Value {
    json!({
        "factor_code": factor_code(mail, factor_key), "reply_to": reply_to(mail),
        "to": mail["to"], "from": mail["from"], "subject": mail["subject"], "sent_at": mail["sentAt"],
        "text": readable(mail), "headers": mail["headers"],
    })
}

/// The text of a mail: given as such, or the first readable part of the raw message.
fn readable(mail: &Value) -> String {
    if let Some(text) = mail["text"].as_str() {
        return text.to_owned();
    }
    let raw = mail["raw"].as_str().unwrap_or_default();
    crate::mime::text(raw)
}

fn page(mails: &[Value], factor_key: &str) -> String {
    let mut list = String::new();
    for mail in mails.iter().take(SHOWN) {
        let to: Vec<&str> = mail["to"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let factor = factor_code(mail, factor_key).map_or_else(String::new, |code| {
            format!(
                "<p><b>{code}</b> is what their authenticator shows; another every 30 s: reload for it.</p>"
            )
        });
        let reply =
            reply_to(mail).map_or_else(String::new, |to| format!("<p>Answers go to {}</p>", escape(&to)));
        let _ = write!(
            list,
            "<article><h2>{}</h2><p>{} → {}</p>{reply}{factor}<pre>{}</pre></article>",
            escape(mail["subject"].as_str().unwrap_or_default()),
            escape(mail["sentAt"].as_str().unwrap_or_default()),
            escape(&to.join(", ")),
            escape(&readable(mail)),
        );
    }
    if mails.is_empty() {
        list += "<p>No mail has left yet. Mails leave with cron, every minute; reload this page.</p>";
    }
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>Mails that left</title><style>body{{font:16px/1.5 system-ui;max-width:46rem;margin:2rem auto;padding:0 1rem}}\
         article{{border-top:1px solid #8886;padding:.5rem 0}}h2{{font-size:1.1rem;margin:.5rem 0 0}}p{{margin:0;opacity:.7}}\
         pre{{white-space:pre-wrap;font:inherit}}:root{{color-scheme:light dark}}</style><h1>Mails that left</h1>{list}"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn unescape(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let pair: String = rest.by_ref().take(2).map(char::from).collect();
                bytes.push(u8::from_str_radix(&pair, 16).unwrap_or(b'?'));
            }
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mail_of_one_person_is_found_among_others() {
        let mail = json!({"to": ["\"Ana\" <Ana@hotel.co>", "luis@hotel.co"]});
        assert!(is_to(&mail, "ana@hotel.co") && is_to(&mail, "LUIS@hotel.co"));
        assert!(!is_to(&mail, "na@hotel.co"));
        assert_eq!(unescape("ana%2Bx%40hotel.co+"), "ana+x@hotel.co ");
    }

    #[test]
    fn a_mail_cannot_add_markup_to_the_page() {
        let mail = json!({"to": ["a@b.co"], "subject": "<script>", "text": "<img>", "sentAt": ""});
        let page = page(&[mail], "key");
        assert!(!page.contains("<script>") && !page.contains("<img>"));
    }

    #[test]
    fn the_second_code_stands_beside_the_mail_of_staff_alone() {
        let mail = |to: &str| json!({"to": [to], "subject": "Su código", "text": "123456", "sentAt": ""});
        let staff = mail("Valentina <valentina@soho.example>");
        assert_eq!(factor_code(&staff, "key").map(|code| code.len()), Some(6));
        assert!(page(&[staff], "key").contains("authenticator"));
        assert!(!page(&[mail("noche@casalola.example")], "key").contains("authenticator"));
    }

    #[test]
    fn file_names_keep_the_order_of_sending_and_stay_in_their_folder() {
        let (first, second) =
            (file_name("2026-11-22T21:40:08.114Z", "../a"), file_name("2026-11-22T21:41:00.000Z", "b"));
        assert!(first < second && !first.contains('/'));
    }
}
