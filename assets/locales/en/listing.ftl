# Rows of lists of events, and what feeds say of themselves.

row-all-day = all day
row-under-way = under way
row-until = until { $day }
row-spoken = { $day } at { $time }
row-registration = registration needed
row-mode-a-distance = online
row-mode-hybride = on site and online

subscribe-bounded = This feed holds the 5,000 events nearest to today. To miss nothing, subscribe to a place, a territory or a theme.

feed-network = { $network }: agenda
feed-place = { $place }: agenda
feed-territory = { $territory }: agenda
feed-filtered = { $network }: { $filters }
feed-description = The public events of { $network }. Updated with every change.
feed-bounded = Only the 5,000 events nearest to today are in this feed.
feed-price = Price: { $price }
feed-audience = For whom: { $audience }
atom-title = New events of { $network }

filter-free = Free of charge
filter-registrable = Registration still open
filter-text = “{ $text }”

# The agenda's own words.
agenda-heading = Agenda
agenda-from = From { $day }
agenda-after = From { $day }
agenda-before = Before { $day }
agenda-today = Today
agenda-view-jour = List
agenda-view-semaine = Week
agenda-view-mois = Month
agenda-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
agenda-see-day = see this day
agenda-page = Page { $page } of { $pages }
agenda-unknown = We did not understand part of the address ({ $names }): it is left aside.
agenda-overlong = The address is too long to be read: here is the whole agenda.
agenda-empty = Nothing in this period
agenda-empty-text = Widen the search:
agenda-empty-nothing = No event is announced for now. Subscribe: the next ones will arrive in your calendar by themselves.
agenda-empty-next = Next event: { $day }
agenda-empty-without = Without the filter { $filter }
agenda-empty-all = The whole agenda
atom-short = New events

filter-lieu = Place
filter-all-lieu = All places
filter-territoire = Territory
filter-all-territoire = All territories
filter-genre = Kind
filter-all-genre = All kinds
filter-theme = Theme
filter-all-theme = All themes
filter-brique = Activity
filter-all-brique = All activities
filter-accessible = Accessibility
filter-all-accessible = Any

# The page of an event, as it is told.
event-all-dates = All dates
event-next-date = Next date
event-last-date = Last date
event-in-days = in { $days } days
event-note = Good to know
event-notice-a-confirmer = The date is not certain yet: look again before you come.
event-notice-complet = No seat is left.
event-notice-deplace = The date, time or place has changed.
event-notice-en-ligne = The event takes place online, not on site.
event-notice-reporte = The event does not take place on this date; another one will be announced.
event-notice-annule = The event will not take place.
event-fact-audience = For whom
event-fact-price = Price
event-fact-capacity = Capacity
event-fact-registration = Registration
event-fact-organiser = Organised by
event-seats = { $count ->
    [one] a single seat
   *[other] { $count } seats
}
event-registration-until = until { $day }, { $time }
event-registration-closed = registration is closed
event-more-dates = and { $count } more
event-ics-date = Add this date (.ics)
event-ics-series = The whole series (.ics)
event-updated = Updated on { $day }.

# Pages about the service.
about-feed-agenda = The whole agenda (iCalendar)
about-coming = { $events } in the coming year
