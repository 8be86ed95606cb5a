-- What somebody wrote, wherever: for the copy of their data and its erasure.
CREATE INDEX ticket_event_of_author ON ticket_event (author, ticket) WHERE author IS NOT NULL;
