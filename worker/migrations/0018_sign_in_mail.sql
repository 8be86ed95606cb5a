-- How often sign-in mail was asked for by address, over an hour, so that nobody fills a mailbox. Counted beside the wrong codes,
-- for addresses that nobody knows alike.
ALTER TABLE sign_in_guess ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sign_in_guess ADD COLUMN asked_since TEXT NOT NULL DEFAULT '';
