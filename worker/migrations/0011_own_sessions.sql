-- What its owner sees of a session: a name for it that opens nothing, what it was begun with (kind of browser and machine
-- alone), and its last use on record. A session of before gets its name when its owner first looks.
ALTER TABLE session ADD COLUMN id TEXT;
ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN used_at TEXT;
