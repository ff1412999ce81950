# Announcing events: the form.
publishing-new = New event
publishing-edit = Change the event
publishing-edit-date = Change this date
publishing-edit-date-lede = Only this date of “{ $title }” changes. The others stay as they are.
publishing-duplicate = Do this event again
publishing-duplicate-lede = Everything is taken over, on the next likely date. Check the date, then publish.
publishing-publish = Publish
publishing-save = Save
publishing-see-dates = See the dates
publishing-keep-draft = Keep as a draft
publishing-cancel = Change nothing
publishing-which-place = In which place?
publishing-no-place = Publishing is for the hosts of a place. Ask those of yours.
publishing-choose = Choose
publishing-title = Title
publishing-kind = Kind
publishing-brick = Brick
publishing-no-brick = The whole place
publishing-date = Date
publishing-start = Start
publishing-end = End
publishing-when = Dates and times
publishing-last-day = Last day
publishing-last-day-hint = Only if the event lasts several days. An evening that ends after midnight does not need it.
publishing-whole-day = All day, without times
publishing-repeats = Repetition
publishing-once = Once
publishing-repeats-day = Every day
publishing-repeats-week = Every week
publishing-repeats-month-weekday = Every month, on the same weekday
publishing-repeats-month-date = Every month, on the same date
publishing-repeats-year = Every year
publishing-repeats-dates = On chosen dates
publishing-every = How often?
publishing-every-hint = 1: every week (or month…); 2: every other one.
publishing-weekday = Weekdays
publishing-weekday-hint = For weekly repetition, or the same weekday each month. None chosen: the weekday of the first date.
publishing-nth = In the month
publishing-nth-hint = For “every month, on the same weekday”. None chosen: as the first date.
publishing-dates = Other date
publishing-until = Until
publishing-count = Or number of dates
publishing-holidays = Skip public holidays
publishing-school = School holidays
publishing-school-ignore = No effect
publishing-school-skip = Skip the holidays
publishing-school-only = Only in the holidays
publishing-pause-from = Pause from
publishing-pause-to = Resumes on
publishing-description = Description
publishing-description-hint = What happens, what to bring. *Italics*, **bold**, lists with a dash.
publishing-mode = How to take part
publishing-further = Also with these places
publishing-further-hint = The event enters their agenda and their feeds. A letter tells them; they can take their place out.
publishing-rules = Rules of registration
publishing-room = Room
publishing-room-hint = Always write it the same way: it will not be given twice.
publishing-room-known = Used before: { $rooms }.
publishing-address = Address, if elsewhere
publishing-address-hint = Empty: at the place.
publishing-online = Link of the video call
publishing-online-hint = Empty: the link is given later.
publishing-registration = Registration
publishing-capacity = Number of seats
publishing-capacity-hint = Empty: no limit.
publishing-closes = Registration closes, in hours before the start
publishing-price = Price in euros
publishing-price-hint = 0: free. Empty: not said.
publishing-price-note = About the price
publishing-audience = For whom
publishing-theme = Themes
publishing-accessibility = Accessible to people with
publishing-accessibility-hint = Tick what is really provided.
publishing-accessibility-note = About accessibility
publishing-organiser = Organised by
publishing-organiser-hint = An association, a group; never a person’s name. Empty: the place.
publishing-note = To know
publishing-fold-repeats = Repeat
publishing-fold-repeats-about = every week, every month, public holidays
publishing-fold-text = Description
publishing-fold-text-about = what happens
publishing-fold-long = Several days
publishing-fold-long-about = exhibition, camp, whole day
publishing-fold-where = Room, video call
publishing-fold-where-about = or another address
publishing-fold-seats = Registration
publishing-fold-seats-about = free entry if you leave it
publishing-fold-whom = Price, audience, themes
publishing-fold-whom-about = and accessibility
publishing-fold-further = Also in other places
publishing-fold-further-about = held together
publishing-fold-organiser = Who organises
publishing-fold-organiser-about = the place, if you leave it
publishing-kept = You had begun to write here without saving.
publishing-restore = Take up what I had written
publishing-forget = Forget it

# The dates before they are saved.
publishing-preview-count = { $count } in the coming two years
publishing-preview-hint = Tick a date to leave it out.
publishing-leave-out = Leave out
publishing-skipped = left out, { $why }
publishing-skipped-by-you = left out, as you asked
publishing-skipped-pause = left out, pause
publishing-skipped-outside = left out, no school holidays
publishing-note-no-date = No date takes place: all are left out.
publishing-note-past = This date is already past.
publishing-note-no-school-zone = This place has no school zone: its holidays are not known.
publishing-note-school-known = School holidays are known until { $day }. Later dates will be worked out again when they are published.
publishing-clash-room = The room “{ $room }” is already taken { $when }:
publishing-clash-host = You already host { $when }, at { $place }:
publishing-clash-nearby = Nearby, at { $place }, a similar event { $when }:
publishing-look-first = Not published yet: other events take place at the same time. If that is as you wish, publish again.
publishing-look = See them

# What is wrong.
publishing-fault-title-short = Give a title of at least 3 characters.
publishing-fault-title-long = The title has more than 120 characters: shorten it.
publishing-fault-kind = Choose a kind.
publishing-fault-date = Give a date, for example 14/05/2026.
publishing-fault-start = Give the start time, for example 18:30.
publishing-fault-end = Give the end time, for example 20:30.
publishing-fault-end-before-start = The end is before the start. For an end on another day, give the last day.
publishing-fault-too-long = This is too long: at most 31 days with times, one year in whole days.
publishing-fault-too-far = This is more than two years ahead: the agenda does not go that far.
publishing-fault-long-ago = This date was more than a year ago: check the year.
publishing-fault-year = The year is not possible.
publishing-fault-every = Give a number between 1 and 400.
publishing-fault-count = Give a number of dates between 1 and 1000.
publishing-fault-two-ends = Choose one end: a date or a number of dates, not both.
publishing-fault-until = The series stops before its first date.
publishing-fault-date-before-start = A chosen date is before the first.
publishing-fault-too-many-dates = There are more than 400 dates.
publishing-fault-pause = A pause has a first day, and resumes after it.
publishing-fault-repeats = This repetition is not possible.
publishing-fault-online = This is not the address of a web page: it begins with https://.
publishing-fault-price = Give an amount, for example 5 or 12.50.
publishing-fault-number = Give a whole number, at most { $most }.
publishing-fault-long = This is too long: at most { $limit } characters.
publishing-fault-room = The room “{ $room }” is taken { $when } by “{ $title }”. Choose another room or another time.
publishing-fault-overtaken = Somebody else has just changed this event. Nothing was written over: read the page of the event, then save again.

# Which dates.
publishing-which-dates = Which dates to change?
publishing-reach-date = This date
publishing-reach-date-hint = Another time, room or title, for this once.
publishing-reach-following = This date and those that follow
publishing-reach-following-hint = The series ends before this date; a new series begins, with a page of its own.
publishing-reach-all = All dates
publishing-reach-all-hint = The whole series, past dates too.
publishing-lede-all = All dates of the series change. Dates that were changed by themselves keep their differences.
publishing-lede-following = The series ends before { $day }. What follows becomes a new series, with a page of its own; the differences and registrations of these dates go along.
publishing-whole-series = The whole series, for what is still to come

# Two people at once.
publishing-conflict = Two versions of this event
publishing-conflict-lede = Somebody else saved this event while you were writing. Nothing is lost: choose, for each difference, what is to stay.
publishing-theirs = Saved in the meantime:
publishing-own = What you wrote:
publishing-conflict-save = Save these choices
publishing-nothing = (nothing)

# Cancelled, put off, moved online, taken back, deleted.
publishing-reason = Why
publishing-reason-hint = In a few words, on the page of the event.
publishing-date-note = To know for this date
publishing-annuler-heading = Cancel
publishing-annuler-lede = The cancellation is shown everywhere, and in subscribed calendars. You can take it back.
publishing-annuler-submit = Cancel the event
publishing-reporter-heading = Put off
publishing-reporter-lede = Give the new date, or leave it empty if it is not known yet.
publishing-reporter-submit = Put off
publishing-en-ligne-heading = Move online
publishing-en-ligne-lede = It no longer takes place on site, but by video call.
publishing-en-ligne-submit = Move online
publishing-retablir-heading = Take back
publishing-retablir-lede = “{ $title }” takes place as announced.
publishing-retablir-submit = Take back
publishing-supprimer-heading = Delete
publishing-supprimer-lede = “{ $title }” leaves every page, with all its dates. To say that it does not take place, cancel it instead: people who noted it will know.
publishing-supprimer-submit = Delete for good

# The cover.
publishing-do-cover = Picture
publishing-cover = Picture of the event
publishing-cover-drawn = Without a picture, a small landscape is drawn for this event.
publishing-cover-save = Save the picture
publishing-cover-remove = Take the picture away
publishing-file = Picture
publishing-file-hint = A photo or a poster, as JPEG, PNG or WebP. Nobody may be recognised on it without having agreed.
publishing-alt = What it shows
publishing-alt-hint = For people who do not see the picture. If it is a poster, write its text.
publishing-fault-alt = Say in a few words what the picture shows.
publishing-fault-no-file = Choose a picture.

# Lists.
publishing-list = Events: { $place }
publishing-mine = Events that I host
publishing-drafts = Drafts
publishing-draft-saved = saved on { $day }
publishing-untitled = Untitled
publishing-discard = Throw away
publishing-coming = Coming
publishing-nothing-coming = Nothing is announced. The easiest way: do a past event again.
publishing-past = Past
publishing-do-edit = Change
publishing-do-duplicate = Do again
publishing-do-cancel = Cancel
publishing-do-postpone = Put off
publishing-do-online = Move online
publishing-do-reinstate = Take back
publishing-do-remove = Delete
publishing-do-list = All events of the place
publishing-hosts = You host this place

# What was done.
done-event-published = Published: the page, the agenda and subscribed calendars are up to date.
done-event-saved = Saved.
done-date-saved = This date is changed; the others have not.
done-series-split = The new series begins here; the old one ends before.
done-series-split-dropped = The new series begins here; the old one ends before. Some dates no longer take place: check the list.
done-draft-saved = The draft is kept. Only the hosts of the place see it.
done-draft-beside = Somebody had changed this draft: yours is kept beside it.
done-draft-discarded = The draft is thrown away.
done-cover-saved = The picture is in place.
done-cover-removed = The picture is taken away.
done-event-cancelled = The cancellation is shown everywhere.
done-event-postponed = The new date is shown everywhere.
done-event-online = It has moved online.
done-event-reinstated = It takes place again.
done-event-removed = The event is deleted.

publishing-nth-option = { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
   *[other] last
}

# Published by itself.
publishing-fold-later = Publish later
publishing-fold-later-about = on a day and at an hour that you choose
publishing-later-date = Publish on
publishing-later-time = At
publishing-later-hint = Without an hour, at 9:00. Empty: at once.
publishing-planned = will be published on { $day } at { $time }
publishing-unplan = Do not publish
publishing-fault-later-date = Give the day on which to publish, or empty these fields to publish at once.
publishing-fault-later-time = Give the hour at which to publish, such as 9:00.
publishing-fault-later-past = That moment is over. Choose one to come, or empty these fields to publish at once.
publishing-fault-later-after = The event would have taken place already. Publish on its day at the latest.
done-event-planned = It is planned: the event will publish itself. Until then only the place’s hosts see it.
done-event-unplanned = The event stays a draft.
later-letter-failed-subject = Not published: { $title }
later-letter-failed = “{ $title }” was to appear in the agenda of { $place } today, and could not: the room was taken in the meantime, or you no longer host this place. The draft is kept.
later-letter-failed-button = Open the draft
