//! Something of an event changes: what is said of it, or all its dates.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::Watch;
use super::rouse_series::said_anew;
use super::set_registration_rules::write_rules;
use super::work_out_dates::{horizon, work_out_dates};
use super::{raise_event, raise_places};
use crate::db::{self, Transaction};
use crate::domain::event::{EventDraft, Override};
use crate::domain::recurrence::validate;
use crate::domain::schedule::Schedule;
use crate::store::events::{self, EventRow, StoredOverride};
use crate::store::{event_places, places};

/// Makes the event `id` be as `draft` says. SEQUENCE rises when its time, place or status changed;
/// nothing at all moves when nothing changed.
pub fn amend_event(tx: &mut Transaction<'_>, id: i64, draft: &EventDraft, now: DateTime<Utc>) -> Result<()> {
    validate(&draft.schedule)?;
    let (event, schedule) = events::by_id(tx, id)?;
    if event.withdrawn_at.is_some() {
        return Err(db::Error::NotFound.into());
    }
    let draft = &said_anew(tx, id, draft, now)?;
    let registered = Watch::over(tx, id, now)?;
    let place = places::by_id(tx, event.place_id)?;
    let before = schedule.schedule()?;
    let stored = events::overrides(tx, id)?;
    let sequence = next_sequence(&event, &before, &stored, draft)?;
    events::update(tx, id, draft, sequence, event.changed_at.0)?;
    let dates_differ = amend_overrides(tx, id, &stored, &draft.overrides, sequence, now)?;
    let more_differs = share(tx, id, &draft.further_places)? | write_rules(tx, id, &draft.rules, now)?;
    let row = events::row(tx, id)?;
    let reworked = work_out_dates(tx, &row, &place, &draft.schedule, &draft.overrides, horizon(now))?;
    if row != event || before != draft.schedule || dates_differ || reworked.published {
        events::touch(tx, id, false, now)?;
        raise_event(tx, id, &place)?;
    } else if more_differs {
        raise_event(tx, id, &place)?;
    }
    registered.follow(tx, now)
}

/// Writes the further places of an event; says whether they were others before. Those that lose it are
/// raised here, the others with the event.
fn share(tx: &mut Transaction<'_>, id: i64, wanted: &[i64]) -> Result<bool> {
    let before = event_places::of_event(tx, id)?;
    if before == wanted {
        return Ok(false);
    }
    raise_places(tx, &before)?;
    event_places::save(tx, id, wanted)?;
    Ok(true)
}

/// The event's count after the change. It passes those of all its dates, for a one-off is published
/// under the highest of them; and a date that is as its event again has changed too.
fn next_sequence(
    event: &EventRow,
    before: &Schedule,
    stored: &[StoredOverride],
    draft: &EventDraft,
) -> Result<i32> {
    let forgets = stored.iter().any(|old| draft.overrides.iter().all(|change| change.key != old.change.key));
    if !forgets && !needs_new_sequence(event, before, draft)? {
        return Ok(event.sequence);
    }
    Ok(stored.iter().map(|old| old.sequence).fold(event.sequence, i32::max) + 1)
}

fn needs_new_sequence(event: &EventRow, before: &Schedule, draft: &EventDraft) -> Result<bool> {
    let same_where = event.room == draft.room
        && event.address == draft.address
        && event.mode()? == draft.mode
        && event.online_url == draft.online_url;
    Ok(*before != draft.schedule || !same_where || event.status()? != draft.status)
}

/// Says whether any of them changed.
fn amend_overrides(
    tx: &mut Transaction<'_>,
    id: i64,
    stored: &[StoredOverride],
    wanted: &[Override],
    sequence: i32,
    now: DateTime<Utc>,
) -> Result<bool> {
    let mut changed = false;
    for old in stored.iter().filter(|old| wanted.iter().all(|change| change.key != old.change.key)) {
        events::forget_override(tx, id, &old.change.key)?;
        changed = true;
    }
    for change in wanted {
        let old = stored.iter().find(|old| old.change.key == change.key);
        if old.is_some_and(|old| old.change == *change) {
            continue;
        }
        let sequence = old.map_or(sequence, |old| old.sequence.max(sequence)) + 1;
        events::save_override(tx, id, &StoredOverride { change: change.clone(), sequence, changed_at: now })?;
        changed = true;
    }
    Ok(changed)
}
