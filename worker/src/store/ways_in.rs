//! What ends the ways into an account, and with them what somebody gave others or was offered. What others can see the end of
//! leaves an entry in the record each: who did what ended it, and why.

use super::{Store, StoreError, Value};
use crate::http::secrets::Hash;
use domain::Instant;
use domain::audit::{AuditAct, Entry, SubjectKind};
use domain::ident::AccountId;
use worker::D1PreparedStatement;

/// Whose invitation is lost: `domain::people::may_be_invited` says no of them, so the link that waits in their mailbox is dead.
const NOT_INVITED: &str = "(role <> 'client' OR company_id IS NOT NULL OR deactivated_at IS NOT NULL)";

impl Store {
    /// What ends every way into an account, but for the mailbox itself and the session `kept`, if the batch left the account
    /// `as_now`: a condition on its row. `act` is the entry of what ends them.
    ///
    /// # Errors
    /// [`StoreError`] when a statement can't be made.
    pub(super) fn ways_in_end(
        &self,
        account: &AccountId,
        as_now: &str,
        kept: Option<&Hash>,
        act: &Entry,
        now: Instant,
    ) -> Result<Vec<D1PreparedStatement>, StoreError> {
        let who = format!("(SELECT id FROM account WHERE id = ?1 AND {as_now})");
        let address = format!("(SELECT email FROM account WHERE id = ?1 AND {as_now})");
        let id = || Value::from(account.as_str());
        let mut statements = vec![
            self.statement(
                &format!("DELETE FROM session WHERE account_id = {who} AND token_hash <> ?2"),
                [id(), kept.map_or("", Hash::as_str).into()],
            )?,
            self.statement(&format!("DELETE FROM sign_in_code WHERE email = {address}"), [id()])?,
            self.statement(&format!("DELETE FROM sign_in_link WHERE email = {address}"), [id()])?,
        ];
        statements.extend(self.ways_to_tickets_end(account, as_now, act, now)?);
        // Last, because the condition of a change of address asks for it.
        statements.extend([
            self.statement(&format!("DELETE FROM address_change WHERE account_id = {who}"), [id()])?,
            self.statement(&format!("DELETE FROM known_device WHERE account_id = {who}"), [id()])?,
        ]);
        Ok(statements)
    }

    /// What ends every way to single tickets that somebody has or gave others, on the same condition: codes, links and passes,
    /// and those of the device that sent a ticket of theirs before they confirmed it. Codes of tickets only expire, so that
    /// wrong tries at them stay counted.
    ///
    /// # Errors
    /// [`StoreError`] when a statement can't be made.
    pub(super) fn ways_to_tickets_end(
        &self,
        account: &AccountId,
        as_now: &str,
        act: &Entry,
        now: Instant,
    ) -> Result<[D1PreparedStatement; 5], StoreError> {
        let who = format!("(SELECT id FROM account WHERE id = ?1 AND {as_now})");
        let tickets = format!("(SELECT number FROM ticket WHERE requester_id = {who})");
        let id = || Value::from(account.as_str());
        Ok([
            self.statement(
                &format!("UPDATE ticket_code SET expires_at = '' WHERE ticket IN {tickets}"),
                [id()],
            )?,
            self.links_recorded(account, as_now, act, now)?,
            self.statement(
                &format!("UPDATE hand_over_link SET revoked_at = ?2 WHERE account_id = {who} AND revoked_at IS NULL"),
                [id(), now.into()],
            )?,
            self.statement(
                &format!("UPDATE unconfirmed SET expires_at = min(expires_at, ?2) WHERE ticket IN {tickets}"),
                [id(), now.into()],
            )?,
            self.statement(
                &format!("DELETE FROM pass WHERE account_id = {who} OR door = 'sender' AND ticket IN {tickets}"),
                [id()],
            )?,
        ])
    }

    /// The statement that writes an entry for each link of the account that still opens a ticket, right before they end.
    ///
    /// # Errors
    /// [`StoreError`] when the statement can't be made.
    pub(super) fn links_recorded(
        &self,
        account: &AccountId,
        as_now: &str,
        act: &Entry,
        now: Instant,
    ) -> Result<D1PreparedStatement, StoreError> {
        self.statement(
            &format!(
                "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail)
                 SELECT ?2, ?3, ?4, ?5, ?6, CAST(ticket AS TEXT), json_object('because', ?7, 'link', id)
                 FROM hand_over_link WHERE account_id = (SELECT id FROM account WHERE id = ?1 AND {as_now})
                     AND revoked_at IS NULL AND expires_at > ?2 ORDER BY ticket, id"
            ),
            because(account, act, (AuditAct::HandOverLinkRevoked, SubjectKind::Ticket), now),
        )
    }

    /// What takes an account's waiting invitation back that it can't accept any more, with an entry of it.
    ///
    /// # Errors
    /// [`StoreError`] when a statement can't be made.
    pub(super) fn lost_invitations_end(
        &self,
        account: &AccountId,
        act: &Entry,
        now: Instant,
    ) -> Result<[D1PreparedStatement; 3], StoreError> {
        let lost = format!("open_for = (SELECT email FROM account WHERE id = ?1 AND {NOT_INVITED})");
        Ok([
            self.statement(
                &format!(
                    "INSERT INTO audit (at, actor, actor_role, act, subject_kind, subject, detail)
                     SELECT ?2, ?3, ?4, ?5, ?6, id, json_object('because', ?7, 'role', role) FROM invitation WHERE {lost}"
                ),
                because(account, act, (AuditAct::InvitationRevoked, SubjectKind::Invitation), now),
            )?,
            self.statement(
                &format!(
                    "INSERT INTO invitation_end (invitation_id, how, at) SELECT id, 'revoked', ?2 FROM invitation WHERE {lost}"
                ),
                [account.as_str().into(), now.into()],
            )?,
            self.statement(
                &format!("UPDATE invitation SET open_for = NULL, name = '' WHERE {lost}"),
                [account.as_str().into()],
            )?,
        ])
    }
}

/// Whose way ends, when, and the cells of an entry that says what ended because of which act.
fn because(
    account: &AccountId,
    act: &Entry,
    (ended, kind): (AuditAct, SubjectKind),
    now: Instant,
) -> [Value; 7] {
    [
        account.as_str().into(),
        now.into(),
        act.actor.as_ref().map(|(actor, _)| actor.as_str()).into(),
        act.actor.as_ref().map(|(_, role)| role.code()).into(),
        ended.code().into(),
        kind.code().into(),
        act.act.code().into(),
    ]
}
