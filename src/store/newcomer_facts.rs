//! First steps of newcomers that the program knows by itself, from what they did.

use diesel::prelude::*;

use super::charters;
use crate::db::schema::{events, members, profiles, registrations};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::newcomer::NewcomerStep;
use crate::domain::registration::RegistrationState;

/// A step that was taken, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub member: i64,
    pub step: NewcomerStep,
    pub at: UtcInstant,
}

/// What is known of these members at a place.
pub fn of(conn: &mut DbConnection, place: i64, ids: &[i64]) -> Result<Vec<Fact>> {
    let accepted = charters::acceptances(conn, place, ids)?;
    let accepted = accepted.into_iter().map(|row| (row.member_id, row.accepted_at));
    let mut facts: Vec<Fact> = accepted.map(fact(NewcomerStep::Charter)).collect();
    facts.extend(profiles_seen(conn, ids)?.into_iter().map(fact(NewcomerStep::DirectoryChoices)));
    facts.extend(first_events(conn, place, ids)?.into_iter().map(fact(NewcomerStep::FirstEvent)));
    Ok(facts)
}

fn fact(step: NewcomerStep) -> impl Fn((i64, UtcInstant)) -> Fact {
    move |(member, at)| Fact { member, step, at }
}

/// Who saved their profile since the account was opened: they saw the audience of each field.
fn profiles_seen(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<(i64, UtcInstant)>> {
    Ok(profiles::table
        .inner_join(members::table)
        .filter(profiles::member_id.eq_any(ids))
        .filter(profiles::changed_at.gt(members::created_at))
        .select((profiles::member_id, profiles::changed_at))
        .load(conn)?)
}

/// When each registered for the first event of the place that has a seat for them.
fn first_events(conn: &mut DbConnection, place: i64, ids: &[i64]) -> Result<Vec<(i64, UtcInstant)>> {
    let wanted: Vec<Option<i64>> = ids.iter().copied().map(Some).collect();
    let rows: Vec<(Option<i64>, UtcInstant)> = registrations::table
        .inner_join(events::table)
        .filter(registrations::member_id.eq_any(wanted))
        .filter(registrations::state.eq(RegistrationState::Confirmed.code()))
        .filter(events::place_id.eq(place))
        .order((registrations::member_id, registrations::created_at))
        .select((registrations::member_id, registrations::created_at))
        .load(conn)?;
    let mut first: Vec<(i64, UtcInstant)> =
        rows.into_iter().filter_map(|(member, at)| Some((member?, at))).collect();
    first.dedup_by_key(|(member, _)| *member);
    Ok(first)
}
