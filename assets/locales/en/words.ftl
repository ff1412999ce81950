# Days, series, quantities and opening hours in words.

day-today = today
day-tomorrow = tomorrow
day-yesterday = yesterday
days-in-a-row = { $first } to { $last }
duration-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

recurrence-daily = { $every ->
    [1] every day
    [2] every other day
   *[other] every { $every } days
}
recurrence-weekly-one = { $every ->
    [1] every { $days }
    [2] every other { $days }
    [3] every third { $days }
   *[other] every { $every } weeks, on { $each }
}
recurrence-weekly-several = { $every ->
    [1] every { $days }
    [2] every two weeks, on { $each }
    [3] every three weeks, on { $each }
   *[other] every { $every } weeks, on { $each }
}
recurrence-monthly-date = { $every ->
    [1] on the { $day } of each month
    [2] on the { $day } of every other month
   *[other] on the { $day }, every { $every } months
}
recurrence-monthly-late-date = { $every ->
    [1] on the { $day } of each month that has one
    [2] on the { $day } of every other month, if it has one
   *[other] on the { $day }, every { $every } months, if there is one
}
recurrence-monthly-weekday = { $every ->
    [1] on { $which } of the month
    [2] on { $which } of every other month
   *[other] on { $which } of the month, every { $every } months
}
recurrence-nth-weekday = { $nth ->
    [-1] the last { $day }
    [1] the first { $day }
    [2] the second { $day }
    [3] the third { $day }
    [4] the fourth { $day }
   *[5] the fifth { $day }
}
recurrence-nths-weekday = the { $nths } { $day }s
recurrence-yearly = { $every ->
    [1] every year on { $date }
    [2] every other year on { $date }
   *[other] every { $every } years on { $date }
}
recurrence-dates = on { $dates }
recurrence-many-dates = { $n } dates { $period }
recurrence-lasting = for { $duration }
recurrence-from = from { $date }
recurrence-until = until { $date }
recurrence-count = { $n ->
    [one] { $n } date
   *[other] { $n } dates
}
recurrence-at-most = { $n ->
    [one] at most { $n } date
   *[other] at most { $n } dates
}
recurrence-only-school-holidays = during school holidays
recurrence-public-holidays = public holidays
recurrence-school-holidays = school holidays
recurrence-except = except { $without }
recurrence-semicolon = { "; " }
recurrence-pause = no session { $period }, back on { $resumes }
recurrence-pause-open = no session from { $from }, to resume on a date to be set
recurrence-resumes = back on { $resumes }

count-places = { $n ->
    [0] no place
    [one] { $shown } place
   *[other] { $shown } places
}
count-events = { $n ->
    [0] no event
    [one] { $shown } event
   *[other] { $shown } events
}
count-dates = { $n ->
    [0] no date
    [one] { $shown } date
   *[other] { $shown } dates
}
count-seats = { $n ->
    [0] no seat
    [one] { $shown } seat
   *[other] { $shown } seats
}
price-free = free

opening-open = open now
opening-open-until = open now, until { $when }
opening-closed = closed
opening-closed-opens = closed, opens { $when }
opening-closed-today = closed today ({ $reason })
opening-closed-today-opens = closed today ({ $reason }), opens { $when }
opening-at = at { $time }
opening-at-day = { $day } at { $time }
opening-unknown = hours to be checked
opening-unstated = opening hours not given
opening-day-and-night = day and night
opening-every-day = every day
opening-note-holiday = public holiday
opening-note-unconfirmed = public holiday: check the hours
opening-note-closure = exceptionally closed
