CREATE TABLE places (
    id INTEGER PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    -- Identity in the list that it was imported from: importing twice changes nothing.
    source_key TEXT UNIQUE,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Folded name: the order of lists.
    sort_key TEXT NOT NULL,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    commune TEXT NOT NULL,
    insee TEXT NOT NULL,
    territory TEXT NOT NULL,
    lat DOUBLE,
    lon DOUBLE,
    point_precision TEXT NOT NULL,
    zone TEXT NOT NULL,
    school_zone TEXT,
    website TEXT NOT NULL,
    opening_hours TEXT NOT NULL,
    directions TEXT NOT NULL,
    -- Codes, blank-separated.
    accessibility TEXT NOT NULL,
    accessibility_note TEXT NOT NULL,
    confirmed_on DATE,
    opened_on DATE,
    closed_on DATE,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- Last change of what its events say of it in feeds: name, address, point.
    whereabouts_changed_at BIGINT NOT NULL
);
CREATE INDEX places_by_territory ON places (territory, sort_key);
CREATE INDEX places_by_sort_key ON places (sort_key);
CREATE INDEX places_by_created_at ON places (created_at);
CREATE INDEX places_by_insee ON places (insee);

CREATE TABLE bricks (
    id INTEGER PRIMARY KEY NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    opening_hours TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- One a line.
    equipment TEXT NOT NULL,
    UNIQUE (place_id, position)
);
CREATE INDEX bricks_by_kind ON bricks (kind, place_id);

CREATE TABLE team_members (
    id INTEGER PRIMARY KEY NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    UNIQUE (place_id, position)
);

CREATE TABLE partners (
    id INTEGER PRIMARY KEY NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    website TEXT NOT NULL,
    UNIQUE (place_id, position)
);

-- Folded words of each place; the rowid is the place's id.
CREATE VIRTUAL TABLE place_search USING fts5 (document, tokenize = 'unicode61', prefix = '2 3');
