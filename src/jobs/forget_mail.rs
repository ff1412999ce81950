//! What is kept of old letters: of those under a key that the key was used, of others nothing.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::store::outbox;

/// As long, a coordinator can tell someone whether a letter was sent.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| outbox::forget(tx, before, PART))?)
}
