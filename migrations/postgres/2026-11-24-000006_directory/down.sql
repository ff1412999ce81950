DROP TABLE blocks;
DROP TABLE messages;
DROP TABLE conversations;
DROP TABLE member_search;
DROP TABLE public_choices;
DROP TABLE profile_terms;
DROP TABLE profiles;
