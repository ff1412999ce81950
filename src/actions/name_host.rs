//! A member becomes a host of a place.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::{joining_letters, raise_member, raise_place};
use crate::db::Transaction;
use crate::domain::joining::JoiningError;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole};
use crate::domain::policy::{Action, Actor};
use crate::store::accounts;
use crate::store::members::MemberRow;
use crate::store::memberships;
use crate::store::places::PlaceRow;

/// Hosts name members of their place; the coordination names anybody with an account, and welcomes
/// the account by it.
pub fn name_host(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ManageMembers(place.id)) || member.state()? == MemberState::Suspended {
        return Err(Error::Forbidden);
    }
    let membership = memberships::find(tx, member.id, place.id)?;
    let role = membership.as_ref().map(|row| row.role()).transpose()?;
    let belongs = matches!(role, Some(MembershipRole::Member | MembershipRole::Host));
    if !belongs && !by.may(Action::RunNetwork) {
        return Err(JoiningError::NotMember.into());
    }
    if role == Some(MembershipRole::Host) {
        return Ok(());
    }
    let kind = membership.map_or(Ok(MembershipKind::Resident), |row| row.kind())?;
    memberships::save(tx, member.id, place.id, kind, MembershipRole::Host, now)?;
    accounts::move_state(tx, member.id, MemberState::Waiting, MemberState::Active, now)?;
    raise_member(tx, member.id)?;
    raise_place(tx, place);
    joining_letters::named_host(tx, place, member, now)?;
    Ok(())
}
