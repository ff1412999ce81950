//! What is the same on every date of a series: the local start and how long it lasts.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::PlannedOccurrence;
use crate::domain::period::{instant_of, instants_of, local_of};
use crate::domain::schedule::{OccurrenceKey, Schedule, Span};

/// One date of a series, with the date taken out.
pub(super) struct Shape {
    zone: Tz,
    length: Length,
}

enum Length {
    /// From a local time on, for an elapsed time: an evening over the change of hour ends an hour
    /// earlier or later on the clock.
    Elapsed {
        start: NaiveTime,
        time: TimeDelta,
    },
    WholeDays {
        after_first: Days,
    },
}

impl Shape {
    pub(super) fn of(schedule: &Schedule) -> Self {
        let length = match schedule.span {
            Span::Timed { start, .. } => {
                let (starts_at, ends_at) = instants_of(&schedule.span, schedule.zone);
                Length::Elapsed { start: start.time(), time: (ends_at - starts_at).max(TimeDelta::zero()) }
            }
            Span::AllDay { first, last } => {
                let days = u64::try_from((last - first).num_days()).unwrap_or(0);
                Length::WholeDays { after_first: Days::new(days) }
            }
        };
        Self { zone: schedule.zone, length }
    }

    /// The date of the series that starts on this local date.
    pub(super) fn on(&self, date: NaiveDate) -> PlannedOccurrence {
        let (span, starts_at, ends_at) = match self.length {
            Length::Elapsed { start, time } => {
                let start = date.and_time(start);
                let starts_at = instant_of(start, self.zone);
                let ends_at = starts_at.checked_add_signed(time).unwrap_or(starts_at);
                (Span::Timed { start, end: local_of(ends_at, self.zone) }, starts_at, ends_at)
            }
            Length::WholeDays { after_first } => {
                let last = date.checked_add_days(after_first).unwrap_or(date);
                let span = Span::AllDay { first: date, last };
                let (starts_at, ends_at) = instants_of(&span, self.zone);
                (span, starts_at, ends_at)
            }
        };
        PlannedOccurrence { key: OccurrenceKey::of(&span), original: span, span, starts_at, ends_at }
    }
}
