-- Who is told by mail of what goes on, and the mails that many people get.

-- Members, and people without account who asked for it.
CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY NOT NULL,
    -- Goes into the signature of their links.
    uid TEXT NOT NULL UNIQUE,
    -- NULL: without account.
    member_id BIGINT UNIQUE REFERENCES members (id) ON DELETE CASCADE,
    -- Lower case; NULL for members, whose account has it.
    email TEXT UNIQUE,
    -- Language of their mails; of members it is that of the account.
    locale TEXT NOT NULL,
    -- a-confirmer, actif, parti.
    state TEXT NOT NULL,
    -- quotidien, hebdomadaire, mensuel, jamais.
    rhythm TEXT NOT NULL,
    -- When, on the clock of their zone: 1 (Monday) to 7, and 0 to 23.
    weekday INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    zone TEXT NOT NULL,
    -- What goes on at the places that they are a member of, beside what they chose.
    own_places BOOLEAN NOT NULL,
    -- Links that were signed for another generation open nothing.
    generation INTEGER NOT NULL,
    -- When the next mail is composed; NULL: none is.
    next_at BIGINT,
    -- What happened until then has been told.
    told_until BIGINT NOT NULL,
    -- Dates that begin before then have been listed.
    listed_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((member_id IS NULL) <> (email IS NULL))
);
CREATE INDEX subscribers_by_due ON subscribers (next_at, id) WHERE next_at IS NOT NULL;

-- What they chose to be told of; nothing chosen of a sort: all of it.
CREATE TABLE subscriber_topics (
    subscriber_id BIGINT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    -- lieu, territoire, brique, genre, theme, competence.
    topic TEXT NOT NULL,
    -- uid of a place, code of anything else.
    key TEXT NOT NULL,
    PRIMARY KEY (subscriber_id, topic, key)
);
CREATE INDEX subscriber_topics_by_key ON subscriber_topics (topic, key, subscriber_id);

-- One mail for many: rendered once, with marks where each has their own words.
CREATE TABLE mailings (
    id INTEGER PRIMARY KEY NOT NULL,
    -- recapitulatif, lettre, semaine, coordination.
    list TEXT NOT NULL,
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX mailings_by_created_at ON mailings (created_at);

-- A copy of a mailing: its letter is what fills the marks, as JSON.
ALTER TABLE outbox ADD COLUMN mailing_id BIGINT REFERENCES mailings (id) ON DELETE CASCADE;
CREATE INDEX outbox_by_mailing ON outbox (mailing_id) WHERE mailing_id IS NOT NULL;

-- What the network signs its links with.
CREATE TABLE signing_keys (
    purpose TEXT PRIMARY KEY NOT NULL,
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
