# Being told by mail: asking, choosing, leaving.

subscribe-mail = Or a digest in your mailbox, as often as you choose.
subscribe-by-mail = Get it by e-mail
subscribe-followers = { $n ->
    [0] Nobody follows this place by e-mail yet.
    [one] One person follows this place by e-mail.
   *[other] { $n } people follow this place by e-mail.
}

rhythm = How often
rhythm-hebdomadaire = Once a week
rhythm-quotidien = Every day
rhythm-mensuel = Once a month
rhythm-jamais = Never
rhythm-day = Day
    .hint = Of a weekly or a monthly digest.
rhythm-hour = At about what time
rhythm-told-hebdomadaire = Every { $day } at about { $hour }
rhythm-told-quotidien = Every day at about { $hour }
rhythm-told-mensuel = The first { $day } of the month at about { $hour }
rhythm-told-jamais = Never

choices-when = When
choices-where = Where
choices-where-help = With nothing chosen here: the whole network.
choices-anywhere = The whole network
choices-own-places = my places
choices-own = What is on at my places
    .hint = The places that you are a member of or that you hold.
choices-places = Places I follow
choices-search = Add a place
    .hint = Its name, the beginning of its name, or its town.
choices-search-go = Search
choices-search-none = No place has this name. Try a single word, or the town.
choices-search-several = Several places have this name: tick the right one under “Places I follow”, then empty this field.
choices-found-one = “{ $place }” is ticked. Save to keep it.
choices-found = { $n ->
    [one] One place found: tick it, then save.
   *[other] { $n } places found: tick the right ones, then save.
}
choices-what = What
choices-what-help = With nothing ticked: everything. A list in which you tick lets only that through.
choices-territoire = Départements
    .all = those of my choices above
choices-genre = Kinds
    .all = all
choices-brique = Activities
    .all = all
choices-theme = Themes
    .all = all
choices-competence = Skills that interest me
    .hint = One a line. New people who share them are shown to you first.
choices-skills = Skills
choices-skill-line = Skill { $n }
choices-not-a-skill = This is no skill: “{ $typed }”. Write it in a few words.
choices-more = { $n ->
    [one] one more
   *[other] { $n } more
}

ask-title = Get the agenda by e-mail
ask-lede = A digest of what is coming, without an account: choose, confirm by e-mail, change or stop whenever you like.
ask-own = You have an account: your choices are set there, one digest for everything.
ask-own-link = Open my mail settings
ask-email = Your e-mail address
    .hint = We send a link there to confirm. It is shown to nobody.
ask-send = Get the digest
ask-privacy = Your address serves for this alone. A link in each e-mail lets you stop or erase everything.

asked-title = Look into your mailbox
asked-text = We have just sent a link there. Open it to confirm: nothing is sent to you before. It is good for two days.
asked-nothing = Nothing comes? Look among the junk mail, or check the address and try again.

subscription-confirm-title = Confirm your subscription
subscription-confirm-text = This is what you will get by e-mail.
subscription-confirm-send = That is right, I confirm
subscription-confirm-after = All of it can be changed later, and stopped in one click.
subscription-again-title = It is confirmed already
subscription-again = You get the digest by e-mail.
subscription-manage = See and change my choices
subscription-void-title = This link leads nowhere any more
subscription-void = It has expired, or what it was about was erased: no e-mail is sent by it any more.
subscription-void-ask = Get the agenda by e-mail
subscription-void-member = I have an account: set my mail

preferences-title = My mail
preferences-lede = One single digest, made of what you choose here.
preferences-lede-letter = The digest of the agenda, made of what you choose here.
preferences-left = You get no digest any more. Your choices are kept.
preferences-address = Sent to
preferences-address-change = Change the address
preferences-save = Save my choices
preferences-notes = Each week, the coming dates of what you hold, to confirm, move or cancel with one tap.
    .link = Set the weekly notes
preferences-stop = Get nothing any more
preferences-void = Somebody else got one of my e-mails
    .text = The link in it opens this page. You can make all links void that were sent until now; the next e-mails will have new ones.
    .send = Make these links void
preferences-erase = Erase everything
    .text = Your address and your choices are erased at once, with no way back. To get the digest again, you would have to start anew.
    .send = Erase my address and my choices
preferences-erase-account = To erase your personal data as well:

leave-title = Stop the digest
leave-now = { $when }, it is sent to { $address }.
leave-send = Stop it
leave-stays = Letters about what you registered for stay: its confirmation, change or cancellation.
leave-less = Or less often
    .text = One single digest, at the beginning of each month.
    .send = Once a month
leave-left-title = Done: you get no digest any more
leave-left = No digest is sent to { $address } any more.
leave-return = After all, I want it again
leave-forgotten = If we hear nothing from you, your address and your choices are erased in thirty days.
leave-all-choices = Set everything in my mail settings
leave-one-click = You are unsubscribed.

done-subscribed = Confirmed. These are your choices, which you can change here.
done-subscription-saved = Your choices are saved.
done-subscription-left = Done: no more digest.
done-subscription-returned = Done: the digest will be sent to you again.
done-subscription-void = Done: the links of e-mails that were sent already lead nowhere any more.
done-subscription-erased = Erased: neither your address nor your choices are kept.

letter-subscription-subject = Confirm: get the agenda by e-mail
letter-subscription-text = You asked to get by e-mail what is coming at our places. Confirm, and the first digest will come at its time.
letter-subscription-rhythm = How often
letter-subscription-button = Confirm my subscription
letter-subscription-not-you = It was not you? Do nothing: without this link, nothing is sent to you.
letter-subscription-member-subject = Your digest is set in your account
letter-subscription-member-text = Somebody, most likely you, asked to get the agenda at this address, which has an account already. One e-mail is enough for everything: open your choices, what was asked for is proposed there, and save.
letter-subscription-member-button = Open my choices
letter-subscription-member-not-you = It was not you? Do nothing: your choices do not change.
