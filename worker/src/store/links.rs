//! Links that open one ticket to a colleague.

use super::commit::{Change, Key};
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use chrono::{DateTime, Utc};
use domain::Instant;
use domain::access::Person;
use domain::api::door::Link;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::LinkId;
use domain::ticket::{Rules, TicketNumber};
use serde::Deserialize;

#[derive(Deserialize)]
struct LinkRow {
    id: String,
    created_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
    uses: u32,
    last_used_at: Option<DateTime<Utc>>,
    last_name: Option<String>,
}

impl From<LinkRow> for Link {
    fn from(row: LinkRow) -> Self {
        Self {
            id: LinkId(row.id),
            made_at: row.created_at,
            until: row.expires_at,
            revoked_at: row.revoked_at,
            uses: row.uses,
            last_used_at: row.last_used_at,
            last_name: row.last_name,
        }
    }
}

/// Whoever opens a link.
#[derive(Debug)]
pub struct Visitor<'a> {
    /// The name they gave.
    pub name: &'a str,
    /// The version of the text on personal data that they agreed to.
    pub consent: &'a str,
    /// The token of the pass they get, hashed.
    pub token: &'a Hash,
}

/// The link that gave a pass.
#[derive(Debug, Deserialize)]
pub struct Opened {
    /// Its name.
    pub id: LinkId,
    /// When the pass ends with it.
    pub expires_at: DateTime<Utc>,
}

impl Store {
    /// A ticket's links: first all that work, then some of the others, the latest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn links(&self, number: TicketNumber, now: Instant) -> Result<Vec<Link>, StoreError> {
        let rows: Vec<LinkRow> = self
            .all(
                "SELECT id, created_at, expires_at, revoked_at, uses, last_used_at, last_name FROM hand_over_link
                 WHERE ticket = ?1 ORDER BY revoked_at IS NULL AND expires_at > ?2 DESC, created_at DESC, id LIMIT 50",
                [number.value().into(), now.into()],
            )
            .await?;
        Ok(rows.into_iter().map(Link::from).collect())
    }

    /// One link of a ticket, however old.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn link(&self, number: TicketNumber, id: &str) -> Result<Option<Link>, StoreError> {
        let rows: Vec<LinkRow> = self
            .all(
                "SELECT id, created_at, expires_at, revoked_at, uses, last_used_at, last_name FROM hand_over_link
                 WHERE ticket = ?1 AND id = ?2",
                [number.value().into(), id.into()],
            )
            .await?;
        Ok(rows.into_iter().next().map(Link::from))
    }

    /// Writes the making of a link with the link itself.
    ///
    /// # Errors
    /// As [`Store::commit`].
    #[expect(clippy::too_many_arguments, reason = "the facts of one link, each once")]
    pub async fn make_link(
        &self,
        change: &Change,
        key: Key<'_>,
        rules: &Rules,
        now: Instant,
        link: &LinkId,
        secret: &Hash,
        until: Instant,
        maker: &Person,
    ) -> Result<(), StoreError> {
        let record = about(maker, AuditAct::HandOverLinkCreated, change, link);
        let made = self.statement(
            "INSERT INTO hand_over_link (id, ticket, secret_hash, account_id, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            [
                link.as_str().into(),
                change.ticket.number.value().into(),
                secret.as_str().into(),
                maker.account.as_str().into(),
                now.into(),
                until.into(),
            ],
        )?;
        let more = vec![made, self.audit(&record, now)?];
        self.commit_with(std::slice::from_ref(change), Some(key), rules, now, more).await
    }

    /// Gives a link that was just made another secret, for the answer with the first one never arrived.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn renew_link(&self, link: &LinkId, secret: &Hash) -> Result<(), StoreError> {
        self.run(
            "UPDATE hand_over_link SET secret_hash = ?2 WHERE id = ?1 AND uses = 0",
            [link.as_str().into(), secret.as_str().into()],
        )
        .await
        .map(drop)
    }

    /// Writes the taking back of a link with its mark, which ends the passes it gave.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn revoke_link(
        &self,
        change: &Change,
        key: Key<'_>,
        rules: &Rules,
        now: Instant,
        link: &LinkId,
        by: &Person,
    ) -> Result<(), StoreError> {
        let record = about(by, AuditAct::HandOverLinkRevoked, change, link);
        let revoked = self.statement(
            "UPDATE hand_over_link SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
            [link.as_str().into(), now.into()],
        )?;
        let more = vec![revoked, self.audit(&record, now)?];
        self.commit_with(std::slice::from_ref(change), Some(key), rules, now, more).await
    }

    /// Gives a pass for a link that works, and notes who said they opened it, and what they agreed to as they did. One that doesn't
    /// gives none.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn give_pass_for_link(
        &self,
        number: TicketNumber,
        secret: &Hash,
        visitor: &Visitor<'_>,
        now: Instant,
    ) -> Result<Option<Opened>, StoreError> {
        let &Visitor { name, consent, token } = visitor;
        let used = self.statement(
            "UPDATE hand_over_link SET uses = uses + 1, last_used_at = ?3, last_name = ?4
             WHERE ticket = ?1 AND secret_hash = ?2 AND expires_at > ?3 AND revoked_at IS NULL RETURNING id, expires_at",
            [number.value().into(), secret.as_str().into(), now.into(), name.into()],
        )?;
        let pass = self.statement(
            "INSERT INTO pass (token_hash, ticket, account_id, door, name, link_id, created_at, expires_at)
             SELECT ?1, ticket, account_id, 'hand_over', ?2, id, ?3, expires_at FROM hand_over_link
             WHERE ticket = ?4 AND secret_hash = ?5 AND expires_at > ?3 AND revoked_at IS NULL",
            [token.as_str().into(), name.into(), now.into(), number.value().into(), secret.as_str().into()],
        )?;
        let agreed = self.statement(
            "INSERT INTO visitor_consent (link_id, name, version, ticket, given_at)
             SELECT id, ?1, ?2, ticket, ?3 FROM hand_over_link
             WHERE ticket = ?4 AND secret_hash = ?5 AND expires_at > ?3 AND revoked_at IS NULL
             ON CONFLICT (link_id, name, version) DO NOTHING",
            [name.into(), consent.into(), now.into(), number.value().into(), secret.as_str().into()],
        )?;
        self.batch(vec![used, pass, agreed]).await?.first()
    }
}

/// What the record says of a link: whose ticket it opens, and which one of its links it is.
fn about(person: &Person, act: AuditAct, change: &Change, link: &LinkId) -> Entry {
    Entry::by(person, act, SubjectKind::Ticket, &change.ticket.number.digits()).with("link", link.as_str())
}
