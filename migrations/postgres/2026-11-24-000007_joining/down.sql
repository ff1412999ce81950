DROP INDEX members_by_coordination;
DROP INDEX memberships_by_joining;
DROP TABLE newcomer_letters;
DROP TABLE newcomer_steps;
DROP TABLE charter_acceptances;
DROP TABLE charters;
DROP TABLE place_rules;
