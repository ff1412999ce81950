//! Proposals that were decided on a year ago, with what members wrote in them and hosts answered. The
//! events that came of them stay.

use chrono::Months;

use crate::actions;
use crate::app::App;
use crate::store::proposals;

/// As long, a member finds again what became of what they proposed: a season and the one before.
const REMEMBERED: Months = Months::new(12);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let now = app.clock.now();
    let before = now.checked_sub_months(REMEMBERED).unwrap_or(now);
    Ok(app.db.write_now(|tx| proposals::forget_decided(tx, before, PART))?)
}
