-- What calendars of people hold of us, which reminders they want, and what hosts wrote to them.

-- What was sent to the calendar of who registered.
CREATE TABLE invitations (
    registration_id BIGINT PRIMARY KEY NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    -- SEQUENCE of the last one: it only rises, whatever becomes of the registration.
    sequence INTEGER NOT NULL,
    -- What the calendar holds, as JSON; empty: nothing.
    held TEXT NOT NULL,
    -- DTSTAMP of the last answer that was taken.
    answered_at BIGINT
);

-- Which reminders a member wants. Without a row, the defaults of the program hold.
CREATE TABLE reminder_choices (
    member_id BIGINT PRIMARY KEY NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    day_before BOOLEAN NOT NULL,
    two_hours_before BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL
);

-- Dates of which people were reminded.
CREATE TABLE date_reminders (
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    occurrence_key TEXT NOT NULL,
    -- veille, deux-heures.
    kind TEXT NOT NULL,
    -- When the date began as it stood then: one that is moved is another.
    starts_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, occurrence_key, kind, starts_at)
);
CREATE INDEX date_reminders_by_start ON date_reminders (starts_at);

-- What hosts wrote to those who are registered.
CREATE TABLE guest_letters (
    id INTEGER PRIMARY KEY NOT NULL,
    event_id BIGINT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    -- As in registrations.
    occurrence_key TEXT NOT NULL,
    -- Who wrote; erased with their account.
    member_id BIGINT REFERENCES members (id) ON DELETE CASCADE,
    -- inscrites, en-attente, venues.
    audience TEXT NOT NULL,
    subject TEXT NOT NULL,
    -- How many letters went out.
    letters INTEGER NOT NULL,
    sent_at BIGINT NOT NULL
);
CREATE INDEX guest_letters_by_date ON guest_letters (event_id, occurrence_key, sent_at);
CREATE INDEX guest_letters_by_member ON guest_letters (member_id);
