//! A series told by its dates (chosen one by one, or kept to the school holidays) in the way that
//! most readers understand: a weekly rule over these dates, less the dates between them.
//!
//! A bare list (RDATE) says the same and is poorly read: Outlook leaves out an event that has a
//! list and no rule (MS-OXCICAL, RDATE), and Google hides dates listed after the end of a rule.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::vevent::Repetition;
use super::{form, rule};
use crate::domain::schedule::{End, OccurrenceKey, Rule, Span};

/// Beyond this many left out (two years of one weekday have 104) the list is the shorter text.
const MOST_GAPS: usize = 120;
/// The longest interval that Outlook knows for weeks.
const MOST_WEEKS: i64 = 99;

/// The first of these dates and how the others follow from it. `None` when there is no date.
pub fn repetition(span: &Span, zone: Tz, keys: &BTreeSet<&OccurrenceKey>) -> Option<(Span, Repetition)> {
    let first = form::span_on(span, zone, keys.first()?)?;
    if keys.len() == 1 {
        return Some((first, Repetition::Once));
    }
    Some((first, weekly(&first, zone, keys).unwrap_or_else(|| list(keys))))
}

/// All dates by name, the first too: ical.js takes the first date of such a series from nowhere
/// else.
fn list(keys: &BTreeSet<&OccurrenceKey>) -> Repetition {
    let keys: Vec<&str> = keys.iter().map(|key| key.as_str()).collect();
    Repetition::List(keys.join(","))
}

/// `None` when the dates are too far between, or not all at the same time of day.
fn weekly(first: &Span, zone: Tz, keys: &BTreeSet<&OccurrenceKey>) -> Option<Repetition> {
    let days: BTreeSet<NaiveDate> = keys.iter().filter_map(|key| key.date()).collect();
    let (begin, end) = (*days.first()?, *days.last()?);
    let key_on = |day| form::key_on(first, day);
    if days.len() != keys.len() || !days.iter().zip(keys).all(|(day, key)| key_on(*day) == key.as_str()) {
        return None;
    }

    let weekdays = weekdays(&days);
    let every = days.iter().fold(0, |common, day| gcd(common, weeks_between(begin, *day))).max(1);
    let of_rule =
        |day: &NaiveDate| weekdays.contains(&day.weekday()) && weeks_between(begin, *day) % every == 0;
    let between = begin.iter_days().take_while(|day| *day <= end).filter(of_rule);
    let gaps: Vec<String> =
        between.filter(|day| !days.contains(day)).take(MOST_GAPS + 1).map(key_on).collect();
    if gaps.len() > MOST_GAPS || every > MOST_WEEKS {
        return None;
    }
    let rule = Rule::Weekly { every: u16::try_from(every).ok()?, days: weekdays };
    let rule = rule::rrule(&rule, End::Until(end), first, zone)?;
    Some(Repetition::Rule { rule, exdates: gaps.join(",") })
}

/// The weekdays on which these days fall, Monday first.
fn weekdays(days: &BTreeSet<NaiveDate>) -> Vec<Weekday> {
    let mut weekdays: Vec<Weekday> = days.iter().map(NaiveDate::weekday).collect();
    weekdays.sort_unstable_by_key(Weekday::num_days_from_monday);
    weekdays.dedup();
    weekdays
}

/// From the week (Monday first) of one day to the week of a later one.
fn weeks_between(from: NaiveDate, to: NaiveDate) -> i64 {
    let monday =
        |day: NaiveDate| i64::from(day.num_days_from_ce()) - i64::from(day.weekday().num_days_from_monday());
    (monday(to) - monday(from)) / 7
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;

    use super::super::tests::{day, key, timed};
    use super::*;

    fn told(keys: &[&str]) -> (Span, String, String) {
        let span = timed("2026-03-05 18:30", "2026-03-05 20:30");
        let keys: Vec<OccurrenceKey> = keys.iter().map(|text| key(text)).collect();
        let (first, repetition) = repetition(&span, Paris, &keys.iter().collect()).unwrap();
        match repetition {
            Repetition::Once => (first, String::new(), String::new()),
            Repetition::Rule { rule, exdates } => (first, rule, exdates),
            Repetition::List(dates) => (first, String::new(), dates),
        }
    }

    #[test]
    fn dates_are_the_tightest_weekly_rule_less_its_gaps() {
        let from_5 = timed("2026-03-05 18:30", "2026-03-05 20:30");
        for (keys, first, rule, others) in [
            (&["20260305T183000"][..], from_5, "", ""),
            (&["20260305T183000", "20260312T183000"], from_5, "FREQ=WEEKLY;UNTIL=20260312T173000Z", ""),
            (
                &["20260305T183000", "20260319T183000", "20260416T183000"],
                from_5,
                "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260416T163000Z;WKST=MO",
                "20260402T183000",
            ),
            (
                &["20260310T183000", "20260312T183000", "20260319T183000"],
                timed("2026-03-10 18:30", "2026-03-10 20:30"),
                "FREQ=WEEKLY;UNTIL=20260319T173000Z;BYDAY=TU,TH",
                "20260317T183000",
            ),
            // Another time of day, and too far between: a list.
            (&["20260305T183000", "20260312T190000"], from_5, "", "20260305T183000,20260312T190000"),
            (
                &["20260305T183000", "20260306T183000", "20280309T183000"],
                from_5,
                "",
                "20260305T183000,20260306T183000,20280309T183000",
            ),
        ] {
            assert_eq!(told(keys), (first, rule.to_owned(), others.to_owned()), "{keys:?}");
        }
    }

    #[test]
    fn whole_days_are_told_alike() {
        let span = Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") };
        let keys = ["20260620", "20260704"].map(key);
        let (first, repetition) = repetition(&span, Paris, &keys.iter().collect()).unwrap();
        assert_eq!(first, Span::AllDay { first: day("2026-06-20"), last: day("2026-06-21") });
        let Repetition::Rule { rule, exdates } = repetition else { panic!("a rule") };
        assert_eq!(rule, "FREQ=WEEKLY;INTERVAL=2;UNTIL=20260704;WKST=MO");
        assert_eq!(exdates, "");
    }
}
