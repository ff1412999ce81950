//! Once a day: dates of open-ended series are worked out one day further.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::actions;
use crate::app::App;
use crate::store::jobs;

const NAME: &str = "extend-horizon";

/// After this long, a process that has not finished counts as dead.
const LEASE: TimeDelta = TimeDelta::minutes(10);

pub fn run(app: &App, day: NaiveDate, now: DateTime<Utc>) -> actions::Result<()> {
    let claimed = app.db.write_now(|tx| jobs::claim(tx, NAME, day, now, now + LEASE))?;
    if claimed {
        let series = actions::extend_horizon(&app.db, now)?;
        app.db.write_now(|tx| jobs::finish(tx, NAME, day))?;
        tracing::info!(%day, series, "dates are worked out to the horizon");
    }
    Ok(())
}
