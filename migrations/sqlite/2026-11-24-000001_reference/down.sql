DROP TABLE job_runs;
DROP TABLE school_periods;
DROP TABLE commune_postcodes;
DROP TABLE communes;
DROP TABLE changes;
DROP TABLE network;
