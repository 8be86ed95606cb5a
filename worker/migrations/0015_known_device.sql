-- Devices on which one of SOHO's staff has been wholly signed in, so that they are told of one they haven't. What the device
-- carries is stored hashed and lets nobody in; of the device itself its kind is kept.
CREATE TABLE known_device (
  account_id TEXT NOT NULL REFERENCES account (id),
  token_hash TEXT NOT NULL,
  device     TEXT NOT NULL,
  first_at   TEXT NOT NULL,
  seen_at    TEXT NOT NULL,
  PRIMARY KEY (account_id, token_hash)
) WITHOUT ROWID;
CREATE INDEX known_device_seen ON known_device (seen_at);
