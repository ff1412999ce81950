ALTER TABLE subscribers DROP COLUMN leased_until;
DROP TABLE date_changes;
