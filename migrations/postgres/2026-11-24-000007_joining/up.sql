-- How places take people in, and how hosts accompany those who are new.

-- What a place decided for itself. Without a row, the defaults of the program hold.
CREATE TABLE place_rules (
    place_id BIGINT PRIMARY KEY NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- directe, sur-demande.
    joining TEXT NOT NULL,
    -- Markdown, sent to whoever joins. May be empty.
    welcome TEXT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);

-- Every version of a place's charter: what people agreed to can be read again.
CREATE TABLE charters (
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    -- Markdown; empty: from then on there is none.
    text TEXT NOT NULL,
    -- uid of a member, whose account may be gone.
    written_by TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (place_id, version)
);

CREATE TABLE charter_acceptances (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    accepted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (member_id, place_id, version)
);
CREATE INDEX charter_acceptances_by_place ON charter_acceptances (place_id, member_id);

-- What a host ticked for a newcomer.
CREATE TABLE newcomer_steps (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- visite, charte, annuaire, premiere-demande, premiere-offre, parrainage, premier-evenement.
    step TEXT NOT NULL,
    -- uid of the member who sponsors, for that step alone; else empty.
    sponsor TEXT NOT NULL,
    -- uid of a member, whose account may be gone.
    done_by TEXT NOT NULL,
    done_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (member_id, place_id, step)
);
CREATE INDEX newcomer_steps_by_place ON newcomer_steps (place_id, member_id);

-- What a host decided on a letter that was proposed: without a row, it is still a draft.
CREATE TABLE newcomer_letters (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- un-mois, six-semaines.
    reminder TEXT NOT NULL,
    -- Sent; else set aside.
    sent BOOLEAN NOT NULL,
    -- uid of a member, whose account may be gone.
    decided_by TEXT NOT NULL,
    decided_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (member_id, place_id, reminder)
);
CREATE INDEX newcomer_letters_by_place ON newcomer_letters (place_id, member_id);

-- Newcomers of a place; coordinators, to whom what no host can answer is told.
CREATE INDEX memberships_by_joining ON memberships (place_id, joined_at);
CREATE INDEX members_by_coordination ON members (coordinates, id);
