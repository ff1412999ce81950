# Invitations, reminders, and letters to those who registered.

letter-registration-old-date-subject = Old time removed: { $title }
letter-registration-old-date-text = This message takes the old time of “{ $title }” out of your calendar. The new one is in another letter: your registration has not changed.

letter-registration-reminder-day-subject = Soon: { $title }
letter-registration-reminder-day-text = A short reminder: you have a place for “{ $title }”.
letter-registration-reminder-hours-subject = In a few hours: { $title }
letter-registration-reminder-hours-text = A short reminder: you have a place for “{ $title }”.
letter-registration-reminder-choose = Would you like more reminders, or fewer? Choose here:
letter-registration-meeting = To connect

reminders-title = My reminders
    .lede = A letter before what you have registered for. Never between 9 pm and 8 am, never for what is cancelled.
reminders-day = The day before
reminders-day-hint = At the same time, one day before.
reminders-hours = Two hours before
reminders-hours-hint = The evening before if it is early in the morning.
reminders-save = Save
done-reminders-chosen = Your reminders are set.
