DROP INDEX places_by_point;
DROP TABLE event_hosts;
DROP TABLE event_drafts;
