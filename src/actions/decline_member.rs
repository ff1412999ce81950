//! A host says no to somebody who asked to join, with a word.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::joining_letters;
use crate::db::Transaction;
use crate::domain::joining::{JoiningError, Remark};
use crate::domain::policy::{Action, Actor};
use crate::store::members::MemberRow;
use crate::store::places::PlaceRow;
use crate::store::{charters, memberships};

pub fn decline_member(
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
    if !memberships::decline(tx, member.id, place.id)? {
        return Err(JoiningError::NotAsked.into());
    }
    charters::forget(tx, member.id, place.id)?;
    joining_letters::decline(tx, place, member, remark, now)?;
    Ok(())
}
