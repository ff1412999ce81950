//! How a pattern repeats at a place: the rule, where it begins and ends, and what takes dates out.
//! School holidays that the product has no word for ("every other session") become exclusions,
//! dead months become pauses: nothing is left out in silence.

use chrono::{Datelike, Months, NaiveDate, NaiveTime, Weekday};

use super::patterns::{HolidayHabit, Pattern, Rhythm, patterns};
use super::random::Random;
use super::window::{Site, WEEKS, Window, plus};
use crate::domain::recurrence::{Holidays, expand};
use crate::domain::schedule::{
    End, NthWeekday, Pause, PublicHolidays, Recurrence, Rule, Schedule, SchoolHolidays, Span,
};

/// How far ahead of today a series without end is worked out.
const HORIZON_MONTHS: u32 = 24;
const AUGUST: u32 = 8;

/// When a series may begin, and where it stops.
#[derive(Clone, Copy, Debug)]
pub(super) struct Season {
    pub from: NaiveDate,
    pub end: End,
    pub today: NaiveDate,
}

impl Season {
    fn horizon(&self) -> NaiveDate {
        let ahead = self.today.checked_add_months(Months::new(HORIZON_MONTHS)).unwrap_or(self.today);
        if let End::Until(last) = self.end { last.min(ahead) } else { ahead }
    }
}

/// The schedule of a series of this pattern; `None` when the season has no date for it.
pub(super) fn series(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    season: &Season,
) -> Option<Schedule> {
    let mut recurrence = recurrence(pattern, rule(random, pattern)?, season.end);
    recurrence.pauses = pauses(pattern, season.from, season.horizon());
    let first = first_date(&recurrence, season.from, season.horizon(), &site.holidays())?;
    recurrence.exclusions = exclusions(pattern, &recurrence, first, season, site);
    Some(schedule(random, pattern, site, first, Some(recurrence)))
}

/// The schedule of a cycle: so many sessions from some week of the window on.
pub(super) fn cycle(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    window: &Window,
) -> Option<Schedule> {
    let count = match pattern.rhythm {
        Rhythm::Weekly { count: Some(count), .. } | Rhythm::Daily { count } => count,
        _ => return None,
    };
    let mut recurrence = recurrence(pattern, rule(random, pattern)?, End::Count(count));
    let from =
        accepted(random, pattern, window, |random| plus(window.first, 7 * random.between(0, WEEKS - 1)))?;
    if !matches!(pattern.rhythm, Rhythm::Daily { .. }) {
        recurrence.pauses = pauses(pattern, from, plus(from, 7 * i64::from(count)));
    }
    let from = match recurrence.rule {
        // A daily course begins on the weekday drawn for it.
        Rule::Daily { .. } => next_weekday(from, weekday(random, pattern)?),
        _ => from,
    };
    let first = first_date(&recurrence, from, plus(from, 6), &site.holidays())?;
    Some(schedule(random, pattern, site, first, Some(recurrence)))
}

/// The schedule of a one-off on a fair day of the window.
pub(super) fn one_off(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    window: &Window,
) -> Option<Schedule> {
    let day = |random: &mut Random| {
        let monday = plus(window.first, 7 * random.between(0, WEEKS - 1));
        weekday(random, pattern).map_or(monday, |day| next_weekday(monday, day))
    };
    let habits = recurrence(pattern, Rule::Daily { every: 1 }, End::Never);
    let date = accepted(random, pattern, window, day)?;
    let date = first_date(&habits, date, date, &site.holidays())?;
    Some(schedule(random, pattern, site, date, None))
}

/// The schedule of a yearly date, first held up to five years before the window.
pub(super) fn yearly(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    window: &Window,
) -> Option<Schedule> {
    let day = |random: &mut Random| plus(window.first, random.between(0, 7 * WEEKS - 1));
    let date = accepted(random, pattern, window, day)?;
    let years = u32::try_from(random.between(0, 5)).unwrap_or_default();
    let first = date.checked_sub_months(Months::new(12 * years))?;
    let mut recurrence = recurrence(pattern, Rule::Yearly { every: 1 }, End::Never);
    recurrence.public_holidays = PublicHolidays::Keep;
    Some(schedule(random, pattern, site, first, Some(recurrence)))
}

/// A rule with what the pattern does on holidays.
fn recurrence(pattern: &Pattern, rule: Rule, end: End) -> Recurrence {
    let school_holidays = match pattern.school_holidays {
        HolidayHabit::Skip => SchoolHolidays::Skip,
        HolidayHabit::Only => SchoolHolidays::Only,
        HolidayHabit::Ignore | HolidayHabit::Half | HolidayHabit::SkipSummerNoel => SchoolHolidays::Ignore,
    };
    let public_holidays = pattern.public_holidays;
    Recurrence { rule, end, exclusions: Vec::new(), public_holidays, school_holidays, pauses: Vec::new() }
}

/// A drawn date that the pattern's months and the busyness of the month let pass.
fn accepted(
    random: &mut Random,
    pattern: &Pattern,
    window: &Window,
    mut draw: impl FnMut(&mut Random) -> NaiveDate,
) -> Option<NaiveDate> {
    const TRIES: usize = 40;
    (0..TRIES).find_map(|_| {
        let date = draw(random);
        let fair = random.chance(patterns().month_factor(date.month()) * quiet(date) / 1.2);
        (fair && pattern.takes_place_in(date.month()) && window.contains(date)).then_some(date)
    })
}

/// Share of events that took place: 0.15 from 17 March to 10 May 2020, when places were shut.
fn quiet(date: NaiveDate) -> f64 {
    let shut = (date.year(), date.month(), date.day());
    if ((2020, 3, 17)..(2020, 5, 11)).contains(&shut) { 0.15 } else { 1.0 }
}

fn rule(random: &mut Random, pattern: &Pattern) -> Option<Rule> {
    Some(match &pattern.rhythm {
        Rhythm::Once => return None,
        Rhythm::Weekly { every, .. } => Rule::Weekly { every: *every, days: vec![weekday(random, pattern)?] },
        Rhythm::Monthly { on } => {
            let weekday = weekday(random, pattern)?;
            let days = on.iter().map(|day| NthWeekday { nth: day.nth, weekday }).collect();
            Rule::MonthlyByWeekday { every: 1, days }
        }
        Rhythm::Daily { .. } => Rule::Daily { every: 1 },
        Rhythm::Yearly => Rule::Yearly { every: 1 },
    })
}

fn weekday(random: &mut Random, pattern: &Pattern) -> Option<Weekday> {
    let index = random.weighted(pattern.days.iter().map(|(_, weight)| f64::from(*weight)))?;
    pattern.days.get(index).map(|(day, _)| *day)
}

/// The first such weekday on a date or after it.
pub(super) fn next_weekday(date: NaiveDate, day: Weekday) -> NaiveDate {
    plus(date, i64::from((7 + day.num_days_from_monday() - date.weekday().num_days_from_monday()) % 7))
}

/// The first date of the rule that takes place, from one date to another.
fn first_date(
    recurrence: &Recurrence,
    from: NaiveDate,
    to: NaiveDate,
    holidays: &Holidays<'_>,
) -> Option<NaiveDate> {
    let takes_place =
        |date: &NaiveDate| !expand(&plain(*date, recurrence), &[], holidays, *date).occurrences.is_empty();
    from.iter_days()
        .take_while(|date| *date <= to)
        .filter(|date| begins(&recurrence.rule, *date))
        .find(takes_place)
}

/// Whether a series of this rule can begin on a date.
pub(super) fn begins(rule: &Rule, date: NaiveDate) -> bool {
    match rule {
        Rule::Weekly { days, .. } => days.contains(&date.weekday()),
        Rule::MonthlyByWeekday { days, .. } => days.iter().any(|day| is_nth(*day, date)),
        _ => true,
    }
}

fn is_nth(NthWeekday { nth, weekday }: NthWeekday, date: NaiveDate) -> bool {
    let from_start = i64::from((date.day() - 1) / 7 + 1) == i64::from(nth);
    let is_last = nth == -1 && plus(date, 7).month() != date.month();
    date.weekday() == weekday && (from_start || is_last)
}

/// The months without the pattern (August for everybody, and those out of its own season) from a
/// date on, as pauses that end.
fn pauses(pattern: &Pattern, from: NaiveDate, horizon: NaiveDate) -> Vec<Pause> {
    let dead = |month: NaiveDate| {
        let summer = pattern.school_holidays == HolidayHabit::SkipSummerNoel && month.month() == AUGUST - 1;
        month.month() == AUGUST || summer || !pattern.takes_place_in(month.month())
    };
    let month_after = |month: &NaiveDate| month.checked_add_months(Months::new(1));
    let months = std::iter::successors(from.with_day(1), month_after).take_while(|month| *month <= horizon);
    let mut pauses: Vec<Pause> = Vec::new();
    for month in months.filter(|month| dead(*month)) {
        let resumes = month_after(&month);
        match pauses.last_mut() {
            Some(pause) if pause.resumes == Some(month) => pause.resumes = resumes,
            _ => pauses.push(Pause { from: month, resumes }),
        }
    }
    pauses
}

/// Dates of the rule that the pattern drops in school holidays, one by one.
fn exclusions(
    pattern: &Pattern,
    recurrence: &Recurrence,
    first: NaiveDate,
    season: &Season,
    site: &Site,
) -> Vec<NaiveDate> {
    let holidays = site.holidays();
    let Some(zone) = holidays.school_zone else { return Vec::new() };
    let expansion = expand(&plain(first, recurrence), &[], &holidays, season.horizon());
    let dates = expansion.occurrences.iter().filter_map(|occurrence| occurrence.key.date());
    let in_holidays = dates.filter(|date| holidays.school.period_on(zone, *date).is_some() && *date > first);
    match pattern.school_holidays {
        HolidayHabit::Half => in_holidays.step_by(2).collect(),
        HolidayHabit::SkipSummerNoel => in_holidays.filter(|date| matches!(date.month(), 12 | 1)).collect(),
        HolidayHabit::Ignore | HolidayHabit::Skip | HolidayHabit::Only => Vec::new(),
    }
}

/// A series of whole days: enough to ask on which dates it falls.
fn plain(first: NaiveDate, recurrence: &Recurrence) -> Schedule {
    let span = Span::AllDay { first, last: first };
    Schedule { span, zone: chrono_tz::UTC, recurrence: Some(recurrence.clone()) }
}

/// Start and duration are drawn once and kept for the whole series.
fn schedule(
    random: &mut Random,
    pattern: &Pattern,
    site: &Site,
    first: NaiveDate,
    recurrence: Option<Recurrence>,
) -> Schedule {
    let start = first.and_time(random.pick(&pattern.starts).copied().unwrap_or(NaiveTime::MIN));
    let minutes = random.pick(&pattern.minutes).copied().unwrap_or(60);
    let end = start + chrono::TimeDelta::minutes(minutes);
    Schedule { span: Span::Timed { start, end }, zone: site.zone, recurrence }
}
