//! Somebody comes without having registered, and a seat is free.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::registering::{Occasion, settle};
use crate::db::Transaction;
use crate::domain::member::PersonName;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::{Refusal, RegistrationRules, RegistrationState};
use crate::domain::schedule::OccurrenceKey;
use crate::i18n::Locale;
use crate::store::registrations::{self, Said};
use crate::store::{event_hosts, seats};

/// Puts `name` on the list as present, with how many came together.
pub fn add_walk_in(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    asked: Option<&OccurrenceKey>,
    (name, size): (&PersonName, i32),
    now: DateTime<Utc>,
) -> Result<()> {
    let number = seats::take_turn(tx, event)?;
    let occasion = Occasion::read(tx, event, asked, now)?;
    if !by.may(Action::SeeRegistrations(&event_hosts::hands(tx, &occasion.event)?)) {
        return Err(Error::Forbidden);
    }
    let max = RegistrationRules::LARGEST_GROUP;
    if !(1..=max).contains(&size) {
        return Err(Refusal::GroupTooLarge { max }.into());
    }
    let list = occasion.seat_list(tx)?;
    if !list.fits(size) {
        return Err(Refusal::NotEnoughSeats { left: list.left().unwrap_or(0) }.into());
    }
    let said = Said {
        number,
        member: None,
        email: None,
        name: name.as_str(),
        locale: Locale::Fr,
        size,
        state: RegistrationState::Confirmed,
        show_name: false,
        answers: &[],
        came: Some(true),
    };
    registrations::insert(tx, event, occasion.offered.stored_key(), &said, now)?;
    settle(tx, &occasion, now)
}
