//! What is kept of one person, for the copy they take of it.

use super::consent::CONSENT;
use super::context::Names;
use super::data_requests::{DataRequestRow, REQUEST};
use super::{Store, StoreError, stored};
use domain::Instant;
use domain::access::Person;
use domain::api::privacy::{Consent, KnownDevice, PushFact, RecordFact, SessionFact, WantedAddress};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ticket::{By, Event};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The most lines of the record that a copy holds, the newest: what one answer can carry.
const MOST_OF_THE_RECORD: u32 = 2000;

/// All that is kept of one person but their account.
#[derive(Debug)]
pub struct Kept {
    /// Consents.
    pub consents: Vec<Consent>,
    /// Live sessions.
    pub sessions: Vec<SessionFact>,
    /// Devices by which one of staff is known again.
    pub known_devices: Vec<KnownDevice>,
    /// Devices that are told news.
    pub pushes: Vec<PushFact>,
    /// Data requests.
    pub requests: Vec<DataRequestRow>,
    /// The address they want to change to.
    pub wanted_address: Option<WantedAddress>,
    /// The histories of the tickets they opened, by number.
    pub histories: Vec<Vec<Event>>,
    /// What stands in others' histories in their name, with its place, by number.
    pub elsewhere: BTreeMap<u32, Vec<(u32, Event)>>,
    /// What the record of acts has about them, newest first.
    pub record: Vec<RecordFact>,
    /// The names these mention.
    pub names: Names,
}

#[derive(Deserialize)]
struct EventRow {
    ticket: u32,
    body: String,
}

#[derive(Deserialize)]
struct PlacedRow {
    ticket: u32,
    seq: u32,
    body: String,
}

#[derive(Deserialize)]
struct RecordRow {
    at: Instant,
    act: String,
    own: u8,
    actor_role: Option<String>,
    subject_kind: String,
    subject: String,
    detail: String,
}

#[derive(Deserialize)]
struct NameRow {
    id: String,
    name: String,
}

/// What the record has about `?1`: what was done to their account and their data requests, and what they did as somebody of a
/// hotel. What staff do at work is the desk's record, not theirs.
const RECORD: &str = "SELECT at, act, actor IS ?1 AS own, actor_role, subject_kind, subject, detail FROM audit
    WHERE subject = ?1 AND subject_kind = 'account' OR actor = ?1 AND actor_role IN ('client', 'hotel_administrator')
        OR subject IN (SELECT id FROM data_request WHERE account_id = ?1) AND subject_kind = 'data_request'
    ORDER BY id DESC LIMIT ?2";

/// What `?1` wrote in others' tickets as somebody of a hotel.
const ELSEWHERE: &str = "SELECT ticket, seq, body FROM ticket_event
    WHERE author = ?1 AND ticket NOT IN (SELECT number FROM ticket WHERE requester_id = ?1)
        AND EXISTS (SELECT 1 FROM account WHERE id = ?1 AND role IN ('client', 'hotel_administrator'))
    ORDER BY ticket, seq";

impl Store {
    /// What is kept of a person, in one round trip, which leaves on record that it was handed out.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails or a stored history can't be read.
    pub async fn kept_of(&self, person: &Person, now: Instant) -> Result<Kept, StoreError> {
        let account = || person.account.as_str().into();
        let record = Entry::by(person, AuditAct::DataExported, SubjectKind::Account, person.account.as_str());
        let statements = vec![
            self.statement(&format!("{CONSENT} ORDER BY c.given_at"), [account()])?,
            self.statement(
                "SELECT device, created_at, COALESCE(used_at, created_at) AS used_at, expires_at FROM session WHERE account_id = ?1 AND expires_at > ?2 ORDER BY created_at",
                [account(), stored(now).into()],
            )?,
            self.statement("SELECT device, first_at, seen_at FROM known_device WHERE account_id = ?1 ORDER BY first_at", [account()])?,
            self.statement(
                "SELECT s.device, p.endpoint, p.locale, p.created_at FROM session s JOIN push_subscription p ON p.session = s.token_hash
                 WHERE s.account_id = ?1 ORDER BY p.created_at, p.id",
                [account()],
            )?,
            self.statement(&format!("{REQUEST} WHERE r.account_id = ?1 ORDER BY r.received_at, r.id"), [account()])?,
            self.statement(
                "SELECT e.ticket, e.body FROM ticket t JOIN ticket_event e ON e.ticket = t.number
                 WHERE t.requester_id = ?1 ORDER BY e.ticket, e.seq",
                [account()],
            )?,
            self.statement(
                "SELECT id, name FROM account WHERE id = ?1
                    OR id IN (SELECT e.author FROM ticket t JOIN ticket_event e ON e.ticket = t.number WHERE t.requester_id = ?1)
                    OR id IN (SELECT assignee_id FROM ticket WHERE requester_id = ?1)
                 UNION ALL SELECT id, name FROM company WHERE id IN (SELECT company_id FROM ticket WHERE requester_id = ?1)
                 UNION ALL SELECT id, name FROM branch WHERE id IN (SELECT branch_id FROM ticket WHERE requester_id = ?1)",
                [account()],
            )?,
            self.statement("SELECT email, expires_at FROM address_change WHERE account_id = ?1", [account()])?,
            self.statement(ELSEWHERE, [account()])?,
            self.statement(RECORD, [account(), MOST_OF_THE_RECORD.into()])?,
            self.audit(&record, now)?,
        ];
        let mut results = self.batch(statements).await?;
        let (consents, sessions) = (results.rows()?, results.rows()?);
        let (known_devices, pushes, requests) = (results.rows()?, results.rows()?, results.rows()?);
        let mut histories: BTreeMap<u32, Vec<Event>> = BTreeMap::new();
        for row in results.rows::<EventRow>()? {
            histories.entry(row.ticket).or_default().push(serde_json::from_str(&row.body)?);
        }
        let names = results.rows::<NameRow>()?.into_iter().map(|row| (row.id, row.name)).collect();
        let histories = histories.into_values().collect();
        let wanted_address = results.first()?;
        let mut elsewhere: BTreeMap<u32, Vec<(u32, Event)>> = BTreeMap::new();
        for row in results.rows::<PlacedRow>()? {
            let event: Event = serde_json::from_str(&row.body)?;
            // What a colleague did through a link of theirs is the colleague's.
            if matches!(event.by, By::Person { .. }) {
                elsewhere.entry(row.ticket).or_default().push((row.seq, event));
            }
        }
        let record = results.rows::<RecordRow>()?.into_iter().map(read_fact).collect::<Result<_, _>>()?;
        Ok(Kept {
            consents,
            sessions,
            known_devices,
            pushes,
            requests,
            wanted_address,
            histories,
            elsewhere,
            record,
            names,
        })
    }
}

fn read_fact(row: RecordRow) -> Result<RecordFact, StoreError> {
    Ok(RecordFact {
        at: row.at,
        act: row.act,
        own: row.own != 0,
        actor_role: row.actor_role,
        subject_kind: row.subject_kind,
        subject: row.subject,
        detail: serde_json::from_str(&row.detail)?,
    })
}
