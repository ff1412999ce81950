//! Once a host does anything about a series, its silence is over: dates that were to be confirmed for
//! that reason alone are as their event again.

use chrono::{DateTime, Utc};

use super::error::Result;
use crate::db::Transaction;
use crate::domain::confirmation::undoubted;
use crate::domain::event::{EventDraft, Override};
use crate::store::{confirmations, events};

/// What differs for such dates from now on, to be saved with what the host does.
pub(super) fn roused(tx: &mut Transaction<'_>, id: i64, now: DateTime<Utc>) -> Result<Vec<Override>> {
    events::tend(tx, id, now)?;
    released(tx, id, now)
}

/// [`roused`] where the host did it before, or the network waits for no word any more.
pub(super) fn released(tx: &mut Transaction<'_>, id: i64, now: DateTime<Utc>) -> Result<Vec<Override>> {
    let awaited = confirmations::awaited(tx, id, now)?;
    if awaited.is_empty() {
        return Ok(Vec::new());
    }
    confirmations::forget_awaited(tx, id)?;
    let stored = events::overrides(tx, id)?.into_iter().map(|stored| stored.change);
    Ok(stored.filter(|own| awaited.contains(&own.key)).map(undoubted).collect())
}

/// The event as a host says it anew, whose dates may still tell of the silence.
pub(super) fn said_anew(
    tx: &mut Transaction<'_>,
    id: i64,
    draft: &EventDraft,
    now: DateTime<Utc>,
) -> Result<EventDraft> {
    let roused = roused(tx, id, now)?;
    let mut draft = draft.clone();
    for own in &mut draft.overrides {
        if roused.iter().any(|other| other.key == own.key) {
            *own = undoubted(own.clone());
        }
    }
    Ok(draft)
}
