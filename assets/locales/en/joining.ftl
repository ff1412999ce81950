# Joining a place, being its member, welcoming newcomers there.

host-bar = Hosting this place
host-bar-members = Members
host-bar-requests = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
host-bar-welcome = Welcoming
host-bar-edit = Edit the page
host-bar-events = Events

joining-join = Join this place
joining-you-asked = Your request to join this place is waiting for an answer.
joining-you-are-member = You are a member of this place.
joining-you-are-host = You host this place.
joining-leave = Leave this place
joining-withdraw = Withdraw my request
joining-new-charter = The charter of this place has changed since you accepted it.
joining-no-charter-yet = This place has a charter, which you have not accepted yet.
joining-read-charter = Read the charter and accept it

joining-title = Join { $place }
joining-direct = Just say so: you are a member at once.
joining-on-request = Your request goes to the team of the place, who answer by e-mail.
joining-waiting-account = Your account has not been welcomed in the network yet: the team of the place answers your request first, and welcomes the account with it.
joining-who-sees = Who will see that I am a member?
joining-who-sees-text = The team of this place see your name, how you come and since when. Others see of you only what you show in the directory. Your e-mail address is shown to nobody.
joining-kind = How do you come?
joining-kind-resident = A desk or an office all year round.
joining-kind-nomade = Now and then, to work.
joining-kind-benevole = To lend a hand.
joining-kind-usager = For the workshops, the machines, the services.
joining-charter = The charter of the place
joining-charter-version = Version { $version }, of { $day }
joining-charter-agree = I have read the charter and accept it
joining-submit-direct = Become a member
joining-submit-request = Send my request
joining-back = Back to the page of the place
joining-already-member = You are a member of { $place }
joining-already-asked = Your request was sent on { $day }.
joining-already-asked-text = The team of the place answer by e-mail. You can still withdraw it.
joining-my-places = See my places

joining-error-kind = Say how you come.
joining-error-charter = To be a member, you have to accept the charter of the place.
joining-error-charter-changed = The charter has just changed. Read it again below before you accept it.
joining-error-closed = This place has closed: it cannot be joined any more.
joining-error-too-often = You have made many requests these last days. Wait a few days before the next, or drop in and see the team.
joining-error-too-long = That is too long: { $limit } characters at most.
joining-error-last-host = { $place } would have nobody left to host it. Name somebody else first, or ask the coordination of the network.
joining-error-not-asked = This request has been answered already, or was withdrawn.
joining-error-not-member = This person is no longer a member of the place.
joining-error-sponsor = Choose a member of the place.
joining-error-letter-empty = The letter is empty.
joining-error-letter-decided = This letter has already been sent or set aside.
joining-error-email = This e-mail address is not complete: it is written name@example.com.
joining-error-person = This account is suspended: it cannot host a place.

done-joining-member = Welcome! You are a member of this place.
done-joining-asked = Your request is on its way. The team of the place answer by e-mail.
done-joining-left = Done: you are no longer a member of this place.
done-joining-withdrawn = Your request is withdrawn.
done-joining-charter = Thank you: you have accepted the charter.
done-joining-accepted = The request is accepted, a letter of welcome is on its way.
done-joining-declined = The request is declined, a letter is on its way.
done-joining-host-named = Done: this person now hosts the place.
done-joining-host-released = Done: this person no longer hosts the place, and stays a member.
done-joining-removed = Done: this person is no longer a member of the place. A letter tells them so.
done-joining-rules = The settings of the welcome are saved.
done-joining-ticked = Noted.
done-joining-letter-sent = The letter is on its way. The answer will come to your mailbox.
done-joining-letter-aside = The letter is set aside: it will not be sent.
done-joining-host-invited = An invitation is on its way to this address.

charter-title = The charter of the place
charter-you-accepted = You accepted version { $version } on { $day }.
charter-members-only = Whoever joins the place accepts it.
charter-submit = I accept this version

leaving-title = Leave { $place }
leaving-withdraw-title = Withdraw my request for { $place }
leaving-text = This is what it entails:
leaving-hosts = the team no longer count you among the members;
leaving-directory = what you showed to the members of this place is not shown to them any more;
leaving-notes = what was noted for your welcome, and your agreement to the charter, are erased;
leaving-registrations = your registrations for events stay.
leaving-withdraw-text = The team of the place will not see it any more. You can make another one later.
leaving-submit = Leave this place
leaving-keep = Stay a member

own-places-title = My places
own-places-empty = You are not a member of any place at the moment
own-places-empty-text = On the page of each place, a button lets you join it.
own-places-find = Find a place
own-places-asked = requested on { $day }
own-places-since = since { $day }
own-places-manage = Members and requests

joining-people-title = Members
joining-people-requests = Requests to answer
joining-people-no-request = No request is waiting.
joining-people-asked-on = Request of { $day }
joining-people-account-waiting = This account is new in the network: accepting it here welcomes it there too.
joining-people-word = A word for { $name }
joining-people-word-hint = It is sent with the answer.
joining-people-accept = Accept
joining-people-decline = Decline
joining-people-list = Members
joining-people-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
joining-people-found = { $count ->
    [0] Nobody of that name
    [one] { $count } person found
   *[other] { $count } people found
}
joining-people-search = Search for a name
joining-people-search-submit = Search
joining-people-none = Nobody has joined this place yet.
joining-people-since = Member since { $day }
joining-people-charter-accepted = Charter accepted, version { $version }
joining-people-charter-old = Charter accepted in an older version
joining-people-charter-not = Charter not accepted yet
joining-people-manage = Manage
joining-people-make-host = Make a host
joining-people-make-host-hint = { $name } will be able to edit the page, publish events and answer requests.
joining-people-end-host = No longer a host
joining-people-end-host-hint = { $name } stays a member of the place.
joining-people-remove = Remove from the place
joining-people-remove-hint = { $name } is no longer a member; a letter says so, with your word.
joining-people-last-host = { $name } is the only person who hosts this place. To change that, name somebody else first.
joining-people-rules = Set up the welcome: charter, word of welcome, requests

newcomers-title = Welcoming newcomers
newcomers-lede = The people who came less than three months ago, and what is left to do with them.
newcomers-none = Nobody new at the moment
newcomers-none-text = Whoever joins the place appears here for three months, with a list of first steps.
newcomers-letters = Letters to read over
newcomers-letters-text = Nothing is sent without you. Read, change what you like, then send; or set aside.
newcomers-letter-un-mois = { $name }, one month after arriving
newcomers-letter-six-semaines = { $name }, six weeks after arriving
newcomers-letter-text = Your letter
newcomers-letter-hint = The answer will come to your address, { $email }, which { $name } will see.
newcomers-letter-send = Send this letter
newcomers-letter-aside = Set aside
newcomers-people = Newcomers
newcomers-joined = Member since { $day }
newcomers-progress = { $done } of { $all }
newcomers-next-letter = A letter will be proposed to you on { $day }.
newcomers-letter-sent = Letter sent by { $who } on { $day }.
newcomers-letter-was-aside = Letter set aside by { $who } on { $day }.
newcomers-step-visite = Visit of the place
newcomers-step-charte = Charter accepted
newcomers-step-annuaire = Choices in the directory
newcomers-step-premiere-demande = First request
newcomers-step-premiere-offre = First offer
newcomers-step-parrainage = Sponsor
newcomers-step-premier-evenement = First event
newcomers-done-by = noted by { $who } on { $day }
newcomers-done-known = on { $day }
newcomers-sponsored-by = { $sponsor }, noted by { $who } on { $day }
newcomers-somebody = somebody whose account is gone
newcomers-tick = Note
newcomers-untick = Undo
newcomers-sponsor = Sponsor of { $name }
newcomers-sponsor-choose = Choose a member
newcomers-draft-un-mois =
    Hello { $name },

    You have been coming to { $place } for a month. How is it going? Have you found your bearings, met people?

    If you miss something, or have an idea for the place, just answer this letter, or drop in.

    { $host }
newcomers-draft-six-semaines =
    Hello { $name },

    Six weeks already! Is there a skill that you would like to share, or something that you would like to learn? Somebody here, or in another place of the network, can surely answer.

    And if you have two minutes: what would make you stay, what would make you leave?

    { $host }

joining-rules-title = Settings of the welcome
joining-rules-joining = How does one become a member?
joining-rules-joining-directe = By saying so
joining-rules-joining-directe-hint = Whoever has an account in the network is a member at once.
joining-rules-joining-sur-demande = On request
joining-rules-joining-sur-demande-hint = You get an e-mail and answer.
joining-rules-welcome = Word of welcome
joining-rules-welcome-hint = Sent to whoever becomes a member: where the keys are, whom to talk to, when to drop in. Plain text, 4,000 characters at most.
joining-rules-charter = Charter of the place
joining-rules-charter-hint = What everybody accepts when joining the place. Leave it empty if there is none. Formatting: an empty line separates paragraphs, a dash begins an item of a list, **two stars** make bold.
joining-rules-charter-now = In force: version { $version }, of { $day }, written by { $who }.
joining-rules-charter-raises = If you change this text, it is a new version: every member will be asked to accept it, at their next visit of the page of the place.
joining-rules-charter-none = There is no charter at the moment.
joining-rules-changed = { $who } changed the charter while you were writing (version { $version }). Your text is kept below; here is theirs. Take over what is needed, then save.
joining-rules-changed-text = The charter in force, version { $version }
joining-rules-submit = Save

joining-hosts-title = Hosts of the network
joining-hosts-lede = Who hosts which place, and whom to entrust it to.
joining-hosts-none = Nobody hosts this place
joining-hosts-without = { $count ->
    [one] One place of this page has nobody to host it.
   *[other] { $count } places of this page have nobody to host them.
}
joining-hosts-entrust = Entrust this place
joining-hosts-email = E-mail address
joining-hosts-email-hint = With an account, the person hosts the place at once. Without one, a letter invites them to open it.
joining-hosts-submit = Entrust
joining-hosts-release = { $name } no longer hosts this place
joining-hosts-search = Search for a place
joining-hosts-empty = No place of that name

joining-letter-request-subject = { $name } asks to join { $place }
joining-letter-request = { $name } would like to be a member of { $place }.
joining-letter-request-button = Answer this request
joining-letter-welcome-subject = Welcome! You are a member of { $place }
joining-letter-welcome = Hello { $name }, you are now a member of { $place }.
joining-letter-see-place = See the page of the place
joining-letter-declined-subject = Your request to join { $place }
joining-letter-declined = Hello { $name }, the team of { $place } cannot say yes to your request at the moment.
joining-letter-see-places = See the other places
joining-letter-removed-subject = You are no longer a member of { $place }
joining-letter-removed = Hello { $name }, the team of { $place } took you off the list of its members.
joining-letter-host-subject = You now host { $place }
joining-letter-host = Hello { $name }, you are entrusted with { $place }: you can edit its page, publish events and answer requests.
joining-letter-newcomer-subject = News from { $place }, by { $host }
joining-letter-newcomer-after = Just answer this letter: { $host } will read you.
