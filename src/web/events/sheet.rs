//! What the page of an event is made of: everything read at once, before it is told.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::domain::event::{EventStatus, Override, Theme, effective_status, with_seats};
use crate::domain::policy::EventHands;
use crate::domain::schedule::{OccurrenceKey, Schedule};
use crate::domain::slug::Slug;
use crate::store::agenda::{self, Line, Narrowed, Page};
use crate::store::events::{self, EventRow};
use crate::store::occurrences::{self, Occurrence};
use crate::store::pictures::{self, PictureRow, Shown};
use crate::store::places::{self, PlaceRow};
use crate::store::{event_hosts, event_places};
use crate::web::answer::Desk;
use crate::web::error::{Error, Result};

/// Coming dates that are listed.
pub const DATES: i64 = 12;
/// Other events of the place that are named.
const OTHERS: i64 = 5;
/// How far ahead they are looked for.
const OTHERS_WITHIN: chrono::TimeDelta = chrono::TimeDelta::days(60);

pub struct Sheet {
    pub event: EventRow,
    pub schedule: Schedule,
    pub place: PlaceRow,
    /// Places that it is shared with, by name.
    pub further: Vec<PlaceRow>,
    /// Who may change it; without persons on pages for everybody.
    pub hands: EventHands,
    pub themes: Vec<Theme>,
    pub overrides: Vec<Override>,
    /// The date shown; `None` when no date is known.
    pub date: Option<Occurrence>,
    /// Whether the address names this date.
    pub asked_for_date: bool,
    /// Coming dates of a series, soonest first, and how many there are.
    pub coming: Vec<Occurrence>,
    pub coming_count: i64,
    pub others: Vec<Line>,
    /// The cover, where a host gave it one.
    pub photo: Option<PictureRow>,
    pub now: DateTime<Utc>,
    pub network_zone: Tz,
}

impl Sheet {
    /// Reads the event, and the date named by `key` or the next (else the last) one.
    pub fn read(desk: &mut Desk<'_>, slug: &Slug, key: Option<&OccurrenceKey>) -> Result<Self> {
        let (event, stored, place) = events::at_place(desk.conn, slug)?;
        if event.withdrawn_at.is_some() {
            return Err(Error::NotFound);
        }
        let schedule = stored.schedule()?;
        let coming = occurrences::of_event(desk.conn, event.id, desk.now, DATES)?;
        let date = match key {
            Some(key) => Some(occurrences::by_key(desk.conn, event.id, key)?),
            None => match coming.first() {
                Some(next) => Some(next.clone()),
                None => occurrences::last_before(desk.conn, event.id, desk.now)?,
            },
        };
        let photo = pictures::of(desk.conn, Shown::Event(event.id))?.into_iter().next();
        let hands = match desk.viewer {
            Some(_) => event_hosts::hands(desk.conn, &event)?,
            None => EventHands::default(),
        };
        let further = further(desk, event.id)?;
        let repeats = schedule.recurrence.is_some();
        Ok(Self {
            photo,
            place,
            further,
            hands,
            themes: event.themes(),
            overrides: events::overrides(desk.conn, event.id)?.into_iter().map(|s| s.change).collect(),
            coming_count: match repeats {
                true => occurrences::count_after(desk.conn, event.id, desk.now)?,
                false => 0,
            },
            coming: if repeats { coming } else { Vec::new() },
            others: others(desk, &event)?,
            date,
            asked_for_date: key.is_some() && repeats,
            now: desk.now,
            network_zone: desk.network.zone,
            event,
            schedule,
        })
    }

    pub fn repeats(&self) -> bool {
        self.schedule.recurrence.is_some()
    }

    /// What differs for a date.
    pub fn change(&self, key: &OccurrenceKey) -> Option<&Override> {
        self.overrides.iter().find(|change| change.key == *key)
    }

    /// What differs for the date shown.
    pub fn own_change(&self) -> Option<&Override> {
        self.date.as_ref().and_then(|date| self.change(&date.key))
    }

    /// Status of the date shown; of the event when no date is.
    pub fn status(&self) -> Result<EventStatus> {
        let event = self.event.status()?;
        Ok(match &self.date {
            Some(date) => told_status(event, self.change(&date.key), date),
            None => event,
        })
    }

    /// The host's reason for the status.
    pub fn reason(&self) -> &str {
        let own = self.own_change().and_then(|change| change.note.as_deref());
        own.unwrap_or(&self.event.status_note)
    }

    pub fn title(&self) -> &str {
        let own = self.own_change().filter(|_| self.asked_for_date || !self.repeats());
        own.and_then(|change| change.title.as_deref()).unwrap_or(&self.event.title)
    }

    pub fn room(&self) -> &str {
        self.own_change().and_then(|change| change.room.as_deref()).unwrap_or(&self.event.room)
    }

    pub fn capacity(&self) -> Option<i32> {
        self.own_change().and_then(|change| change.capacity).or(self.event.capacity)
    }

    /// Path of the page, without language.
    pub fn path(&self) -> String {
        match (&self.date, self.asked_for_date) {
            (Some(date), true) => format!("/evenements/{}/{}", self.event.slug, date.key),
            _ => format!("/evenements/{}", self.event.slug),
        }
    }

    pub fn is_past(&self) -> bool {
        self.date.as_ref().is_some_and(|date| date.ends_at <= self.now)
    }
}

/// The status of a date, full ones included: that is kept with the date.
pub fn told_status(event: EventStatus, change: Option<&Override>, date: &Occurrence) -> EventStatus {
    with_seats(effective_status(event, change), date.status == EventStatus::Full)
}

fn further(desk: &mut Desk<'_>, event: i64) -> Result<Vec<PlaceRow>> {
    let ids = event_places::of_event(desk.conn, event)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<PlaceRow> = places::by_ids(desk.conn, &ids)?.into_iter().map(|(row, _)| row).collect();
    rows.sort_by(|one, other| one.sort_key.cmp(&other.sort_key));
    Ok(rows)
}

fn others(desk: &mut Desk<'_>, event: &EventRow) -> Result<Vec<Line>> {
    let asked = Narrowed { place_id: Some(event.place_id), ..Narrowed::default() };
    let (backend, now) = (desk.backend(), desk.now);
    let range = (now, now + OTHERS_WITHIN);
    let page = Page { offset: 0, limit: OTHERS * 3 };
    let mut lines = agenda::starting_between(desk.conn, backend, &asked, range, page, now)?;
    lines.retain(|line| line.event_slug != event.slug);
    // One line for each event, its next date.
    let mut seen = Vec::new();
    lines.retain(|line| {
        let new = !seen.contains(&line.event_slug);
        seen.push(line.event_slug.clone());
        new
    });
    lines.truncate(usize::try_from(OTHERS).unwrap_or(0));
    Ok(lines)
}
