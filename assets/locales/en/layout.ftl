# What stands around every page, and pieces that several pages share.

layout-skip = Skip to content
layout-demo = Demonstration: the people and the events are invented.
layout-nav = Main navigation
layout-agenda = Agenda
layout-places = Places
layout-about = About
layout-footer = About this site
layout-made-with = Served by Vigie, free software
layout-sources = About and sources
layout-legal = Legal notice
layout-privacy = Privacy
layout-accessibility = Accessibility: not compliant

crumbs = Breadcrumb
paging = Pages
paging-previous = Previous page
paging-next = Next page

filters = Search and filter
filters-text = Words to look for
filters-date = From
filters-apply = Show
filters-count = { $count ->
    [one] one active filter
   *[other] { $count } active filters
}
filters-active = Active filters
filters-remove = Remove the filter
filters-clear = Clear all

map-skip = Skip the map and go to the list
map-open = open now
map-several = { $count } places:
map-area = { $name }: { $count ->
    [one] { $count } place
   *[other] { $count } places
}

near-label = Near me
near-placeholder = Town or postcode
near-search = Search
near-which = Which town do you mean?
layout-mine = My space
layout-sign-out = Sign out
layout-sign-in = Sign in
