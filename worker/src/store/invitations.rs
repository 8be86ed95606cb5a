//! Invitations. What accepts one is stored hashed; address and name go when it ends.

use super::people::StandingRow;
use super::{Store, StoreError};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::access::Role;
use domain::api::people::{InvitationEntry, InvitationOffer};
use domain::audit::Entry;
use domain::device::Device;
use domain::ident::{AccountId, BranchId, CompanyId, InvitationId};
use domain::people::Place;
use domain::sign_in::Lifetime;
use serde::Deserialize;

/// Invitations that are shown.
const SHOWN: u32 = 100;

/// An invitation to write down, and the mail that carries it.
#[derive(Debug)]
pub struct NewInvitation<'a> {
    /// Names it.
    pub id: &'a InvitationId,
    /// The address, as people sign in by it.
    pub email: &'a str,
    /// Whom it is for.
    pub name: &'a str,
    /// Where they will stand.
    pub place: &'a Place,
    /// Who invites.
    pub by: &'a AccountId,
    /// How it is mailed.
    pub sending: Sending<'a>,
}

/// One mailing of an invitation: each has a token of its own, and takes the one before its power.
#[derive(Debug)]
pub struct Sending<'a> {
    /// Hash of what the link carries.
    pub token: &'a Hash,
    /// Until when it holds.
    pub until: Instant,
    /// The mail's identifier.
    pub message_id: &'a str,
    /// The mail, as JSON.
    pub letter: &'a str,
}

/// An invitation whose token somebody holds, and what its address is by now.
#[derive(Debug)]
pub struct Held {
    /// Names it.
    pub id: InvitationId,
    /// The address, as people sign in by it.
    pub email: String,
    /// Whom it is for.
    pub name: String,
    /// Where they will stand.
    pub place: Place,
    /// Who has the address already.
    pub existing: Option<Existing>,
}

/// An account that an invited address has already.
#[derive(Debug)]
pub struct Existing {
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub place: Place,
    /// Whether it may come in.
    pub active: bool,
}

impl Existing {
    /// Where it stands, and whether it may come in.
    #[must_use]
    pub const fn stands(&self) -> (&Place, bool) {
        (&self.place, self.active)
    }
}

#[derive(Deserialize)]
struct InvitationRow {
    id: String,
    email: String,
    name: String,
    #[serde(flatten)]
    standing: StandingRow,
    sent_at: Instant,
    expires_at: Instant,
}

#[derive(Deserialize)]
struct OfferRow {
    by: String,
    name: String,
    #[serde(flatten)]
    standing: StandingRow,
    expires_at: Instant,
}

#[derive(Deserialize)]
struct HeldRow {
    id: String,
    email: String,
    name: String,
    role: String,
    company_id: Option<String>,
    branch_id: Option<String>,
    account: Option<String>,
    account_role: Option<String>,
    account_company: Option<String>,
    account_branch: Option<String>,
    deactivated_at: Option<String>,
}

#[derive(Deserialize)]
struct ExistingRow {
    id: String,
    role: String,
    company_id: Option<String>,
    branch_id: Option<String>,
    deactivated_at: Option<String>,
}

const COLUMNS: &str =
    "SELECT i.id, i.open_for AS email, i.name, i.role, i.company_id, c.name AS company, i.branch_id,
        b.name AS branch, i.sent_at, i.expires_at
    FROM invitation i LEFT JOIN company c ON c.id = i.company_id LEFT JOIN branch b ON b.id = i.branch_id
    WHERE i.open_for IS NOT NULL";

const MAIL: &str = "INSERT INTO outbox (message_id, to_address, letter, created_at, next_attempt_at) VALUES (?1, ?2, ?3, ?4, ?4)";

fn place(role: &str, company: Option<String>, branch: Option<String>) -> Result<Place, StoreError> {
    let role = Role::parse(role).ok_or_else(|| StoreError::Broken(format!("unknown role {role}")))?;
    Ok(Place { role, company: company.map(CompanyId), branch: branch.map(BranchId) })
}

impl Store {
    /// Invitations that nobody has accepted or taken back, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invitations(&self) -> Result<Vec<InvitationEntry>, StoreError> {
        let rows: Vec<InvitationRow> =
            self.all(&format!("{COLUMNS} ORDER BY i.sent_at DESC, i.id LIMIT ?1"), [SHOWN.into()]).await?;
        rows.into_iter().map(read).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn invitation(&self, id: &InvitationId) -> Result<Option<InvitationEntry>, StoreError> {
        let rows: Vec<InvitationRow> =
            self.all(&format!("{COLUMNS} AND i.id = ?1"), [id.as_str().into()]).await?;
        rows.into_iter().next().map(read).transpose()
    }

    /// The account of an address, as people sign in by it.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn account_of(&self, email: &str) -> Result<Option<Existing>, StoreError> {
        let rows: Vec<ExistingRow> = self
            .all(
                "SELECT id, role, company_id, branch_id, deactivated_at FROM account WHERE email = ?1",
                [email.into()],
            )
            .await?;
        let existing = |row: ExistingRow| {
            Ok(Existing {
                account: AccountId(row.id),
                place: place(&row.role, row.company_id, row.branch_id)?,
                active: row.deactivated_at.is_none(),
            })
        };
        rows.into_iter().next().map(existing).transpose()
    }

    /// Writes an invitation down, with its mail.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the address is invited already; [`StoreError::Dangling`] when there is no such hotel.
    pub async fn invite(
        &self,
        new: &NewInvitation<'_>,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let invitation = self.statement(
            "INSERT INTO invitation (id, open_for, name, role, company_id, branch_id, token_hash, invited_by, created_at, sent_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10)",
            [
                new.id.as_str().into(),
                new.email.into(),
                new.name.into(),
                new.place.role.code().into(),
                new.place.company.as_ref().map(CompanyId::as_str).into(),
                new.place.branch.as_ref().map(BranchId::as_str).into(),
                new.sending.token.as_str().into(),
                new.by.as_str().into(),
                now.into(),
                new.sending.until.into(),
            ],
        )?;
        let mail = self.statement(
            MAIL,
            [new.sending.message_id.into(), new.email.into(), new.sending.letter.into(), now.into()],
        )?;
        self.batch(vec![invitation, mail, self.audit(entry, now)?]).await.map(drop)
    }

    /// Mails an open invitation again, with another token and its time begun anew.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it ended by then; otherwise when the database fails.
    pub async fn invite_again(
        &self,
        id: &InvitationId,
        email: &str,
        sending: &Sending<'_>,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let renewed = self.statement(
            "UPDATE invitation SET token_hash = ?2, sent_at = ?3, expires_at = ?4
             WHERE id = ?1 AND open_for IS NOT NULL RETURNING id",
            [id.as_str().into(), sending.token.as_str().into(), now.into(), sending.until.into()],
        )?;
        let audit = self.audit_of_change(entry, now)?;
        let mail = self
            .statement(MAIL, [sending.message_id.into(), email.into(), sending.letter.into(), now.into()])?;
        self.changed(vec![renewed, audit, mail]).await
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it ended by then; otherwise when the database fails.
    pub async fn revoke_invitation(
        &self,
        id: &InvitationId,
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let mut statements = self.invitation_ends(id, "revoked", now)?;
        statements.push(self.audit(entry, now)?);
        self.batch(statements).await.map(drop)
    }

    /// The invitation that a token accepts, while it holds.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn held_invitation(&self, token: &Hash, now: Instant) -> Result<Option<Held>, StoreError> {
        let rows: Vec<HeldRow> = self
            .all(
                "SELECT i.id, i.open_for AS email, i.name, i.role, i.company_id, i.branch_id, a.id AS account,
                    a.role AS account_role, a.company_id AS account_company, a.branch_id AS account_branch, a.deactivated_at
                 FROM invitation i LEFT JOIN account a ON a.email = i.open_for
                 WHERE i.token_hash = ?1 AND i.open_for IS NOT NULL AND i.expires_at > ?2",
                [token.as_str().into(), now.into()],
            )
            .await?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        let existing = match (row.account, row.account_role) {
            (Some(account), Some(role)) => Some(Existing {
                account: AccountId(account),
                place: place(&role, row.account_company, row.account_branch)?,
                active: row.deactivated_at.is_none(),
            }),
            _ => None,
        };
        Ok(Some(Held {
            id: InvitationId(row.id),
            email: row.email,
            name: row.name,
            place: place(&row.role, row.company_id, row.branch_id)?,
            existing,
        }))
    }

    /// What the invitation that a token accepts says of itself, while it holds.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn offered(&self, token: &Hash, now: Instant) -> Result<Option<InvitationOffer>, StoreError> {
        let rows: Vec<OfferRow> = self
            .all(
                "SELECT CASE WHEN w.name = '' THEN w.email ELSE w.name END AS by, i.name, i.role, i.company_id,
                    c.name AS company, i.branch_id, b.name AS branch, i.expires_at
                 FROM invitation i JOIN account w ON w.id = i.invited_by
                    LEFT JOIN company c ON c.id = i.company_id LEFT JOIN branch b ON b.id = i.branch_id
                 WHERE i.token_hash = ?1 AND i.open_for IS NOT NULL AND i.expires_at > ?2",
                [token.as_str().into(), now.into()],
            )
            .await?;
        let offer = |OfferRow { by, name, standing, expires_at }| {
            Ok(InvitationOffer { by, name, standing: standing.read()?, expires_at })
        };
        rows.into_iter().next().map(offer).transpose()
    }

    /// Carries an invitation out: the account stands where it says, whatever way into it there was ends, and a session
    /// starts; all or nothing, once.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when it ended by then; otherwise when the database fails.
    pub async fn accept_invitation(
        &self,
        held: &Held,
        account: &AccountId,
        (session, device): (&Hash, Device),
        entry: &Entry,
        now: Instant,
    ) -> Result<(), StoreError> {
        let mut statements = self.invitation_ends(&held.id, "accepted", now)?;
        statements.push(self.statement(
            "INSERT INTO account (id, email, name, role, company_id, branch_id, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (email) DO UPDATE SET role = excluded.role, company_id = excluded.company_id,
                 branch_id = excluded.branch_id, name = CASE WHEN name = '' THEN excluded.name ELSE name END",
            [
                account.as_str().into(),
                held.email.as_str().into(),
                held.name.as_str().into(),
                held.place.role.code().into(),
                held.place.company.as_ref().map(CompanyId::as_str).into(),
                held.place.branch.as_ref().map(BranchId::as_str).into(),
                now.into(),
            ],
        )?);
        statements.extend(self.ways_in_end(account, "1", None, entry, now)?);
        statements.push(self.statement(
            "INSERT INTO session (token_hash, account_id, created_at, expires_at, id, device, used_at)
             VALUES (?1, ?2, ?3, ?4, lower(hex(randomblob(16))), ?5, ?3)",
            [
                session.as_str().into(),
                account.as_str().into(),
                now.into(),
                (now + Lifetime::of(held.place.role).idle).into(),
                device.code().into(),
            ],
        )?);
        statements.push(self.audit(entry, now)?);
        self.batch(statements).await.map(drop)
    }

    /// Forgets whom invitations were for that ran out before `before`.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn forget_invitations(&self, before: Instant) -> Result<(), StoreError> {
        self.run(
            "UPDATE invitation SET open_for = NULL, name = '' WHERE open_for IS NOT NULL AND expires_at < ?1",
            [before.into()],
        )
        .await
        .map(drop)
    }

    fn invitation_ends(
        &self,
        id: &InvitationId,
        how: &str,
        now: Instant,
    ) -> Result<Vec<worker::D1PreparedStatement>, StoreError> {
        let end = self.statement(
            "INSERT INTO invitation_end (invitation_id, how, at) VALUES (?1, ?2, ?3)",
            [id.as_str().into(), how.into(), now.into()],
        )?;
        let empty = self.statement(
            "UPDATE invitation SET open_for = NULL, name = '' WHERE id = ?1",
            [id.as_str().into()],
        )?;
        Ok(vec![end, empty])
    }
}

fn read(row: InvitationRow) -> Result<InvitationEntry, StoreError> {
    Ok(InvitationEntry {
        id: InvitationId(row.id),
        email: row.email,
        name: row.name,
        standing: row.standing.read()?,
        sent_at: row.sent_at,
        expires_at: row.expires_at,
    })
}
