//! Who came to what a year ago: the count stays, the persons are forgotten.

use chrono::Months;

use crate::actions;
use crate::app::App;
use crate::store::registrations;

/// As long, hosts can look up who came: a season and the one before.
const REMEMBERED: Months = Months::new(12);

/// Rows in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let now = app.clock.now();
    let before = now.checked_sub_months(REMEMBERED).unwrap_or(now);
    Ok(app.db.write_now(|tx| registrations::forget_past(tx, before, PART))?)
}
