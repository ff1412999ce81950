//! Local time and instants, and the periods of the agenda: a day, a week, a month.
//! The only door between wall clocks and UTC; knows nothing of events.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone,
    Utc, Weekday,
};
use chrono_tz::{GapInfo, Tz};

use super::code::code_enum;
use super::schedule::Span;

/// The years in which anything takes place. Earlier and later ones are taken for mistakes.
pub const YEARS: RangeInclusive<i32> = 1970..=2100;

/// The instant of a local time. A time that the clocks pass over counts by the offset before the
/// gap (02:30 reads 03:30), a time that comes twice is its first (RFC 5545 3.3.5).
pub fn instant_of(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let offset = match zone.offset_from_local_datetime(&local) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => Some(offset),
        MappedLocalTime::None => {
            GapInfo::new(&local, &zone).and_then(|gap| gap.begin).map(|(_, before)| before)
        }
    };
    offset.and_then(|offset| local.checked_sub_offset(offset.fix())).unwrap_or(local).and_utc()
}

/// What a clock on the wall shows in the zone at this instant.
pub fn local_of(instant: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    let utc = instant.naive_utc();
    utc.checked_add_offset(zone.offset_from_utc_datetime(&utc).fix()).unwrap_or(utc)
}

/// Start (included) and end (excluded) of a span; whole days go from midnight to midnight.
pub fn instants_of(span: &Span, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    match *span {
        Span::Timed { start, end } => (instant_of(start, zone), instant_of(end, zone)),
        Span::AllDay { first, last } => (midnight(first, zone), midnight(day_after(last), zone)),
    }
}

/// The instant at which a local day begins: 01:00 where the clocks pass over midnight.
fn midnight(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant_of(date.and_time(NaiveTime::MIN), zone)
}

/// The next day; at the end of chrono's calendar, the same.
fn day_after(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or(date)
}

code_enum! {
    /// How much of the agenda one looks at.
    PeriodKind { Day = "jour", Week = "semaine", Month = "mois", }
}

/// A stretch of the agenda. Made by [`Period::containing`] or [`Period::parse`], so that it
/// begins where it should and lies within [`YEARS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    Day(NaiveDate),
    /// From this Monday to Sunday (ISO 8601).
    Week(NaiveDate),
    /// The calendar month that begins on this day.
    Month(NaiveDate),
}

impl Period {
    /// The period of a kind in which a date lies; `None` outside [`YEARS`].
    pub fn containing(kind: PeriodKind, date: NaiveDate) -> Option<Self> {
        let period = match kind {
            PeriodKind::Day => Self::Day(date),
            PeriodKind::Week => {
                Self::Week(date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into()))?)
            }
            PeriodKind::Month => Self::Month(date.with_day(1)?),
        };
        period.within_years()
    }

    /// Reads what stands in addresses: `2026-03-05`, `2026-W10`, `2026-03`. `None` for anything
    /// else, dates that do not exist and years outside [`YEARS`].
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let year = digits(year, 4)?;
        let period = if let Some(week) = rest.strip_prefix('W') {
            Self::Week(NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon)?)
        } else if let Some((month, day)) = rest.split_once('-') {
            Self::Day(NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)?)
        } else {
            Self::Month(NaiveDate::from_ymd_opt(year, digits(rest, 2)?, 1)?)
        };
        period.within_years()
    }

    pub fn kind(self) -> PeriodKind {
        match self {
            Self::Day(_) => PeriodKind::Day,
            Self::Week(_) => PeriodKind::Week,
            Self::Month(_) => PeriodKind::Month,
        }
    }

    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Day(first) | Self::Week(first) | Self::Month(first) => first,
        }
    }

    /// Its last day, included.
    pub fn last_day(self) -> NaiveDate {
        let first = self.first_day();
        self.following().and_then(|next| next.pred_opt()).unwrap_or(first)
    }

    /// Its days, in order.
    pub fn days(self) -> impl DoubleEndedIterator<Item = NaiveDate> {
        let (first, last) = (self.first_day(), self.last_day());
        let count = u64::try_from((last - first).num_days()).unwrap_or(0);
        (0..=count).filter_map(move |n| first.checked_add_days(Days::new(n)))
    }

    /// The period after it; `None` at the end of [`YEARS`].
    pub fn next(self) -> Option<Self> {
        Self::containing(self.kind(), self.following()?)
    }

    /// The period before it; `None` at the start of [`YEARS`].
    pub fn previous(self) -> Option<Self> {
        Self::containing(self.kind(), self.first_day().pred_opt()?)
    }

    /// Start (included) and end (excluded) as instants.
    pub fn range(self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        (midnight(self.first_day(), zone), midnight(day_after(self.last_day()), zone))
    }

    /// The first day after it.
    fn following(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => day.succ_opt(),
            Self::Week(monday) => monday.checked_add_days(Days::new(7)),
            Self::Month(first) => first.checked_add_months(Months::new(1)),
        }
    }

    fn within_years(self) -> Option<Self> {
        let year = match self {
            Self::Day(first) | Self::Month(first) => first.year(),
            Self::Week(monday) => monday.iso_week().year(),
        };
        YEARS.contains(&year).then_some(self)
    }
}

/// The form that [`Period::parse`] reads.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Self::Week(monday) => {
                let week = monday.iso_week();
                write!(f, "{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
        }
    }
}

/// A number written with exactly so many ASCII digits: no sign, no blank.
fn digits<N: std::str::FromStr>(text: &str, count: usize) -> Option<N> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests;
