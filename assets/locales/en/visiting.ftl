# What the pages of places, of territories and of the network's map say of their data.

home-intro = Shared offices, fablabs, digital spaces, cafés: { $places } to work, learn and make things together, and what is on there.
home-intro-empty = The network’s places, their map and their agenda. The first places are on their way.
map-of-network = Map of the places: { $network }
map-of-territory = Map of the places: { $territory }
map-of-country = Map of France: number of places by département
map-around = The surroundings of { $place }
week-more = And also: { $events } this week

places-description = All the places of { $network }: what you will find there, their opening hours, how to come.
places-overlong = The address is too long to be read: here are all places.
places-empty = No place matches all of this
places-empty-text = Widen your search:
places-empty-without = Without the filter { $filter }
places-empty-without-count = Without the filter { $filter }: { $places }
places-empty-all = All places
places-none = No place for now
places-none-text = The first places of the network are on their way.
filter-commune = Town
filter-all-commune = All towns
filter-open = Open now

near-around = Around { $commune }, nearest first (as the crow flies).
near-around-first = Several towns match. Here are the places around { $commune }, nearest first (as the crow flies).
near-unknown = We know no town or postcode “{ $typed }”. Check the spelling, or look for a town nearby.
near-commune = { $name } ({ $details })

place-since = in the network since { $month }
place-confirmed = Details confirmed on { $day }.
place-unconfirmed = These details have not been confirmed for more than six months: check before you travel.
place-never-confirmed = These details have not been confirmed by the place yet: check before you travel.
place-closed = This place closed on { $day }. Its page stays as a record of what was done there.
place-commune-point = Shown at the centre of the commune: the exact address is not known.
place-no-point = The exact position of this place is not known.
place-agenda = The whole agenda: { $place }
place-agenda-of = The agenda of { $place }
place-brick-agenda = Agenda: { $brick }
place-source = Source: { $source }
place-description = Third place in { $where }: address, opening hours and agenda.
place-description-bricks = Third place in { $where }: { $bricks }.

hours-with-note = { $hours } ({ $note })
hours-unconfirmed = { $holiday }, to be checked
hours-on-day = { $day }: { $hours }

territory-count = { $places }, { $events } this week
territory-agenda = The agenda: { $territory }
territory-description = Places and their agenda: { $territory }. { $count }.
territory-empty = No place of the network here for now
territory-empty-text = The network has no place in this territory yet.
