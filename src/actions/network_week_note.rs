//! What the weekly note of the coordination would tell: what changed in the network since an instant,
//! and which places say nothing of themselves.

use chrono::{DateTime, Months, TimeDelta, Utc};
use chrono_tz::Tz;

use super::error::Result;
use crate::app::day_of;
use crate::db::DbConnection;
use crate::mail::network_week::{Listed, NetworkWeekNote};
use crate::store::network_weeks::{self, Found};

/// Places, hosts or dates of a sort that are named; the rest is counted.
const NAMED: i64 = 10;

/// Places are asked to confirm what they say after so long.
const CONFIRMED_FOR: Months = Months::new(6);

/// A place that announces nothing for so long is told of.
const QUIET_FOR: TimeDelta = TimeDelta::days(60);

pub fn network_week_note(
    conn: &mut DbConnection,
    zone: Tz,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<NetworkWeekNote> {
    let today = day_of(now, zone);
    let unconfirmed = today.checked_sub_months(CONFIRMED_FOR).unwrap_or(today);
    let listed = |(total, some): (i64, Vec<Found>)| Listed {
        total,
        lines: some.into_iter().map(|found| (found.words, found.more, found.path)).collect(),
    };
    Ok(NetworkWeekNote {
        new_places: listed(network_weeks::new_places(conn, (since, now), NAMED)?),
        new_hosts: listed(network_weeks::new_hosts(conn, (since, now), NAMED)?),
        cancelled: listed(network_weeks::cancelled(conn, (since, now), NAMED)?),
        unconfirmed: listed(network_weeks::unconfirmed(conn, unconfirmed, today, NAMED)?),
        quiet: listed(network_weeks::quiet(conn, now - QUIET_FOR, today, NAMED)?),
        members: network_weeks::members(conn)?,
        new_members: network_weeks::new_members(conn, (since, now))?,
        coming: network_weeks::coming(conn, (now, now + TimeDelta::weeks(1)))?,
    })
}
