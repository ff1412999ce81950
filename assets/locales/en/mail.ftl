# Mail: the mailbox of a demonstration, and what the coordination sees.

mailbox-title = Mailbox
mailbox-lede = A demonstration sends nothing: all its letters arrive here, whoever they are for.
mailbox-empty = No letter yet. Register for an event or ask for a sign-in link: the letter arrives here within seconds.
mailbox-all = All letters
mailbox-to = To
mailbox-sent = Sent
mailbox-text = As plain text
mailbox-calendar = The part for calendars
mail-when = { $day } at { $time }
mail-sent = sent { $when }
mail-written = written { $when }
mail-next = next try { $when }
mail-tries = { $n ->
    [one] { $n } try
   *[other] { $n } tries
}
mail-queue-title = Mail
mail-queue-lede = Confirmations, reminders, answers: letters leave by themselves. Here you see what waits, and what could not be sent.
mail-queue-unset = Mail is not set up, and all letters wait. To be set by whoever runs the server: VIGIE_MAIL_URL.
mail-queue-demo = A demonstration sends nothing. Its letters are read here:
mail-count-parked = { $n } stopped
mail-count-waiting = { $n } waiting
mail-count-sent = { $n } sent
mail-count-dropped = { $n } given up
mail-parked-title = Stopped
mail-parked-text = These letters will not be tried again without you. If the cause is gone, try again; if not, give them up.
mail-parked-none = No letter is stopped.
mail-waiting-title = Waiting
mail-waiting-none = No letter is waiting.
mail-lately-sent = Last sent
mail-retry = Try again
mail-retry-all = Try all again
mail-drop = Give up
mail-failure-unreachable = The mail server does not answer, or not on an encrypted connection.
mail-failure-sign-in = The mail server refuses the name or the password that were set.
mail-failure-sender = The mail server refuses the site’s sender address.
mail-failure-recipient = This address does not exist, or does not take our letters.
mail-failure-not-now = The mail server asks to come back later.
mail-failure-letter = The mail server refuses this letter.
mail-failure-cut = The connection broke while the letter was being sent.
mail-failure-interrupted = The site stopped while the letter was being sent.
mail-failure-folder = The folder for letters cannot be written.
mail-failure-unwritable = The address or the content cannot make a letter.
done-mail-retried = The letter leaves in a moment.
done-mail-all-retried = The letters leave in a moment.
done-mail-dropped = The letter will not be sent.
done-mail-too-late = Too late: this letter was sent, or is leaving right now.
