//! A member registers for an event: one tap where nothing has to be asked.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::registering::{Occasion, Person, Wish, enter};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::Refusal;
use crate::domain::schedule::OccurrenceKey;
use crate::store::registrations::RegistrationRow;
use crate::store::{members, seats};

/// Registers the member who acts for the event, or for the date `asked`. Doing it twice gives the
/// same registration.
pub fn register(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    asked: Option<&OccurrenceKey>,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<RegistrationRow> {
    let number = seats::take_turn(tx, event)?;
    let occasion = Occasion::read(tx, event, asked, now)?;
    let members_only = occasion.offered.terms.rules.members_only;
    if !by.may(Action::Register { members_only }) {
        return Err(Refusal::MembersOnly.into());
    }
    let member = members::by_id(tx, by.member().ok_or(Error::Forbidden)?)?;
    let person =
        Person { member: Some(member.id), email: &member.email, name: &member.name, locale: member.locale() };
    let row = enter(tx, &occasion, &person, wish, number, now)?;
    super::ask_hosts::ask_hosts(tx, &occasion, &row, now)?;
    Ok(row)
}
