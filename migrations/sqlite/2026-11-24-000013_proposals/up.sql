-- Events that members propose to a place, and events that are published later.

-- What a member proposes: only they and the hosts of the place see it.
CREATE TABLE event_proposals (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Its address.
    uid TEXT NOT NULL UNIQUE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- Who proposes it.
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    -- What was typed, as JSON: names of fields with their values.
    fields TEXT NOT NULL,
    -- Why, for the hosts. May be empty.
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The host's word with the decision. May be empty.
    word TEXT NOT NULL,
    -- What it became.
    event_id BIGINT REFERENCES events (id) ON DELETE CASCADE,
    proposed_at BIGINT NOT NULL,
    decided_at BIGINT
);
CREATE INDEX event_proposals_by_place ON event_proposals (place_id, state, proposed_at);
CREATE INDEX event_proposals_by_member ON event_proposals (member_id, proposed_at);
CREATE INDEX event_proposals_by_event ON event_proposals (event_id);

-- Drafts that are published by themselves.
CREATE TABLE planned_publications (
    draft_id BIGINT PRIMARY KEY NOT NULL REFERENCES event_drafts (id) ON DELETE CASCADE,
    publish_at BIGINT NOT NULL,
    -- Who wants it, and holds the event then.
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- The event that the draft becomes, as JSON: read from the form when it was planned.
    event TEXT NOT NULL
);
CREATE INDEX planned_publications_by_due ON planned_publications (publish_at);
CREATE INDEX planned_publications_by_member ON planned_publications (member_id);
