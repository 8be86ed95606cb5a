-- What whoever opened a colleague's link agreed to, under the name they gave; the first time counts. What they write stays in the
-- ticket longer than link and pass, and so does the proof.
CREATE TABLE visitor_consent (
  link_id  TEXT NOT NULL,
  name     TEXT NOT NULL,
  version  TEXT NOT NULL,
  ticket   INTEGER NOT NULL,
  given_at TEXT NOT NULL,
  PRIMARY KEY (link_id, name, version)
) WITHOUT ROWID;
