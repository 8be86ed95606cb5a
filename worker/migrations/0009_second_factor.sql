-- The second factor of SOHO's staff. The shared secret is not stored: it follows from the deployment's key, the account and
-- the salt.
CREATE TABLE second_factor (
  account_id  TEXT PRIMARY KEY REFERENCES account (id),
  salt        TEXT NOT NULL,
  enrolled_at TEXT NOT NULL,
  -- The last step whose code was used (RFC 6238 §5.2): each works once.
  last_step   INTEGER NOT NULL DEFAULT 0,
  -- Wrong codes, over an hour, whatever session they came from.
  wrong       INTEGER NOT NULL DEFAULT 0,
  wrong_since TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- Recovery codes that weren't used yet, as hashes.
CREATE TABLE recovery_code (
  account_id TEXT NOT NULL REFERENCES second_factor (account_id),
  code_hash  TEXT NOT NULL,
  PRIMARY KEY (account_id, code_hash)
) WITHOUT ROWID;

-- When the session showed its factor; until then one of staff is only half signed in. A factor that is being set up is the
-- session's alone until it is confirmed.
ALTER TABLE session ADD COLUMN factor_at TEXT;
ALTER TABLE session ADD COLUMN factor_salt TEXT;
