DROP TABLE event_places;
ALTER TABLE event_hosts DROP COLUMN named_at;
