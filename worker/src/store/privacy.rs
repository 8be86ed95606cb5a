//! Consent, what people ask about their data, and all that is kept of one person.

use super::commit::{Change, Key};
use super::context::Names;
use super::{Store, StoreError, stored};
use domain::Instant;
use domain::access::Person;
use domain::api::privacy::{Consent, KnownDevice, PushFact, RecordFact, SessionFact, WantedAddress};
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use domain::privacy::{ConsentWay, DataPolicy, DataRequestKind};
use domain::ticket::{By, Event, Rules};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The most data requests that a person's own list holds, the latest.
const MOST: u32 = 200;

/// Data requests on one page of everybody's.
const PAGE: u32 = 50;

/// The most lines of the record that a copy holds, the newest: what one answer can carry.
const MOST_OF_THE_RECORD: u32 = 2000;

/// A data request as stored.
#[derive(Debug, Deserialize)]
pub struct DataRequestRow {
    /// Its identifier.
    pub id: String,
    /// [`DataRequestKind::code`].
    pub kind: String,
    /// Who asks.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What they ask.
    pub body: String,
    /// When it came.
    pub received_at: Instant,
    /// When it was extended.
    pub extended_at: Option<Instant>,
    /// Why.
    pub extension_reason: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// With what.
    pub answer: Option<String>,
}

/// Where a page of everybody's data requests begins: after this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    answered: bool,
    /// When it came, or was answered.
    at: String,
    id: String,
}

impl Turn {
    /// Reads the form a page's `next` has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '~');
        let answered = match parts.next()? {
            "waiting" => false,
            "answered" => true,
            _ => return None,
        };
        Some(Self { answered, at: parts.next()?.to_owned(), id: parts.next()?.to_owned() })
    }

    fn of(row: &DataRequestRow) -> Self {
        let at = row.answered_at.unwrap_or(row.received_at);
        Self { answered: row.answered_at.is_some(), at: stored(at), id: row.id.clone() }
    }
}

impl core::fmt::Display for Turn {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}~{}~{}", if self.answered { "answered" } else { "waiting" }, self.at, self.id)
    }
}

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

const REQUEST: &str =
    "SELECT r.id, r.kind, a.name, a.email, r.body, r.received_at, r.extended_at, r.extension_reason,
    r.answered_at, r.answer FROM data_request r JOIN account a ON a.id = r.account_id";

const CONSENT: &str = "SELECT c.version, c.given_at, c.asked_at AS way, NULLIF(a.name, '') AS told_by
    FROM consent c LEFT JOIN account a ON a.id = c.told_by WHERE c.account_id = ?1";

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

const LETTER: &str = "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at)
    SELECT ?2, a.email, ?3, ?4, ?4 FROM data_request r JOIN account a ON a.id = r.account_id WHERE r.id = ?1";

/// A letter about a data request, to the address of whoever made it: the law has them answered whether they may still come in
/// or not. Its name is unique, so it leaves once.
#[derive(Debug)]
pub struct DataLetter<'a> {
    /// What it is about: `received`, `extended` or `answered`.
    pub about: &'a str,
    /// The letter, as JSON.
    pub letter: &'a str,
}

/// Somebody's consent to a version of the text.
#[derive(Debug)]
pub struct GivenConsent<'a> {
    /// Whose.
    pub account: &'a AccountId,
    /// Which text.
    pub version: &'a str,
    /// Where they were asked.
    pub way: ConsentWay,
    /// The agent who told them, on the phone: that is on record.
    pub told_by: Option<&'a Person>,
}

impl Store {
    /// Records consent to a version; the first time counts.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn give_consent(&self, given: &GivenConsent<'_>, now: Instant) -> Result<(), StoreError> {
        self.batch(vec![self.consent_row(given, now)?]).await.map(drop)
    }

    fn consent_row(
        &self,
        given: &GivenConsent<'_>,
        now: Instant,
    ) -> Result<worker::D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO consent (account_id, version, given_at, asked_at, told_by) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (account_id, version) DO NOTHING",
            [
                given.account.as_str().into(),
                given.version.into(),
                now.into(),
                given.way.code().into(),
                given.told_by.map(|person| person.account.as_str()).into(),
            ],
        )
    }

    /// Writes an opening with the consent that came with it.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn open(
        &self,
        changes: &[Change],
        key: Key<'_>,
        consent: Option<&GivenConsent<'_>>,
        rules: &Rules,
        now: Instant,
    ) -> Result<(), StoreError> {
        let mut more = Vec::new();
        if let Some(given) = consent {
            more.push(self.consent_row(given, now)?);
            if let Some(person) = given.told_by {
                let account = given.account.as_str();
                let entry = Entry::by(person, AuditAct::ConsentNoted, SubjectKind::Account, account)
                    .with("version", given.version);
                more.push(self.audit_of_change(&entry, now)?);
            }
        }
        self.commit_with(changes, Some(key), rules, now, more).await
    }

    /// When somebody agreed to a version, if they did.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn consent(&self, account: &AccountId, version: &str) -> Result<Option<Consent>, StoreError> {
        let rows = self
            .all(&format!("{CONSENT} AND c.version = ?2"), [account.as_str().into(), version.into()])
            .await?;
        Ok(rows.into_iter().next())
    }

    /// Takes a data request in, and queues the mail that says so. False when as many of theirs wait as may at once.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it came before.
    pub async fn take_data_request(
        &self,
        id: &str,
        account: &AccountId,
        kind: DataRequestKind,
        body: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<bool, StoreError> {
        // One that came before is no other one: it meets its own key.
        let request = self.statement(
            "INSERT INTO data_request (id, account_id, kind, body, received_at) SELECT ?1, ?2, ?3, ?4, ?5
             WHERE (SELECT count(*) FROM data_request WHERE account_id = ?2 AND answered_at IS NULL) < ?6
                 OR EXISTS (SELECT 1 FROM data_request WHERE id = ?1) RETURNING id",
            [
                id.into(),
                account.as_str().into(),
                kind.code().into(),
                body.into(),
                now.into(),
                DataPolicy::SOHO.open_requests.into(),
            ],
        )?;
        let mut results = self.batch(vec![request, self.data_letter(id, &letter, now)?]).await?;
        Ok(results.first::<serde::de::IgnoredAny>()?.is_some())
    }

    fn data_letter(
        &self,
        id: &str,
        letter: &DataLetter<'_>,
        now: Instant,
    ) -> Result<worker::D1PreparedStatement, StoreError> {
        let name = format!("data.{id}.{}", letter.about);
        self.statement(LETTER, [id.into(), name.into(), letter.letter.into(), now.into()])
    }

    /// A data request.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_request(&self, id: &str) -> Result<Option<DataRequestRow>, StoreError> {
        let rows = self.all(&format!("{REQUEST} WHERE r.id = ?1"), [id.into()]).await?;
        Ok(rows.into_iter().next())
    }

    /// The latest of one person's data requests, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_requests_of(&self, account: &AccountId) -> Result<Vec<DataRequestRow>, StoreError> {
        let sql =
            format!("{REQUEST} WHERE r.account_id = ?1 ORDER BY r.received_at DESC, r.id DESC LIMIT ?2");
        let mut rows: Vec<DataRequestRow> = self.all(&sql, [account.as_str().into(), MOST.into()]).await?;
        rows.reverse();
        Ok(rows)
    }

    /// A page of everybody's data requests, and where the next one begins: those to be answered first, the oldest of them on
    /// top, and then the answered ones, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn data_requests(
        &self,
        after: Option<Turn>,
    ) -> Result<(Vec<DataRequestRow>, Option<Turn>), StoreError> {
        let none = || (String::new(), String::new());
        let end = || ("9999".to_owned(), String::new());
        let (waiting_after, answered_before) = match after {
            None => (none(), end()),
            Some(Turn { answered: false, at, id }) => ((at, id), end()),
            Some(Turn { answered: true, at, id }) => (end(), (at, id)),
        };
        let page = |which: &str, (at, id): (String, String)| {
            self.statement(
                &format!("{REQUEST} WHERE {which} LIMIT ?3"),
                [at.into(), id.into(), (PAGE + 1).into()],
            )
        };
        let statements = vec![
            page(
                "r.answered_at IS NULL AND (r.received_at, r.id) > (?1, ?2) ORDER BY r.received_at, r.id",
                waiting_after,
            )?,
            page(
                "r.answered_at IS NOT NULL AND (r.answered_at, r.id) < (?1, ?2) ORDER BY r.answered_at DESC, r.id DESC",
                answered_before,
            )?,
        ];
        let mut results = self.batch(statements).await?;
        let mut rows: Vec<DataRequestRow> = results.rows()?;
        rows.extend(results.rows::<DataRequestRow>()?);
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let next = rows.last().filter(|_| more).map(Turn::of);
        Ok((rows, next))
    }

    /// Extends a data request that waits for its answer, once, and queues the mail that tells why.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was extended before.
    pub async fn extend_data_request(
        &self,
        id: &str,
        by: &Person,
        reason: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let record = Entry::by(by, AuditAct::DataRequestExtended, SubjectKind::DataRequest, id);
        let extend = self.statement(
            "UPDATE data_request SET extended_at = ?2, extension_reason = ?3
             WHERE id = ?1 AND extended_at IS NULL AND answered_at IS NULL",
            [id.into(), now.into(), reason.into()],
        )?;
        self.batch(vec![self.data_letter(id, &letter, now)?, extend, self.audit(&record, now)?])
            .await
            .map(drop)
    }

    /// Answers a data request, and queues the mail with the answer.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it was answered before.
    pub async fn answer_data_request(
        &self,
        id: &str,
        by: &Person,
        answer: &str,
        letter: DataLetter<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        let record = Entry::by(by, AuditAct::DataRequestAnswered, SubjectKind::DataRequest, id);
        let update = self.statement(
            "UPDATE data_request SET answered_at = ?2, answered_by = ?3, answer = ?4 WHERE id = ?1 AND answered_at IS NULL",
            [id.into(), now.into(), by.account.as_str().into(), answer.into()],
        )?;
        self.batch(vec![self.data_letter(id, &letter, now)?, update, self.audit(&record, now)?])
            .await
            .map(drop)
    }

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
