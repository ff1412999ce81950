//! Somebody joins a place, or asks to, as the place's rules say.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::{Error, Result};
use super::{joining_letters, raise_member, raise_place};
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, Remark, charter_to_accept};
use crate::domain::member::{MemberState, MembershipKind, MembershipRole};
use crate::domain::period::local_of;
use crate::domain::policy::{Action, Actor};
use crate::store::places::PlaceRow;
use crate::store::{attempts, charters, members, memberships, place_rules};

/// What somebody asks for.
pub struct Joining<'a> {
    pub place: &'a PlaceRow,
    pub kind: MembershipKind,
    /// The version of the charter that they read and agreed to.
    pub charter: Option<i32>,
}

/// Requests of one person for one place within [`WINDOW`]: declined people may ask again, not daily.
const MOST_FOR_A_PLACE: i32 = 4;
/// Requests of one person for all places.
const MOST: i32 = 20;
const WINDOW: TimeDelta = TimeDelta::days(7);

/// Gives what they are at the place from now on; who belongs to it already stays what they are.
pub fn join_place(
    tx: &mut Transaction<'_>,
    by: &Actor,
    asked: &Joining<'_>,
    now: DateTime<Utc>,
) -> Result<MembershipRole> {
    let id = by.member().filter(|_| by.may(Action::JoinPlace)).ok_or(Error::Forbidden)?;
    let place = asked.place;
    let before = memberships::find(tx, id, place.id)?.map(|row| row.role()).transpose()?;
    if let Some(role @ (MembershipRole::Member | MembershipRole::Host)) = before {
        return Ok(role);
    }
    let today = local_of(now, place.zone()?).date();
    if place.closed_on.is_some_and(|day| day <= today) {
        return Err(JoiningError::PlaceClosed.into());
    }
    agree_to_charter(tx, id, asked, now)?;
    if before.is_none() {
        count_request(tx, id, place.id, now)?;
    }
    let member = members::by_id(tx, id)?;
    let rules = place_rules::of(tx, place.id)?;
    let role = rules.joining.role_of_a_newcomer(member.state()? == MemberState::Active);
    if !memberships::enter(tx, id, place.id, asked.kind, role, now)? {
        // A host accepted them a moment ago.
        return Ok(MembershipRole::Member);
    }
    raise_member(tx, id)?;
    match role {
        MembershipRole::Asked if before.is_none() => {
            joining_letters::tell_of_request(tx, place, &member, asked.kind, now)?;
        }
        MembershipRole::Asked => {}
        _ => {
            joining_letters::welcome(tx, place, &member, &Remark::default(), &rules.welcome, now)?;
            raise_place(tx, place);
        }
    }
    Ok(role)
}

fn agree_to_charter(
    tx: &mut Transaction<'_>,
    member: i64,
    asked: &Joining<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let in_force = charters::in_force(tx, asked.place.id)?.map(|charter| charter.version);
    let accepted = charters::accepted(tx, member, asked.place.id)?.map(|row| row.version);
    let Some(version) = charter_to_accept(in_force, accepted) else { return Ok(()) };
    if asked.charter != Some(version) {
        return Err(JoiningError::CharterNotAccepted { version }.into());
    }
    charters::accept(tx, member, asked.place.id, version, now)?;
    Ok(())
}

fn count_request(tx: &mut Transaction<'_>, member: i64, place: i64, now: DateTime<Utc>) -> Result<()> {
    let here = attempts::count(tx, &format!("join:{member}:{place}"), WINDOW, now)?;
    let anywhere = attempts::count(tx, &format!("join:{member}"), WINDOW, now)?;
    match here > MOST_FOR_A_PLACE || anywhere > MOST {
        true => Err(JoiningError::TooOften.into()),
        false => Ok(()),
    }
}
