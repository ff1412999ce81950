//! Days and hours as people say them. Sentences that only need a date are built here by hand,
//! since they stand on every row of the agenda. Local dates in, words out: no zone arithmetic.

mod period;
mod span;
mod zone;

use std::fmt::Write;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Timelike};

use super::names::{self, Form};
use super::{Args, Locale, text, text_with};

pub use period::{dates, dates_by_month, period, week};
pub use span::{hours, span};
pub use zone::zone_name;

/// "jeudi 5 mars 2026", "Thursday 5 March 2026".
pub fn day_long(locale: Locale, date: NaiveDate) -> String {
    written(locale, date, Parts { weekday: true, year: true, ..Parts::DAY })
}

/// "jeudi 5 mars", "Thursday 5 March".
pub fn day(locale: Locale, date: NaiveDate) -> String {
    written(locale, date, Parts { weekday: true, ..Parts::DAY })
}

/// "jeu. 5 mars", "Thu 5 Mar".
pub fn day_short(locale: Locale, date: NaiveDate) -> String {
    written(locale, date, Parts { weekday: true, form: Form::Short, ..Parts::DAY })
}

/// "5 mars 2026", "5 March 2026": for dates that are data rather than appointments.
pub fn date(locale: Locale, date: NaiveDate) -> String {
    written(locale, date, Parts { year: true, ..Parts::DAY })
}

/// "5 mars", "1er mars", "5 March".
pub fn day_month(locale: Locale, date: NaiveDate) -> String {
    written(locale, date, Parts::DAY)
}

/// "jeudi", "Thursday".
pub fn weekday(locale: Locale, day: chrono::Weekday) -> &'static str {
    names::weekday(locale, Form::Long, day)
}

/// "jeu.", "Thu": the head of a month's columns.
pub fn weekday_short(locale: Locale, day: chrono::Weekday) -> &'static str {
    names::weekday(locale, Form::Short, day)
}

/// "mars 2026", "March 2026".
pub fn month(locale: Locale, date: NaiveDate) -> String {
    format!("{} {}", names::month(locale, Form::Long, date), date.year())
}

/// "05/03/2026", in both languages.
pub fn numeric(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// "aujourd’hui", "demain", "hier"; within the six coming days "jeudi"; else the day, with the
/// year when it is another one.
pub fn relative_day(locale: Locale, date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => text(locale, "day-today"),
        1 => text(locale, "day-tomorrow"),
        -1 => text(locale, "day-yesterday"),
        2..=6 => weekday(locale, date.weekday()).to_owned(),
        _ if date.year() == today.year() => day(locale, date),
        _ => day_long(locale, date),
    }
}

/// "18 h 30", "9 h", "minuit"; "18:30", "09:00", "midnight".
pub fn time(locale: Locale, time: NaiveTime) -> String {
    let mut out = String::with_capacity(9);
    push_time(&mut out, locale, time);
    out
}

/// "2 h", "1 h 30", "45 min", "3 jours"; English "1 h 30 min". Whole minutes; nothing below zero.
pub fn duration(locale: Locale, duration: TimeDelta) -> String {
    let minutes = duration.num_minutes().max(0);
    let (days, hours, rest) = (minutes / 1440, minutes / 60, minutes % 60);
    if days >= 1 && minutes % 1440 == 0 {
        return text_with(locale, "duration-days", Some(&Args::from_iter([("n", days)])));
    }
    match (locale, hours, rest) {
        (_, 0, rest) => format!("{rest}\u{a0}min"),
        (_, hours, 0) => format!("{hours}\u{a0}h"),
        (Locale::Fr, hours, rest) => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
        (Locale::En, hours, rest) => format!("{hours}\u{a0}h {rest}\u{a0}min"),
    }
}

/// `2026-03-05T18:30:00+01:00`, for `<time datetime>` and JSON-LD.
pub fn machine<Z: TimeZone>(at: &DateTime<Z>) -> String {
    at.fixed_offset().to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// Which parts of a date are written.
#[derive(Clone, Copy)]
struct Parts {
    weekday: bool,
    month: bool,
    year: bool,
    form: Form,
}

impl Parts {
    const DAY: Self = Self { weekday: false, month: true, year: false, form: Form::Long };
}

fn written(locale: Locale, date: NaiveDate, parts: Parts) -> String {
    let mut out = String::with_capacity(32);
    push_date(&mut out, locale, date, parts);
    out
}

// Writing to a String cannot fail, hence the ignored results below.

fn push_date(out: &mut String, locale: Locale, date: NaiveDate, parts: Parts) {
    if parts.weekday {
        out.push_str(names::weekday(locale, parts.form, date.weekday()));
        out.push(' ');
    }
    let _ = write!(out, "{}", date.day());
    if locale == Locale::Fr && date.day() == 1 {
        out.push_str("er");
    }
    if parts.month {
        out.push(' ');
        out.push_str(names::month(locale, parts.form, date));
    }
    if parts.year {
        let _ = write!(out, " {}", date.year());
    }
}

/// With no-break spaces, so that "18 h 30" never ends a line after "18".
fn push_time(out: &mut String, locale: Locale, time: NaiveTime) {
    let (hour, minute) = (time.hour(), time.minute());
    let _ = match (locale, hour, minute) {
        (Locale::Fr, 0, 0) => write!(out, "minuit"),
        (Locale::En, 0, 0) => write!(out, "midnight"),
        (Locale::Fr, _, 0) => write!(out, "{hour}\u{a0}h"),
        (Locale::Fr, ..) => write!(out, "{hour}\u{a0}h\u{a0}{minute:02}"),
        (Locale::En, ..) => write!(out, "{hour:02}:{minute:02}"),
    };
}

#[cfg(test)]
mod tests;
