//! The local dates of a rule, in order, as plain dates: no time, no zone, nothing skipped yet.
//!
//! A rule is a sequence of periods (days, weeks, months, years), each with its dates. The sequence
//! is bounded, so that a rule that matches nothing ends too.

use std::iter::{once, successors};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use crate::domain::period::YEARS;
use crate::domain::schedule::{End, NthWeekday, Rule, Schedule};

/// The dates of a schedule: the first, whatever `through`, then those of the rule up to it.
pub(super) fn of(schedule: &Schedule, through: NaiveDate) -> Box<dyn Iterator<Item = NaiveDate> + '_> {
    let first = schedule.span.first_day();
    let Some(recurrence) = &schedule.recurrence else { return Box::new(once(first)) };
    let horizon = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).map_or(through, |end| end.min(through));
    let (last, count) = match recurrence.end {
        End::Never => (horizon, usize::MAX),
        End::Until(until) => (horizon.min(until), usize::MAX),
        End::Count(count) => (horizon, usize::try_from(count).unwrap_or(usize::MAX).max(1)),
    };
    let later = matching(&recurrence.rule, first, last).filter(move |date| first < *date && *date <= last);
    Box::new(once(first).chain(later).take(count))
}

/// The first date on or after `date` that matches the pattern, whatever its step: where a series that
/// is said to begin on `date` really begins. `date` itself where nothing matches within nine years.
pub fn first_on_rule(rule: &Rule, date: NaiveDate) -> NaiveDate {
    let each = match rule {
        Rule::Weekly { days, .. } => Rule::Weekly { every: 1, days: days.clone() },
        Rule::MonthlyByDate { day, .. } => Rule::MonthlyByDate { every: 1, day: *day },
        Rule::MonthlyByWeekday { days, .. } => Rule::MonthlyByWeekday { every: 1, days: days.clone() },
        Rule::Daily { .. } | Rule::Yearly { .. } | Rule::Dates { .. } => return date,
    };
    let last = date.checked_add_months(Months::new(108)).unwrap_or(date);
    matching(&each, date, last).find(|found| *found >= date).unwrap_or(date)
}

/// The date that follows `date` in a rule that has `date` in it, wherever the series stops.
pub fn next_on_rule(rule: &Rule, date: NaiveDate) -> Option<NaiveDate> {
    let last = date.checked_add_months(Months::new(108)).unwrap_or(date);
    matching(rule, date, last).find(|found| *found > date)
}

/// The dates of the rule's periods from that of `first` to that of `last`, in order, each once.
fn matching(rule: &Rule, first: NaiveDate, last: NaiveDate) -> Box<dyn Iterator<Item = NaiveDate> + '_> {
    match rule {
        Rule::Daily { every } => Box::new(every_days(first, (*every).max(1).into(), last)),
        Rule::Weekly { every, days } => {
            let offsets = offsets_in_week(days);
            let monday = first.checked_sub_days(days_since_monday(first.weekday())).unwrap_or(first);
            Box::new(every_days(monday, u64::from((*every).max(1)) * 7, last).flat_map(move |monday| {
                offsets.clone().into_iter().filter_map(move |n| monday.checked_add_days(n))
            }))
        }
        Rule::MonthlyByDate { every, day } => {
            Box::new(every_months(first, *every, last).filter_map(|month| month.with_day((*day).into())))
        }
        Rule::MonthlyByWeekday { every, days } => {
            Box::new(every_months(first, *every, last).flat_map(|month| in_month(days, month)))
        }
        Rule::Yearly { every } => {
            let years = (first.year()..=last.year()).step_by((*every).max(1).into());
            Box::new(years.filter_map(move |year| first.with_year(year)))
        }
        Rule::Dates { dates } => {
            let mut dates = dates.clone();
            dates.sort_unstable();
            dates.dedup();
            Box::new(dates.into_iter())
        }
    }
}

fn every_days(first: NaiveDate, step: u64, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let next = move |date: &NaiveDate| date.checked_add_days(Days::new(step));
    successors(Some(first), next).take_while(move |date| *date <= last)
}

/// The first days of the months, from that of `first`.
fn every_months(first: NaiveDate, every: u16, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let next = move |month: &NaiveDate| month.checked_add_months(Months::new(every.max(1).into()));
    successors(first.with_day(1), next).take_while(move |month| *month <= last)
}

/// How many days after its Monday a week has its dates.
fn offsets_in_week(days: &[Weekday]) -> Vec<Days> {
    let mut offsets: Vec<_> = days.iter().map(|day| day.num_days_from_monday()).collect();
    offsets.sort_unstable();
    offsets.dedup();
    offsets.into_iter().map(|n| Days::new(n.into())).collect()
}

fn days_since_monday(day: Weekday) -> Days {
    Days::new(day.num_days_from_monday().into())
}

/// The dates that these n-th weekdays have in the month that begins on `month`.
fn in_month(days: &[NthWeekday], month: NaiveDate) -> Vec<NaiveDate> {
    let mut dates: Vec<_> = days.iter().filter_map(|day| nth_weekday(*day, month)).collect();
    dates.sort_unstable();
    dates.dedup();
    dates
}

fn nth_weekday(NthWeekday { nth, weekday }: NthWeekday, month: NaiveDate) -> Option<NaiveDate> {
    let nth_of = |n| NaiveDate::from_weekday_of_month_opt(month.year(), month.month(), weekday, n);
    match nth {
        -1 => nth_of(5).or_else(|| nth_of(4)),
        _ => nth_of(u8::try_from(nth).ok()?),
    }
}
