# Invitations, reminders, and letters to those who registered.

letter-registration-old-date-subject = Old time removed: { $title }
letter-registration-old-date-text = This message takes the old time of “{ $title }” out of your calendar. The new one is in another letter: your registration has not changed.
