-- What members say of themselves and to whom, and what they write to each other.

CREATE TABLE profiles (
    member_id BIGINT PRIMARY KEY NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- Folded name, as in members: lists walk along it.
    sort_key TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    activity TEXT NOT NULL,
    -- Addresses, one a line.
    links TEXT NOT NULL,
    -- Who sees which field where that is not the default: "nom=public competences=reseau".
    audiences TEXT NOT NULL,
    -- What follows from them, for lists to filter by: where the name is seen…
    listed_places BOOLEAN NOT NULL,
    listed_network BOOLEAN NOT NULL,
    listed_public BOOLEAN NOT NULL,
    -- … and who sees the places: personne, mes-lieux, reseau, public.
    places_audience TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX profiles_by_sort_key ON profiles (sort_key, member_id);
CREATE INDEX profiles_in_network ON profiles (sort_key, member_id) WHERE listed_network;
CREATE INDEX profiles_in_public ON profiles (sort_key, member_id) WHERE listed_public;

-- The fields of a profile that are lists: skills, wants, languages, availability.
CREATE TABLE profile_terms (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    -- Slug of a skill, or a code.
    term TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- As it is written; empty for codes.
    label TEXT NOT NULL,
    -- Who sees the field.
    audience TEXT NOT NULL,
    PRIMARY KEY (member_id, field, term)
);
CREATE INDEX profile_terms_by_term ON profile_terms (field, term, audience, member_id);

-- Since when a field is shown to everyone: it is only by a choice of that day.
CREATE TABLE public_choices (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    chosen_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, field)
);

-- Folded words of each member as each audience may read them: name, skills of the vocabulary, the
-- rest. The rowid is the member's id.
CREATE VIRTUAL TABLE member_search USING fts5 (
    public_name, public_skills, public_text,
    network_name, network_skills, network_text,
    places_name, places_skills, places_text,
    tokenize = 'unicode61', prefix = '2 3'
);
-- No foreign key reaches here, and ids come again.
CREATE TRIGGER member_search_goes_with_its_member AFTER DELETE ON members BEGIN
    DELETE FROM member_search WHERE rowid = old.id;
END;

-- What two members write to each other, without an address.
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY NOT NULL,
    -- In addresses.
    uid TEXT NOT NULL UNIQUE,
    starter_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    partner_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- "3-17": one conversation for two members, whoever begins.
    pair TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    -- First answer of the partner: from then on both see the other's address.
    answered_at BIGINT,
    -- Last message, and by whom: the other one is awaited.
    written_at BIGINT NOT NULL,
    author_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE
);
CREATE INDEX conversations_by_starter ON conversations (starter_id, written_at);
CREATE INDEX conversations_by_partner ON conversations (partner_id, written_at);
CREATE INDEX conversations_by_author ON conversations (author_id);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY NOT NULL,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    author_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    sent_at BIGINT NOT NULL
);
CREATE INDEX messages_by_conversation ON messages (conversation_id, id);
CREATE INDEX messages_by_author ON messages (author_id);

-- Whose messages a member no longer takes.
CREATE TABLE blocks (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    blocked_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (member_id, blocked_id)
);
CREATE INDEX blocks_by_blocked ON blocks (blocked_id);

-- Members of before start as every member starts: seen by their places alone.
INSERT INTO profiles (member_id, sort_key, pronouns, activity, links, audiences, listed_places, listed_network, listed_public, places_audience, changed_at)
SELECT id, sort_key, '', '', '', '', TRUE, FALSE, FALSE, 'mes-lieux', changed_at FROM members;
INSERT INTO member_search (rowid, public_name, public_skills, public_text, network_name, network_skills, network_text, places_name, places_skills, places_text)
SELECT id, '', '', '', '', '', '', sort_key, '', '' FROM members;
