//! One date of an event, as a digest tells it.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::domain::brick::BrickKind;
use crate::domain::event::{AttendanceMode, EventKind, EventStatus, RegistrationMode, Theme};
use crate::domain::period::local_of;
use crate::domain::schedule::{OccurrenceKey, Span};

/// A date: its event and its key there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DateName {
    pub event: i64,
    pub key: OccurrenceKey,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestDate {
    pub name: DateName,
    pub slug: String,
    pub title: String,
    pub kind: EventKind,
    pub brick: Option<BrickKind>,
    pub themes: Vec<Theme>,
    pub status: EventStatus,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
    pub mode: AttendanceMode,
    pub price_cents: Option<i32>,
    pub registration: RegistrationMode,
    /// Its event has more dates.
    pub repeats: bool,
    /// When its event was.
    pub announced_at: DateTime<Utc>,
    pub place_id: i64,
    pub place_slug: String,
    pub place_name: String,
    pub commune: String,
    pub territory: String,
}

impl DigestDate {
    /// The reader's local day under which it is listed.
    pub fn day(&self, zone: Tz) -> NaiveDate {
        match self.span {
            Span::Timed { .. } if self.zone != zone => local_of(self.starts_at, zone).date(),
            span => span.first_day(),
        }
    }

    /// Whether one can still come to its beginning; to whole days, to any of it.
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        match self.span {
            Span::Timed { .. } => self.starts_at >= now,
            Span::AllDay { .. } => self.ends_at > now,
        }
    }
}
