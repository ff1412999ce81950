//! When an event takes place, on one line.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::super::Locale;
use super::period::push_ends;
use super::{Parts, push_date, push_time};
use crate::domain::schedule::Span;

/// "jeudi 5 mars 2026, de 18 h 30 à 20 h 30", "samedi 7 mars, de 22 h à 2 h le lendemain",
/// "du vendredi 3 au lundi 6 juillet 2026", "samedi 13 juin 2026, toute la journée".
pub fn span(locale: Locale, span: &Span, with_year: bool) -> String {
    let mut out = String::with_capacity(64);
    let parts = Parts { weekday: true, year: with_year, ..Parts::DAY };
    match *span {
        Span::AllDay { first, last } if first >= last => {
            push_date(&mut out, locale, first, parts);
            out.push_str(match locale {
                Locale::Fr => ", toute la journée",
                Locale::En => ", all day",
            });
        }
        Span::AllDay { first, last } => {
            push_from(&mut out, locale);
            push_ends(&mut out, locale, (first, last), parts);
        }
        Span::Timed { start, end } if fits_one_evening(start, end) => {
            push_date(&mut out, locale, start.date(), parts);
            out.push_str(", ");
            push_hours(&mut out, locale, start, end);
        }
        Span::Timed { start, end } => push_days_and_hours(&mut out, locale, (start, end), parts),
    }
    out
}

/// The hours of a span without its date: "de 18 h 30 à 20 h 30", "de 22 h à 2 h le lendemain",
/// "à 18 h 30", "toute la journée"; over more days only the start is said.
pub fn hours(locale: Locale, span: &Span) -> String {
    let mut out = String::with_capacity(32);
    match *span {
        Span::AllDay { .. } => out.push_str(match locale {
            Locale::Fr => "toute la journée",
            Locale::En => "all day",
        }),
        Span::Timed { start, end } if fits_one_evening(start, end) => {
            push_hours(&mut out, locale, start, end);
        }
        Span::Timed { start, .. } => {
            out.push_str(match locale {
                Locale::Fr => "à partir de ",
                Locale::En => "from ",
            });
            push_time(&mut out, locale, start.time());
        }
    }
    out
}

/// Said with one date: ends that day, at midnight, or less than a day later on the next.
fn fits_one_evening(start: NaiveDateTime, end: NaiveDateTime) -> bool {
    let next_day = start.date().succ_opt().unwrap_or(start.date());
    end.date() <= next_day && end - start < TimeDelta::days(1) || is_end_of(start.date(), end)
}

/// Whether this is the midnight that ends the day.
fn is_end_of(day: NaiveDate, end: NaiveDateTime) -> bool {
    end.time() == NaiveTime::MIN && day.succ_opt() == Some(end.date())
}

fn push_hours(out: &mut String, locale: Locale, start: NaiveDateTime, end: NaiveDateTime) {
    let (from, to, at, next_day) = match locale {
        Locale::Fr => ("de ", " à ", "à ", " le lendemain"),
        Locale::En => ("", " to ", "at ", " the next day"),
    };
    out.push_str(if end <= start { at } else { from });
    push_time(out, locale, start.time());
    if end > start {
        out.push_str(to);
        push_time(out, locale, end.time());
        if end.date() > start.date() && !is_end_of(start.date(), end) {
            out.push_str(next_day);
        }
    }
}

/// "du vendredi 3 juillet à 18 h au dimanche 5 juillet 2026 à 16 h".
fn push_days_and_hours(
    out: &mut String,
    locale: Locale,
    (start, end): (NaiveDateTime, NaiveDateTime),
    parts: Parts,
) {
    let (at, to) = match locale {
        Locale::Fr => (" à ", " au "),
        Locale::En => (" at ", " to "),
    };
    let year = parts.year && start.year() != end.year();
    push_from(out, locale);
    push_date(out, locale, start.date(), Parts { year, ..parts });
    out.push_str(at);
    push_time(out, locale, start.time());
    out.push_str(to);
    push_date(out, locale, end.date(), parts);
    out.push_str(at);
    push_time(out, locale, end.time());
}

fn push_from(out: &mut String, locale: Locale) {
    out.push_str(match locale {
        Locale::Fr => "du ",
        Locale::En => "from ",
    });
}
