# The page of an event.

event-when = When
event-where = Where
event-facts = Good to know
event-tags = See also
event-before = First announced for:
event-past = This event is over.
event-no-date = No coming date is announced.
event-join = Join online
event-join-ask = The place gives the link.
event-join-later = The link is given on registration.
event-dates = Coming dates
event-others = Also at this place
