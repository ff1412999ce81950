DROP TABLE outbox;
DROP TABLE submissions;
DROP TABLE attempts;
DROP TABLE memberships;
DROP TABLE tokens;
DROP TABLE sessions;
DROP TABLE members;
DROP TABLE network_rules;
