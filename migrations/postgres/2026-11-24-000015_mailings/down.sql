DROP TABLE signing_keys;
DROP INDEX outbox_by_mailing;
DELETE FROM outbox WHERE mailing_id IS NOT NULL;
ALTER TABLE outbox DROP COLUMN mailing_id;
DROP TABLE mailings;
DROP TABLE subscriber_topics;
DROP TABLE subscribers;
