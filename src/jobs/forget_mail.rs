//! What is kept of old letters: of those under a key that the key was used, of others nothing; and
//! of mailings whose copies are forgotten.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::db;
use crate::store::{failing_addresses, mailings, outbox};

/// As long, a coordinator can tell someone whether a letter was sent.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// As much longer, that an address refused a letter.
const REFUSALS_REMEMBERED: TimeDelta = TimeDelta::days(150);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| {
        let letters = outbox::forget(tx, before, PART)?;
        let mailings = mailings::forget_empty(tx, before, PART)?;
        failing_addresses::forget(tx, before - REFUSALS_REMEMBERED)?;
        Ok::<_, db::Error>(letters + mailings)
    })?)
}
