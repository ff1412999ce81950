DROP TABLE planned_publications;
DROP TABLE event_proposals;
