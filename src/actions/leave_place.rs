//! Somebody leaves a place: by themselves, or taken off its list by a host.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::release_host::let_go;
use super::{joining_letters, raise_member, raise_place};
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, Remark};
use crate::domain::member::MembershipRole;
use crate::domain::policy::{Action, Actor};
use crate::store::members::MemberRow;
use crate::store::places::PlaceRow;
use crate::store::{charters, memberships, newcomers};

/// What was noted of them at the place goes with them. Who is taken off the list is told so, with
/// `remark`.
pub fn leave_place(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    remark: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    let by_themselves = by.may(Action::ActAs(member.id)) && by.member().is_some();
    if !by_themselves && !by.may(Action::ManageMembers(place.id)) {
        return Err(Error::Forbidden);
    }
    let role = memberships::find(tx, member.id, place.id)?.ok_or(JoiningError::NotMember)?.role()?;
    if role == MembershipRole::Host {
        let_go(tx, by, place)?;
    }
    memberships::delete(tx, member.id, place.id)?;
    raise_member(tx, member.id)?;
    charters::forget(tx, member.id, place.id)?;
    newcomers::forget(tx, member.id, place.id)?;
    if role != MembershipRole::Asked {
        raise_place(tx, place);
    }
    if !by_themselves {
        joining_letters::removed(tx, place, member, remark, now)?;
    }
    Ok(())
}
