//! Who has a seat is reminded of a date that comes near.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::{Occasion, remind as write_reminder};
use crate::db::{self, Transaction};
use crate::domain::reminder::{ReminderKind, Timeliness};
use crate::store::reminders::{self, SeatedDate};
use crate::store::{events, occurrences, seats};

/// Writes the reminders of one date, if they are due; gives how many. Whoever comes second finds
/// nothing left to do. `date` may have changed since it was looked up.
pub fn remind(
    tx: &mut Transaction<'_>,
    kind: ReminderKind,
    date: &SeatedDate,
    now: DateTime<Utc>,
) -> Result<usize> {
    let Some(when) = Timeliness::of(kind, &date.span, date.zone).filter(|when| when.is_now(now)) else {
        return Ok(0);
    };
    // Nobody moves or cancels the date, or gives up a seat, until the letters are written.
    seats::take_turn(tx, date.event_id)?;
    let found = match occurrences::by_key(tx, date.event_id, &date.key) {
        Err(db::Error::NotFound) => return Ok(0),
        found => found?,
    };
    let as_known = found.starts_at == date.starts_at && found.status.takes_place();
    if !as_known || !reminders::claim(tx, kind, date)? {
        return Ok(0);
    }
    let mut occasion = Occasion::read(tx, date.event_id, Some(&date.key), now)?;
    occasion.offered.date = found;
    let changes = events::overrides(tx, date.event_id)?;
    let change = changes.iter().find(|stored| stored.change.key == date.key);
    if change.is_some_and(|stored| stored.changed_at > when.due_at) {
        // Everyone has just been told what changed.
        return Ok(0);
    }
    let rows = reminders::to_remind(tx, kind, date, when.due_at)?;
    for row in &rows {
        write_reminder(tx, &occasion.about(), row, kind, now)?;
    }
    Ok(rows.len())
}
