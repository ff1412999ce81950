//! A series' rule as an RRULE value (RFC 5545, 3.3.10). Says the rule, expands nothing.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::{form, zone};
use crate::domain::schedule::{End, NthWeekday, Recurrence, Rule, Span};

/// The rule of a series that begins with `first`. It stops at its own end, or on the local date
/// `no_later_than` if that comes first. `None` for chosen dates, which have no rule.
///
/// Holidays, pauses and exclusions are not of the rule: they are EXDATEs.
pub fn rrule(
    recurrence: &Recurrence,
    first: &Span,
    zone: Tz,
    no_later_than: Option<NaiveDate>,
) -> Option<String> {
    let (frequency, every) = match &recurrence.rule {
        Rule::Daily { every } => ("DAILY", *every),
        Rule::Weekly { every, .. } => ("WEEKLY", *every),
        Rule::MonthlyByDate { every, .. } | Rule::MonthlyByWeekday { every, .. } => ("MONTHLY", *every),
        Rule::Yearly { every } => ("YEARLY", *every),
        Rule::Dates { .. } => return None,
    };
    let mut out = format!("FREQ={frequency}");
    if every > 1 {
        let _ = write!(out, ";INTERVAL={every}");
    }
    push_end(&mut out, recurrence.end, first, zone, no_later_than);
    push_days(&mut out, &recurrence.rule, first);
    Some(out)
}

/// UNTIL and COUNT may not stand together: a date that must not be passed replaces COUNT.
fn push_end(out: &mut String, end: End, first: &Span, zone: Tz, no_later_than: Option<NaiveDate>) {
    let until = match (end, no_later_than) {
        (End::Until(last), Some(limit)) => Some(last.min(limit)),
        (End::Until(last), None) => Some(last),
        (_, limit) => limit,
    };
    match (end, until) {
        (_, Some(last)) => {
            let _ = write!(out, ";UNTIL={}", until_value(last, first, zone));
        }
        (End::Count(count), None) => {
            let _ = write!(out, ";COUNT={count}");
        }
        (_, None) => {}
    }
}

/// UNTIL is the last possible start, in UTC when DTSTART has a zone, a date when it is one.
fn until_value(last: NaiveDate, first: &Span, zone: Tz) -> String {
    match first {
        Span::Timed { start, .. } => form::utc(zone::instant(zone, last.and_time(start.time()))),
        Span::AllDay { .. } => form::date(last),
    }
}

/// The by-parts. One weekday that is the first date's own goes without saying.
fn push_days(out: &mut String, rule: &Rule, first: &Span) {
    match rule {
        Rule::Weekly { every, days } => {
            if *days != [first_day(first).weekday()] && !days.is_empty() {
                out.push_str(";BYDAY=");
                push_list(out, days.iter().map(|day| weekday_code(*day).to_owned()));
            }
            if *every > 1 {
                // Which weeks are counted depends on the day on which a week begins.
                out.push_str(";WKST=MO");
            }
        }
        Rule::MonthlyByDate { day, .. } => {
            let _ = write!(out, ";BYMONTHDAY={day}");
        }
        Rule::MonthlyByWeekday { days, .. } => {
            out.push_str(";BYDAY=");
            push_list(
                out,
                days.iter().map(|NthWeekday { nth, weekday }| format!("{nth}{}", weekday_code(*weekday))),
            );
        }
        Rule::Daily { .. } | Rule::Yearly { .. } | Rule::Dates { .. } => {}
    }
}

fn push_list(out: &mut String, parts: impl Iterator<Item = String>) {
    for (index, part) in parts.enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&part);
    }
}

fn first_day(span: &Span) -> NaiveDate {
    match span {
        Span::Timed { start, .. } => start.date(),
        Span::AllDay { first, .. } => *first,
    }
}

/// `MO` … `SU`
pub fn weekday_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
