DROP INDEX place_changes_by_member;
DROP INDEX event_proposals_by_decision;
DROP INDEX pictures_of_places_by_age;
DROP TABLE reports;
DROP TABLE suspensions;
