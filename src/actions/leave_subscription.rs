//! Somebody wants no more mails, or fewer, or takes that back. Letters about what they registered
//! for are not touched.

use chrono::{DateTime, TimeDelta, Utc};

use super::change_subscription::Reach;
use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::subscription::{Rhythm, Timetable};
use crate::store::outbox;
use crate::store::subscribers::{self, SubscriberRow};

/// # Errors
/// [`Error::DeadLink`].
pub fn leave_subscription(tx: &mut Transaction<'_>, reach: &Reach<'_>, now: DateTime<Utc>) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    stop(tx, &row, now)
}

/// Nothing is sent any more: neither what is to be composed nor what waits for its turn.
pub(super) fn stop(tx: &mut Transaction<'_>, row: &SubscriberRow, now: DateTime<Utc>) -> Result<()> {
    drop_waiting(tx, row, now)?;
    Ok(subscribers::leave(tx, row.id, now)?)
}

/// How many days ago a digest may have been due that still waits, whatever its rhythm was then.
const MAY_WAIT: [i64; 4] = [0, 1, 2, 7];

fn drop_waiting(tx: &mut Transaction<'_>, row: &SubscriberRow, now: DateTime<Utc>) -> Result<()> {
    let timetable = row.timetable()?;
    let dues = MAY_WAIT.map(|days| now - TimeDelta::days(days));
    let key = |rhythm: &Rhythm| {
        let timetable = Timetable { rhythm: *rhythm, ..timetable };
        dues.map(|due| row.digest_key(&timetable, due))
    };
    let keys: Vec<String> = Rhythm::ALL.iter().flat_map(key).collect();
    Ok(outbox::drop_keyed(tx, &keys, now)?)
}

/// All is as it was chosen before.
///
/// # Errors
/// [`Error::DeadLink`].
pub fn return_to_subscription(tx: &mut Transaction<'_>, reach: &Reach<'_>, now: DateTime<Utc>) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    let rhythm = match row.timetable()?.rhythm {
        Rhythm::Never => Rhythm::Weekly,
        rhythm => rhythm,
    };
    tell_at(tx, &row, rhythm, now)
}

/// Once a month rather than not at all.
///
/// # Errors
/// [`Error::DeadLink`].
pub fn slow_down_subscription(tx: &mut Transaction<'_>, reach: &Reach<'_>, now: DateTime<Utc>) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    tell_at(tx, &row, Rhythm::Monthly, now)
}

fn tell_at(tx: &mut Transaction<'_>, row: &SubscriberRow, rhythm: Rhythm, now: DateTime<Utc>) -> Result<()> {
    let timetable = Timetable { rhythm, ..row.timetable()? };
    let topics = subscribers::topics(tx, row.id)?;
    Ok(subscribers::change(tx, row.id, &timetable, &row.choices(topics), now)?)
}

/// Erases all that is known of somebody without account; a member erases the account.
///
/// # Errors
/// [`Error::DeadLink`].
pub fn forget_subscription(tx: &mut Transaction<'_>, reach: &Reach<'_>, now: DateTime<Utc>) -> Result<()> {
    let row = reach.subscriber(tx, now)?;
    if row.member_id.is_some() {
        return Err(Error::Forbidden);
    }
    drop_waiting(tx, &row, now)?;
    Ok(subscribers::delete(tx, row.id)?)
}
