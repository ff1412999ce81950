-- What hosts say of the dates of their place, and the weekly notes that ask them.

-- When a host last did something about an event: announced, changed or confirmed it.
ALTER TABLE events ADD COLUMN tended_at BIGINT NOT NULL DEFAULT 0;
UPDATE events SET tended_at = changed_at;

-- After so many weeks without a host, the coming dates of a series are to be confirmed; 0: never.
ALTER TABLE network_rules ADD COLUMN fade_after_weeks INTEGER NOT NULL DEFAULT 8;

-- Dates of which a host was asked for a word.
CREATE TABLE confirmations (
    occurrence_id BIGINT PRIMARY KEY NOT NULL REFERENCES occurrences (id) ON DELETE CASCADE,
    -- donnee: it takes place. attendue: it fades until somebody says so.
    state TEXT NOT NULL,
    -- Who said it; NULL: nobody yet, or an account that is gone.
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    said_at BIGINT NOT NULL
);
CREATE INDEX confirmations_by_member ON confirmations (member_id);
CREATE INDEX confirmations_by_state ON confirmations (state, said_at);

-- Who wants a weekly note, and when.
CREATE TABLE weekly_notes (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Goes into the signature of its links.
    uid TEXT NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- semaine (of a host), coordination.
    list TEXT NOT NULL,
    wanted BOOLEAN NOT NULL,
    -- On the clock of the network: 1 (Monday) to 7, and 0 to 23.
    weekday INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    -- When the next one is written; NULL: none is.
    next_at BIGINT,
    -- When one last said that nothing is announced.
    nudged_at BIGINT,
    changed_at BIGINT NOT NULL,
    UNIQUE (member_id, list)
);
CREATE INDEX weekly_notes_by_due ON weekly_notes (next_at, id) WHERE next_at IS NOT NULL;

-- A host's week at a place: what the link of a note opens.
CREATE TABLE host_weeks (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Goes into the signature of its link.
    uid TEXT NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- Its first day.
    monday DATE NOT NULL,
    -- Until when the link opens it.
    expires_at BIGINT NOT NULL,
    UNIQUE (member_id, place_id, monday)
);
CREATE INDEX host_weeks_by_place ON host_weeks (place_id);
CREATE INDEX host_weeks_by_expiry ON host_weeks (expires_at);
