//! A series' rule as an RRULE value (RFC 5545, 3.3.10). Says the rule, expands nothing.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::form;
use crate::domain::period::instant_of;
use crate::domain::schedule::{End, NthWeekday, Rule, Span};

/// The rule of a series that begins with `first`. `None` for chosen dates: see [`super::dates`].
///
/// Holidays, pauses and exclusions are not of the rule: they are EXDATEs.
pub fn rrule(rule: &Rule, end: End, first: &Span, zone: Tz) -> Option<String> {
    let (frequency, every) = match rule {
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
    let _ = match end {
        End::Never => Ok(()),
        End::Until(last) => write!(out, ";UNTIL={}", until(last, first, zone)),
        End::Count(count) => write!(out, ";COUNT={count}"),
    };
    push_days(&mut out, rule, first);
    Some(out)
}

/// UNTIL is the last possible start, in UTC when DTSTART has a zone, a date when it is one.
fn until(last: NaiveDate, first: &Span, zone: Tz) -> String {
    match first {
        Span::Timed { start, .. } => form::utc(instant_of(last.and_time(start.time()), zone)),
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

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn thursday_evening() -> Span {
        let at = |hour| day("2026-03-05").and_hms_opt(hour, 30, 0).unwrap();
        Span::Timed { start: at(18), end: at(20) }
    }

    #[test]
    fn rules_are_said_as_rfc_5545_wants() {
        use Weekday::*;

        let until = End::Until(day("2026-05-07"));
        let nth = |nth, weekday| NthWeekday { nth, weekday };
        for (rule, end, value) in [
            (Rule::Daily { every: 1 }, End::Never, "FREQ=DAILY"),
            (Rule::Daily { every: 3 }, End::Count(5), "FREQ=DAILY;INTERVAL=3;COUNT=5"),
            (Rule::Weekly { every: 1, days: vec![Thu] }, until, "FREQ=WEEKLY;UNTIL=20260507T163000Z"),
            (Rule::Weekly { every: 1, days: vec![Tue, Thu] }, End::Never, "FREQ=WEEKLY;BYDAY=TU,TH"),
            (
                Rule::Weekly { every: 2, days: vec![Mon, Thu] },
                End::Count(8),
                "FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=MO,TH;WKST=MO",
            ),
            (Rule::Weekly { every: 2, days: vec![Thu] }, End::Never, "FREQ=WEEKLY;INTERVAL=2;WKST=MO"),
            (Rule::MonthlyByDate { every: 1, day: 5 }, End::Never, "FREQ=MONTHLY;BYMONTHDAY=5"),
            (
                Rule::MonthlyByWeekday { every: 1, days: vec![nth(-1, Fri)] },
                End::Until(day("2026-12-25")),
                "FREQ=MONTHLY;UNTIL=20261225T173000Z;BYDAY=-1FR",
            ),
            (
                Rule::MonthlyByWeekday { every: 2, days: vec![nth(2, Sat), nth(4, Sat)] },
                End::Never,
                "FREQ=MONTHLY;INTERVAL=2;BYDAY=2SA,4SA",
            ),
            (Rule::Yearly { every: 1 }, End::Never, "FREQ=YEARLY"),
        ] {
            let said = rrule(&rule, end, &thursday_evening(), Paris);
            assert_eq!(said.as_deref(), Some(value), "{rule:?}");
        }
        let dates = Rule::Dates { dates: vec![day("2026-03-12")] };
        assert_eq!(rrule(&dates, End::Never, &thursday_evening(), Paris), None);
    }

    #[test]
    fn the_end_of_whole_days_is_a_date() {
        let weekly = Rule::Weekly { every: 1, days: vec![Weekday::Sat] };
        let first = Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") };
        let said = rrule(&weekly, End::Until(day("2026-07-04")), &first, Paris);
        assert_eq!(said.as_deref(), Some("FREQ=WEEKLY;UNTIL=20260704"));
    }
}
