-- What the coordination takes care of: accounts put aside, what members report, what is forgotten.

-- Accounts that the coordination put aside, and why. Without a row, a suspended account is none of its doing.
CREATE TABLE suspensions (
    member_id BIGINT PRIMARY KEY NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- Told to the person. May be empty.
    word TEXT NOT NULL,
    -- The state that the account goes back to: en-attente, actif.
    state_before TEXT NOT NULL,
    -- uid of a member, whose account may be gone.
    suspended_by TEXT NOT NULL,
    suspended_at BIGINT NOT NULL
);
CREATE INDEX suspensions_by_time ON suspensions (suspended_at);

-- What members report to the coordination: a message that they received, or another member.
CREATE TABLE reports (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Its address.
    uid TEXT NOT NULL UNIQUE,
    reporter_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    reported_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- NULL: the member as such.
    message_id BIGINT REFERENCES messages (id) ON DELETE CASCADE,
    -- In the words of the one who reports. May be empty for a message.
    reason TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    -- rien, blocage, suspension; NULL: not looked at yet.
    decision TEXT,
    -- For the coordination alone. May be empty.
    note TEXT NOT NULL,
    -- uid of a member, whose account may be gone; empty: nobody yet.
    decided_by TEXT NOT NULL,
    decided_at BIGINT
);
CREATE INDEX reports_by_decision ON reports (decided_at, reported_at);
CREATE INDEX reports_by_reporter ON reports (reporter_id, reported_at);
CREATE INDEX reports_by_reported ON reports (reported_id, reported_at);
CREATE INDEX reports_by_message ON reports (message_id);

-- Photos of places and decided proposals, by age: what nobody needs any more is forgotten.
CREATE INDEX pictures_of_places_by_age ON pictures (created_at, id) WHERE place_id IS NOT NULL;
CREATE INDEX event_proposals_by_decision ON event_proposals (decided_at) WHERE decided_at IS NOT NULL;

-- What one member changed on pages of places: part of the copy that they may take away.
CREATE INDEX place_changes_by_member ON place_changes (member_uid);
