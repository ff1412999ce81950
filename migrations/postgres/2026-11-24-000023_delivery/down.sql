DROP TABLE failing_addresses;
DROP TABLE mail_days;
DROP INDEX outbox_copies;
DROP INDEX outbox_letters;
