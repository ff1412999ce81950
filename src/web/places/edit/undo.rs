//! What was just taken away, with its way back: the change is named in the address.

use super::page::Undo;
use super::path_of;
use crate::db;
use crate::domain::equipment::Equipment;
use crate::domain::place_part::{PlacePart, PlaceSection};
use crate::i18n::Locale;
use crate::store::place_changes;
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::place_rows;
use crate::web::rows::say;

/// Where a page goes after something was taken away.
pub fn after(place: &PlaceRow, section: PlaceSection, change: Option<i64>) -> String {
    let here = path_of(place, section.code());
    match change {
        Some(change) => with_query(&here, &[("retire", change.to_string())]),
        None => here,
    }
}

/// The way back from the change that the address names, when it took something of this part away.
pub fn undo(desk: &mut Desk<'_>, place: &PlaceRow, section: PlaceSection) -> Result<Option<Undo>> {
    let Some(change) = desk.asked.get("retire").and_then(|id| id.parse().ok()) else { return Ok(None) };
    let row = match place_changes::find(desk.conn, place.id, change) {
        Ok(row) if row.section == section.code() => row,
        Ok(_) | Err(db::Error::NotFound) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let locale = desk.locale();
    let gone = gone(locale, &row.before()?, &row.after()?);
    Ok((!gone.is_empty()).then(|| Undo {
        told: say(locale, "place-edit-removed", "what", gone.join(", ")),
        action: local(locale, &path_of(place, "historique")),
        change,
        back: section.code(),
    }))
}

/// Names of what is in the first part and no more in the second.
fn gone(locale: Locale, before: &PlacePart, after: &PlacePart) -> Vec<String> {
    let (before, after) = (names(locale, before), names(locale, after));
    before
        .into_iter()
        .filter(|(id, _)| after.iter().all(|(left, _)| left != id))
        .map(|(_, name)| name)
        .collect()
}

/// Identity and name of each thing that can be taken away.
fn names(locale: Locale, part: &PlacePart) -> Vec<(String, String)> {
    match part {
        PlacePart::Bricks(bricks) => bricks
            .iter()
            .map(|brick| (brick.kind.to_string(), place_rows::brick(locale, brick.kind)))
            .collect(),
        PlacePart::Photos(photos) => photos.iter().map(|p| (p.uid.clone(), p.alt.clone())).collect(),
        PlacePart::Equipment(by_brick) => {
            let named = |(kind, pieces): &(_, Vec<Equipment>)| -> Vec<(String, String)> {
                let id = |piece: &Equipment| (format!("{kind} {}", piece.name), piece.name.clone());
                pieces.iter().map(id).collect()
            };
            by_brick.iter().flat_map(named).collect()
        }
        _ => Vec::new(),
    }
}
