//! When an event takes place, as a host says it: local time, a zone, and a rule of repetition.
//! Only stated here; worked out in `recurrence` and `period`.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::code::code_enum;

/// A stretch of local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Span {
    /// From one local time to another, the end excluded; may cross midnights.
    Timed { start: NaiveDateTime, end: NaiveDateTime },
    /// Whole days, **both included** (iCalendar excludes the last: see `ical`).
    AllDay { first: NaiveDate, last: NaiveDate },
}

impl Span {
    /// The two ends as text: `20260305T183000` for times, `20260305` for whole days.
    pub fn ends(&self) -> (String, String) {
        match self {
            Self::Timed { start, end } => (time_text(*start), time_text(*end)),
            Self::AllDay { first, last } => (day_text(*first), day_text(*last)),
        }
    }

    /// Reads what [`Self::ends`] wrote; `None` for anything else.
    pub fn from_ends(start: &str, end: &str) -> Option<Self> {
        match start.len() {
            8 => Some(Self::AllDay { first: read_day(start)?, last: read_day(end)? }),
            _ => Some(Self::Timed { start: read_time(start)?, end: read_time(end)? }),
        }
    }

    /// The local day on which it starts.
    pub fn first_day(&self) -> NaiveDate {
        match self {
            Self::Timed { start, .. } => start.date(),
            Self::AllDay { first, .. } => *first,
        }
    }

    /// The last local day that it touches; a meeting that ends at midnight does not touch the next.
    pub fn last_day(&self) -> NaiveDate {
        match self {
            Self::Timed { start, end } if end.time() == NaiveTime::MIN && end > start => {
                end.date().pred_opt().unwrap_or(end.date())
            }
            Self::Timed { end, .. } => end.date(),
            Self::AllDay { last, .. } => *last,
        }
    }
}

/// An event's dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The first (or only) date; for a series it matches the rule.
    pub span: Span,
    /// IANA zone in which the local times are meant.
    #[serde(with = "zone_name")]
    pub zone: Tz,
    pub recurrence: Option<Recurrence>,
}

/// A zone, written as its IANA name.
mod zone_name {
    use chrono_tz::Tz;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(zone.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Tz, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}

impl Schedule {
    /// Whether the series has no rule that iCalendar can say: chosen dates, or a rule kept to the
    /// school holidays. Feeds then publish its dates.
    pub fn is_published_by_dates(&self) -> bool {
        self.recurrence.as_ref().is_some_and(|r| {
            matches!(r.rule, Rule::Dates { .. }) || r.school_holidays == SchoolHolidays::Only
        })
    }
}

/// How a series repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    pub rule: Rule,
    pub end: End,
    /// Local dates on which it does not take place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<NaiveDate>,
    #[serde(default)]
    pub public_holidays: PublicHolidays,
    #[serde(default)]
    pub school_holidays: SchoolHolidays,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
}

/// The pattern of a series, on local dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "freq", rename_all = "kebab-case")]
pub enum Rule {
    /// Every `every` days (1 or more).
    Daily { every: u16 },
    /// On these weekdays, every `every` weeks (Monday first). Never empty.
    Weekly { every: u16, days: Vec<Weekday> },
    /// On this day of the month (1 to 31), every `every` months; a month without it is passed over.
    MonthlyByDate { every: u16, day: u8 },
    /// On these n-th weekdays, every `every` months. Never empty.
    MonthlyByWeekday { every: u16, days: Vec<NthWeekday> },
    /// On the same date, every `every` years.
    Yearly { every: u16 },
    /// On the first date and on these, at the same local time and for as long.
    Dates { dates: Vec<NaiveDate> },
}

/// "The second Saturday", "the last Friday" of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NthWeekday {
    /// 1 to 5 from the start of the month, or -1 for the last.
    pub nth: i8,
    pub weekday: Weekday,
}

/// Where a series stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    Never,
    /// The last local date on which it may take place.
    Until(NaiveDate),
    /// After this many dates of the *rule*, counted before anything is skipped (RFC 5545 COUNT).
    Count(u32),
}

code_enum! {
    /// What a series does on public holidays.
    #[derive(Default)]
    PublicHolidays { #[default] Keep = "keep", Skip = "skip", }
}

code_enum! {
    /// What a series does in the school holidays of its place's zone.
    #[derive(Default)]
    SchoolHolidays { #[default] Ignore = "ignore", Skip = "skip", Only = "only", }
}

/// A time without dates ("reprise en septembre").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// First local day without.
    pub from: NaiveDate,
    /// First local day with again; `None`: not yet known.
    pub resumes: Option<NaiveDate>,
}

code_enum! {
    /// School holidays zone of metropolitan France, by *académie*. Corse and overseas have none.
    SchoolZone { A = "A", B = "B", C = "C", }
}

/// The identity of one date of an event for ever: its original local start, written as in
/// RECURRENCE-ID (`20260402T183000`, or `20260402` for all-day events). It survives moves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OccurrenceKey(String);

impl TryFrom<String> for OccurrenceKey {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no occurrence key")
    }
}

impl From<OccurrenceKey> for String {
    fn from(key: OccurrenceKey) -> Self {
        key.0
    }
}

impl OccurrenceKey {
    pub fn of(span: &Span) -> Self {
        match span {
            Span::Timed { start, .. } => Self(time_text(*start)),
            Span::AllDay { first, .. } => Self(day_text(*first)),
        }
    }

    /// `None` unless the text has exactly one of the two forms and is a real date.
    pub fn parse(text: &str) -> Option<Self> {
        let real = match text.len() {
            8 => read_day(text).is_some(),
            _ => read_time(text).is_some(),
        };
        real.then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The local date on which it was first meant to start.
    pub fn date(&self) -> Option<NaiveDate> {
        read_day(self.0.get(..8)?)
    }
}

/// A local time as iCalendar writes it (`20260305T183000`). By hand, for lists read and write
/// hundreds: chrono's formats take several times as long.
fn time_text(at: NaiveDateTime) -> String {
    let time = at.hour() * 10_000 + at.minute() * 100 + at.second();
    format!("{:08}T{time:06}", digits(at.date()))
}

/// A day as iCalendar writes it (`20260305`).
fn day_text(day: NaiveDate) -> String {
    format!("{:08}", digits(day))
}

/// Reads what [`time_text`] wrote; `None` for anything else and for times that do not exist.
fn read_time(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    let number = read_digits::<6>(time)?;
    read_day(day)?.and_hms_opt(number / 10_000, number / 100 % 100, number % 100)
}

/// Reads what [`day_text`] wrote; `None` for anything else and for days that do not exist.
fn read_day(text: &str) -> Option<NaiveDate> {
    let number = read_digits::<8>(text)?;
    NaiveDate::from_ymd_opt(i32::try_from(number / 10_000).ok()?, number / 100 % 100, number % 100)
}

/// The number that exactly `N` digits write.
fn read_digits<const N: usize>(text: &str) -> Option<u32> {
    let digits: &[u8; N] = text.as_bytes().try_into().ok()?;
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

/// 2 April 2026 as 20260402.
fn digits(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month() * 100 + day.day())
}

impl std::fmt::Display for OccurrenceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_real_dates_in_one_of_two_forms() {
        for good in ["20260305T183000", "20260305", "20240229"] {
            assert_eq!(OccurrenceKey::parse(good).map(|key| key.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "",
            "20260230",
            "20260305T",
            "20260305T240000",
            "20260305T1830",
            "2026-03-05",
            "20260305t183000",
            "+2026030",
            "20260305T18300é",
            "20260305T183000Z",
            "٢٠٢٦٠٣٠٥",
        ] {
            assert_eq!(OccurrenceKey::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn spans_are_read_as_they_were_written() {
        let time = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for span in [
            Span::Timed { start: time("2026-03-05T23:59:59"), end: time("2026-03-06T00:00:00") },
            Span::AllDay { first: day("1999-12-31"), last: day("2000-01-01") },
        ] {
            let (start, end) = span.ends();
            assert_eq!(Span::from_ends(&start, &end), Some(span));
        }
    }
}
