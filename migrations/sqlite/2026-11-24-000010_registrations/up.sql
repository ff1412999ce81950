-- Who comes to what: the rules of an event, the people, and the seats that they take.

-- What an event asks of those who register. Without a row, the defaults of the program hold.
CREATE TABLE registration_rules (
    event_id BIGINT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- How many may come on one registration.
    group_max INTEGER NOT NULL,
    -- Whether a full date keeps a waiting list.
    waitlist BOOLEAN NOT NULL,
    members_only BOOLEAN NOT NULL,
    -- One registers for all dates at once rather than for each.
    whole_series BOOLEAN NOT NULL,
    -- JSON.
    questions TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE registrations (
    id INTEGER PRIMARY KEY NOT NULL,
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The date by its original local start; empty: the whole series.
    occurrence_key TEXT NOT NULL,
    -- The order of the waiting list.
    number BIGINT NOT NULL,
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    -- Proven by a letter, or a member's; NULL: came without registering.
    email TEXT,
    name TEXT NOT NULL,
    -- Language of letters: fr, en.
    locale TEXT NOT NULL,
    -- How many come.
    size INTEGER NOT NULL,
    -- confirmee, en-attente, a-valider, refusee, annulee.
    state TEXT NOT NULL,
    -- Others who are registered may read the name.
    show_name BOOLEAN NOT NULL,
    -- Questions with what was answered, as JSON.
    answers TEXT NOT NULL,
    -- What a host noted at the door; NULL: nothing.
    came BOOLEAN,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (event_id, occurrence_key, email)
);
CREATE INDEX registrations_by_order ON registrations (event_id, occurrence_key, number);
CREATE INDEX registrations_by_member ON registrations (member_id);

-- The counts of a date that somebody registered for.
CREATE TABLE seats (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- As in registrations.
    occurrence_key TEXT NOT NULL,
    taken INTEGER NOT NULL,
    -- People on the waiting list.
    waiting INTEGER NOT NULL,
    -- No seat is left.
    is_full BOOLEAN NOT NULL,
    PRIMARY KEY (event_id, occurrence_key)
);

-- The row under which an event's seats are given, by one action at a time.
CREATE TABLE registration_turns (
    event_id BIGINT PRIMARY KEY NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- The last number that was given.
    last_number BIGINT NOT NULL
);

-- Links by which people without an account find their registration again; each letter has its own.
CREATE TABLE registration_links (
    token_hash TEXT PRIMARY KEY NOT NULL,
    registration_id BIGINT NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
CREATE INDEX registration_links_by_registration ON registration_links (registration_id);
