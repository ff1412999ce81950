//! What a schedule must satisfy before it is stored. Expansion does no harm without it, but
//! would make little sense.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use crate::domain::code::code_enum;
use crate::domain::period::{YEARS, instants_of};
use crate::domain::schedule::{End, NthWeekday, Recurrence, Rule, Schedule, Span};

/// The longest a timed event lasts, in days.
pub const LONGEST_TIMED_DAYS: i64 = 31;
/// The longest an event of whole days lasts (an exhibition), in days.
pub const LONGEST_ALL_DAY_DAYS: i64 = 366;
/// No occurrence that touches an instant starts more than so many days before it: the lower bound
/// of every range query.
pub const LONGEST_DAYS: i64 = LONGEST_ALL_DAY_DAYS + 1;
/// The greatest step of a rule.
pub const MOST_EVERY: u16 = 400;
/// The greatest COUNT.
pub const MOST_COUNT: u32 = 1_000;
/// The most chosen dates, exclusions or pauses of a series.
pub const MOST_DATES: usize = 400;

code_enum! {
    /// What is wrong with a schedule.
    ScheduleError {
        EndNotAfterStart = "end-not-after-start",
        /// Longer than [`LONGEST_TIMED_DAYS`] or [`LONGEST_ALL_DAY_DAYS`].
        TooLong = "too-long",
        /// A date outside [`YEARS`].
        YearOutOfRange = "year-out-of-range",
        /// A step of 0, or above [`MOST_EVERY`].
        EveryOutOfRange = "every-out-of-range",
        NoWeekday = "no-weekday",
        DayOfMonthOutOfRange = "day-of-month-out-of-range",
        /// Neither 1 to 5 nor -1.
        NthOutOfRange = "nth-out-of-range",
        /// A COUNT of 0, or above [`MOST_COUNT`].
        CountOutOfRange = "count-out-of-range",
        UntilBeforeStart = "until-before-start",
        /// A chosen date before the first.
        DateBeforeStart = "date-before-start",
        /// More than [`MOST_DATES`].
        TooManyDates = "too-many-dates",
        /// A pause that resumes on its first day or earlier.
        PauseWithoutDays = "pause-without-days",
    }
}

/// The first thing that is wrong with a schedule.
pub fn validate(schedule: &Schedule) -> Result<(), ScheduleError> {
    validate_span(&schedule.span, schedule.zone)?;
    let Some(recurrence) = &schedule.recurrence else { return Ok(()) };
    let first = schedule.span.first_day();
    validate_rule(&recurrence.rule, first)?;
    validate_end(recurrence.end, first)?;
    validate_absences(recurrence)
}

/// What is wrong with one date by itself: the first of a schedule, or one that an override moves.
pub fn validate_span(span: &Span, zone: Tz) -> Result<(), ScheduleError> {
    within_years(span.first_day())?;
    within_years(span.last_day())?;
    let (starts_at, ends_at) = instants_of(span, zone);
    let (whole_days, longest) = match span {
        Span::Timed { start, end } => ((*end - *start).num_days(), LONGEST_TIMED_DAYS),
        Span::AllDay { first, last } => ((*last - *first).num_days() + 1, LONGEST_ALL_DAY_DAYS),
    };
    ensure(starts_at < ends_at, ScheduleError::EndNotAfterStart)?;
    ensure(whole_days <= longest, ScheduleError::TooLong)
}

fn validate_rule(rule: &Rule, first: NaiveDate) -> Result<(), ScheduleError> {
    match rule {
        Rule::Daily { every } | Rule::Yearly { every } => validate_every(*every),
        Rule::Weekly { every, days } => {
            validate_every(*every)?;
            ensure(!days.is_empty(), ScheduleError::NoWeekday)
        }
        Rule::MonthlyByDate { every, day } => {
            validate_every(*every)?;
            ensure((1..=31).contains(day), ScheduleError::DayOfMonthOutOfRange)
        }
        Rule::MonthlyByWeekday { every, days } => {
            validate_every(*every)?;
            ensure(!days.is_empty(), ScheduleError::NoWeekday)?;
            let known = |NthWeekday { nth, .. }: &NthWeekday| *nth == -1 || (1..=5).contains(nth);
            ensure(days.iter().all(known), ScheduleError::NthOutOfRange)
        }
        Rule::Dates { dates } => {
            ensure(dates.len() <= MOST_DATES, ScheduleError::TooManyDates)?;
            ensure(dates.iter().all(|date| first <= *date), ScheduleError::DateBeforeStart)?;
            dates.iter().try_for_each(|date| within_years(*date))
        }
    }
}

fn validate_end(end: End, first: NaiveDate) -> Result<(), ScheduleError> {
    match end {
        End::Never => Ok(()),
        End::Until(until) => {
            ensure(first <= until, ScheduleError::UntilBeforeStart)?;
            within_years(until)
        }
        End::Count(count) => ensure((1..=MOST_COUNT).contains(&count), ScheduleError::CountOutOfRange),
    }
}

fn validate_absences(recurrence: &Recurrence) -> Result<(), ScheduleError> {
    ensure(recurrence.exclusions.len() <= MOST_DATES, ScheduleError::TooManyDates)?;
    ensure(recurrence.pauses.len() <= MOST_DATES, ScheduleError::TooManyDates)?;
    let has_days = recurrence.pauses.iter().all(|p| p.resumes.is_none_or(|resumes| p.from < resumes));
    ensure(has_days, ScheduleError::PauseWithoutDays)
}

fn validate_every(every: u16) -> Result<(), ScheduleError> {
    ensure((1..=MOST_EVERY).contains(&every), ScheduleError::EveryOutOfRange)
}

fn within_years(date: NaiveDate) -> Result<(), ScheduleError> {
    ensure(YEARS.contains(&date.year()), ScheduleError::YearOutOfRange)
}

fn ensure(holds: bool, error: ScheduleError) -> Result<(), ScheduleError> {
    if holds { Ok(()) } else { Err(error) }
}
