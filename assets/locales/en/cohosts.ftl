# Events in several hands: co-hosts, and several places.
cohosts-do = Co-hosts
cohosts-title = Who hosts this event
cohosts-lede = Somebody named here may change the event, cancel it and see who registers, even though they hold no place. No name is shown to the public.
cohosts-holders = Who hosts it
cohosts-nobody = Nobody is named: the hosts of the place look after it.
cohosts-since = named on { $day }
cohosts-announced = published the event
cohosts-remove = Remove
cohosts-leave = Stop co-hosting
cohosts-name = Name
cohosts-search = Name somebody
cohosts-search-lede = The members of the place, and anybody whose name you see in the directory. A letter tells them; they can step down in one go.
cohosts-search-name = Name
cohosts-search-submit = Search
cohosts-search-more = There are more: say more of the name.
cohosts-search-nobody = Nobody of that name whom you can see.

done-cohost-named = Done: a letter tells them.
done-cohost-removed = This person hosts the event no longer.
done-cohost-left = You no longer co-host this event.

cohosts-letter-named-subject = You co-host: { $title }
cohosts-letter-named = { $name } named you to co-host “{ $title }” at { $place }.
cohosts-letter-named-may = You may change the event, cancel it and see who registers. It stands in “I host”, and your name is not shown to the public.
cohosts-letter-named-not = Not what you agreed? On the page of the event, “Co-hosts” lets you step down in one go.
cohosts-letter-button = See the event
cohosts-letter-removed-subject = You no longer co-host: { $title }
cohosts-letter-removed = The team of { $place } took you off the hosts of “{ $title }”.
cohosts-letter-left-subject = { $name } no longer co-hosts: { $title }
cohosts-letter-left = { $name } no longer co-hosts “{ $title }” at { $place }. Name somebody else if need be.

shared-with = with
shared-places = With which places
shared-own = organises the event
shared-other = takes part in it
shared-leave = Take this place out
done-shared-left = This place takes part in the event no longer.

shared-letter-added-subject = { $place } announces an event with { $other }: { $title }
shared-letter-added = The team of { $place } announces “{ $title }” with { $other }: the event is in your agenda. You may change it and see who registers.
shared-letter-added-not = Not what you agreed? On the page of the event, “Co-hosts” lets you take your place out in one go.
shared-letter-left-subject = { $place } takes part no longer: { $title }
shared-letter-left = The team of { $place } took its place out of “{ $title }”. The event stays in your agenda.
