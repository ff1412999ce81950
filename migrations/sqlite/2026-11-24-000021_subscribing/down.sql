DROP INDEX subscribers_by_leaving;
