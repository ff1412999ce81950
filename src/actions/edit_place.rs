//! A host changes one part of the page of their place. What was there is kept, with who changed it
//! and when; what somebody else changed meanwhile is not overwritten.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::raise_place;
use super::save_place::save_place;
use crate::db::{DbConnection, Transaction};
use crate::domain::place_part::{PlaceContent, PlacePart, PlaceSection};
use crate::domain::policy::{Action, Actor};
use crate::store::{closures, members, place_changes, place_photos, places};

/// What is changed.
#[derive(Clone, Copy, Debug)]
pub struct PlaceEdit {
    pub place: i64,
    pub section: PlaceSection,
    /// The last change of the place when its form was shown (`place_changes::last`): a later one of
    /// the same part is another person's. `None`: the change is a step from whatever is there, such
    /// as one brick moved up.
    pub seen: Option<i64>,
}

/// Lets `change` work on what the place says; gives the id of the change in its history, `None` when
/// it changed nothing. Only the part that is edited is written.
///
/// # Errors
/// `Forbidden`; `ChangedMeanwhile` when the part is not any more what its form showed.
pub fn edit_place(
    tx: &mut Transaction<'_>,
    by: &Actor,
    edit: PlaceEdit,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut PlaceContent),
) -> Result<Option<i64>> {
    let PlaceEdit { place, section, seen } = edit;
    if !by.may(Action::EditPlace(place)) {
        return Err(Error::Forbidden);
    }
    places::lock(tx, place)?;
    if let Some(seen) = seen
        && place_changes::last_of_section_after(tx, place, section, seen)?.is_some()
    {
        return Err(Error::ChangedMeanwhile);
    }
    let row = places::by_id(tx, place)?;
    let mut content = places::content(tx, &row)?;
    let before = content.part(section);
    let mut wished = content.clone();
    change(&mut wished);
    let after = wished.part(section);
    content.put(after);
    if section == PlaceSection::Photos {
        content.photos = place_photos::still_there(tx, place, content.photos)?;
    }
    // What the part holds now that it stands beside the others.
    let after = content.part(section);
    if before == after {
        return Ok(None);
    }
    match &after {
        PlacePart::Closures(said) => {
            closures::replace(tx, place, said)?;
            raise_place(tx, &row);
        }
        PlacePart::Photos(shown) => {
            place_photos::replace(tx, place, shown)?;
            raise_place(tx, &row);
        }
        _ => {
            save_place(tx, Some(place), &content.draft, now)?;
        }
    }
    note_change(tx, place, by, (&before, &after), now)
}

/// The identity of who acts, which is nobody else's when the account is gone; `None`: the program.
pub(super) fn uid_of(conn: &mut DbConnection, by: &Actor) -> Result<Option<String>> {
    let member = by.member().map(|id| members::by_id(conn, id)).transpose()?;
    Ok(member.map(|member| member.uid))
}

/// Notes a change in the history of a place, if it is one; gives its id.
pub(super) fn note_change(
    conn: &mut DbConnection,
    place: i64,
    by: &Actor,
    (before, after): (&PlacePart, &PlacePart),
    now: DateTime<Utc>,
) -> Result<Option<i64>> {
    if before.says_the_same(after) {
        return Ok(None);
    }
    let uid = uid_of(conn, by)?;
    Ok(Some(place_changes::note(conn, place, uid.as_deref(), (before, after), now)?))
}
