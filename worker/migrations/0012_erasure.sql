-- People whose data are being erased or were: how far their histories, by number, and when it came to its end.
CREATE TABLE erasure (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  role       TEXT NOT NULL,
  asked_at   TEXT NOT NULL,
  done_to    INTEGER NOT NULL DEFAULT 0,
  done_at    TEXT
) WITHOUT ROWID;
CREATE INDEX erasure_unfinished ON erasure (asked_at) WHERE done_at IS NULL;
