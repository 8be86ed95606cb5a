-- Consent that was given by phone says which agent told the caller what it is for.
ALTER TABLE consent ADD COLUMN told_by TEXT;

-- Which text the form of a ticket without a known sender agreed to: it becomes its owner's consent when they confirm it.
ALTER TABLE unconfirmed ADD COLUMN consent TEXT;
