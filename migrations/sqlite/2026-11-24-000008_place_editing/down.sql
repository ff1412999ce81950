DROP TABLE place_photos;
DROP TABLE place_changes;
DROP TABLE doors;
DROP TABLE closures;
ALTER TABLE bricks ADD COLUMN equipment TEXT NOT NULL DEFAULT '';
UPDATE bricks SET equipment = coalesce((
    SELECT group_concat(name, char(10)) FROM (
        SELECT name FROM equipment WHERE brick_id = bricks.id ORDER BY position
    )
), '');
DROP TABLE equipment;
