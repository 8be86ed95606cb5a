-- What staff did to people, access and policy. Rows are added and never change: the triggers abort whatever tries.
-- `actor` is NULL for what the deployment itself did, such as an import.
CREATE TABLE audit (
  id           INTEGER PRIMARY KEY,
  at           TEXT NOT NULL,
  actor        TEXT,
  actor_role   TEXT,
  act          TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject      TEXT NOT NULL,
  detail       TEXT NOT NULL
);
CREATE INDEX audit_of_actor ON audit (actor, id);
CREATE INDEX audit_of_subject ON audit (subject, id);

CREATE TRIGGER audit_keeps_what_it_says BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;

CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;
