-- Digests: what was said of a date before it changed, and who is at which reader.

-- What was said of a date of an event until it changed. What is said now stands in occurrences, and
-- nothing there when the date is gone.
CREATE TABLE date_changes (
    id INTEGER PRIMARY KEY NOT NULL,
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The date by the key that it has now.
    occurrence_key TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    status TEXT NOT NULL,
    span_start TEXT NOT NULL,
    span_end TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX date_changes_by_event ON date_changes (event_id, occurrence_key);
CREATE INDEX date_changes_by_made_at ON date_changes (made_at);

-- Until then one process composes the next digest of this reader.
ALTER TABLE subscribers ADD COLUMN leased_until BIGINT NOT NULL DEFAULT 0;
