DROP TABLE guest_letters;
DROP TABLE date_reminders;
DROP TABLE reminder_choices;
DROP TABLE invitations;
