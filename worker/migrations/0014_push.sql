-- Web push. A session is a device's, so its subscription goes wherever the session goes: with its token, and with its end.
CREATE TABLE push_subscription (
  id         TEXT PRIMARY KEY,
  session    TEXT NOT NULL UNIQUE REFERENCES session (token_hash) ON UPDATE CASCADE ON DELETE CASCADE,
  endpoint   TEXT NOT NULL,
  p256dh     TEXT NOT NULL,
  auth       TEXT NOT NULL,
  locale     TEXT NOT NULL,
  created_at TEXT NOT NULL
) WITHOUT ROWID;

-- What a notice says on a device, and to whom, until it is spread over the devices of that account.
ALTER TABLE outbox ADD COLUMN push TEXT;
ALTER TABLE outbox ADD COLUMN push_to TEXT;
CREATE INDEX outbox_to_push ON outbox (id) WHERE push IS NOT NULL;

-- Pushes to send: the newest news of a ticket for each device.
CREATE TABLE push_due (
  subscription TEXT NOT NULL REFERENCES push_subscription (id) ON DELETE CASCADE,
  ticket       INTEGER NOT NULL,
  news         TEXT NOT NULL,
  due_at       TEXT NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (subscription, ticket)
) WITHOUT ROWID;
CREATE INDEX push_due_at ON push_due (due_at);
