//! What is sent to one person's calendar by mail (RFC 5546, RFC 6047): an event, or one of its dates,
//! that they come to or no longer do. Kept as facts until it is sent, for only then it is known from
//! which site and to which mailbox.

use chrono::{DateTime, Utc};
use ics::ICalendar;
use ics::components::Property;
use serde::{Deserialize, Serialize};

use super::event::{
    Attendee, FeedEvent, FeedOrganizer, FeedOverride, OwnDates, TakingPart, write_event, write_occurrence,
};
use super::{text, zone};
use crate::domain::event::{AttendanceMode, EventStatus, Override};
use crate::domain::schedule::{OccurrenceKey, Schedule};
use crate::i18n::Locale;

/// What the calendar is asked to do (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Show it, or show it as it is now.
    Request,
    /// Show it no longer.
    Cancel,
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// An event as one calendar is told of it. Addresses are local, texts in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub method: Method,
    /// Left side of the UID.
    pub uid: String,
    /// The one date of a series; `None`: all of the event.
    pub date: Option<OccurrenceKey>,
    /// Passes that of every invitation that was sent before.
    pub sequence: u32,
    /// The person no longer comes; else a cancellation is the event's.
    pub leaves: bool,
    /// When this came about: DTSTAMP.
    pub changed_at: DateTime<Utc>,
    pub created: DateTime<Utc>,
    pub path: String,
    pub title: String,
    pub description: String,
    pub location: String,
    pub categories: Vec<String>,
    /// The body that holds it.
    pub organizer: String,
    pub mode: AttendanceMode,
    pub conference_url: String,
    pub status: EventStatus,
    pub status_note: String,
    pub schedule: Schedule,
    pub exdates: Vec<OccurrenceKey>,
    pub rdates: Vec<OccurrenceKey>,
    pub changes: Vec<InvitedChange>,
}

/// One date that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedChange {
    pub change: Override,
    pub location: Option<String>,
    pub path: Option<String>,
}

/// From where and to whom it is sent.
#[derive(Clone, Copy, Debug)]
pub struct Posting<'a> {
    /// Scheme and host of the site.
    pub origin: &'a str,
    /// Right side of the UID.
    pub host: &'a str,
    /// The mailbox that speaks for who holds the event: ORGANIZER.
    pub mailbox: &'a str,
    /// What calendars answer to that mailbox is read.
    pub answers: bool,
    /// May be empty.
    pub name: &'a str,
    pub address: &'a str,
    pub locale: Locale,
}

impl Invitation {
    /// The first invitation to an event, whose addresses and UID have neither host nor origin, or to
    /// one of its dates.
    pub fn to(event: &FeedEvent<'_>, date: Option<&OccurrenceKey>, now: DateTime<Utc>) -> Self {
        let told = |change: &&FeedOverride<'_>| date.is_none_or(|date| change.change.key == *date);
        let changes: Vec<&FeedOverride<'_>> = event.overrides.iter().filter(told).collect();
        Self {
            method: Method::Request,
            uid: event.uid.to_owned(),
            date: date.cloned(),
            sequence: changes.iter().map(|change| change.sequence).fold(event.sequence, u32::max),
            leaves: false,
            changed_at: now,
            created: event.created,
            path: event.url.to_owned(),
            title: event.title.to_owned(),
            description: event.description.to_owned(),
            location: event.location.to_owned(),
            categories: event.categories.to_vec(),
            organizer: event.organizer.name.to_owned(),
            mode: event.mode,
            conference_url: event.conference_url.to_owned(),
            status: event.status,
            status_note: event.status_note.to_owned(),
            schedule: event.schedule.clone(),
            // One date has no rule that these could belong to.
            exdates: if date.is_none() { event.exdates.to_vec() } else { Vec::new() },
            rdates: if date.is_none() { event.rdates.to_vec() } else { Vec::new() },
            changes: changes.into_iter().map(InvitedChange::of).collect(),
        }
    }

    /// Takes it out of the calendar again: `status` is why, where the event is, and `None` where the
    /// person leaves.
    pub fn cancelled(self, status: Option<EventStatus>, sequence: u32, now: DateTime<Utc>) -> Self {
        Self {
            method: Method::Cancel,
            sequence,
            leaves: status.is_none(),
            status: status.unwrap_or(self.status),
            changed_at: now,
            ..self
        }
    }

    /// Without what a cancellation needs not say.
    pub fn bare(&self) -> Self {
        let (description, status_note, categories) = Default::default();
        Self { description, status_note, categories, ..self.clone() }
    }

    /// Whether both are the same entry of a calendar: UID and RECURRENCE-ID.
    pub fn is_entry_of(&self, other: &Self) -> bool {
        (&self.uid, &self.date) == (&other.uid, &other.date)
    }

    /// The calendar that the mail brings, each line ended by CR LF.
    pub fn write(&self, posting: &Posting<'_>) -> String {
        const END: &str = "END:VCALENDAR\r\n";

        let mut calendar = ICalendar::new("2.0", "-//Vigie//Invitations//FR");
        calendar.push(Property::new("CALSCALE", "GREGORIAN"));
        calendar.push(Property::new("METHOD", self.method.name()));
        calendar.add_component(zone::vtimezone(self.schedule.zone));
        let mut out = text::refold(&calendar.to_string());
        out.truncate(out.len() - END.len());
        out.push_str(&self.event(posting));
        out.push_str(END);
        out
    }

    fn event(&self, posting: &Posting<'_>) -> String {
        let absolute = |path: &str| format!("{}{path}", posting.origin);
        let (uid, url) = (format!("{}@{}", self.uid, posting.host), absolute(&self.path));
        let paths: Vec<Option<String>> =
            self.changes.iter().map(|told| told.path.as_deref().map(absolute)).collect();
        let told = self.changes.iter().zip(&paths);
        let overrides: Vec<FeedOverride<'_>> =
            told.map(|(told, path)| told.shown(path.as_deref(), self.changed_at)).collect();
        let attendee = Attendee {
            name: posting.name,
            mailbox: posting.address,
            leaves: self.leaves,
            answers: posting.answers,
        };
        let event = FeedEvent {
            uid: &uid,
            url: &url,
            title: &self.title,
            description: &self.description,
            location: &self.location,
            geo: None,
            categories: &self.categories,
            organizer: FeedOrganizer { name: &self.organizer, mailbox: Some(posting.mailbox) },
            mode: self.mode,
            conference_url: &self.conference_url,
            image: None,
            color: "",
            status: self.status,
            status_note: &self.status_note,
            schedule: &self.schedule,
            exdates: &self.exdates,
            rdates: &self.rdates,
            overrides: &overrides,
            created: self.created,
            changed_at: self.changed_at,
            sequence: self.sequence,
            taking_part: Some(TakingPart {
                dates: OwnDates::All,
                reminders: false,
                changed_at: self.changed_at,
            }),
            attendee: Some(attendee),
            withdrawn: false,
        };
        match &self.date {
            // A key of another form than the schedule's cannot be; then all of it is told.
            Some(date) => write_occurrence(&event, date, posting.locale),
            None => None,
        }
        .unwrap_or_else(|| write_event(&event, posting.locale))
    }
}

impl InvitedChange {
    fn of(told: &FeedOverride<'_>) -> Self {
        Self {
            change: told.change.clone(),
            location: told.location.map(str::to_owned),
            path: told.url.map(str::to_owned),
        }
    }

    fn shown<'a>(&'a self, url: Option<&'a str>, changed_at: DateTime<Utc>) -> FeedOverride<'a> {
        FeedOverride {
            change: &self.change,
            location: self.location.as_deref(),
            url,
            changed_at,
            sequence: 0,
        }
    }
}
