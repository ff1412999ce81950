DROP TABLE registration_links;
DROP TABLE registration_turns;
DROP TABLE seats;
DROP TABLE registrations;
DROP TABLE registration_rules;
