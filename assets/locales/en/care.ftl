# Taking one’s data along, accounts put aside, reports to the coordination.
copy-title = My data
copy-text = A file with everything that the network keeps about you: account, profile and who sees it, places, registrations, messages, feeds. It opens in a text editor, and other software can read it (JSON).
copy-submit = Download my data
copy-about = Everything that { $network } keeps about you, on the date given. Times are in universal time (UTC).
copy-left-out = Not in here: passwords, codes and secret addresses, which are only kept in a form that cannot be read; what other members chose with regard to you; what you wrote for the page of a place or an event, where it is public.
care-give-up = Give up
care-somebody = someone of the coordination
care-error-too-long = That is too long: at most 1,000 characters.

suspend-title = Suspend the account of { $name }
suspend-lede = At once, and until the coordination decides otherwise:
suspend-signs-out = the person is signed out everywhere and can no longer sign in;
suspend-unseen = their profile disappears from every page, and their private feeds no longer answer;
suspend-kept = nothing is erased: their registrations, places and messages stay, and come back with them;
suspend-told = a letter tells them so, with your word.
suspend-word = A word for the person
    .hint = Say why, and what they can do. They will read it in the letter.
suspend-submit = Suspend this account
suspend-this = Suspend this account…

suspensions-title = Suspended accounts
suspensions-lede = These people can no longer sign in and appear nowhere.
suspensions-none = No account is suspended.
suspensions-since = Suspended on { $day } by { $who }
suspensions-lift = Lift the suspension
suspensions-lift-label = Lift the suspension of { $name }
suspensions-another = Suspend an account
suspensions-email = E-mail address of the account
suspensions-find = Continue
suspensions-error-nobody = No account has this address.
suspensions-error-already = This account is suspended already.
suspensions-error-oneself = This is your account. Ask someone else of the coordination.
done-suspended = The account is suspended. A letter tells the person so.
done-suspension-lifted = The suspension is lifted. A letter tells the person so.

report-this = Report
report-this-message = Report this message of { $name }
report-member-link = Report this person
report-message-title = Report a message of { $name }
report-message-lede = The network’s coordination will read this message and those around it, nothing else of your conversation. { $name } will not know.
report-member-title = Report { $name }
report-member-lede = The network’s coordination will read what you write here. { $name } will not know.
report-reason = What is wrong
    .hint = In a few words, to help the coordination understand.
report-submit = Report to the coordination
report-back = Go back
report-error-blank = Say in a few words what is wrong.
done-reported = Thank you. The coordination will look at it, and tell you. You can also stop receiving messages from this person.

reports-title = Reports
reports-lede = What members ask you to look at. You read the reported message and those around it, not the conversation.
reports-none = Nothing waits.
reports-decided = Decided
reports-message-of = Message of { $name }
reports-member = Member: { $name }
reports-signed = Reported on { $day } by { $who }
reports-count = { $n ->
    [one] One report is about this person.
   *[other] { $n } reports are about this person.
}
report-context = The message and those around it
report-this-one = reported
report-decision = What is to be done?
report-decision-rien = Nothing more: it is read
report-decision-blocage = Keep them apart: neither receives the other’s messages any more
report-decision-suspension = Suspend the account that was reported
report-note = Note for the coordination
    .hint = Only the coordination will read it.
report-word = A word for the suspended person
    .hint = Only if you suspend the account: they will read it in the letter.
report-decide = Decide
report-decision-taken = What was decided
report-decided-rien = read
report-decided-blocage = kept apart
report-decided-suspension = account suspended
report-decided-signed = on { $day }, by { $who }
report-decided-meanwhile = Someone of the coordination has just decided: this is what.
report-end-blocks = Let them write to each other again
report-error-decision = Choose what is to be done.
done-report-decided = It is decided. The person who reported is told.
done-blocks-ended = These two people can write to each other again.

letter-suspended-subject = Your account is suspended
letter-suspended-text = The network’s coordination has suspended your account. You can no longer sign in, and your profile is no longer visible. Nothing is erased.
letter-suspended-answer = To talk about it, or to obtain or erase what concerns you, answer this letter.
letter-still-suspended-subject = Your account is suspended
letter-still-suspended-text = Someone, probably you, wanted to sign in with this address. Your account is suspended by the network’s coordination: the link cannot be sent.
letter-suspension-lifted-subject = Your account is restored
letter-suspension-lifted-text = The coordination has lifted the suspension: your account and your profile are back, as before.
letter-suspension-lifted-button = Sign in
letter-report-subject = A report waits for you
letter-report-text = A member of the network asks the coordination to look at something.
letter-report-button = See the report
letter-looked-at-subject = Your report was looked at
letter-looked-at-text = The coordination has read your report and decided what follows. Thank you for it.
letter-looked-at-blocked = You will receive no more messages from this person.
