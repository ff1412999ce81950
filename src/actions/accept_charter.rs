//! A member agrees to the charter of a place in its newer version.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::joining::JoiningError;
use crate::domain::policy::{Action, Actor};
use crate::store::places::PlaceRow;
use crate::store::{charters, memberships};

/// `version`: the one that they read.
pub fn accept_charter(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    version: i32,
    now: DateTime<Utc>,
) -> Result<()> {
    let member = by.member().ok_or(Error::Forbidden)?;
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    memberships::find(tx, member, place.id)?.ok_or(JoiningError::NotMember)?;
    let charter = charters::in_force(tx, place.id)?.ok_or(crate::db::Error::NotFound)?;
    if charter.version != version {
        return Err(JoiningError::CharterChanged { version: charter.version }.into());
    }
    charters::accept(tx, member, place.id, version, now)?;
    Ok(())
}
