-- Mail that came in, by day and what became of it: figures alone.
CREATE TABLE inbound_mail (
  day     TEXT NOT NULL,
  outcome TEXT NOT NULL,
  amount  INTEGER NOT NULL,
  PRIMARY KEY (day, outcome)
) WITHOUT ROWID;

-- Automatic answers to it, so that an address gets one a day about one thing. `about` is empty for mail that showed no
-- ticket; `address_hash` keeps no address of somebody who may never have written.
CREATE TABLE inbound_answer (
  day          TEXT NOT NULL,
  about        TEXT NOT NULL,
  address_hash TEXT NOT NULL,
  amount       INTEGER NOT NULL,
  PRIMARY KEY (day, about, address_hash)
) WITHOUT ROWID;
