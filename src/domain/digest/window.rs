//! What one digest covers: which changes it tells, and which dates it lists.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::date::DigestDate;
use crate::domain::period::{instant_of, local_of};
use crate::domain::schedule::Span;
use crate::domain::subscription::Timetable;

/// How far back a late digest lists what has begun and goes on.
const BEGUN: TimeDelta = TimeDelta::days(1);

const HALF_A_DAY: TimeDelta = TimeDelta::hours(12);

/// Readers of one window share what they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    pub now: DateTime<Utc>,
    /// What happened after this (excluded)…
    pub told_after: DateTime<Utc>,
    /// … and until this is told.
    pub told_until: DateTime<Utc>,
    /// Dates that begin from here…
    pub from: DateTime<Utc>,
    /// … to here (excluded) are listed.
    pub to: DateTime<Utc>,
    pub zone: Tz,
}

impl Window {
    /// The window of a reader who was told of what happened until the first and of the dates that
    /// begin before the second instant of `until`. What happened after `settled` is left for the next.
    pub fn of(
        timetable: &Timetable,
        until: (DateTime<Utc>, DateTime<Utc>),
        settled: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Self {
        let (told, listed) = until;
        let usual = Timetable::usual(timetable.zone);
        let next = timetable.next_after(now).or_else(|| usual.next_after(now)).unwrap_or(now);
        let from = listed.max(now - BEGUN);
        Self {
            now,
            told_after: told,
            told_until: settled.max(told),
            from,
            to: end_of_list(next, timetable.zone).max(from),
            zone: timetable.zone,
        }
    }

    /// Whether a date that begins so is among those listed.
    pub fn lists(&self, date: &DigestDate) -> bool {
        let at = match date.span {
            Span::Timed { .. } => date.starts_at,
            // A whole day belongs to the digest of its morning.
            Span::AllDay { .. } => date.starts_at + HALF_A_DAY,
        };
        self.from <= at && at < self.to
    }

    /// Between which instants the dates that it lists begin.
    pub fn begin_between(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        (self.from - HALF_A_DAY, self.to)
    }

    pub fn tells(&self, at: DateTime<Utc>) -> bool {
        self.told_after < at && at <= self.told_until
    }

    /// The local days that it lists, the first and the last.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let first = local_of(self.from.max(self.now), self.zone).date();
        let last = local_of(self.to - HALF_A_DAY, self.zone).date();
        (first, last.max(first))
    }
}

/// Until when a digest lists dates when the next one comes at `next`. One that comes in the morning
/// lists the rest of its day; before one that comes later, that day is listed to its end.
fn end_of_list(next: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = local_of(next, zone);
    match (local.hour(), local.date().checked_add_days(Days::new(1))) {
        (12.., Some(day)) => instant_of(day.and_time(NaiveTime::MIN), zone),
        _ => next,
    }
}
