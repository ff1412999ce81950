//! A host notes at the door who came and who did not.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::registering::{Occasion, settle};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::RegistrationState;
use crate::store::{event_hosts, registrations, seats};

/// `None` takes the note back. The seat of who did not come is free for who is at the door; that
/// somebody came is a fact and is noted whatever the room holds.
pub fn tick_attendance(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    came: Option<bool>,
    now: DateTime<Utc>,
) -> Result<()> {
    let event = registrations::by_id(tx, id)?.event_id;
    seats::take_turn(tx, event)?;
    let row = registrations::by_id(tx, id)?;
    let occasion = Occasion::of(tx, &row, now)?;
    if !by.may(Action::SeeRegistrations(&event_hosts::hands(tx, &occasion.event)?)) {
        return Err(Error::Forbidden);
    }
    if row.came == came || row.state()? != RegistrationState::Confirmed {
        return Ok(());
    }
    registrations::set_came(tx, id, came, now)?;
    settle(tx, &occasion, now)
}
