//! When an event that is done again will probably take place.

use chrono::{Days, NaiveDate, TimeDelta};

use super::recurrence::next_on_rule;
use super::schedule::{End, Schedule, Span};

/// The schedule moved to its next date after `last` (its last known date) and after `today`: the next
/// one of its rule, else the same weekday of a coming week. Exclusions and pauses belong to the past;
/// an end is as far from the start as it was.
pub fn next_schedule(schedule: &Schedule, last: NaiveDate, today: NaiveDate) -> Schedule {
    let first = schedule.span.first_day();
    let rule = schedule.recurrence.as_ref().map(|recurrence| &recurrence.rule);
    let passed = last.max(today);
    let next = match rule {
        Some(rule) => {
            let mut dates = std::iter::successors(Some(last), |date| next_on_rule(rule, *date));
            dates.find(|date| *date > passed).unwrap_or_else(|| same_weekday_after(last, passed))
        }
        None => same_weekday_after(first, passed.max(first)),
    };
    moved(schedule, next - first)
}

/// The first date after `passed` on the weekday of `date`.
fn same_weekday_after(date: NaiveDate, passed: NaiveDate) -> NaiveDate {
    let weeks = (passed - date).num_days().max(0) / 7 + 1;
    date.checked_add_days(Days::new(u64::try_from(weeks * 7).unwrap_or(7))).unwrap_or(date)
}

fn moved(schedule: &Schedule, by: TimeDelta) -> Schedule {
    let span = match schedule.span {
        Span::Timed { start, end } => Span::Timed { start: start + by, end: end + by },
        Span::AllDay { first, last } => Span::AllDay { first: first + by, last: last + by },
    };
    let recurrence = schedule.recurrence.clone().map(|mut recurrence| {
        recurrence.exclusions.clear();
        recurrence.pauses.clear();
        if let End::Until(until) = recurrence.end {
            recurrence.end = End::Until(until + by);
        }
        recurrence
    });
    Schedule { span, zone: schedule.zone, recurrence }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::schedule::{NthWeekday, PublicHolidays, Recurrence, Rule, SchoolHolidays};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn schedule(first: &str, rule: Option<Rule>) -> Schedule {
        let recurrence = rule.map(|rule| Recurrence {
            rule,
            end: End::Never,
            exclusions: vec![day("2026-03-12")],
            public_holidays: PublicHolidays::Keep,
            school_holidays: SchoolHolidays::Ignore,
            pauses: Vec::new(),
        });
        let start = day(first).and_hms_opt(18, 30, 0).unwrap();
        let span = Span::Timed { start, end: start + TimeDelta::hours(2) };
        Schedule { span, zone: chrono_tz::Europe::Paris, recurrence }
    }

    #[test]
    fn the_next_date_is_what_people_would_guess() {
        let second_saturday =
            Rule::MonthlyByWeekday { every: 1, days: vec![NthWeekday { nth: 2, weekday: Weekday::Sat }] };
        let fortnightly = Rule::Weekly { every: 2, days: vec![Weekday::Thu] };
        for (first, rule, last, today, next) in [
            ("2026-03-05", None, "2026-03-05", "2026-03-01", "2026-03-12"),
            ("2026-03-05", None, "2026-03-05", "2026-03-05", "2026-03-12"),
            ("2026-03-05", None, "2026-03-05", "2026-03-20", "2026-03-26"),
            ("2026-03-14", Some(second_saturday.clone()), "2026-03-14", "2026-03-01", "2026-04-11"),
            ("2026-03-14", Some(second_saturday), "2026-05-09", "2026-07-01", "2026-07-11"),
            ("2026-03-05", Some(fortnightly), "2026-03-19", "2026-03-01", "2026-04-02"),
            ("2026-03-05", Some(Rule::Dates { dates: Vec::new() }), "2026-03-05", "2026-03-01", "2026-03-12"),
        ] {
            let guessed = next_schedule(&schedule(first, rule.clone()), day(last), day(today));
            assert_eq!(guessed.span.first_day(), day(next), "{first} {rule:?}");
            assert!(guessed.recurrence.is_none_or(|again| again.exclusions.is_empty()));
        }
    }

    #[test]
    fn an_end_keeps_its_distance() {
        let mut weekly = schedule("2026-03-05", Some(Rule::Weekly { every: 1, days: vec![Weekday::Thu] }));
        weekly.recurrence.as_mut().unwrap().end = End::Until(day("2026-03-26"));
        let again = next_schedule(&weekly, day("2026-03-26"), day("2026-03-01"));
        assert_eq!(again.span.first_day(), day("2026-04-02"));
        assert_eq!(again.recurrence.unwrap().end, End::Until(day("2026-04-23")));
    }
}
