//! An event is deleted or withdrawn: it leaves every page at once, and feeds carry a cancelled
//! tombstone for 60 days, so that calendars which copied it learn of it.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::raise_event;
use super::registering::Watch;
use crate::db::Transaction;
use crate::store::{events, occurrences, places};

pub fn withdraw_event(tx: &mut Transaction<'_>, event_id: i64, now: DateTime<Utc>) -> Result<()> {
    let (event, _) = events::by_id(tx, event_id)?;
    if event.withdrawn_at.is_some() {
        return Ok(());
    }
    let registered = Watch::over(tx, event_id, now)?;
    events::touch(tx, event_id, true, now)?;
    events::withdraw(tx, event_id, now)?;
    occurrences::clear(tx, event_id)?;
    let place = places::by_id(tx, event.place_id)?;
    raise_event(tx, event_id, &place)?;
    registered.follow(tx, now)
}
