//! A host says yes to somebody who asked to join.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::{joining_letters, raise_member, raise_place};
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, Remark};
use crate::domain::member::MemberState;
use crate::domain::policy::{Action, Actor};
use crate::store::members::MemberRow;
use crate::store::places::PlaceRow;
use crate::store::{accounts, memberships, place_rules};

/// Also welcomes their account in the network, if nobody did.
pub fn accept_member(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    member: &MemberRow,
    remark: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ManageMembers(place.id)) {
        return Err(Error::Forbidden);
    }
    if !memberships::accept(tx, member.id, place.id, now)? {
        return Err(JoiningError::NotAsked.into());
    }
    accounts::move_state(tx, member.id, MemberState::Waiting, MemberState::Active, now)?;
    raise_member(tx, member.id)?;
    raise_place(tx, place);
    let rules = place_rules::of(tx, place.id)?;
    joining_letters::welcome(tx, place, member, remark, &rules.welcome, now)?;
    Ok(())
}
