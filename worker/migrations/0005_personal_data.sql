-- Personal data (Ley 1581 de 2012).

-- Who agreed to which text, when, and where they were asked. Kept after erasure: it is the proof, and names nobody.
CREATE TABLE consent (
  account_id TEXT NOT NULL REFERENCES account (id),
  version    TEXT NOT NULL,
  given_at   TEXT NOT NULL,
  asked_at   TEXT NOT NULL,
  PRIMARY KEY (account_id, version)
) WITHOUT ROWID;

-- Consultas and reclamos. When they are due follows from the kind and the calendar; it is never stored.
CREATE TABLE data_request (
  id               TEXT PRIMARY KEY,
  account_id       TEXT NOT NULL REFERENCES account (id),
  kind             TEXT NOT NULL,
  body             TEXT NOT NULL,
  received_at      TEXT NOT NULL,
  extended_at      TEXT,
  extension_reason TEXT,
  answered_at      TEXT,
  answered_by      TEXT,
  answer           TEXT
) WITHOUT ROWID;
CREATE INDEX data_request_of_account ON data_request (account_id, received_at);
CREATE INDEX data_request_waiting ON data_request (received_at, id) WHERE answered_at IS NULL;

ALTER TABLE account ADD COLUMN erased_at TEXT;

-- Photos go some time after their ticket closed; each ticket is looked at once.
ALTER TABLE ticket ADD COLUMN photos_removed_at TEXT;
CREATE INDEX ticket_photos_to_remove ON ticket (changed_at, number) WHERE status = 'closed' AND photos_removed_at IS NULL;
