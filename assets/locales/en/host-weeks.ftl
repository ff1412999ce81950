# The week of a place: its dates, confirmed, cancelled or moved by a tap.

host-bar-week = Week
host-weeks-title = The week of { $place }
host-weeks-lede = Are your dates taking place? One tap is enough: the site, calendars and mails follow.
host-weeks-empty = Nothing is announced.
host-weeks-this = This week, { $days }
host-weeks-next = Next week, { $days }
host-weeks-nothing = Nothing announced.
host-weeks-all = { $n ->
    [one] Confirm all ({ $n } date)
   *[other] Confirm all ({ $n } dates)
}
host-weeks-yes = Yes, it takes place
host-weeks-annuler = Cancel
host-weeks-deplacer = Move
host-weeks-reinstate = It takes place after all
host-weeks-close = Change nothing
host-weeks-taken = { $n ->
    [0] No registration
    [one] { $n } seat taken
   *[other] { $n } seats taken
}
host-weeks-taken-of = { $n ->
    [0] No registration for { $seats } seats
    [one] { $n } seat of { $seats } taken
   *[other] { $n } seats of { $seats } taken
}
host-weeks-waiting = { $n } on the waiting list
host-weeks-confirmed = Confirmed { $day }
host-weeks-confirmed-by = Confirmed { $day } by { $name }
host-weeks-annuler-question = Cancel this date?
host-weeks-annuler-submit = Cancel the date
host-weeks-deplacer-question = Move it to when?
host-weeks-deplacer-submit = Move the date
host-weeks-will-tell = { $n ->
    [one] { $n } person is registered and will be told by mail.
   *[other] { $n } people are registered and will be told by mail.
}
host-weeks-over-title = This week is over
host-weeks-over-text = The link of a note only works during the week that it is about. The coming dates await you on the site.
host-weeks-over-sign-in = Sign in

done-week-confirmed = Confirmed: it takes place.
done-week-all-confirmed = Confirmed: all of them take place.
done-week-cancelled = The date is cancelled. Second thoughts? “It takes place after all” brings it back.
done-week-reinstated = The date is on again.
done-week-moved = The date is moved.
done-week-gone = This date has changed in the meantime: here is how it stands.
done-week-room-taken = The room was given to another event in the meantime: choose another time or room from the page of the event.

network-rules-fade = Dates “to be confirmed”
network-rules-fade-hint = A series that nobody says anything about any more becomes “to be confirmed”: its dates of the coming two weeks say so everywhere, until the team of the place confirms them.
network-rules-fade-weeks = { $n ->
    [0] Never
   *[other] After { $n } weeks of silence
}
host-weeks-preview = Read Friday’s note
