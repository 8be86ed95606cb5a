-- Ways to one ticket without signing in. What opens something is stored as a hash.

-- A ticket's live code, mailed to the address it is registered under. Numbers that no ticket has get a row too, so that
-- asking for them costs and answers the same. Wrong tries are counted across codes and devices.
CREATE TABLE ticket_code (
  ticket      INTEGER PRIMARY KEY,
  code_hash   TEXT NOT NULL,
  expires_at  TEXT NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0,
  wrong       INTEGER NOT NULL DEFAULT 0,
  wrong_since TEXT NOT NULL,
  mails       INTEGER NOT NULL,
  mails_since TEXT NOT NULL
);

-- Links for colleagues.
CREATE TABLE hand_over_link (
  id           TEXT PRIMARY KEY,
  ticket       INTEGER NOT NULL,
  secret_hash  TEXT NOT NULL,
  account_id   TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  revoked_at   TEXT,
  uses         INTEGER NOT NULL DEFAULT 0,
  last_used_at TEXT,
  last_name    TEXT
) WITHOUT ROWID;
CREATE INDEX hand_over_link_of_ticket ON hand_over_link (ticket, created_at);

-- What a device that came through a door holds: one ticket, until it expires or its link is taken back.
CREATE TABLE pass (
  token_hash TEXT PRIMARY KEY,
  ticket     INTEGER NOT NULL,
  account_id TEXT NOT NULL,
  door       TEXT NOT NULL,
  name       TEXT NOT NULL,
  link_id    TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX pass_expiry ON pass (expires_at);

-- Critical tickets taken before their address was confirmed. The place among an address's tickets of a day is a key, so
-- that no race takes more of them than are allowed.
CREATE TABLE unconfirmed (
  ticket     INTEGER PRIMARY KEY,
  email      TEXT NOT NULL,
  day        TEXT NOT NULL,
  place      INTEGER NOT NULL,
  token_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  UNIQUE (email, day, place)
);
