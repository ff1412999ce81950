//! One date of an event is moved, renamed, given another room, capacity or status, or cancelled,
//! and the others stay as they are.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::raise_event;
use super::registering::Watch;
use super::rouse_series::roused;
use super::work_out_dates::{horizon, work_out_dates};
use crate::db::{self, Transaction};
use crate::domain::confirmation::undoubted;
use crate::domain::event::Override;
use crate::domain::recurrence::validate_span;
use crate::store::events::{self, StoredOverride};
use crate::store::{occurrences, places};

pub fn change_date(
    tx: &mut Transaction<'_>,
    event_id: i64,
    change: &Override,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut changes = roused(tx, event_id, now)?;
    let mut change = change.clone();
    if let Some(doubted) = changes.iter().position(|other| other.key == change.key) {
        changes.remove(doubted);
        change = undoubted(change);
    }
    changes.push(change);
    change_dates(tx, event_id, &changes, now)
}

/// [`change_date`] for several dates at once; says nothing of who does it.
pub(super) fn change_dates(
    tx: &mut Transaction<'_>,
    event_id: i64,
    changes: &[Override],
    now: DateTime<Utc>,
) -> Result<()> {
    let (event, schedule) = events::by_id(tx, event_id)?;
    let schedule = schedule.schedule()?;
    let stored = events::overrides(tx, event_id)?;
    let mut new = Vec::new();
    for change in changes {
        if let Some(span) = &change.span {
            validate_span(span, schedule.zone)?;
        }
        match occurrences::by_key(tx, event_id, &change.key) {
            Err(db::Error::NotFound) => return Err(Error::NoSuchDate),
            found => found?,
        };
        let old = stored.iter().find(|old| old.change.key == change.key);
        let as_stored = old.map_or_else(|| is_plain(change), |old| old.change == *change);
        if !as_stored {
            let sequence = old.map_or(event.sequence, |old| old.sequence.max(event.sequence)) + 1;
            new.push(StoredOverride { change: change.clone(), sequence, changed_at: now });
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    let place = places::by_id(tx, event.place_id)?;
    let registered = Watch::over(tx, event_id, now)?;
    for changed in &new {
        match is_plain(&changed.change) {
            true => events::forget_override(tx, event_id, &changed.change.key)?,
            false => events::save_override(tx, event_id, changed)?,
        }
    }
    if new.iter().any(|changed| is_plain(&changed.change)) {
        // What tells of the date again is its event: subscribers are to see that it is newer.
        let sequence = new.iter().map(|changed| changed.sequence).fold(event.sequence, i32::max);
        events::raise_to(tx, event_id, sequence, now)?;
    }
    let overrides: Vec<Override> =
        events::overrides(tx, event_id)?.into_iter().map(|stored| stored.change).collect();
    work_out_dates(tx, &event, &place, &schedule, &overrides, horizon(now))?;
    raise_event(tx, event_id, &place)?;
    registered.follow(tx, now)
}

/// Nothing differs any more.
fn is_plain(change: &Override) -> bool {
    *change == Override { key: change.key.clone(), ..Override::default() }
}
