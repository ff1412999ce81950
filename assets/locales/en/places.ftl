# Pages of places and territories.

places-list = List of places
place-bricks = What you will find here
place-bricks-past = What you found here
place-hours = Opening hours
place-today = (today)
place-equipment = Equipment
place-contact = Contact
place-events = Coming up
place-past-events = Last events
place-no-events = No event announced for now.
place-practical = Practical information
place-address = Address and directions
place-geo = Open in my map app
place-osm = See on OpenStreetMap
place-accessibility = Accessibility
place-team = Team
place-partners = Partners
place-closure = Closed { $when }.
place-closure-reason = Closed { $when }: { $reason }.
place-photos = In pictures
