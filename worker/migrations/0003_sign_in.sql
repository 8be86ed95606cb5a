-- The links that go with codes: hashed, short-lived, one use. Asking again leaves earlier ones good, so that nobody who asks for
-- somebody else's code takes their link away.
CREATE TABLE sign_in_link (
  link_hash  TEXT PRIMARY KEY,
  email      TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sign_in_link_of ON sign_in_link (email);

-- Wrong codes by address, over an hour, across every code and session. Addresses nobody knows are counted alike.
CREATE TABLE sign_in_guess (
  email TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  tries INTEGER NOT NULL
) WITHOUT ROWID;
