//! People without account who left: until then they can come back as they were, then their address
//! is forgotten.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::store::subscribers;

const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| subscribers::forget_left(tx, before, PART))?)
}
