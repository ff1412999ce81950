DROP TABLE event_search;
DROP TABLE occurrences;
DROP TABLE event_overrides;
DROP TABLE event_themes;
DROP TABLE schedules;
DROP TABLE events;
