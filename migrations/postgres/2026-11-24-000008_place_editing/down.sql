DROP TABLE place_photos;
DROP TABLE place_changes;
DROP TABLE doors;
DROP TABLE closures;
ALTER TABLE bricks ADD COLUMN equipment TEXT NOT NULL DEFAULT '';
UPDATE bricks SET equipment = coalesce((
    SELECT string_agg(name, E'\n' ORDER BY position) FROM equipment WHERE brick_id = bricks.id
), '');
DROP TABLE equipment;
