//! Works out on which dates an event takes place, from its schedule and the holidays around it.
//! The first date and the rule say when; holidays, pauses and exclusions take dates away; overrides
//! move single ones. Knows no clock: how far ahead to look is an argument.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::event::Override;
use super::period::instants_of;
use super::schedule::{OccurrenceKey, Schedule, SchoolZone, Span};
use super::school::SchoolCalendar;

mod dates;
mod shape;
mod skip;
mod validity;

pub use dates::{first_on_rule, next_on_rule};
pub use skip::SkipReason;
pub use validity::{
    LONGEST_ALL_DAY_DAYS, LONGEST_DAYS, LONGEST_TIMED_DAYS, MOST_COUNT, MOST_DATES, MOST_EVERY,
    ScheduleError, validate, validate_span,
};

/// The most dates that a series has, counted from its first: 13 years of every day, 95 of every week.
pub const MOST_OCCURRENCES: usize = 5_000;

/// The holidays of the place where an event takes place.
#[derive(Clone, Copy, Debug)]
pub struct Holidays<'a> {
    /// Code of the département or collectivity, for its public holidays.
    pub territory: &'a str,
    /// `None`: the place has no school zone, and its school holidays are not known.
    pub school_zone: Option<SchoolZone>,
    pub school: &'a SchoolCalendar,
}

/// The dates of an event up to a horizon. A later horizon only appends to each list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// In order of key, each key once.
    pub occurrences: Vec<PlannedOccurrence>,
    /// Dates of the rule on which it does not take place, in order: the EXDATEs of the series.
    pub skipped: Vec<Skipped>,
    /// Overrides up to the horizon that change nothing: their key is no date of the rule, or a
    /// skipped one (skipping wins). In order.
    pub orphans: Vec<OccurrenceKey>,
    /// Whether [`MOST_OCCURRENCES`] cut the series short of the horizon.
    pub truncated: bool,
}

/// One date on which an event takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedOccurrence {
    pub key: OccurrenceKey,
    /// As the rule has it, in the zone of the schedule. A start that the clocks pass over is kept
    /// as said (02:30); show the instants in the zone instead.
    pub original: Span,
    /// As it takes place: the override's span, else the original.
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    /// Excluded.
    pub ends_at: DateTime<Utc>,
}

/// One date of the rule on which an event does not take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    pub key: OccurrenceKey,
    pub date: NaiveDate,
    pub reason: SkipReason,
}

/// The dates of a schedule whose original start is on or before the local date `through`.
///
/// The first date is always a date of the series (and the first of its count), whether it matches
/// the rule or not, and is given even beyond `through`: an event has at least one date to show.
/// The local start is the same on every date; a timed event lasts as long as on its first date in
/// elapsed time (RFC 5545 3.8.5.3), whole days stay as many. Dates are skipped by their first day.
pub fn expand(
    schedule: &Schedule,
    overrides: &[Override],
    holidays: &Holidays<'_>,
    through: NaiveDate,
) -> Expansion {
    let shape = shape::Shape::of(schedule);
    let changes: HashMap<&OccurrenceKey, &Override> = overrides.iter().map(|o| (&o.key, o)).collect();
    let mut expansion = Expansion::default();
    let mut reached = through;
    let mut dates = dates::of(schedule, through);
    for date in dates.by_ref().take(MOST_OCCURRENCES) {
        let planned = shape.on(date);
        match skip::reason(schedule.recurrence.as_ref(), holidays, date) {
            Some(reason) => expansion.skipped.push(Skipped { key: planned.key, date, reason }),
            None => {
                let change = changes.get(&planned.key).and_then(|o| o.span);
                expansion.occurrences.push(planned.moved_to(change, schedule));
            }
        }
        reached = date;
    }
    expansion.truncated = dates.next().is_some();
    let judged_through = if expansion.truncated { reached } else { through.max(reached) };
    expansion.orphans = orphans(overrides, &expansion.occurrences, judged_through);
    expansion
}

impl PlannedOccurrence {
    fn moved_to(self, change: Option<Span>, schedule: &Schedule) -> Self {
        let Some(span) = change else { return self };
        let (starts_at, ends_at) = instants_of(&span, schedule.zone);
        Self { span, starts_at, ends_at: ends_at.max(starts_at), ..self }
    }
}

/// The overrides that met no occurrence, among those whose date has been worked out.
fn orphans(
    overrides: &[Override],
    occurrences: &[PlannedOccurrence],
    judged_through: NaiveDate,
) -> Vec<OccurrenceKey> {
    let met = |key: &OccurrenceKey| occurrences.binary_search_by(|o| o.key.cmp(key)).is_ok();
    let judged = |key: &OccurrenceKey| key.date().is_none_or(|date| date <= judged_through);
    let keys = overrides.iter().map(|o| &o.key);
    let mut orphans: Vec<_> = keys.filter(|key| judged(key) && !met(key)).cloned().collect();
    orphans.sort();
    orphans.dedup();
    orphans
}

#[cfg(test)]
mod oracle_tests;
#[cfg(test)]
mod tests;
