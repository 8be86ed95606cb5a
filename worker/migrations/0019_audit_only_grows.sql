-- An entry put in the place of another (INSERT OR REPLACE) deletes it without asking the trigger that keeps deletions out.
CREATE TRIGGER audit_replaces_nothing BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;
