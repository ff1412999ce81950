//! A host takes a part of their place's page back to what it was before a change. The way back is a
//! change like another, with a way back of its own.

use chrono::{DateTime, Utc};

use super::edit_place::{PlaceEdit, edit_place};
use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::place_changes;

/// Puts the part that `change` touched back as it was before; gives the id of the new change,
/// `None` when it is so already.
///
/// # Errors
/// `Forbidden`; a change that the place has not.
pub fn restore_place(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: i64,
    change: i64,
    now: DateTime<Utc>,
) -> Result<Option<i64>> {
    if !by.may(Action::EditPlace(place)) {
        return Err(Error::Forbidden);
    }
    let part = place_changes::find(tx, place, change)?.before()?;
    let edit = PlaceEdit { place, section: part.section(), seen: None };
    edit_place(tx, by, edit, now, |content| content.put(part))
}
