//! When the dates of an event change, registrations follow them, and everyone who registered is
//! told: a date was moved, put off, cancelled, or is online.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::super::error::Result;
use super::invitation::stored_event;
use super::{About, News, Occasion, settle, take_along, tell};
use crate::db::{self, Transaction};
use crate::domain::carry::carried;
use crate::domain::event::{AttendanceMode, EventStatus};
use crate::domain::schedule::OccurrenceKey;
use crate::store::date_changes::{self, Said};
use crate::store::events::{self, EventRow};
use crate::store::occurrences::{self, Occurrence};
use crate::store::places::{self, PlaceRow};
use crate::store::{registrations, seats};

/// The dates of an event and those that people registered for, before a change.
#[derive(Debug)]
pub struct Watch {
    event: i64,
    /// Dates with registrations, as stored; an empty one is the whole series.
    keys: Vec<String>,
    dates: Vec<Occurrence>,
    /// Where they were to be; `None`: nobody registered.
    whereabouts: Option<Whereabouts>,
    /// What was said of each, for digests to compare with.
    said: Vec<Said>,
}

impl Watch {
    /// Takes the turn at the event's seats, and remembers its dates if anybody registered. Call it
    /// before the change, and [`Self::follow`] after it, in the same transaction.
    pub fn over(tx: &mut Transaction<'_>, event: i64, now: DateTime<Utc>) -> Result<Self> {
        seats::take_turn(tx, event)?;
        let keys = registrations::keys(tx, event)?;
        let dates = match keys.is_empty() {
            true => Vec::new(),
            false => occurrences::of_event(tx, event, now, i64::MAX)?,
        };
        let whereabouts = match keys.is_empty() {
            true => None,
            false => {
                let row = events::row(tx, event)?;
                Some(Whereabouts::of(tx, &row)?)
            }
        };
        Ok(Self { event, keys, dates, whereabouts, said: date_changes::said(tx, event, now)? })
    }

    /// Takes registrations along to where their dates went, tells what changed, and gives seats
    /// that a larger room has.
    pub fn follow(mut self, tx: &mut Transaction<'_>, now: DateTime<Utc>) -> Result<()> {
        if self.keys.is_empty() {
            let after = date_changes::said(tx, self.event, now)?;
            return self.note(tx, &became(&said_keys(&self.said), &said_keys(&after)), now);
        }
        let (event, schedule) = events::by_id(tx, self.event)?;
        let place = places::by_id(tx, event.place_id)?;
        let after = occurrences::of_event(tx, self.event, now, i64::MAX)?;
        let moved = self.take_along(tx, &after, now)?;
        self.note(tx, &moved, now)?;
        let (zone, repeats) = (schedule.zone()?, schedule.recurrence.is_some());
        let now_at = Whereabouts::of(tx, &event)?;
        let after = After { dates: &after, moved: &moved, whereabouts: &now_at };
        let keys = std::mem::take(&mut self.keys);
        for key in keys {
            let told = match key.is_empty() {
                true => self.change_of_series(&after),
                false => self.change_of_date(&key, &after),
            };
            let stored = moved
                .iter()
                .find(|(old, _)| old.as_str() == key)
                .map_or(key.as_str(), |(_, new)| new.as_str());
            if let Some(change) = &told {
                let telling = Telling { event: &event, place: &place, zone, repeats };
                telling.tell_registered(tx, stored, change, now)?;
            }
            match Occasion::read(tx, self.event, OccurrenceKey::parse(stored).as_ref(), now) {
                // Registrations for a date that is gone, or from before the rules changed.
                Err(db::Error::NotFound) => {}
                occasion => {
                    let occasion = occasion?;
                    if occasion.offered.stored_key() == stored {
                        settle(tx, &occasion, now)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Moves registrations from dates that are gone to those that took their place.
    fn take_along(
        &self,
        tx: &mut Transaction<'_>,
        after: &[Occurrence],
        now: DateTime<Utc>,
    ) -> Result<Vec<(OccurrenceKey, OccurrenceKey)>> {
        let keys = |dates: &[Occurrence]| dates.iter().map(|date| date.key.clone()).collect::<Vec<_>>();
        let moved = became(&keys(&self.dates), &keys(after));
        take_along(tx, (self.event, self.event), &moved, now)?;
        Ok(moved)
    }

    fn note(
        &self,
        tx: &mut Transaction<'_>,
        moved: &[(OccurrenceKey, OccurrenceKey)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        date_changes::hand_over(tx, self.event, self.event, moved)?;
        Ok(date_changes::note(tx, self.event, &self.said, moved, now)?)
    }

    fn change_of_date<'a>(&'a self, key: &str, after: &After<'a>) -> Option<Change<'a>> {
        let before = self.dates.iter().find(|date| date.key.as_str() == key)?;
        let new_key =
            after.moved.iter().find(|(old, _)| *old == before.key).map_or(&before.key, |(_, new)| new);
        let date = after.dates.iter().find(|date| date.key == *new_key);
        change(before, date).or_else(|| {
            let date = date.filter(|date| date.status.takes_place())?;
            let was = self.whereabouts.as_ref()?;
            let news = elsewhere((was, &before.key), (after.whereabouts, new_key))?;
            Some(Change { date, news })
        })
    }

    /// The first of its dates that changed stands for all: one letter, not twenty.
    fn change_of_series<'a>(&'a self, after: &After<'a>) -> Option<Change<'a>> {
        self.dates.iter().find_map(|date| self.change_of_date(date.key.as_str(), after))
    }
}

/// An event after a change.
struct After<'a> {
    dates: &'a [Occurrence],
    /// Dates that have another key now, with the old one first.
    moved: &'a [(OccurrenceKey, OccurrenceKey)],
    whereabouts: &'a Whereabouts,
}

/// Where the dates of an event are.
#[derive(Debug)]
struct Whereabouts {
    mode: AttendanceMode,
    address: String,
    room: String,
    /// Rooms of dates that have another one.
    rooms: Vec<(OccurrenceKey, String)>,
}

impl Whereabouts {
    fn of(tx: &mut Transaction<'_>, event: &EventRow) -> Result<Self> {
        let overrides = events::overrides(tx, event.id)?;
        let other = |stored: events::StoredOverride| Some((stored.change.key, stored.change.room?));
        Ok(Self {
            mode: event.mode()?,
            address: event.address.clone(),
            room: event.room.clone(),
            rooms: overrides.into_iter().filter_map(other).collect(),
        })
    }

    fn room(&self, key: &OccurrenceKey) -> &str {
        self.rooms.iter().find(|(date, _)| date == key).map_or(&self.room, |(_, room)| room)
    }
}

/// What is told of a date that is at another place than it was. A room that is told for the first time
/// is no other.
fn elsewhere(
    (was, old): (&Whereabouts, &OccurrenceKey),
    (is, new): (&Whereabouts, &OccurrenceKey),
) -> Option<News<'static>> {
    if is.mode == AttendanceMode::Online {
        return (was.mode != is.mode).then_some(News::Status(EventStatus::MovedOnline));
    }
    let (old_room, new_room) = (was.room(old), is.room(new));
    let moves = was.address != is.address || (!old_room.is_empty() && old_room != new_room);
    moves.then_some(News::Elsewhere)
}

/// Dates that have another key after a change, with the old one first.
fn became(before: &[OccurrenceKey], after: &[OccurrenceKey]) -> Vec<(OccurrenceKey, OccurrenceKey)> {
    let only_in = |these: &[OccurrenceKey], others: &[OccurrenceKey]| -> Vec<OccurrenceKey> {
        these.iter().filter(|key| !others.contains(key)).cloned().collect()
    };
    let (lost, added) = (only_in(before, after), only_in(after, before));
    match (lost.as_slice(), added.as_slice()) {
        // The only date of an event is the same meeting however far it moves.
        ([old], [new]) if before.len() == 1 => vec![(old.clone(), new.clone())],
        _ => carried(&lost, &added),
    }
}

fn said_keys(said: &[Said]) -> Vec<OccurrenceKey> {
    said.iter().filter_map(|said| OccurrenceKey::parse(&said.occurrence_key)).collect()
}

/// What is told of a date.
#[derive(Clone, Copy, Debug)]
struct Change<'a> {
    date: &'a Occurrence,
    news: News<'a>,
}

fn change<'a>(before: &'a Occurrence, after: Option<&'a Occurrence>) -> Option<Change<'a>> {
    let Some(after) = after else {
        // What was off already needs no second letter.
        return before.status.takes_place().then_some(Change { date: before, news: News::Gone });
    };
    let is_news =
        |status| matches!(status, EventStatus::Cancelled | EventStatus::Postponed | EventStatus::MovedOnline);
    let changed = before.status != after.status;
    let news = if changed && (is_news(after.status) || !before.status.takes_place()) {
        News::Status(after.status)
    } else if before.span != after.span && after.status.takes_place() {
        News::Moved { before: &before.span }
    } else {
        return None;
    };
    Some(Change { date: after, news })
}

/// The event whose news are told.
struct Telling<'a> {
    event: &'a EventRow,
    place: &'a PlaceRow,
    zone: Tz,
    repeats: bool,
}

impl Telling<'_> {
    /// Writes to everyone who holds a registration of `key`.
    fn tell_registered(
        &self,
        tx: &mut Transaction<'_>,
        key: &str,
        change: &Change<'_>,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let overrides = events::overrides(tx, self.event.id)?;
        let own = overrides.iter().map(|stored| &stored.change).find(|own| own.key == change.date.key);
        // The reason of this date stands before that of the event.
        let mut event = self.event.clone();
        if let Some(note) = own.and_then(|own| own.note.clone()) {
            event.status_note = note;
        }
        let title = own.and_then(|own| own.title.clone()).unwrap_or_else(|| event.title.clone());
        let about = About {
            event: &event,
            place: self.place,
            zone: self.zone,
            room: own.and_then(|own| own.room.as_deref()).unwrap_or(&self.event.room),
            title: &title,
            date: change.date,
            repeats: self.repeats,
            whole_series: key.is_empty(),
            stored: None,
        };
        let stored = stored_event(tx, &about)?;
        let about = About { stored: Some(&stored), ..about };
        for row in registrations::live_of_date(tx, event.id, key)? {
            tell(tx, &about, &row, change.news, now)?;
        }
        Ok(())
    }
}
