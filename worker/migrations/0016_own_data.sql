-- What somebody wrote, wherever: for the copy of their data and its erasure.
CREATE INDEX ticket_event_of_author ON ticket_event (author, ticket) WHERE author IS NOT NULL;

-- Photos are kept from the end of their ticket, not from its last change: a note on a closed ticket is one.
CREATE INDEX ticket_photos_by_ending ON ticket (state ->> '$.ending.at', number)
  WHERE status = 'closed' AND photos_removed_at IS NULL;
DROP INDEX ticket_photos_to_remove;

-- Answered data requests, the latest first, a page at a time; those that wait have an index of their own.
CREATE INDEX data_request_answered ON data_request (answered_at, id) WHERE answered_at IS NOT NULL;
