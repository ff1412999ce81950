DROP TABLE place_search;
DROP TABLE partners;
DROP TABLE team_members;
DROP TABLE bricks;
DROP TABLE places;
