DROP TABLE blocks;
DROP TABLE messages;
DROP TABLE conversations;
DROP TRIGGER member_search_goes_with_its_member;
DROP TABLE member_search;
DROP TABLE public_choices;
DROP TABLE profile_terms;
DROP TABLE profiles;
