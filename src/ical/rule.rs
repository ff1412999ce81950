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

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::*;
    use crate::domain::schedule::{PublicHolidays, SchoolHolidays};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn thursday_evening() -> Span {
        let at = |hour| day("2026-03-05").and_hms_opt(hour, 30, 0).unwrap();
        Span::Timed { start: at(18), end: at(20) }
    }

    fn recurrence(rule: Rule, end: End) -> Recurrence {
        Recurrence {
            rule,
            end,
            exclusions: vec![],
            public_holidays: PublicHolidays::Keep,
            school_holidays: SchoolHolidays::Ignore,
            pauses: vec![],
        }
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
            let said = rrule(&recurrence(rule.clone(), end), &thursday_evening(), Paris, None);
            assert_eq!(said.as_deref(), Some(value), "{rule:?}");
        }
        let dates = recurrence(Rule::Dates { dates: vec![day("2026-03-12")] }, End::Never);
        assert_eq!(rrule(&dates, &thursday_evening(), Paris, None), None);
    }

    #[test]
    fn the_end_of_whole_days_is_a_date() {
        let weekly =
            recurrence(Rule::Weekly { every: 1, days: vec![Weekday::Sat] }, End::Until(day("2026-07-04")));
        let first = Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") };
        assert_eq!(rrule(&weekly, &first, Paris, None).unwrap(), "FREQ=WEEKLY;UNTIL=20260704");
    }

    #[test]
    fn a_rule_may_be_stopped_before_its_own_end() {
        for (end, value) in [
            (End::Never, "FREQ=DAILY;UNTIL=20260401T163000Z"),
            (End::Count(500), "FREQ=DAILY;UNTIL=20260401T163000Z"),
            (End::Until(day("2026-06-01")), "FREQ=DAILY;UNTIL=20260401T163000Z"),
            (End::Until(day("2026-03-20")), "FREQ=DAILY;UNTIL=20260320T173000Z"),
        ] {
            let daily = recurrence(Rule::Daily { every: 1 }, end);
            let said = rrule(&daily, &thursday_evening(), Paris, Some(day("2026-04-01")));
            assert_eq!(said.as_deref(), Some(value), "{end:?}");
        }
    }
}
