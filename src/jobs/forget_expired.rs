//! Sessions, links, counters and marks of forms whose time is over.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::store::expired;

/// As long, a link that is over is still known to have been one.
const REMEMBERED: TimeDelta = TimeDelta::days(2);

/// Rows of each kind in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| expired::forget(tx, before, PART))?)
}
