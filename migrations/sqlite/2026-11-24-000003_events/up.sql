CREATE TABLE events (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Identity for ever, in every feed.
    uid TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    brick TEXT,
    -- Codes, blank-separated; in event_themes for those who look by theme.
    themes TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    audience TEXT NOT NULL,
    mode TEXT NOT NULL,
    room TEXT NOT NULL,
    address TEXT NOT NULL,
    online_url TEXT NOT NULL,
    price_cents INTEGER,
    price_note TEXT NOT NULL,
    capacity INTEGER,
    registration TEXT NOT NULL,
    registration_closes_hours INTEGER NOT NULL,
    accessibility TEXT NOT NULL,
    accessibility_note TEXT NOT NULL,
    organiser TEXT NOT NULL,
    status TEXT NOT NULL,
    status_note TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    -- Last change of anything shown: DTSTAMP and LAST-MODIFIED.
    changed_at BIGINT NOT NULL,
    -- Deleted or withdrawn: a cancelled tombstone in feeds for 60 days, then nothing.
    withdrawn_at BIGINT
);
CREATE INDEX events_by_place ON events (place_id);
CREATE INDEX events_by_created_at ON events (created_at);
CREATE INDEX events_by_withdrawn_at ON events (withdrawn_at);

-- When each event takes place.
CREATE TABLE schedules (
    event_id BIGINT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The first date in local time: 20260305T183000, or 20260305 for whole days (end included).
    span_start TEXT NOT NULL,
    span_end TEXT NOT NULL,
    zone TEXT NOT NULL,
    -- The rule as JSON; NULL for a one-off.
    recurrence TEXT,
    -- Dates of the rule that it skips, one a line with the reason: EXDATE in feeds.
    skips TEXT NOT NULL,
    -- From the first date to the last one worked out: what feeds select by.
    first_starts_at BIGINT NOT NULL,
    last_ends_at BIGINT NOT NULL,
    -- The last local date that is worked out; NULL when nothing is left to extend.
    worked_out_through DATE
);
CREATE INDEX schedules_by_last_end ON schedules (last_ends_at);
CREATE INDEX schedules_by_horizon ON schedules (worked_out_through);

CREATE TABLE event_themes (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    PRIMARY KEY (event_id, theme)
);

-- What differs for one date.
CREATE TABLE event_overrides (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    occurrence_key TEXT NOT NULL,
    span_start TEXT,
    span_end TEXT,
    title TEXT,
    room TEXT,
    capacity INTEGER,
    status TEXT,
    note TEXT,
    sequence INTEGER NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, occurrence_key)
);

-- The dates of events, worked out to the horizon, with what lists filter by beside them.
CREATE TABLE occurrences (
    id INTEGER PRIMARY KEY NOT NULL,
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- Original local start, whatever it moved to: identity and address.
    occurrence_key TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    span_start TEXT NOT NULL,
    span_end TEXT NOT NULL,
    status TEXT NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    territory TEXT NOT NULL,
    kind TEXT NOT NULL,
    brick TEXT,
    free BOOLEAN NOT NULL,
    accessibility TEXT NOT NULL,
    -- Until when one can register; NULL where one cannot.
    registration_closes_at BIGINT,
    -- Ends on a later local day than it starts: looked up apart when it is under way.
    multi_day BOOLEAN NOT NULL,
    UNIQUE (event_id, occurrence_key)
);
CREATE INDEX occurrences_by_start ON occurrences (starts_at, id);
CREATE INDEX occurrences_by_place ON occurrences (place_id, starts_at);
CREATE INDEX occurrences_by_territory ON occurrences (territory, starts_at);
CREATE INDEX occurrences_by_kind ON occurrences (kind, starts_at);
CREATE INDEX occurrences_by_brick ON occurrences (brick, starts_at);
CREATE INDEX occurrences_under_way ON occurrences (starts_at) WHERE multi_day;

-- Folded words of each event; the rowid is the event's id.
CREATE VIRTUAL TABLE event_search USING fts5 (document, tokenize = 'unicode61', prefix = '2 3');
