-- What a member proves besides the password: codes that an app works out, and ten for when it is lost.

CREATE TABLE second_factors (
    member_id BIGINT PRIMARY KEY NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    -- 160 bits in base 32, known to the member's app as well.
    secret TEXT NOT NULL,
    -- The half minute (since 1970) of the last code that was taken: none of it, or of before, is taken again.
    last_step BIGINT NOT NULL,
    -- A first code came: it is asked for at every sign-in. NULL: being set up.
    confirmed_at BIGINT
);

CREATE TABLE recovery_codes (
    id INTEGER PRIMARY KEY NOT NULL,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    -- Each is good once.
    used_at BIGINT
);
CREATE INDEX recovery_codes_by_member ON recovery_codes (member_id, code_hash);
