//! Lists of tickets, a page at a time, by cursor. No list joins more than it shows, and what is counted beyond it ends at
//! [`MOST_COUNTED`].

use super::context::Names;
use super::{Store, StoreError, Value};
use domain::Instant;
use domain::access::{Person, Role};
use domain::ident::BranchId;
use domain::ticket::Ticket;
use serde::Deserialize;

/// Tickets on one page.
pub const PAGE: u32 = 30;
/// Open tickets are counted up to here: nobody reads a longer number off an icon.
const MOST_COUNTED: u32 = 100;

/// Where a page begins: after this sort key and number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The sort key of the last ticket shown.
    pub key: String,
    /// Its number.
    pub number: u32,
}

impl Cursor {
    /// Reads the form a page's `next` has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (key, number) = text.split_once('~')?;
        Some(Self { key: key.to_owned(), number: number.parse().ok()? })
    }
}

impl core::fmt::Display for Cursor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}~{}", self.key, self.number)
    }
}

/// What of the tickets a person sees is asked for. It only ever leaves some out.
#[derive(Debug, Clone, Copy)]
pub struct Narrowed<'a> {
    /// Only those that are not closed.
    pub open: bool,
    /// Only those of this branch.
    pub branch: Option<&'a BranchId>,
}

/// One page as stored.
#[derive(Debug)]
pub struct Page {
    /// The tickets, in order.
    pub tickets: Vec<Ticket>,
    /// What their people and places are called.
    pub names: Names,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// How many of a client's tickets are open, as far as they are counted; on the first page of those.
    pub open_count: Option<u32>,
}

#[derive(Deserialize)]
struct Counted {
    amount: u32,
}

#[derive(Deserialize)]
struct Row {
    number: u32,
    sort_key: String,
    state: String,
    requester: Option<String>,
    assignee: Option<String>,
    company: Option<String>,
    branch: Option<String>,
}

const COLUMNS: &str =
    "t.number, t.state, r.name AS requester, a.name AS assignee, c.name AS company, b.name AS branch";
const NAMED: &str = "LEFT JOIN account r ON r.id = t.requester_id LEFT JOIN account a ON a.id = t.assignee_id
    LEFT JOIN company c ON c.id = t.company_id LEFT JOIN branch b ON b.id = t.branch_id";

impl Store {
    /// The queue: open tickets by the promise to keep next, what is late first. Developers see the bugs alone.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn queue(&self, person: &Person, after: Option<Cursor>) -> Result<Page, StoreError> {
        let bugs = if person.role == Role::Developer { "AND t.is_bug = 1" } else { "" };
        let sql = format!(
            "SELECT COALESCE(t.queue_at, '9999') AS sort_key, {COLUMNS} FROM ticket t {NAMED}
             WHERE t.status <> 'closed' {bugs} AND (COALESCE(t.queue_at, '9999'), t.number) > (?1, ?2)
             ORDER BY COALESCE(t.queue_at, '9999'), t.number LIMIT ?3"
        );
        let after = after.unwrap_or(Cursor { key: String::new(), number: 0 });
        self.page(&sql, [after.key.into(), after.number.into(), (PAGE + 1).into()]).await
    }

    /// What a client sees: their own tickets, and for a hotel's administrator the company's; latest change first.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn tickets_of(
        &self,
        person: &Person,
        narrowed: Narrowed<'_>,
        after: Option<Cursor>,
    ) -> Result<Page, StoreError> {
        let own = "t.requester_id = ?1 AND (t.company_id IS NULL OR t.company_id = ?2)";
        let whose = match (person.role, &person.company, &person.branch) {
            (Role::HotelAdministrator, Some(_), Some(_)) => {
                format!("(t.company_id = ?2 AND t.branch_id = ?3 OR {own})")
            }
            (Role::HotelAdministrator, Some(_), None) => format!("(t.company_id = ?2 OR {own})"),
            _ => own.to_owned(),
        };
        let sql = format!(
            "SELECT t.changed_at AS sort_key, {COLUMNS} FROM ticket t {NAMED}
             WHERE {whose} AND (?7 = 0 OR t.status <> 'closed') AND (?8 IS NULL OR t.branch_id = ?8)
               AND (t.changed_at < ?4 OR t.changed_at = ?4 AND t.number > ?5)
             ORDER BY t.changed_at DESC, t.number LIMIT ?6"
        );
        let first = after.is_none();
        let after = after.unwrap_or(Cursor { key: "9999".into(), number: 0 });
        let who = || -> [Value; 3] {
            [
                person.account.as_str().into(),
                person.company.as_ref().map(domain::ident::CompanyId::as_str).into(),
                person.branch.as_ref().map(BranchId::as_str).into(),
            ]
        };
        let [account, company, branch] = who();
        let [key, number] = [after.key.into(), after.number.into()];
        let [amount, open_only] = [(PAGE + 1).into(), u32::from(narrowed.open).into()];
        let only = narrowed.branch.map(BranchId::as_str).into();
        let mut page =
            self.page(&sql, [account, company, branch, key, number, amount, open_only, only]).await?;
        // Of a list that leaves branches out, nobody asks how many are open.
        if narrowed.open && narrowed.branch.is_none() && first {
            page.open_count = Some(match page.next {
                // Nearly everybody's fit on one page.
                None => u32::try_from(page.tickets.len()).unwrap_or(MOST_COUNTED),
                Some(_) => self.count_open(&whose, who()).await?,
            });
        }
        Ok(page)
    }

    async fn count_open(
        &self,
        whose: &str,
        [account, company, branch]: [Value; 3],
    ) -> Result<u32, StoreError> {
        let sql = format!(
            "SELECT count(*) AS amount FROM (SELECT 1 FROM ticket t WHERE {whose} AND t.status <> 'closed' LIMIT ?4)"
        );
        let counted: Vec<Counted> = self.all(&sql, [account, company, branch, MOST_COUNTED.into()]).await?;
        Ok(counted.first().map_or(0, |counted| counted.amount))
    }

    async fn page<const N: usize>(&self, sql: &str, values: [Value; N]) -> Result<Page, StoreError> {
        let mut rows: Vec<Row> = self.all(sql, values).await?;
        let more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        let last = rows.last().map(|row| Cursor { key: row.sort_key.clone(), number: row.number });
        let mut page =
            Page { tickets: Vec::new(), names: Names::new(), next: last.filter(|_| more), open_count: None };
        for row in rows {
            // One that can't be read must not take the whole desk's queue with it.
            let ticket: Ticket = match serde_json::from_str(&row.state) {
                Ok(ticket) => ticket,
                Err(error) => {
                    worker::console_error!("ticket {} can't be read: {error}", row.number);
                    continue;
                }
            };
            let named = [
                (Some(ticket.requester.to_string()), row.requester),
                (ticket.assignee.as_ref().map(ToString::to_string), row.assignee),
                (ticket.company.as_ref().map(ToString::to_string), row.company),
                (ticket.branch.as_ref().map(ToString::to_string), row.branch),
            ];
            page.names.extend(named.into_iter().filter_map(|(id, name)| id.zip(name)));
            page.tickets.push(ticket);
        }
        Ok(page)
    }

    /// Tickets whose deadline passed before `now`, earliest first, after a cursor: what a sweep must look at.
    /// Each comes as stored text, so that one that can't be read doesn't hide the rest.
    ///
    /// # Errors
    /// [`StoreError`] when the database fails.
    pub async fn due(
        &self,
        now: Instant,
        after: Option<&Cursor>,
        limit: u32,
    ) -> Result<Vec<Due>, StoreError> {
        let (key, number) = after.map_or(("", 0), |cursor| (cursor.key.as_str(), cursor.number));
        self.all(
            "SELECT number, next_deadline_at, state FROM ticket
             WHERE next_deadline_at < ?1 AND (next_deadline_at, number) > (?2, ?3)
             ORDER BY next_deadline_at, number LIMIT ?4",
            [now.into(), key.into(), number.into(), limit.into()],
        )
        .await
    }
}

/// A ticket the sweep must look at.
#[derive(Debug, Deserialize)]
pub struct Due {
    /// Its number.
    pub number: u32,
    /// When something became due.
    pub next_deadline_at: String,
    /// The ticket, as stored.
    pub state: String,
}
