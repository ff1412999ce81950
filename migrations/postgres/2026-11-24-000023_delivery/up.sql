-- Which letters are claimed first, what left each day, and the addresses that take nothing.

-- Letters to one person never wait behind the copies of a mailing: each sort has its queue.
CREATE INDEX outbox_letters ON outbox (leased_until, due_at, id)
    WHERE state = 'waiting' AND mailing_id IS NULL;
CREATE INDEX outbox_copies ON outbox (leased_until, due_at, id)
    WHERE state = 'waiting' AND mailing_id IS NOT NULL;

-- Figures that outlive the letters.
CREATE TABLE mail_days (
    -- In the network's zone.
    day DATE NOT NULL,
    -- Code of a mailing list; empty: letters to one person.
    list TEXT COLLATE "C" NOT NULL,
    sent BIGINT NOT NULL,
    -- Given up, by the service or because the address takes nothing.
    failed BIGINT NOT NULL,
    PRIMARY KEY (day, list)
);

-- Addresses that mail servers refused for good, until they prove to be read.
CREATE TABLE failing_addresses (
    -- Lower case.
    email TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    -- How many letters in a row were refused.
    failures INTEGER NOT NULL,
    -- What was said about the last, on one line.
    said TEXT NOT NULL,
    failed_at TIMESTAMPTZ NOT NULL,
    -- The first letter since then that was taken, and not sent back yet.
    accepted_at TIMESTAMPTZ,
    -- Since when nothing but what opens an account is sent there.
    stopped_at TIMESTAMPTZ
);
CREATE INDEX failing_addresses_stopped ON failing_addresses (stopped_at, email) WHERE stopped_at IS NOT NULL;
