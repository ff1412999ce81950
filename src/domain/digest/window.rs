//! What one digest covers: which changes it tells, and which dates it lists.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use crate::domain::period::{instant_of, local_of};
use crate::domain::subscription::Timetable;

/// How far back a late digest lists what has begun and goes on.
const BEGUN: TimeDelta = TimeDelta::days(1);

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

    pub fn lists(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.to
    }

    pub fn tells(&self, at: DateTime<Utc>) -> bool {
        self.told_after < at && at <= self.told_until
    }

    /// The local days that it lists, the first and the last.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let first = local_of(self.from.max(self.now), self.zone).date();
        let last = local_of(self.to - TimeDelta::microseconds(1), self.zone).date();
        (first, last.max(first))
    }
}

/// The midnight until which a digest lists dates when the next one comes at `next`: one that comes in
/// the morning lists its own day itself.
fn end_of_list(next: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = local_of(next, zone);
    let day = match local.hour() {
        0..12 => local.date(),
        _ => local.date().checked_add_days(Days::new(1)).unwrap_or(local.date()),
    };
    instant_of(day.and_time(NaiveTime::MIN), zone)
}
