-- What the network is, what its territory is made of, and what has changed.

-- One row: the network that this install serves.
CREATE TABLE network (
    id BIGINT PRIMARY KEY NOT NULL CHECK (id = 1),
    name TEXT NOT NULL,
    -- Code of its département; empty for a network of the whole country.
    territory TEXT NOT NULL,
    zone TEXT NOT NULL,
    -- Right side of every UID (uuid@host): chosen once, whatever becomes of the address.
    host TEXT NOT NULL,
    -- Invented people and events: a banner says so on every page.
    demo BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

-- The revision counters of kept answers. `n` of the scope "network" counts every write;
-- another scope holds the `n` of the last write that touched it.
CREATE TABLE changes (
    scope TEXT PRIMARY KEY NOT NULL,
    n BIGINT NOT NULL
);
CREATE INDEX changes_by_n ON changes (n);
INSERT INTO changes (scope, n) VALUES ('network', 1);

CREATE TABLE communes (
    insee TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    -- Folded name, for prefixes.
    search_key TEXT COLLATE "C" NOT NULL,
    -- Blank-separated.
    postcodes TEXT NOT NULL,
    territory TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    population INTEGER NOT NULL
);
CREATE INDEX communes_by_search_key ON communes (search_key);
CREATE INDEX communes_by_point ON communes (lat, lon);

CREATE TABLE commune_postcodes (
    postcode TEXT NOT NULL,
    insee TEXT NOT NULL REFERENCES communes (insee) ON DELETE CASCADE,
    PRIMARY KEY (postcode, insee)
);
CREATE INDEX commune_postcodes_by_insee ON commune_postcodes (insee);

-- School holidays by zone, both days included.
CREATE TABLE school_periods (
    zone TEXT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (zone, first_day)
);

-- When each periodic job last ran, and who is at it.
CREATE TABLE job_runs (
    name TEXT PRIMARY KEY NOT NULL,
    -- The day (in the network's zone) that is done.
    done_for DATE,
    leased_until TIMESTAMPTZ NOT NULL
);
