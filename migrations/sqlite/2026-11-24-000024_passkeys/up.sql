-- Keys that members' phones, computers and security keys keep, by which they sign in.

CREATE TABLE passkeys (
    id INTEGER PRIMARY KEY NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- As the device names it (base64url), and its public half (COSE, base64url).
    credential_id TEXT NOT NULL,
    public_key TEXT NOT NULL,
    -- Of the last signature, where the device counts them: a smaller one comes from a copy.
    counter BIGINT NOT NULL,
    -- As its member calls it.
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- NULL: nobody signed in by it yet.
    used_at BIGINT
);
CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (credential_id);
CREATE INDEX passkeys_by_member ON passkeys (member_id);
