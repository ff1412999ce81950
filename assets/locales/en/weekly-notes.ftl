# Weekly notes: the week of a place, what changed in the network.

note-settings = Choose the day and the hour
note-leave = Stop this note
note-week-subject = { $n ->
    [0] Week of { $days }: nothing announced
    [one] Week of { $days }: one date
   *[other] Week of { $days }: { $n } dates
}
note-week-intro = Are these dates taking place? Say so with one tap, without signing in: the site, calendars and those who registered will know.
note-week-why = You get this note because you host { $places }.
note-all = Confirm all at once
note-nothing = Nothing is announced.
note-announce = Announce an event
note-waiting = Waiting at { $place }
note-asking = { $n ->
    [one] One person asks to join the place
   *[other] { $n } people ask to join the place
}
note-newcomers = { $n ->
    [one] One person came in this week
   *[other] { $n } people came in this week
}
note-proposals = { $n ->
    [one] One event is proposed
   *[other] { $n } events are proposed
}
note-to-approve = { $n ->
    [one] One registration is to be approved
   *[other] { $n } registrations are to be approved
}
note-yes = Yes
note-cancel = Cancel
note-move = Move
note-reinstate = It takes place after all
note-ways = Yes, cancel or move
note-confirmed = Confirmed

note-network-subject = The week of the network
note-network-why = You get this note because you belong to the coordination of { $network }.
note-coming = { $n ->
    [0] No date in the coming seven days.
    [one] One date in the coming seven days.
   *[other] { $n } dates in the coming seven days.
}
note-members = { $n ->
    [one] One active account.
   *[other] { $n } active accounts.
}
note-new-members = { $n ->
    [0] No new account this week.
    [one] One new account this week.
   *[other] { $n } new accounts this week.
}
note-new-places = { $n ->
    [one] One new place
   *[other] { $n } new places
}
note-new-hosts = { $n ->
    [one] One new host
   *[other] { $n } new hosts
}
note-cancelled = { $n ->
    [one] One date cancelled
   *[other] { $n } dates cancelled
}
note-unconfirmed = { $n ->
    [one] One place was not confirmed for six months
   *[other] { $n } places were not confirmed for six months
}
note-quiet = { $n ->
    [one] One place without an event in 60 days
   *[other] { $n } places without an event in 60 days
}
note-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}

note-preview-title = Your next note
note-preview-lede = This is what the note would say if it left now.
note-preview-never = You do not get this note: this is what it would say.
notes-title = Notes of the week
notes-none = These notes go to people who host a place or coordinate the network.
notes-wanted = Get this note
notes-weekday = Day
notes-hour = Hour
notes-save = Save
notes-semaine-title = The week of my places
notes-semaine-text = The dates of the coming week, to be confirmed by a tap, and what waits. Never an empty note.
notes-coordination-title = The week of the network
notes-coordination-text = What changed in the network, and the places that say nothing any more.
note-leave-week-title = Stop the week of my places
note-leave-network-title = Stop the week of the network
note-leave-now = The note comes every week to { $address }.
note-leave-send = Stop it
note-left-title = This note comes no more
note-left = { $address } will not get this note any more. Dates can still be confirmed on the site.
note-return = I would like it after all

done-note-chosen = Noted.
