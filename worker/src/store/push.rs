//! Devices that take pushes, and the pushes that wait for them.

use super::{NOT_LEFT_BEHIND, Store, StoreError};
use crate::http::secrets::Hash;
use chrono::TimeDelta;
use domain::Instant;
use domain::api::push::Subscribe;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// How often a push is tried. Mail is the certain channel.
const TRIES: u32 = 3;
/// What is older than this when its turn comes is no news: the mail has told it.
const FRESH: TimeDelta = TimeDelta::hours(24);

/// A push this run has claimed.
#[derive(Debug, Deserialize)]
pub struct ClaimedPush {
    /// For which subscription.
    pub subscription: String,
    /// About which ticket.
    pub ticket: u32,
    /// What kind of news, by its code.
    pub news: String,
    /// Tries so far, this one included.
    pub attempts: u32,
    /// The language of the device, by its tag.
    pub locale: String,
    /// Where it goes, and how it is encrypted.
    #[serde(flatten)]
    pub device: Subscribe,
}

impl Store {
    /// Whether a session's device has a subscription.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn has_pushes(&self, session: &Hash) -> Result<bool, StoreError> {
        let rows: Vec<IgnoredAny> = self
            .all("SELECT 1 AS one FROM push_subscription WHERE session = ?1", [session.as_str().into()])
            .await?;
        Ok(!rows.is_empty())
    }

    /// Keeps the subscription of a session's device, in the place of what the session or the device had before.
    ///
    /// # Errors
    /// [`StoreError::Dangling`] when the session ended meanwhile; otherwise when the database fails.
    pub async fn subscribe(
        &self,
        session: &Hash,
        device: &Subscribe,
        locale: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        let id = Hash::of(&["push", &device.endpoint]);
        let before = self.statement(
            "DELETE FROM push_subscription WHERE id = ?1 OR session = ?2",
            [id.as_str().into(), session.as_str().into()],
        )?;
        let kept = self.statement(
            "INSERT INTO push_subscription (id, session, endpoint, p256dh, auth, locale, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            [
                id.as_str().into(),
                session.as_str().into(),
                device.endpoint.as_str().into(),
                device.p256dh.as_str().into(),
                device.auth.as_str().into(),
                locale.into(),
                now.into(),
            ],
        )?;
        self.batch(vec![before, kept]).await.map(drop)
    }

    /// Ends the pushes of a session's device; where there are none it is no error.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn unsubscribe(&self, session: &Hash) -> Result<(), StoreError> {
        self.run("DELETE FROM push_subscription WHERE session = ?1", [session.as_str().into()])
            .await
            .map(drop)
    }

    /// Spreads what notices say over the devices of whom they are for, the newest news of a ticket in the place of older ones,
    /// and claims up to `limit` pushes that are due. As with letters, a claim is also the wait before the next attempt.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn claim_pushes(&self, now: Instant, limit: u32) -> Result<Vec<ClaimedPush>, StoreError> {
        // A notice is named after its ticket; what is spread late is only told while it is news, and to whoever still sees it.
        let spread = self.statement(
            &format!("INSERT INTO push_due (subscription, ticket, news, due_at)
             SELECT p.id, CAST(o.message_id AS INTEGER), o.push, ?1
             FROM outbox o JOIN session s ON s.account_id = o.push_to AND s.expires_at > ?1
                 JOIN push_subscription p ON p.session = s.token_hash JOIN account a ON a.id = s.account_id
                 LEFT JOIN ticket t ON t.number = CAST(o.message_id AS INTEGER)
             WHERE o.push IS NOT NULL AND o.created_at > ?2 AND {NOT_LEFT_BEHIND} ORDER BY o.id
             ON CONFLICT (subscription, ticket) DO UPDATE SET news = excluded.news, due_at = excluded.due_at, attempts = 0"),
            [now.into(), (now - FRESH).into()],
        )?;
        let done =
            self.statement("UPDATE outbox SET push = NULL, push_to = NULL WHERE push IS NOT NULL", [])?;
        let claimed = self.statement(
            "UPDATE push_due SET attempts = attempts + 1,
                due_at = strftime('%Y-%m-%dT%H:%M:%SZ', ?1, '+' || (60 << attempts) || ' seconds')
             WHERE (subscription, ticket) IN (SELECT subscription, ticket FROM push_due WHERE due_at <= ?1
                                              ORDER BY due_at LIMIT ?2)
             RETURNING subscription, ticket, news, attempts,
                (SELECT locale FROM push_subscription WHERE id = subscription) AS locale,
                (SELECT endpoint FROM push_subscription WHERE id = subscription) AS endpoint,
                (SELECT p256dh FROM push_subscription WHERE id = subscription) AS p256dh,
                (SELECT auth FROM push_subscription WHERE id = subscription) AS auth",
            [now.into(), limit.into()],
        )?;
        let mut results = self.batch(vec![spread, done, claimed]).await?;
        for _ in 0..2 {
            results.rows::<IgnoredAny>()?;
        }
        results.rows()
    }

    /// Forgets pushes that left or were tried often enough, and devices that are gone.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn settle_pushes(&self, sent: &[(&str, u32)], gone: &[&str]) -> Result<(), StoreError> {
        let sent = self.statement(
            "DELETE FROM push_due WHERE attempts >= ?2 OR (subscription, ticket) IN
                (SELECT value ->> 0, value ->> 1 FROM json_each(?1))",
            [serde_json::to_string(sent)?.into(), TRIES.into()],
        )?;
        let gone = self.statement(
            "DELETE FROM push_subscription WHERE id IN (SELECT value FROM json_each(?1))",
            [serde_json::to_string(gone)?.into()],
        )?;
        self.batch(vec![sent, gone]).await.map(drop)
    }
}
