//! A host says what is asked of those who register.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::raise_event;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::{Refusal, RegistrationRules};
use crate::store::{event_hosts, events, places, registration_rules, registrations, seats};

/// Writes the rules. Whether one registers for a date or for all cannot change any more once
/// somebody registered: nobody would know what they come to.
pub fn set_registration_rules(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    rules: &RegistrationRules,
    now: DateTime<Utc>,
) -> Result<()> {
    seats::take_turn(tx, event)?;
    let row = events::row(tx, event)?;
    let place = places::by_id(tx, row.place_id)?;
    if !by.may(Action::AmendEvent(&event_hosts::hands(tx, &row)?)) {
        return Err(Error::Forbidden);
    }
    if write_rules(tx, event, rules, now)? {
        raise_event(tx, event, &place)?;
    }
    Ok(())
}

/// Says whether they were others before. Asked for in the turn at the event's seats.
pub(super) fn write_rules(
    tx: &mut Transaction<'_>,
    event: i64,
    rules: &RegistrationRules,
    now: DateTime<Utc>,
) -> Result<bool> {
    let before = registration_rules::of(tx, event)?;
    if before == *rules {
        return Ok(false);
    }
    if before.whole_series != rules.whole_series && !registrations::keys(tx, event)?.is_empty() {
        return Err(Refusal::AlreadyRegistered.into());
    }
    registration_rules::save(tx, event, rules, now)?;
    Ok(true)
}
