//! Critical tickets taken before anybody proved to own their address (R7).

use super::commit::{Change, Key};
use super::context::Recorded;
use super::outbox::FIRST_OF_ALL;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::ident::AccountId;
use domain::privacy::ConsentWay;
use domain::ticket::{Rules, TicketNumber};
use serde::Deserialize;

/// What is known before a critical ticket of somebody unknown is taken.
#[derive(Debug)]
pub struct Sent {
    /// What the key led to before.
    pub recorded: Option<Recorded>,
    /// Tickets taken like this for the address today.
    pub today: u32,
}

/// What is written beside such a ticket.
#[derive(Debug)]
pub struct Sender<'a> {
    /// The address's identity.
    pub email: &'a str,
    /// The day, in Bogotá.
    pub day: &'a str,
    /// Its place among the day's.
    pub place: u32,
    /// What the mail's link carries, hashed.
    pub secret: &'a Hash,
    /// When the link stops working.
    pub until: Instant,
    /// The version of the text on personal data that the form agreed to.
    pub consent: &'a str,
    /// The mail's identifier and facts.
    pub mail: (&'a str, &'a str),
}

/// The pass of the device that sent it.
#[derive(Debug)]
pub struct SenderPass<'a> {
    /// Its token, hashed.
    pub token: &'a Hash,
    /// The stand-in it acts for.
    pub account: &'a AccountId,
    /// The name on the form.
    pub name: &'a str,
    /// When it ends.
    pub until: Instant,
}

/// A ticket that nobody has called theirs yet.
#[derive(Debug, Deserialize)]
pub struct Waiting {
    /// Its number.
    pub ticket: u32,
    /// When it was sent.
    pub created_at: Instant,
}

#[derive(Deserialize)]
struct CountRow {
    amount: u32,
}

#[derive(Deserialize)]
struct EmailRow {
    email: String,
}

impl Store {
    /// What the key of somebody unknown led to, and how many tickets their address had taken like this today.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn sent_before(
        &self,
        stand_in: &AccountId,
        key: &str,
        email: &str,
        day: &str,
    ) -> Result<Sent, StoreError> {
        let recorded = self.statement(
            "SELECT fingerprint, ticket FROM idempotency WHERE account_id = ?1 AND key = ?2",
            [stand_in.as_str().into(), key.into()],
        )?;
        let today = self.statement(
            "SELECT count(*) AS amount FROM unconfirmed WHERE email = ?1 AND day = ?2",
            [email.into(), day.into()],
        )?;
        let mut results = self.batch(vec![recorded, today]).await?;
        let recorded = results.first()?;
        Ok(Sent { recorded, today: results.first::<CountRow>()?.map_or(0, |row| row.amount) })
    }

    /// The ticket that a key of somebody unknown led to.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn taken_of(&self, stand_in: &AccountId, key: &str) -> Result<Option<u32>, StoreError> {
        let rows: Vec<Recorded> = self
            .all(
                "SELECT fingerprint, ticket FROM idempotency WHERE account_id = ?1 AND key = ?2",
                [stand_in.as_str().into(), key.into()],
            )
            .await?;
        Ok(rows.first().map(|row| row.ticket))
    }

    /// Writes a ticket with the mail that asks to confirm its address and the pass of the device that sent it.
    ///
    /// # Errors
    /// As [`Store::commit`]; [`StoreError::Conflict`] also when another one of the address took its place of the day.
    pub async fn take_unconfirmed(
        &self,
        change: &Change,
        key: Key<'_>,
        rules: &Rules,
        now: Instant,
        sender: &Sender<'_>,
        pass: &SenderPass<'_>,
    ) -> Result<(), StoreError> {
        let number = change.ticket.number;
        let row = self.statement(
            "INSERT INTO unconfirmed (ticket, email, day, place, token_hash, created_at, expires_at, consent)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            [
                number.value().into(),
                sender.email.into(),
                sender.day.into(),
                sender.place.into(),
                sender.secret.as_str().into(),
                now.into(),
                sender.until.into(),
                sender.consent.into(),
            ],
        )?;
        let (message_id, letter) = sender.mail;
        let mail = self.statement(
            "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [message_id.into(), sender.email.into(), letter.into(), now.into(), FIRST_OF_ALL.into()],
        )?;
        let more = vec![row, mail, self.sender_pass(number, pass, now)?];
        self.commit_with(std::slice::from_ref(change), Some(key), rules, now, more).await
    }

    /// Another pass for the device that sent it: the answer with the first one never arrived. None when its ways there have ended.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn give_sender_pass(
        &self,
        number: TicketNumber,
        pass: &SenderPass<'_>,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.batch(vec![self.sender_pass(number, pass, now)?]).await.map(drop)
    }

    fn sender_pass(
        &self,
        number: TicketNumber,
        pass: &SenderPass<'_>,
        now: Instant,
    ) -> Result<worker::D1PreparedStatement, StoreError> {
        self.statement(
            "INSERT INTO pass (token_hash, ticket, account_id, door, name, created_at, expires_at)
             SELECT ?1, ticket, ?3, 'sender', ?4, ?5, ?6 FROM unconfirmed WHERE ticket = ?2 AND expires_at > ?5",
            [
                pass.token.as_str().into(),
                number.value().into(),
                pass.account.as_str().into(),
                pass.name.into(),
                now.into(),
                pass.until.into(),
            ],
        )
    }

    /// The open tickets sent with the address of an account that nobody has called theirs yet, the latest first. There are few: an
    /// address takes some a day, and each can be confirmed for a week.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn unconfirmed_of(
        &self,
        account: &AccountId,
        now: Instant,
    ) -> Result<Vec<Waiting>, StoreError> {
        self.all(
            "SELECT u.ticket, u.created_at
             FROM account a JOIN unconfirmed u ON u.email = a.email JOIN ticket t ON t.number = u.ticket
             WHERE a.id = ?1 AND u.token_hash IS NOT NULL AND u.expires_at > ?2 AND t.status <> 'closed'
             ORDER BY u.created_at DESC",
            [account.as_str().into(), now.into()],
        )
        .await
    }

    /// Whether an account has the address of a ticket that can be confirmed now.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn may_confirm(
        &self,
        number: TicketNumber,
        account: &AccountId,
        now: Instant,
    ) -> Result<bool, StoreError> {
        Ok(self.unconfirmed_of(account, now).await?.iter().any(|waiting| waiting.ticket == number.value()))
    }

    /// Whether this secret confirms the address of a ticket now. Nobody who may not come in becomes the owner of one.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn confirms(
        &self,
        number: TicketNumber,
        secret: &Hash,
        now: Instant,
    ) -> Result<bool, StoreError> {
        let rows: Vec<EmailRow> = self
            .all(
                "SELECT email FROM unconfirmed u WHERE ticket = ?1 AND token_hash = ?2 AND expires_at > ?3
                     AND NOT EXISTS (SELECT 1 FROM account a WHERE a.email = u.email AND a.deactivated_at IS NOT NULL)",
                [number.value().into(), secret.as_str().into(), now.into()],
            )
            .await?;
        Ok(rows.first().is_some_and(|row| !row.email.is_empty()))
    }

    /// Writes the confirmation, burns its secret, makes the form's consent its owner's, and gives the device that confirmed a pass
    /// to the ticket, unless its owner is signed in there.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub async fn confirm(
        &self,
        change: &Change,
        rules: &Rules,
        now: Instant,
        pass: Option<(&Hash, Instant)>,
    ) -> Result<(), StoreError> {
        let number = change.ticket.number;
        let burn = self.statement(
            "UPDATE unconfirmed SET token_hash = NULL WHERE ticket = ?1",
            [number.value().into()],
        )?;
        let consent = self.statement(
            "INSERT INTO consent (account_id, version, given_at, asked_at)
             SELECT ?2, consent, created_at, ?3 FROM unconfirmed WHERE ticket = ?1 AND consent IS NOT NULL
             ON CONFLICT (account_id, version) DO NOTHING",
            [number.value().into(), change.ticket.requester.as_str().into(), ConsentWay::Form.code().into()],
        )?;
        let mut more = vec![burn, consent];
        if let Some((token, until)) = pass {
            more.push(self.statement(
                "INSERT INTO pass (token_hash, ticket, account_id, door, name, created_at, expires_at)
                 VALUES (?1, ?2, ?3, 'code', '', ?4, ?5)",
                [
                    token.as_str().into(),
                    number.value().into(),
                    change.ticket.requester.as_str().into(),
                    now.into(),
                    until.into(),
                ],
            )?);
        }
        self.commit_with(std::slice::from_ref(change), None, rules, now, more).await
    }
}
