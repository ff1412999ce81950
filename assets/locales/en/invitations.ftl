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

guests-title = Write to those who registered
guests-answers = Each person gets a letter of their own and sees nobody else. Answers come to your e-mail address, which each of them can read.
guests-audience = To whom
guests-audience-missing = Choose whom you write to.
guests-to-inscrites = { $n ->
    [0] Who has a seat: nobody
    [one] 1 person who has a seat
   *[other] { $n } people who have a seat
}
guests-to-en-attente = { $n ->
    [0] Waiting list: nobody
    [one] 1 person on the waiting list
   *[other] { $n } people on the waiting list
}
guests-to-venues = { $n ->
    [0] Who came: nobody is ticked
    [one] 1 person who came
   *[other] { $n } people who came
}
guests-nobody = There is nobody to write to in this choice.
guests-subject = Subject
guests-subject-wrong = Write a subject of { $most } characters at most.
guests-words = Your message
guests-words-hint = Plain text. The date, the place and a link to the registration are added by themselves.
guests-words-missing = Write your message.
guests-words-long = The message is too long: { $most } characters at most.
guests-look = Read it before sending
guests-preview = Read the letter
guests-send = Send
guests-edit = Change
guests-sent = Sent before
guests-sent-one = { $day }: { $to }, by { $name }
done-guests-written = On its way: each person gets a letter.
letter-guests-intro = { $name }, who prepares “{ $title }”, writes to you:
letter-guests-answer = Answering this letter writes to { $name }, who will read your address.

letter-registration-date-elsewhere-subject = New place: { $title }
letter-registration-date-elsewhere-text = “{ $title }” has another address or another room. Your registration follows: there is nothing to do, unless you can no longer come.
