//! Photos that places took off their page and that no change of the last months shows any more.

use chrono::Months;

use crate::actions;
use crate::app::App;
use crate::store::pictures;

/// As long, the history of a page brings back a photo that was taken off it. A photo of somebody who
/// asked for it to go must not stay for ever behind a page that no longer shows it.
const WAY_BACK: Months = Months::new(6);

/// Photos in one transaction: their bytes are large.
const PART: i64 = 50;

pub fn step(app: &App) -> actions::Result<usize> {
    let now = app.clock.now();
    let before = now.checked_sub_months(WAY_BACK).unwrap_or(now);
    Ok(app.db.write_now(|tx| pictures::forget_hidden(tx, before, PART))?)
}
