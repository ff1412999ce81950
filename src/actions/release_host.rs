//! Somebody holds a place no longer, and stays its member.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::{raise_member, raise_place};
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, may_stop_hosting};
use crate::domain::member::MembershipRole;
use crate::domain::policy::{Action, Actor};
use crate::store::members::MemberRow;
use crate::store::places::PlaceRow;
use crate::store::{memberships, place_people};

pub fn release_host(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ManageMembers(place.id)) {
        return Err(Error::Forbidden);
    }
    let membership = memberships::find(tx, member.id, place.id)?.ok_or(JoiningError::NotMember)?;
    if membership.role()? != MembershipRole::Host {
        return Ok(());
    }
    let_go(tx, by, place)?;
    memberships::save(tx, member.id, place.id, membership.kind()?, MembershipRole::Member, now)?;
    raise_member(tx, member.id)?;
    raise_place(tx, place);
    Ok(())
}

/// Refuses when the place would be left to nobody. Until the transaction ends no other host of the
/// place can go: two who leave at once are counted one after the other.
pub(super) fn let_go(tx: &mut Transaction<'_>, by: &Actor, place: &PlaceRow) -> Result<()> {
    place_people::one_at_a_time(tx, place.id)?;
    let hosts = memberships::hosts_of(tx, place.id)?.len();
    match may_stop_hosting(hosts, by.may(Action::RunNetwork)) {
        true => Ok(()),
        false => Err(JoiningError::LastHost.into()),
    }
}
