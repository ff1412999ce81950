-- Accounts, who is what at which place, and the mail that waits to be sent.

-- One row: what the network decided for itself. Without it, the defaults of the program hold.
CREATE TABLE network_rules (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    -- Who may sign up: ouverte, sur-validation, sur-invitation.
    signup TEXT NOT NULL,
    -- Coordinators must have a second factor.
    second_factor_for_coordinators BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE members (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Public identity, in addresses: says nothing of the person.
    uid TEXT NOT NULL UNIQUE,
    -- Lower case; where mail goes and what one signs in with.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- Folded name: the order of lists.
    sort_key TEXT NOT NULL,
    -- Language of mails: fr, en.
    locale TEXT NOT NULL,
    -- en-attente (of approval), actif, suspendu.
    state TEXT NOT NULL,
    -- Belongs to the network's coordination.
    coordinates BOOLEAN NOT NULL,
    -- argon2id, PHC text; NULL: signs in by mail only.
    password_hash TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX members_by_sort_key ON members (sort_key, id);
CREATE INDEX members_by_state ON members (state, created_at);

-- Signed-in browsers. The cookie holds the token, this its hash.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- The browser in a few words, to be recognised in the list.
    device TEXT NOT NULL,
    -- A second factor was given.
    strong BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    -- Last use, to the quarter of an hour.
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_member ON sessions (member_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Links sent by mail: short, once, hashed.
CREATE TABLE tokens (
    id INTEGER PRIMARY KEY NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    -- What it is good for.
    purpose TEXT NOT NULL,
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    -- Lower case; empty where nobody is meant.
    email TEXT NOT NULL,
    -- What is to be done then, as JSON.
    payload TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX tokens_by_member ON tokens (member_id);
CREATE INDEX tokens_by_email ON tokens (email, purpose);
CREATE INDEX tokens_by_expiry ON tokens (expires_at);

-- Who belongs to which place, and as what.
CREATE TABLE memberships (
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- resident, nomade, benevole, usager.
    kind TEXT NOT NULL,
    -- demandee, membre, animation (host).
    role TEXT NOT NULL,
    -- When it was asked for, and since when it holds.
    asked_at BIGINT NOT NULL,
    joined_at BIGINT,
    PRIMARY KEY (member_id, place_id)
);
CREATE INDEX memberships_by_place ON memberships (place_id, role);

-- How often something was tried within a window: guessing is slowed down, in every process.
CREATE TABLE attempts (
    subject TEXT PRIMARY KEY NOT NULL,
    count INTEGER NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX attempts_by_expiry ON attempts (expires_at);

-- Forms that were taken: sent twice, they lead to the same address and do nothing more.
CREATE TABLE submissions (
    nonce TEXT PRIMARY KEY NOT NULL,
    location TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX submissions_by_created_at ON submissions (created_at);

-- Mail to be sent: written with the change that causes it, sent by a job.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Left side of its Message-ID.
    uid TEXT NOT NULL UNIQUE,
    -- What it is, for lists and for its stream.
    kind TEXT NOT NULL,
    -- Nothing is sent twice under one key; NULL: it stands alone.
    once_key TEXT UNIQUE,
    recipient TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    locale TEXT NOT NULL,
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    -- The letter as JSON; emptied once it is sent, for it may hold links that open things.
    letter TEXT NOT NULL,
    -- waiting, sent, parked.
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    last_error TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Not before.
    due_at BIGINT NOT NULL,
    -- Belongs to the process that claimed it until then.
    leased_until BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX outbox_by_state ON outbox (state, due_at, id);
CREATE INDEX outbox_by_member ON outbox (member_id);
