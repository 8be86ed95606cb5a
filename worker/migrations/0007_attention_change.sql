-- Days of attention that administrators changed (R12), oldest first. The newest row's `after` is in force; none, the law's
-- calendar is. Nothing is ever taken out: it is the record of who changed what.
CREATE TABLE attention_change (
  serial     INTEGER PRIMARY KEY,
  day        TEXT NOT NULL,
  attends    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  before     TEXT NOT NULL,
  after      TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES account (id),
  changed_at TEXT NOT NULL,
  -- How far open tickets have heard of it, by number, and when all had.
  heard_to   INTEGER NOT NULL DEFAULT 0,
  heard_at   TEXT
);
CREATE INDEX attention_change_unheard ON attention_change (serial) WHERE heard_at IS NULL;
