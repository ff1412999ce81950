DROP TABLE private_feeds;
