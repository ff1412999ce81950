//! A host says yes to somebody who asked to join.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::{joining_letters, raise_member};
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, Remark};
use crate::domain::policy::{Action, Actor};
use crate::store::members::{self, MemberRow};
use crate::store::places::PlaceRow;
use crate::store::{memberships, place_rules};

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
    members::welcome(tx, member.id, now)?;
    raise_member(tx, member.id)?;
    let rules = place_rules::of(tx, place.id)?;
    joining_letters::welcome(tx, place, member, remark, &rules.welcome, now)?;
    Ok(())
}
