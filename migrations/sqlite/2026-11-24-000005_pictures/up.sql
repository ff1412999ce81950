-- Pictures that people sent, written anew by the program: what is stored is never what was sent.

CREATE TABLE pictures (
    id INTEGER PRIMARY KEY NOT NULL,
    -- In addresses: says nothing of what is shown, and is another one for another picture.
    uid TEXT NOT NULL UNIQUE,
    -- What is shown, one of the three. Pictures of places and events are public; those of members
    -- are seen by whom the member chose.
    place_id BIGINT REFERENCES places (id) ON DELETE CASCADE,
    event_id BIGINT REFERENCES events (id) ON DELETE CASCADE,
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    -- image/jpeg, image/png.
    media_type TEXT NOT NULL,
    -- In pixels.
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    -- What it shows, in words; empty where the words beside it say so.
    alt TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Last: what is asked without it is read without it.
    bytes BLOB NOT NULL,
    CHECK ((CASE WHEN place_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN event_id IS NULL THEN 0 ELSE 1 END)
        + (CASE WHEN member_id IS NULL THEN 0 ELSE 1 END) = 1)
);
CREATE INDEX pictures_by_place ON pictures (place_id, id);
CREATE INDEX pictures_by_event ON pictures (event_id, id);
CREATE INDEX pictures_by_member ON pictures (member_id, id);
