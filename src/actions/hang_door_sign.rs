//! A host opens or closes the door of their place, whatever its stated hours say, for a while.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::edit_place::uid_of;
use super::error::{Error, Result};
use super::raise_place;
use crate::db::{Transaction, UtcInstant};
use crate::domain::door::DoorSign;
use crate::domain::period::instant_of;
use crate::domain::policy::{Action, Actor};
use crate::store::doors::{self, DoorRow};
use crate::store::places;

/// What is hung at the door.
#[derive(Clone, Copy, Debug)]
pub struct NewSign {
    pub sign: DoorSign,
    /// In the place's local time (see [`DoorSign::holds_until`]).
    pub until: NaiveDateTime,
}

/// # Errors
/// `Forbidden`.
pub fn hang_door_sign(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: i64,
    new: NewSign,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::EditPlace(place)) {
        return Err(Error::Forbidden);
    }
    places::lock(tx, place)?;
    let row = places::by_id(tx, place)?;
    let sign = DoorRow {
        place_id: place,
        sign: new.sign.code().to_owned(),
        said_at: UtcInstant(now),
        holds_until: UtcInstant(instant_of(new.until, row.zone()?)),
        member_uid: uid_of(tx, by)?,
    };
    doors::hang(tx, &sign)?;
    raise_place(tx, &row);
    Ok(())
}

/// The stated hours hold again.
///
/// # Errors
/// `Forbidden`.
pub fn take_door_sign_down(tx: &mut Transaction<'_>, by: &Actor, place: i64) -> Result<()> {
    if !by.may(Action::EditPlace(place)) {
        return Err(Error::Forbidden);
    }
    let row = places::by_id(tx, place)?;
    doors::take_down(tx, place)?;
    raise_place(tx, &row);
    Ok(())
}
