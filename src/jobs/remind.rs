//! Reminders of dates that come near, each minute: a date at a time, by whichever process is first.

use chrono::TimeDelta;

use crate::actions;
use crate::app::App;
use crate::domain::reminder::{LONGEST_LEAD, ReminderKind, Timeliness};
use crate::store::reminders;

/// As long, it is known of past dates that people were reminded: nothing is sent twice meanwhile.
const REMEMBERED: TimeDelta = TimeDelta::days(30);

/// Rows in one transaction.
const PART: i64 = 500;

/// Writes what is due, for as long as `may_go_on`; gives how many letters.
pub fn remind(app: &App, may_go_on: &dyn Fn() -> bool) -> usize {
    let mut written = 0;
    for kind in ReminderKind::ALL {
        match remind_of(app, *kind, may_go_on) {
            Ok(some) => written += some,
            Err(error) => tracing::error!(%error, "reminders are not written, which is tried again"),
        }
    }
    written
}

fn remind_of(app: &App, kind: ReminderKind, may_go_on: &dyn Fn() -> bool) -> actions::Result<usize> {
    let now = app.clock.now();
    let range = (now, now + LONGEST_LEAD);
    let dates = app.db.read_now(|conn| reminders::seated_dates(conn, kind, range))?;
    let is_due = |date: &&reminders::SeatedDate| {
        Timeliness::of(kind, &date.span, date.zone).is_some_and(|when| when.is_now(now))
    };
    let mut written = 0;
    for date in dates.iter().filter(is_due).take_while(|_| may_go_on()) {
        written += app.db.write_now(|tx| actions::remind(tx, kind, date, app.clock.now()))?;
    }
    Ok(written)
}

/// Forgets of which old dates people were reminded.
pub fn forget(app: &App) -> actions::Result<usize> {
    let before = app.clock.now() - REMEMBERED;
    Ok(app.db.write_now(|tx| reminders::forget(tx, before, PART))?)
}
