-- Registrations that still name somebody, by how long nothing has become of them.
CREATE INDEX registrations_by_change ON registrations (changed_at) WHERE name <> '';
