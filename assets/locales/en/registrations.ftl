# Registering for an event: forms, the list of hosts, letters.

registration-state-confirmee = Registration confirmed
registration-state-en-attente = On the waiting list
registration-state-a-valider = Request sent
registration-state-refusee = Request declined
registration-state-annulee = Registration cancelled

seats-left = { $n ->
    [one] One seat is left.
   *[other] { $n } seats are left.
}
seats-full = Full.
seats-waiting = { $n ->
    [0] Nobody is waiting yet.
    [one] One person is waiting.
   *[other] { $n } people are waiting.
}
party-count = { $n ->
    [one] 1 person
   *[other] { $n } people
}

panel-heading = Registration
panel-register = Register
panel-tap = I’m coming
panel-wait = Join the waiting list
panel-ask = Ask for a seat
panel-options = Come with others, see the questions
panel-manage = See, change or cancel
panel-hosts = See the registrations
panel-series = One registers once for all dates.

register-heading = Register: { $title }
register-name = Your name
register-name-hint = As you would like to be welcomed.
register-email = Your e-mail address
register-email-hint = We send a link there to confirm. Only the hosts of the place see it.
register-size = How many will you be?
register-size-hint = Yourself included, { $max } at most.
register-show-name = Show my name to the others who are registered
register-show-name-hint = Otherwise only the hosts of the place see it.
register-visitor-note = We send you a letter with a link. Your seat is taken once you have followed it, not before.
register-approval-note = The place approves each registration and answers you by e-mail.
register-wait-note = All seats are taken. People on the waiting list move up in order as seats become free, and are told by e-mail.
register-sign-in-note = Do you have an account? One tap is enough:
register-sign-in = sign in
register-send = Get the link by e-mail
register-send-member = Register
register-send-wait = Join the waiting list
register-send-ask = Ask for a seat
register-back = Back to the event

refused-not-needed = There is no need to register: just come.
refused-called-off = This event does not take place: one cannot register.
refused-over = This event is over.
refused-closed = Registration is closed. Call the place: there may still be a seat.
refused-full = All seats are taken, and there is no waiting list.
refused-members-only = This event is for members of the network. Sign in to register.
refused-group = { $max ->
    [one] A registration is for one person.
   *[other] Give a number from 1 to { $max }.
}
refused-seats = { $left ->
    [0] No further seat is left.
    [one] Only one more seat is left.
   *[other] Only { $left } more seats are left.
}
refused-answer = Answer this question.
refused-declined = The place declined your request. Please talk to them.
refused-registered = People are registered: this choice can no longer change.
refused-name = Write your name, in at most 80 characters, without any address.
refused-email = Write an address such as name@example.org.

sent-title = Look into your mailbox
sent-text = A letter is on its way to the address that you wrote. Follow its link to confirm: your seat is not taken before.
sent-late = Nothing after a few minutes? Look into your junk mail, check the address, then start again.
sent-once = The link is good for 24 hours.

confirm-title = Confirm my registration
confirm-heading = Confirm your registration
confirm-text = One last step: your seat is taken when you confirm.
confirm-send = Confirm
confirm-expired-title = This link is no longer good
confirm-expired = It is more than 24 hours old, or the event is no longer announced. Register again from the page of the event.

manage-title = My registration
manage-confirmee = Your seat is taken. See you soon!
manage-en-attente = You are no. { $position } on the waiting list. As soon as a seat is free for you, it is yours and we write to you.
manage-passed-over = { $left ->
    [one] One seat is free, too few for your group: it may go to those behind you. Come with fewer, and it is yours.
   *[other] { $left } seats are free, too few for your group: they may go to those behind you. Come with fewer, and they are yours.
}
manage-a-valider = The place has received your request. It answers you by e-mail.
manage-refusee = The place could not give you a seat.
manage-annulee = You are not coming any more. Changed your mind? Register again from the page of the event.
manage-over = This event is over: there is nothing left to change.
manage-off = This event does not take place. There is nothing to do.
manage-ics = Add to my calendar (.ics)
manage-change = Change my registration
manage-save = Save
manage-cancel-title = I’m not coming any more
manage-cancel-text = Your seat goes to somebody else. No need to explain.
manage-cancel = Cancel my registration
manage-others = Who else is coming
manage-others-note = Those who chose to show their name.
done-registration-changed = Saved.
done-registered = Noted. A letter confirms it.
done-registration-cancelled = Your registration is cancelled. Thank you for telling us.

list-title = Registrations
list-heading = Registrations: { $title }
list-dates = Dates
list-counts = { $seats ->
    [none] { $taken } people
   *[other] { $taken } of { $seats } seats
}
list-counts-came = { $n ->
    [0] nobody ticked yet
    [one] 1 person came
   *[other] { $n } people came
}
list-asked = To approve
list-confirmed = Registered
list-waiting = Waiting list
list-gone = No longer on the list
list-none = Nobody so far.
list-came = Came
list-absent = Absent
list-approve = Accept
list-approve-full = The capacity is reached and there is no waiting list: the request stays to approve. Raise the capacity, or decline.
list-decline = Decline
list-remove = Take off the list
list-more = Details
list-word = A word to { $name }
list-word-hint = Goes with the letter. Optional.
list-position = no. { $n }
list-passed-over = does not fit into what is left: those behind go first as long as it is so
list-walk-in = came without registering
list-add = Add somebody who is here
list-add-name = Name
list-add-size = How many
list-add-send = Add
list-add-full = { $left ->
    [0] The capacity is reached. Tick those who are absent to free their seats, or raise the capacity of the event.
    [one] Only one seat is left.
   *[other] Only { $left } seats are left.
}
list-sheet = Sign-in sheet to print
list-csv = Table (.csv)
list-rules = Settings
done-noted = Noted.
done-decided = Done: the person is told.
done-walk-in = Added to the list.

sheet-title = Sign-in sheet
sheet-name = Name
sheet-people = Number
sheet-signature = Signature
sheet-print = To print it: the browser’s menu, “Print”. Empty lines are left for those who come without having registered.

csv-name = Name
csv-email = E-mail
csv-people = People
csv-state = State
csv-came = Came
csv-registered = Registered on
csv-yes = yes
csv-no = no

rules-heading = Registrations: { $title }
rules-mode-note = How one registers, the capacity and the deadline are set with the event.
rules-group = People on one registration, at most
rules-group-hint = 1: everyone registers for themselves. 20 at most.
rules-waitlist = Keep a waiting list when it is full
rules-members = For members of the network only
rules-series = Register once for all dates
rules-series-hint = For a course of several sessions. Otherwise each date has its list.
rules-questions = Questions to ask
rules-questions-hint = Five at most, none if possible: each question makes somebody give up.
rules-question = Question { $n }
rules-choices = Answers to choose from
rules-choices-hint = One a line. Empty: a free answer.
rules-required = An answer is required
rules-save = Save
rules-fault-group = Give a number from 1 to 20.
rules-fault-question = A question has at most 160 characters.
rules-fault-choices = Give two to twelve answers of at most 80 characters, or none.
done-rules-saved = The settings are saved.

letter-registration-when = When
letter-registration-next = Next date
letter-registration-where = Where
letter-registration-size = People
letter-registration-position = Your turn
letter-registration-free = Free seats
letter-registration-before = First announced for
letter-registration-word = A word from the place:
letter-registration-button = See my registration
letter-registration-after = You cannot come any more? Say so with this link: your seat will go to somebody else.

letter-registration-link-subject = To confirm: { $title }
letter-registration-link-text = You would like to come to “{ $title }”. Confirm with the link below: your seat is not taken before.
letter-registration-link-button = Confirm my registration
letter-registration-link-after = The link is good for 24 hours. You asked for nothing? Do nothing: nobody is registered.
letter-registration-confirmed-subject = Registration confirmed: { $title }
letter-registration-confirmed-text = Your seat is taken for “{ $title }”. See you soon!
letter-registration-waiting-subject = Waiting list: { $title }
letter-registration-waiting-text = All seats of “{ $title }” are taken: you are on the waiting list. As soon as a seat is free for you, it is yours and we write to you. Until then, please do not come in vain.
letter-registration-asked-subject = Request sent: { $title }
letter-registration-asked-text = The place has received your request for “{ $title }”. It approves each registration and answers you by e-mail.
letter-registration-already-subject = Already registered: { $title }
letter-registration-already-text = Somebody, probably you, asked to register for “{ $title }” with your address. You are on the list already: nothing has changed.
letter-registration-moved-up-subject = A seat for you: { $title }
letter-registration-moved-up-text = A seat has become free: you wait no longer, your seat is taken for “{ $title }”.
letter-registration-passed-over-subject = Still on the waiting list: { $title }
letter-registration-passed-over-text = Seats of “{ $title }” became free, too few for your group. They went to those behind you; you keep your turn. If you can come with fewer, say so with the link.
letter-registration-declined-subject = No seat this time: { $title }
letter-registration-declined-text = The place could not give you a seat for “{ $title }”.
letter-registration-cancelled-subject = Registration cancelled: { $title }
letter-registration-cancelled-text = Noted: you are not coming to “{ $title }” any more. Thank you for telling us.
letter-registration-removed-subject = Registration taken off: { $title }
letter-registration-removed-text = The place took you off the list of “{ $title }”.
letter-registration-date-moved-subject = New time: { $title }
letter-registration-date-moved-text = “{ $title }” has another date or time. Your registration goes along: there is nothing to do, unless you cannot come any more.
letter-registration-date-postponed-subject = Postponed: { $title }
letter-registration-date-postponed-text = “{ $title }” is postponed to a date that is not known yet. Do not come on this one. Your registration stays; we will write to you.
letter-registration-date-online-subject = Online: { $title }
letter-registration-date-online-text = “{ $title }” takes place online. The link is on the page of your registration.
letter-registration-date-cancelled-subject = Cancelled: { $title }
letter-registration-date-cancelled-text = “{ $title }” does not take place on this date. Do not come.
letter-registration-date-on-subject = It takes place: { $title }
letter-registration-date-on-text = “{ $title }” takes place after all. Your registration still holds.
letter-registration-to-approve-subject = A request to approve: { $title }
letter-registration-to-approve-text = Somebody asks for a seat at “{ $title }” and waits for your answer. Further requests of the day wait for you in the same place.
letter-registration-to-approve-button = See the requests
