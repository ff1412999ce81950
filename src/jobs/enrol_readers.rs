//! Members who have said nothing about mail get what is usual.

use crate::actions;
use crate::app::App;
use crate::domain::subscription::Timetable;
use crate::store::digests;

/// Members in one transaction.
const PART: i64 = 500;

pub fn step(app: &App) -> actions::Result<usize> {
    let (now, zone) = (app.clock.now(), app.db.read_now(|conn| app.network(conn))?.zone);
    Ok(app.db.write_now(|tx| digests::enrol(tx, &Timetable::usual(zone), now, PART))?)
}
