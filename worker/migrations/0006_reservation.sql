-- Numbers kept for a critical call outside attention hours (R13), with what was typed so far. Cron forgets the expired.
CREATE TABLE reservation (
  number      INTEGER PRIMARY KEY,
  draft       TEXT NOT NULL,
  asked_from  TEXT NOT NULL,
  reserved_at TEXT NOT NULL,
  expires_at  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reservation_from ON reservation (asked_from, expires_at);

-- A number is a ticket or a reservation, never both. The words are those of a broken key: whoever drew it draws again.
CREATE TRIGGER ticket_is_not_reserved BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM reservation WHERE number = NEW.number)
  AND NOT EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: reservation.number'); END;
CREATE TRIGGER reservation_is_no_ticket BEFORE INSERT ON reservation
WHEN EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: ticket.number'); END;
