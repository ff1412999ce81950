-- What hosts say of their place: what stands in its bricks and in which state, when it is closed,
-- whether its door is open just now, and who changed what.

CREATE TABLE equipment (
    id INTEGER PRIMARY KEY NOT NULL,
    brick_id BIGINT NOT NULL REFERENCES bricks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- en-service, en-panne, piece-attendue.
    state TEXT NOT NULL,
    -- Since when it is in that state; NULL: not known.
    since DATE,
    note TEXT NOT NULL,
    UNIQUE (brick_id, position)
);

-- Until now one line of a text each.
INSERT INTO equipment (brick_id, position, name, state, since, note)
WITH RECURSIVE lines (brick_id, position, line, rest) AS (
    SELECT id, -1, '', equipment || char(10) FROM bricks WHERE equipment <> ''
    UNION ALL
    SELECT brick_id, position + 1,
        substr(rest, 1, instr(rest, char(10)) - 1),
        substr(rest, instr(rest, char(10)) + 1)
    FROM lines WHERE rest <> ''
)
SELECT brick_id, position, line, 'en-service', NULL, '' FROM lines WHERE position >= 0 AND line <> '';

ALTER TABLE bricks DROP COLUMN equipment;

-- Days on which a place announced to be closed, both included.
CREATE TABLE closures (
    id INTEGER PRIMARY KEY NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX closures_by_place ON closures (place_id, first_day);
CREATE INDEX closures_by_last_day ON closures (last_day);

-- What the host says at the door, over the stated hours, for a while.
CREATE TABLE doors (
    place_id BIGINT PRIMARY KEY NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- ouvert, ferme.
    sign TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    holds_until BIGINT NOT NULL,
    -- Identity of who said it; no reference, for an account may be erased and the door stays.
    member_uid TEXT
);
CREATE INDEX doors_by_end ON doors (holds_until);

-- Every change of a place's page. Its ids order the changes of a place.
CREATE TABLE place_changes (
    id INTEGER PRIMARY KEY NOT NULL,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    -- Which part of the page.
    section TEXT NOT NULL,
    -- Identity of who made it; NULL: an import. No reference: when an account is erased its changes
    -- stay, without a name. No id either, which may be another person's later.
    member_uid TEXT,
    made_at BIGINT NOT NULL,
    -- The part as it was and as it became, as JSON.
    part_before TEXT NOT NULL,
    part_after TEXT NOT NULL
);
CREATE INDEX place_changes_by_place ON place_changes (place_id, id);

-- Which pictures of a place are shown, in its order.
CREATE TABLE place_photos (
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    picture_id BIGINT NOT NULL REFERENCES pictures (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (place_id, picture_id)
);
CREATE INDEX place_photos_by_picture ON place_photos (picture_id);
