DROP INDEX registrations_by_change;
