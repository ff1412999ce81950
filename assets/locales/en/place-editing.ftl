# Hosts edit the page of their place.

place-edit = Edit the page
place-edit-title = Edit the page of { $place }
place-edit-see = See the page
place-edit-back = Back
place-edit-save = Save
place-edit-add = Add
place-edit-remove = Remove
place-edit-undo = Undo
place-edit-empty = Nothing yet
place-edit-choose = Choose…
place-edit-host-bar = For the team of the place

# The parts of the page.
place-edit-fiche = Name, presentation and access
place-edit-briques = Bricks of activity
place-edit-horaires = Opening hours
place-edit-fermetures = Exceptional closures
place-edit-equipement = Equipment
place-edit-equipe = Team and partners
place-edit-confirmation = Details confirmed
place-edit-pieces = { $all ->
    [one] { $out ->
        [0] One piece, in service
       *[other] One piece, out of service
    }
   *[other] { $out ->
        [0] { $all } pieces, all in service
       *[other] { $all } pieces, { $out } of them out of service
    }
}

place-edit-confirm = Everything is right
place-edit-confirm-ask = Read the page again: if everything is right, say so, and visitors will know that they can rely on it.
done-place-confirmed = Thank you: the page says that everything was checked today.
done-place-saved = Saved, and visible at once.

# The sheet.
place-edit-name = Name
place-edit-summary = In one sentence
place-edit-summary-hint = What is read in the list of places.
place-edit-description = Presentation
place-edit-markdown-hint = An empty line begins a paragraph; **bold**, *italic*, and a hyphen at the start of a line for a list.
place-edit-address = Number and street
place-edit-postcode = Postcode
place-edit-commune = Town
place-edit-point = Exact point on the map
place-edit-point-hint = Latitude and longitude, copied from a map: 44.7289, 5.0215. Without them the place is shown at the centre of the town.
place-edit-website = Website
place-edit-directions = How to come
place-edit-directions-hint = On foot from the station, by bus, where to leave a bicycle or a car.
place-edit-accessibility-hint = Tick what is really possible on the spot.
place-edit-accessibility-note = More about accessibility

place-edit-needed = Fill this in to go on.
place-edit-too-long = This is too long: { $longest } characters at most.
place-edit-bad-postcode = A postcode has five figures, such as 26400.
place-edit-bad-website = This is no address of a site, such as https://example.org.
place-edit-bad-point = Give two numbers with a comma between them, such as 44.7289, 5.0215.
place-edit-bad-contact = Give a generic mailbox or a web page.
place-edit-bad-person = Give a name, without an address or a link.
place-edit-bad-day = Give a date.

# Bricks.
place-edit-no-brick = No brick yet: add one.
place-edit-brick-add = Add a brick
place-edit-brick-kind = Activity
place-edit-brick-name = name
place-edit-brick-text = text
place-edit-brick-contact = contact
place-edit-brick-own-name = Own name
place-edit-brick-name-hint = “Le Labo”, for instance. Without a name, it is that of the activity.
place-edit-brick-contact-hint = A generic mailbox (lab@…) or a web page; never a person’s address.
place-edit-bricks-order = Bricks, in order
place-edit-own-hours = Hours of this brick alone
place-edit-own-hours-hint = Only when they differ from those of the place.
place-edit-up = Move { $name } up
place-edit-down = Move { $name } down
place-edit-under = { $whole }: { $part }
done-brick-added = The brick is on the page: say a few words about it.

# Hours.
place-edit-hours-hint = Two stretches a day at most. A day without hours is closed. An end before its start is the next day’s.
place-edit-opens = { $day }, stretch { $n }: opens
place-edit-closes = { $day }, stretch { $n }: closes
place-edit-holidays = Closed on public holidays
place-edit-raw-fold = Particular week (every other Saturday, summer, by appointment…)
place-edit-raw = Hours in OpenStreetMap syntax
place-edit-raw-hint = When filled in, this field takes the place of the table. For instance: Sa[1] 09:00-12:00; Jul-Aug Mo-Fr 10:00-13:00; We 14:00-18:00 "by appointment".
place-edit-preview = See what will be read
place-edit-reads = It will read:
place-edit-hours-none = nothing (hours not given).
place-edit-hours-half = Give both the opening and the closing.
place-edit-hours-unreadable = Give times, such as 9:30.
place-edit-hours-overlap = These two stretches touch or overlap.
place-edit-hours-syntax = unreadable from character { $column } on.
place-edit-hours-range = A number makes no sense (minute 75, week 60…).
place-edit-hours-long = This is too long or too intricate to be shown.
place-edit-hours-sun = Hours of the sun are not taken: give hours of the clock.
place-edit-hours-open-end = Say until when: “18:00+” is not enough.
place-edit-hours-repetition = Repetitions are not taken: give stretches.
place-edit-hours-holiday = School holidays (SH) do not combine with weekdays.

# Closures.
place-edit-no-closure = No closure announced.
place-edit-closure-new = Announce a closure
place-edit-closure-first = First closed day
place-edit-closure-last = Last closed day
place-edit-closure-last-hint = Empty: one day alone.
place-edit-closure-reason = Reason
place-edit-closure-announce = Announce
place-edit-closure-lift = Take this closure back
place-edit-closure-backwards = The last day comes before the first.
place-edit-closure-past = These days are over.
place-edit-closure-long = More than a year: check the year.
place-edit-clashes = { $count ->
    [one] One event falls into this closure: to be moved, cancelled, or kept knowingly.
   *[other] { $count } events fall into this closure: to be moved, cancelled, or kept knowingly.
}
done-closure-added = The closure is announced.
done-closure-lifted = The closure is no longer announced.

# Equipment.
place-edit-piece-new = Add a piece of equipment
place-edit-piece-state = State
place-edit-piece-note = Note
done-equipment-saved = Noted, and visible on the page.

# Team.
place-edit-team-hint = Only people who agree to be named on a public page. Empty a name to remove its line.
place-edit-person = Name
place-edit-role = Role
place-edit-partner = Partner
place-edit-partner-kind = Tie

# History and conflicts.
place-edit-history = History
place-edit-no-history = No change yet.
place-edit-signed = { $who }, { $day } at { $time }
place-edit-somebody = A person of the team
place-edit-import = An import
place-edit-what = What
place-edit-before = Before
place-edit-after = After
place-edit-nothing = (nothing)
place-edit-restore = Go back to how it was before
place-edit-older = Older changes
done-place-restored = It is as it was before.
place-edit-conflict-title = Two versions
place-edit-conflict = { $who } changed this part ({ $day }, { $time }) while you were writing.
place-edit-conflict-help = Nothing is lost: here is what differs. Take over below what is to be kept, then save: your version will replace the other, which the history keeps.
place-edit-theirs = Saved
place-edit-yours = You
place-edit-take-theirs = Give up my version

# The door.
place-edit-door = The door
place-edit-open = I open
place-edit-close = I close
place-edit-close-day = I close for the day
place-edit-door-planned = Back to the planned hours
place-edit-door-unknown = Hours not given
place-edit-door-said = { $who }, at { $time }
place-edit-door-hint = This holds until the next change of the planned hours, at the latest until midnight.
done-door-open = It is open, everywhere on the site.
done-door-closed = It is closed, everywhere on the site.
done-door-planned = The planned hours hold again.

# Photos.
place-edit-photos = Photos
place-edit-photo-add = Add a photo
place-edit-photo-file = File
place-edit-photo-file-hint = JPEG, PNG or WebP, 10 MB at most. The place and date that telephones write into it are erased.
place-edit-photo-alt = What it shows
place-edit-photo-alt-hint = One sentence for whoever does not see it: “The courtyard and its lime tree, tables outside”.
place-edit-bad-alt = Say in a sentence what the photo shows.
place-edit-no-photo = No photo: a drawn landscape stands in for it.
place-edit-photos-full = The page has as many photos as it can show (12): remove one first.
place-edit-removed = { $what }: removed from the page.
done-photo-added = The photo is on the page.
place-edit-photo-count = { $count ->
    [one] One photo
   *[other] { $count } photos
}
