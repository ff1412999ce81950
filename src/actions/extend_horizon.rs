//! The daily job: dates of open-ended series are worked out one day further.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::raise_event;
use super::registering::Watch;
use super::work_out_dates::{horizon, work_out_dates};
use crate::db::{Db, Transaction};
use crate::domain::event::Override;
use crate::store::{events, places};

/// Series extended in one transaction: other writers wait no longer than for these.
const BATCH: i64 = 100;

/// Extends every series that is not worked out to the horizon of `now`; gives how many were.
pub fn extend_horizon(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let mut extended = 0;
    loop {
        match extend_some(db, now)? {
            0 => return Ok(extended),
            some => extended += some,
        }
    }
}

/// Extends some of the series that [`extend_horizon`] would; 0: none is left.
pub fn extend_some(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    db.write_now(|tx| {
        let ids = events::to_extend(tx, horizon(now), BATCH)?;
        for id in &ids {
            rework(tx, *id, now)?;
        }
        Ok(ids.len())
    })
}

/// Works every series out anew, after holidays were imported.
pub fn rework_recurring(db: &Db, now: DateTime<Utc>) -> Result<usize> {
    let ids = db.read_now(events::recurring)?;
    for batch in ids.chunks(100) {
        db.write_now(|tx| batch.iter().try_for_each(|id| rework(tx, *id, now)))?;
    }
    Ok(ids.len())
}

fn rework(tx: &mut Transaction<'_>, id: i64, now: DateTime<Utc>) -> Result<()> {
    let (event, schedule) = events::by_id(tx, id)?;
    if event.withdrawn_at.is_some() {
        return Ok(events::stop_extending(tx, id)?);
    }
    let place = places::by_id(tx, event.place_id)?;
    let overrides: Vec<Override> =
        events::overrides(tx, id)?.into_iter().map(|stored| stored.change).collect();
    let registered = Watch::over(tx, id, now)?;
    let changed = work_out_dates(tx, &event, &place, &schedule.schedule()?, &overrides, horizon(now))?;
    if changed.published {
        // EXDATE or RDATE is part of the rule that subscribers have.
        events::touch(tx, id, true, now)?;
    }
    if changed.dates || changed.published {
        raise_event(tx, id, &place)?;
    }
    registered.follow(tx, now)
}
