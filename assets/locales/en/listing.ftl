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
