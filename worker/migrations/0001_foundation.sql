-- Instants are RFC 3339 text in UTC at one-second grain, so that they sort as text.

CREATE TABLE company (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE branch (
  id         TEXT PRIMARY KEY,
  company_id TEXT NOT NULL REFERENCES company (id),
  name       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX branch_of_company ON branch (company_id);

CREATE TABLE account (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL DEFAULT '',
  phone      TEXT,
  role       TEXT NOT NULL,
  company_id TEXT REFERENCES company (id),
  branch_id  TEXT REFERENCES branch (id),
  created_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX account_by_role ON account (role) WHERE role <> 'client';

-- One live code an address: asking again replaces it. Wrong tries are counted here, never in KV.
CREATE TABLE sign_in_code (
  email      TEXT PRIMARY KEY,
  code_hash  TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_of_account ON session (account_id);

-- The projection of a ticket's events, kept for queries. `state` is the folded ticket; replaying the events gives exactly it.
CREATE TABLE ticket (
  number           INTEGER PRIMARY KEY,
  revision         INTEGER NOT NULL,
  company_id       TEXT,
  branch_id        TEXT,
  requester_id     TEXT NOT NULL,
  assignee_id      TEXT,
  status           TEXT NOT NULL,
  is_bug           INTEGER NOT NULL,
  opened_at        TEXT NOT NULL,
  changed_at       TEXT NOT NULL,
  next_deadline_at TEXT,
  queue_at         TEXT,
  state            TEXT NOT NULL
);
-- The sweep reads what is due and nothing else.
CREATE INDEX ticket_due ON ticket (next_deadline_at, number) WHERE next_deadline_at IS NOT NULL;
-- The agents' queue: open tickets by the promise to keep next, what is late first; those that owe nothing go last.
CREATE INDEX ticket_queue ON ticket (COALESCE(queue_at, '9999'), number) WHERE status <> 'closed';
CREATE INDEX ticket_bugs ON ticket (COALESCE(queue_at, '9999'), number) WHERE status <> 'closed' AND is_bug = 1;
CREATE INDEX ticket_of_requester ON ticket (requester_id, changed_at DESC, number);
CREATE INDEX ticket_of_company ON ticket (company_id, changed_at DESC, number);

-- The truth. A lost race fails on the primary key and takes its whole batch with it.
CREATE TABLE ticket_event (
  ticket INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  at     TEXT NOT NULL,
  author TEXT,
  body   TEXT NOT NULL,
  PRIMARY KEY (ticket, seq)
) WITHOUT ROWID;

-- Mail to send, written in the same batch as what it tells. `message_id` is stable and unique: one notice, one mail.
CREATE TABLE outbox (
  id              INTEGER PRIMARY KEY,
  message_id      TEXT NOT NULL UNIQUE,
  to_account      TEXT,
  to_role         TEXT,
  to_address      TEXT,
  letter          TEXT,
  created_at      TEXT NOT NULL,
  next_attempt_at TEXT NOT NULL,
  attempts        INTEGER NOT NULL DEFAULT 0,
  sent_at         TEXT,
  failure         TEXT
);
CREATE INDEX outbox_waiting ON outbox (next_attempt_at, id) WHERE sent_at IS NULL AND letter IS NOT NULL;

-- What a write with this key led to, so that sending it twice does it once.
CREATE TABLE idempotency (
  account_id  TEXT NOT NULL,
  key         TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  ticket      INTEGER NOT NULL,
  created_at  TEXT NOT NULL,
  PRIMARY KEY (account_id, key)
) WITHOUT ROWID;

-- Requests that are not support and went to the commercial area (R2).
CREATE TABLE hand_over (
  area   TEXT NOT NULL,
  day    TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (area, day)
) WITHOUT ROWID;

-- Every run of every job, because the platform forgets the result of a scheduled event.
CREATE TABLE cron_run (
  id           INTEGER PRIMARY KEY,
  job          TEXT NOT NULL,
  scheduled_at TEXT NOT NULL,
  outcome      TEXT NOT NULL,
  report       TEXT NOT NULL
);
CREATE INDEX cron_run_latest ON cron_run (job, id);
