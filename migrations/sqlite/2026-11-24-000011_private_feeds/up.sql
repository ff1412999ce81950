-- Addresses under which a member's own calendar is read: one for each app, each revoked alone.

CREATE TABLE private_feeds (
    id INTEGER PRIMARY KEY NOT NULL,
    -- In the address of its page: says nothing and opens nothing.
    uid TEXT NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- The secret itself is in the address alone.
    token_hash TEXT NOT NULL UNIQUE,
    -- How its owner tells it from the others.
    name TEXT NOT NULL,
    -- What goes on at their places as well.
    with_places BOOLEAN NOT NULL,
    -- What they take part in rings before it begins.
    reminders BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    -- Since when the address is this one.
    renewed_at BIGINT NOT NULL,
    -- Last change of what it holds or how.
    changed_at BIGINT NOT NULL
);
CREATE INDEX private_feeds_by_member ON private_feeds (member_id, id);
