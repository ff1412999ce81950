-- Events in more hands than those of one place.

-- Since when somebody is named as co-host, and may change the event wherever they belong. NULL: they
-- announced it, and may change it as long as they hold one of its places.
ALTER TABLE event_hosts ADD COLUMN named_at BIGINT;

-- Further places of an event, beside the one that organises it.
CREATE TABLE event_places (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    place_id BIGINT NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    PRIMARY KEY (event_id, place_id)
);
CREATE INDEX event_places_by_place ON event_places (place_id, event_id);
