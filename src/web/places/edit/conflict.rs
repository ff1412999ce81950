//! Two people change the same part at once: the second is shown both, side by side, and decides.

use serde::Serialize;

use super::words::{self, differences};
use crate::actions::{self, PlaceEdit, edit_place};
use crate::domain::period::local_of;
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::i18n::date;
use crate::store::place_changes;
use crate::store::places::{self, PlaceRow};
use crate::web::act::Act;
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::wording::said;

/// What somebody else wrote while this person was typing.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// "Camille Roux a changé cette partie jeudi 5 mars à 9 h 12, pendant que vous écriviez."
    pub told: String,
    pub rows: Vec<ConflictRow>,
}

/// One thing that both said.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictRow {
    pub label: String,
    /// What is stored.
    pub theirs: String,
    /// What was typed.
    pub yours: String,
}

/// Writes a whole part, unless somebody else changed it since `seen`.
pub fn save_part(
    act: &mut Act<'_, '_>,
    place: &PlaceRow,
    part: &PlacePart,
    seen: i64,
) -> Result<Option<Conflict>> {
    let edit = PlaceEdit { place: place.id, section: part.section(), seen: Some(seen) };
    let (by, now) = (act.actor(), act.now);
    match edit_place(act.tx, &by, edit, now, |content| content.put(part.clone())) {
        Ok(_) => Ok(None),
        Err(actions::Error::ChangedMeanwhile) => {
            let theirs = places::content(act.tx, place)?.part(part.section());
            let conflict = between(&mut act.desk(), place, &theirs, part, seen)?;
            Ok(Some(conflict).filter(|conflict| !conflict.rows.is_empty()))
        }
        Err(error) => Err(error.into()),
    }
}

/// What differs between the stored part and the typed one. No rows: both say the same.
pub fn between(
    desk: &mut Desk<'_>,
    place: &PlaceRow,
    theirs: &PlacePart,
    yours: &PlacePart,
    seen: i64,
) -> Result<Conflict> {
    let locale = desk.locale();
    let rows = differences(locale, theirs, yours);
    let row = |d: words::Difference| ConflictRow { label: d.label, theirs: d.before, yours: d.after };
    Ok(Conflict {
        told: told(desk, place, yours.section(), seen)?,
        rows: rows.into_iter().map(row).collect(),
    })
}

fn told(desk: &mut Desk<'_>, place: &PlaceRow, section: PlaceSection, seen: i64) -> Result<String> {
    let locale = desk.locale();
    let last = place_changes::last_of_section_after(desk.conn, place.id, section, seen)?;
    let Some((change, name)) = place_changes::signed(desk.conn, last.into_iter().collect())?.pop() else {
        return Ok(String::new());
    };
    let at = local_of(change.made_at.0, place.zone()?);
    let args = [
        ("who", words::who(locale, change.member_uid.as_deref(), name)),
        ("day", date::relative_day(locale, at.date(), desk.today)),
        ("time", date::time(locale, at.time())),
    ];
    Ok(said(locale, "place-edit-conflict", args))
}
