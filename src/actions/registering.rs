//! What the actions on registrations share: the occasion that they are about, and the one way in
//! which seats are given. Every action takes its turn first (`seats::take_turn`), so that between
//! reading who has seats and writing who gets them nobody else does either.

mod along;
mod enter;
mod invitation;
mod letters;
mod news;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

pub use along::{invite_along, take_along};
pub use enter::{Person, Wish, enter, seat_or_turn};
pub use letters::{About, News, remind, tell, write_to_guest};
pub use news::Watch;

use super::error::{Error, Result};
use super::raise_event;
use super::work_out_dates::closes_at;
use crate::db::{self, DbConnection, Scope, Transaction};
use crate::domain::event::{effective_status, with_seats};
use crate::domain::policy::Actor;
use crate::domain::registration::{RegistrationState, SeatList};
use crate::domain::schedule::OccurrenceKey;
use crate::secret::Secret;
use crate::store::events::{self, EventRow};
use crate::store::places::{self, PlaceRow};
use crate::store::registration_rules::{Offered, offered};
use crate::store::registrations::{self, RegistrationRow};
use crate::store::{date_changes, occurrences, seats};

/// What people register for: an event at its place, and the date or the whole series.
#[derive(Clone, Debug)]
pub struct Occasion {
    pub event: EventRow,
    pub place: PlaceRow,
    pub zone: Tz,
    /// Has more dates than one.
    pub repeats: bool,
    pub offered: Offered,
}

impl Occasion {
    /// Everything that is known of it now. `asked`: the date that an address names.
    pub fn read(
        conn: &mut DbConnection,
        event: i64,
        asked: Option<&OccurrenceKey>,
        now: DateTime<Utc>,
    ) -> db::Result<Self> {
        let (event, schedule) = events::by_id(conn, event)?;
        if event.withdrawn_at.is_some() {
            return Err(db::Error::NotFound);
        }
        let place = places::by_id(conn, event.place_id)?;
        let repeats = schedule.recurrence.is_some();
        Self::at(conn, (event, place), (schedule.zone()?, repeats), asked, now)
    }

    /// [`Self::read`] where the rows are at hand, with the zone and whether it repeats.
    pub fn at(
        conn: &mut DbConnection,
        (event, place): (EventRow, PlaceRow),
        (zone, repeats): (Tz, bool),
        asked: Option<&OccurrenceKey>,
        now: DateTime<Utc>,
    ) -> db::Result<Self> {
        let offered = offered(conn, &event, asked, now)?;
        Ok(Self { place, zone, repeats, offered, event })
    }

    /// The occasion of a registration.
    pub fn of(conn: &mut DbConnection, row: &RegistrationRow, now: DateTime<Utc>) -> db::Result<Self> {
        Self::read(conn, row.event_id, row.key().as_ref(), now)
    }

    /// What letters and pages say of it.
    pub fn about(&self) -> About<'_> {
        About {
            event: &self.event,
            place: &self.place,
            zone: self.zone,
            room: self.room(),
            title: self.title(),
            date: &self.offered.date,
            repeats: self.repeats,
            whole_series: self.offered.key.is_none(),
            stored: None,
        }
    }

    pub fn title(&self) -> &str {
        let own = self.offered.change.as_ref().filter(|_| self.offered.key.is_some());
        own.and_then(|change| change.title.as_deref()).unwrap_or(&self.event.title)
    }

    fn room(&self) -> &str {
        let own = self.offered.change.as_ref().filter(|_| self.offered.key.is_some());
        own.and_then(|change| change.room.as_deref()).unwrap_or(&self.event.room)
    }

    /// Who has seats and who waits.
    pub fn seat_list(&self, conn: &mut DbConnection) -> db::Result<SeatList> {
        let entries = registrations::entries(conn, self.event.id, self.offered.stored_key())?;
        Ok(SeatList::new(self.offered.terms.capacity, entries))
    }

    /// Whether free seats still go to those who wait.
    fn moves_up(&self, now: DateTime<Utc>) -> bool {
        let until = match self.offered.key {
            Some(_) => self.offered.date.starts_at,
            None => self.offered.terms.ends_at,
        };
        self.offered.terms.status.takes_place() && now < until
    }
}

/// Who holds a registration: whoever has its link, the member who made it, or who was invited.
#[derive(Clone, Copy, Debug)]
pub enum Holder<'a> {
    Link(&'a Secret),
    /// `key` as it is stored.
    Member {
        by: &'a Actor,
        event: i64,
        key: &'a str,
    },
    /// Whoever was invited, answering from their calendar.
    Calendar {
        registration: i64,
    },
}

impl Holder<'_> {
    /// The registration that is held; not found when there is none.
    pub fn registration(&self, conn: &mut DbConnection) -> Result<RegistrationRow> {
        match self {
            Self::Link(secret) => Ok(registrations::by_link(conn, secret)?),
            Self::Member { by, event, key } => {
                let member = by.member().ok_or(Error::Forbidden)?;
                let row = registrations::of_member(conn, *event, key, member)?;
                Ok(row.ok_or(db::Error::NotFound)?)
            }
            Self::Calendar { registration } => Ok(registrations::by_id(conn, *registration)?),
        }
    }
}

/// Gives free seats to those who wait, tells them, and writes the counts that pages show. Call it
/// last, in the turn in which the registrations of `occasion` changed.
pub fn settle(tx: &mut Transaction<'_>, occasion: &Occasion, now: DateTime<Utc>) -> Result<()> {
    let mut list = occasion.seat_list(tx)?;
    if occasion.moves_up(now) {
        let free = list.left().unwrap_or(0);
        let moves = list.move_up();
        for id in moves.up {
            registrations::set_state(tx, id, RegistrationState::Confirmed, now)?;
            let row = registrations::by_id(tx, id)?;
            tell(tx, &occasion.about(), &row, News::MovedUp, now)?;
        }
        for id in moves.passed_over {
            let row = registrations::by_id(tx, id)?;
            tell(tx, &occasion.about(), &row, News::PassedOver { free }, now)?;
        }
    }
    let key = occasion.offered.stored_key();
    let before = seats::of(tx, occasion.event.id, key)?;
    seats::save(tx, occasion.event.id, key, &list)?;
    if before.is_full != list.is_full() {
        show_fullness(tx, occasion, list.is_full(), now)?;
        raise_event(tx, occasion.event.id, &occasion.place)?;
    }
    tx.raise(Scope::Place(occasion.place.id));
    Ok(())
}

/// Lists say "complet" of the date, or no longer; of a whole series on each date to come.
fn show_fullness(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    is_full: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = &occasion.event;
    let dates = match occasion.offered.key {
        Some(_) => vec![occasion.offered.date.clone()],
        None => occurrences::of_event(tx, event.id, now, i64::MAX)?,
    };
    let overrides = events::overrides(tx, event.id)?;
    for date in dates {
        let change = overrides.iter().map(|stored| &stored.change).find(|change| change.key == date.key);
        let status = with_seats(effective_status(event.status()?, change), is_full);
        let closes =
            closes_at(event.registration()?, event.registration_closes_hours, status, date.starts_at);
        date_changes::note_one(tx, event.id, &date.key, status, now)?;
        occurrences::set_status(tx, event.id, &date.key, status, closes)?;
    }
    Ok(())
}
