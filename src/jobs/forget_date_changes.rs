//! What was said of dates before they changed, once every digest has told it.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::store::date_changes;

/// Longer than the longest rhythm, and than a service that stood still.
const REMEMBERED: TimeDelta = TimeDelta::days(70);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| date_changes::forget(tx, before, PART))?)
}
