//! When the clocks of a zone are changed, read off chrono-tz by looking: it tells offsets at instants,
//! not its list of changes.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{Tz, TzOffset};

/// A moment at which the zone's offset changes.
#[derive(Clone, Copy)]
pub struct Change {
    /// First instant of the new offset, UTC.
    pub at: NaiveDateTime,
    /// Seconds east of UTC.
    pub before: i32,
    pub after: i32,
}

impl Change {
    /// To summer time.
    pub fn is_daylight(&self) -> bool {
        self.after > self.before
    }

    /// What clocks show when they are changed.
    pub fn wall(&self) -> NaiveDateTime {
        self.at + Duration::seconds(self.before.into())
    }
}

/// The changes of a year, found by looking once a week and halving.
pub fn changes(zone: Tz, year: i32) -> Vec<Change> {
    let mut found = Vec::new();
    let (Some(mut from), Some(end)) = (new_year(year), new_year(year + 1)) else { return found };
    while from < end {
        let to = (from + Duration::weeks(1)).min(end);
        if seconds(zone, from) != seconds(zone, to) {
            found.push(change_between(zone, from, to));
        }
        from = to;
    }
    found
}

fn change_between(zone: Tz, mut from: NaiveDateTime, mut to: NaiveDateTime) -> Change {
    let (before, after) = (seconds(zone, from), seconds(zone, to));
    while to - from > Duration::seconds(1) {
        let middle = from + Duration::seconds((to - from).num_seconds() / 2);
        if seconds(zone, middle) == before { from = middle } else { to = middle }
    }
    Change { at: to, before, after }
}

/// The first instant of a year, UTC.
pub fn new_year(year: i32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN))
}

pub fn offset(zone: Tz, at: NaiveDateTime) -> TzOffset {
    zone.offset_from_utc_datetime(&at)
}

/// Seconds east of UTC.
pub fn seconds(zone: Tz, at: NaiveDateTime) -> i32 {
    offset(zone, at).fix().local_minus_utc()
}
