-- Who holds which event, and events that are being written.

-- The members who hold an event. Never public.
CREATE TABLE event_hosts (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, member_id)
);
CREATE INDEX event_hosts_by_member ON event_hosts (member_id, event_id);

-- Forms of events that are not published: only the hosts of the place see them. Beside the events, so
-- that no list, feed or search can show one.
CREATE TABLE event_drafts (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Its address.
    uid TEXT NOT NULL UNIQUE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    -- What was typed, as JSON: names of fields with their values.
    fields TEXT NOT NULL,
    -- Counts its saves: who writes over an older one is told.
    revision INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX event_drafts_by_place ON event_drafts (place_id, changed_at);

-- What takes place nearby is looked for by a box of degrees.
CREATE INDEX places_by_point ON places (lat, lon);
