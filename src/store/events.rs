//! Events: what is announced, when, and what differs for single dates. Their rows; `reading` asks
//! for them, `writing` stores them.

mod reading;
mod writing;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::{codes, known};
use crate::db::schema::{event_overrides, events, schedules};
use crate::db::{Error, Result, UtcInstant};
use crate::domain::brick::BrickKind;
use crate::domain::event::{
    Accessibility, AttendanceMode, EventKind, EventStatus, Override, RegistrationMode, Theme,
};
use crate::domain::schedule::{OccurrenceKey, Schedule, Span};
use crate::domain::website::parse_website;

pub use reading::{
    at_place, by_id, by_slug, count, draft, id_of_uid, last_change, newest, overrides, recurring, row,
    slug_is_taken, slugs_ending_after, to_extend,
};
pub(super) use reading::{overrides_of, overrides_since};
pub use writing::{
    Identity, WorkedOut, forget_override, insert, raise_to, save_override, save_schedule, stop_extending,
    take_turn, tend, touch, update, withdraw,
};

/// An event's own row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = events)]
pub struct EventRow {
    pub id: i64,
    pub uid: String,
    pub slug: String,
    pub place_id: i64,
    pub kind: String,
    pub brick: Option<String>,
    pub themes: String,
    pub title: String,
    pub description: String,
    pub audience: String,
    pub mode: String,
    pub room: String,
    pub address: String,
    pub online_url: String,
    pub price_cents: Option<i32>,
    pub price_note: String,
    pub capacity: Option<i32>,
    pub registration: String,
    pub registration_closes_hours: i32,
    pub accessibility: String,
    pub accessibility_note: String,
    pub organiser: String,
    pub status: String,
    pub status_note: String,
    pub sequence: i32,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
    pub withdrawn_at: Option<UtcInstant>,
}

impl EventRow {
    pub fn kind(&self) -> Result<EventKind> {
        known("event kind", &self.kind, EventKind::from_code)
    }

    pub fn brick(&self) -> Option<BrickKind> {
        self.brick.as_deref().and_then(BrickKind::from_code)
    }

    pub fn themes(&self) -> Vec<Theme> {
        codes(&self.themes, Theme::from_code)
    }

    pub fn mode(&self) -> Result<AttendanceMode> {
        known("attendance mode", &self.mode, AttendanceMode::from_code)
    }

    pub fn registration(&self) -> Result<RegistrationMode> {
        known("registration mode", &self.registration, RegistrationMode::from_code)
    }

    pub fn status(&self) -> Result<EventStatus> {
        known("event status", &self.status, EventStatus::from_code)
    }

    pub fn accessibility(&self) -> Vec<Accessibility> {
        codes(&self.accessibility, Accessibility::from_code)
    }

    /// Where it takes place online, if that is a web address: all else must never become a link.
    pub fn meeting(&self) -> Option<String> {
        parse_website(&self.online_url)
    }
}

/// When an event takes place, as stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = schedules)]
pub struct ScheduleRow {
    pub span_start: String,
    pub span_end: String,
    pub zone: String,
    pub recurrence: Option<String>,
    pub skips: String,
    pub first_starts_at: UtcInstant,
    pub last_ends_at: UtcInstant,
    pub worked_out_through: Option<NaiveDate>,
}

impl ScheduleRow {
    pub fn schedule(&self) -> Result<Schedule> {
        let recurrence = self.recurrence.as_deref().map(serde_json::from_str).transpose();
        Ok(Schedule {
            span: span(&self.span_start, &self.span_end)?,
            zone: self.zone()?,
            recurrence: recurrence.map_err(|e| Error::corrupt("recurrence", e.to_string()))?,
        })
    }

    /// Dates of the rule that it skips, in order.
    pub fn skipped(&self) -> Result<Vec<OccurrenceKey>> {
        self.skips.lines().map(|line| key(line.split(' ').next().unwrap_or_default())).collect()
    }

    pub fn zone(&self) -> Result<Tz> {
        self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))
    }
}

pub(super) fn span(start: &str, end: &str) -> Result<Span> {
    Span::from_ends(start, end).ok_or_else(|| Error::corrupt("span", format!("{start}/{end}")))
}

/// One date's difference, with when it was made and how often its time or status changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOverride {
    pub change: Override,
    pub sequence: i32,
    pub changed_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = event_overrides)]
struct OverrideRow {
    event_id: i64,
    occurrence_key: String,
    span_start: Option<String>,
    span_end: Option<String>,
    title: Option<String>,
    room: Option<String>,
    capacity: Option<i32>,
    status: Option<String>,
    note: Option<String>,
    sequence: i32,
    changed_at: UtcInstant,
}

impl OverrideRow {
    fn parse(self) -> Result<StoredOverride> {
        let moved = self.span_start.zip(self.span_end).map(|(start, end)| span(&start, &end)).transpose()?;
        let status =
            self.status.map(|code| known("event status", &code, EventStatus::from_code)).transpose()?;
        Ok(StoredOverride {
            change: Override {
                key: key(&self.occurrence_key)?,
                span: moved,
                title: self.title,
                room: self.room,
                capacity: self.capacity,
                status,
                note: self.note,
            },
            sequence: self.sequence,
            changed_at: self.changed_at.0,
        })
    }
}

pub(super) fn key(text: &str) -> Result<OccurrenceKey> {
    OccurrenceKey::parse(text).ok_or_else(|| Error::corrupt("occurrence key", text))
}
