//! The two forms in which an event says its dates: local times of a zone, or whole days.
//! DTSTART, EXDATE, RDATE and RECURRENCE-ID of one event all take the same.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Timelike, Utc};
use chrono_tz::Tz;
use ics::components::Property;

use crate::domain::period::{instant_of, local_of};
use crate::domain::schedule::{OccurrenceKey, Span};

/// The form of an event's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `;TZID=Europe/Paris:20260305T183000`
    Zoned(Tz),
    /// `;VALUE=DATE:20260613`
    Days,
}

impl Form {
    pub fn of(span: &Span, zone: Tz) -> Self {
        match span {
            Span::Timed { .. } => Self::Zoned(zone),
            Span::AllDay { .. } => Self::Days,
        }
    }

    /// A property of dates in this form.
    pub fn property(self, name: &str, value: String) -> Property<'static> {
        let mut key = String::with_capacity(name.len() + 32);
        key.push_str(name);
        match self {
            Self::Zoned(zone) => {
                key.push_str(";TZID=");
                key.push_str(zone.name());
            }
            Self::Days => key.push_str(";VALUE=DATE"),
        }
        Property::new(key, value)
    }

    /// Whether the key was made by an event of this form. A key of the other form is left over
    /// from before the event changed and names none of its dates.
    pub fn fits(self, key: &OccurrenceKey) -> bool {
        (key.as_str().len() == 8) == (self == Self::Days)
    }
}

/// Values of DTSTART and DTEND. No end for what does not last: RFC 5545 wants it later than the
/// start. The last day of a span of days is included in ours and excluded in iCalendar's.
pub fn bounds(span: &Span) -> (String, Option<String>) {
    match *span {
        Span::Timed { start, end } => (local(start), (end > start).then(|| local(end))),
        Span::AllDay { first, last } => {
            let end = last.max(first).checked_add_days(Days::new(1));
            (date(first), end.map(date))
        }
    }
}

/// The series' first span, as it stands on the date of this key; `None` when the key has the
/// other form. As in `domain::recurrence`, it takes as many hours as the first time, whatever
/// clocks show at its end.
pub fn span_on(first: &Span, zone: Tz, key: &OccurrenceKey) -> Option<Span> {
    match *first {
        Span::Timed { start, end } => {
            let moved = NaiveDateTime::parse_from_str(key.as_str(), "%Y%m%dT%H%M%S").ok()?;
            let lasts = instant_of(end, zone) - instant_of(start, zone);
            let ends_at = instant_of(moved, zone).checked_add_signed(lasts)?;
            Some(Span::Timed { start: moved, end: local_of(ends_at, zone) })
        }
        Span::AllDay { first, last } => {
            let moved = NaiveDate::parse_from_str(key.as_str(), "%Y%m%d").ok()?;
            Some(Span::AllDay { first: moved, last: moved.checked_add_signed(last - first)? })
        }
    }
}

/// The key of the series' date on this day, as text.
pub fn key_on(first: &Span, day: NaiveDate) -> String {
    match first {
        Span::Timed { start, .. } => local(day.and_time(start.time())),
        Span::AllDay { .. } => date(day),
    }
}

/// `20260613`
pub fn date(day: NaiveDate) -> String {
    let mut out = String::with_capacity(8);
    push_day(&mut out, day);
    out
}

/// `20260305T183000`
pub fn local(time: NaiveDateTime) -> String {
    let mut out = String::with_capacity(16);
    push_day(&mut out, time.date());
    out.push('T');
    push_digits(&mut out, time.hour() * 10_000 + time.minute() * 100 + time.second(), 100_000);
    out
}

fn push_day(out: &mut String, day: NaiveDate) {
    let year = u32::try_from(day.year()).unwrap_or(0);
    push_digits(out, year * 10_000 + day.month() * 100 + day.day(), 10_000_000);
}

/// Decimal digits from the place of `unit` down. By hand: a feed writes six dates an event.
fn push_digits(out: &mut String, number: u32, mut unit: u32) {
    while unit > 0 {
        out.push(char::from_digit(number / unit % 10, 10).unwrap_or('0'));
        unit /= 10;
    }
}

/// `20260507T163000Z`
pub fn utc(instant: DateTime<Utc>) -> String {
    let mut out = local(instant.naive_utc());
    out.push('Z');
    out
}
