//! An event in the hands of one who may change it: looked at under its lock, so that of two who save
//! at once the second sees what the first wrote.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::{self, Transaction};
use crate::domain::event::{EventDraft, EventStatus, Override};
use crate::domain::policy::{Action, Actor, EventHands};
use crate::domain::schedule::OccurrenceKey;
use crate::store::events::{self, EventRow};
use crate::store::places::{self, PlaceRow};
use crate::store::{event_hosts, occurrences};

pub(super) struct Hosted {
    pub event: EventRow,
    pub place: PlaceRow,
    pub draft: EventDraft,
    pub hands: EventHands,
}

impl Hosted {
    /// Refuses to write over what the writer has not seen.
    pub fn must_be(&self, seen: &str) -> Result<()> {
        if seal(&self.draft) == seen { Ok(()) } else { Err(Error::ChangedMeanwhile) }
    }

    /// What differs for one date; nothing so far when it is as the event.
    pub fn change_of(&self, key: &OccurrenceKey) -> Override {
        let known = self.draft.overrides.iter().find(|change| change.key == *key).cloned();
        known.unwrap_or_else(|| Override { key: key.clone(), ..Override::default() })
    }

    /// The event with another status for all that is to come. Dates that are over keep the status that
    /// they had; coming ones lose their own, unless they are off by themselves.
    pub fn with_status(
        &self,
        tx: &mut Transaction<'_>,
        status: EventStatus,
        note: &str,
        now: DateTime<Utc>,
    ) -> Result<EventDraft> {
        let repeats = self.draft.schedule.recurrence.is_some();
        let over = if repeats { occurrences::ended_before(tx, self.event.id, now)? } else { Vec::new() };
        let mut draft = EventDraft { status, status_note: note.to_owned(), ..self.draft.clone() };
        for change in &mut draft.overrides {
            let is_over = over.iter().any(|date| date.key == change.key);
            let is_off = repeats && change.status.is_some_and(|own| !own.takes_place());
            if !is_over && !is_off {
                (change.status, change.note) = (None, None);
            }
        }
        for past in over {
            let mut change = self.change_of(&past.key);
            change.status.get_or_insert(past.status);
            draft.overrides.retain(|other| other.key != past.key);
            draft.overrides.push(change);
        }
        Ok(draft)
    }
}

/// The event `id` for `by`, until the end of the transaction.
pub(super) fn hosted(tx: &mut Transaction<'_>, by: &Actor, id: i64) -> Result<Hosted> {
    events::take_turn(tx, id)?;
    let (event, schedule) = events::by_id(tx, id)?;
    let hands = event_hosts::hands(tx, &event)?;
    if !by.may(Action::AmendEvent(&hands)) {
        return Err(Error::Forbidden);
    }
    if event.withdrawn_at.is_some() {
        return Err(db::Error::NotFound.into());
    }
    let place = places::by_id(tx, event.place_id)?;
    let draft = events::draft(tx, &event, &schedule)?;
    Ok(Hosted { event, place, draft, hands })
}

/// A mark of all that is said of an event: another one when anything of it is changed.
pub fn seal(draft: &EventDraft) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(format!("{draft:?}").as_bytes()))
}
