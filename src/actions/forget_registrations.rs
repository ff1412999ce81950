//! A member's registrations are erased with their account, and the seats go to those who wait.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::registering::{Occasion, settle};
use crate::db::{self, Transaction};
use crate::store::{registrations, seats};

/// Call it before the account is erased, in the same transaction: the database erases the rows by
/// itself, but gives their seats to nobody.
pub fn forget_registrations(tx: &mut Transaction<'_>, member: i64, now: DateTime<Utc>) -> Result<()> {
    let held = registrations::live_of_member(tx, member)?;
    let mut events: Vec<i64> = held.iter().map(|row| row.event_id).collect();
    events.dedup();
    for event in events {
        seats::take_turn(tx, event)?;
    }
    registrations::forget_member(tx, member)?;
    for row in held {
        match Occasion::of(tx, &row, now) {
            // Of a date that is no more.
            Err(db::Error::NotFound) => {}
            occasion => settle(tx, &occasion?, now)?,
        }
    }
    Ok(())
}
