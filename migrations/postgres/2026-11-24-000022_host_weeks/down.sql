DROP TABLE host_weeks;
DROP TABLE weekly_notes;
DROP TABLE confirmations;
ALTER TABLE network_rules DROP COLUMN fade_after_weeks;
ALTER TABLE events DROP COLUMN tended_at;
