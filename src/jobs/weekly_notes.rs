//! Weekly notes of hosts and of the coordination: who gets one is worked out once a day, and each is
//! written when it is due.

use chrono::TimeDelta;

use crate::actions::{self, From};
use crate::app::App;
use crate::domain::weekly_note::usual;
use crate::mail::MailingList;
use crate::store::{host_weeks, weekly_notes};

/// Rows written or forgotten in one transaction.
const BATCH: i64 = 500;

/// Notes looked at together: as many processes find one each.
const AHEAD: i64 = 20;

/// After how long a note that could not be written is tried again.
const PAUSE: TimeDelta = TimeDelta::hours(1);

/// How long a link that is over still says so.
const REMEMBERED: TimeDelta = TimeDelta::days(90);

/// Those who are new to hosting or coordinating get notes from now on; old links are forgotten.
pub fn step(app: &App) -> actions::Result<usize> {
    let now = app.clock.now();
    let zone = app.db.read_now(|conn| app.network(conn))?.zone;
    let mut done = 0;
    for list in [MailingList::HostWeek, MailingList::Network] {
        let lacking = app.db.read_now(|conn| weekly_notes::lacking(conn, list, BATCH))?;
        app.db.write_now(|tx| weekly_notes::insert(tx, list, &lacking, &usual(zone), now))?;
        done += lacking.len();
    }
    Ok(done + app.db.write_now(|tx| host_weeks::forget(tx, now - REMEMBERED, BATCH))?)
}

/// Writes what is due, one after the other, for as long as `may_go_on`. `origin`: where notes lead to.
pub fn write_weekly_notes(app: &App, origin: &str, may_go_on: &dyn Fn() -> bool) {
    if let Err(error) = write(app, origin, may_go_on) {
        tracing::error!(%error, "weekly notes cannot be looked at, which is tried again");
    }
}

fn write(app: &App, origin: &str, may_go_on: &dyn Fn() -> bool) -> actions::Result<()> {
    let network = app.db.read_now(|conn| app.network(conn))?;
    loop {
        let now = app.clock.now();
        let due = app.db.read_now(|conn| weekly_notes::due(conn, now, AHEAD))?;
        if due.is_empty() {
            return Ok(());
        }
        for id in due {
            if !may_go_on() {
                return Ok(());
            }
            let from = From { network: &network, origin };
            if let Err(error) = app.db.write_now(|tx| actions::write_weekly_note(tx, id, from, now)) {
                tracing::error!(%error, note = id, "a weekly note was not written, which is tried again");
                app.db.write_now(|tx| weekly_notes::put_off(tx, id, now + PAUSE))?;
            }
        }
    }
}
