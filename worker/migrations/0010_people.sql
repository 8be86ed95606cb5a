-- Administration of people. Whoever is deactivated may not come in; what they did stays theirs.
ALTER TABLE account ADD COLUMN deactivated_at TEXT;

-- Invitations: the token is stored hashed and works once. `open_for` is the address while it waits, so that an address has
-- one at a time; afterwards address and name are gone.
CREATE TABLE invitation (
  id         TEXT PRIMARY KEY,
  open_for   TEXT UNIQUE,
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  company_id TEXT REFERENCES company (id),
  branch_id  TEXT REFERENCES branch (id),
  token_hash TEXT NOT NULL UNIQUE,
  invited_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  sent_at    TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;

-- How each ended. A second end fails on the key and takes its whole batch with it.
CREATE TABLE invitation_end (
  invitation_id TEXT PRIMARY KEY REFERENCES invitation (id),
  how           TEXT NOT NULL,
  at            TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX account_of_company ON account (company_id);

-- The address somebody wants to change to, until the code mailed there proves it is theirs; one at a time. Wrong codes are counted
-- over an hour, however many codes were asked for.
CREATE TABLE address_change (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  email      TEXT NOT NULL,
  code_hash  TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0,
  guesses    INTEGER NOT NULL DEFAULT 0,
  since      TEXT NOT NULL
) WITHOUT ROWID;
