//! The places that an event is shared with, in its form: boxes to tick, of the whole network when it
//! is small, else of the place's territory.

use std::collections::BTreeSet;

use super::fields::Drawing;
use super::page::{Fold, Part};
use super::typed::Typed;
use crate::db::DbConnection;
use crate::store::places::{self, PlaceRow};
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::fields::{Choice, FormOption};

/// The field: ids of places.
pub const FIELD: &str = "further";
/// Places of a network that can all be offered.
const MOST: i64 = 60;

/// The places that were ticked, each once.
pub fn chosen(typed: &Typed) -> Vec<i64> {
    let ids: BTreeSet<i64> = typed.all(FIELD).iter().filter_map(|id| id.parse().ok()).collect();
    ids.into_iter().collect()
}

/// Names of the places that are ticked.
pub fn names(conn: &mut DbConnection, typed: &Typed) -> Result<String> {
    let rows = places::by_ids(conn, &chosen(typed))?;
    Ok(rows.into_iter().map(|(row, _)| row.name).collect::<Vec<_>>().join(", "))
}

/// `None` where there is no other place.
pub fn fold(desk: &mut Desk<'_>, drawing: &Drawing<'_>, place: &PlaceRow) -> Result<Option<Fold>> {
    let mut offered = places::open_names(desk.conn, None, desk.today, MOST + 1)?;
    if i64::try_from(offered.len()).unwrap_or(i64::MAX) > MOST {
        offered = places::open_names(desk.conn, Some(&place.territory), desk.today, MOST * 2)?;
    }
    let mut missing = chosen(drawing.typed);
    missing.retain(|id| offered.iter().all(|(known, ..)| known != id));
    let missing = places::by_ids(desk.conn, &missing)?;
    offered.extend(missing.into_iter().map(|(row, _)| (row.id, row.name, row.commune)));
    offered.retain(|(id, ..)| *id != place.id);
    if offered.is_empty() {
        return Ok(None);
    }
    let option = |(id, name, commune): (i64, String, String)| FormOption {
        selected: drawing.typed.has(FIELD, &id.to_string()),
        value: id.to_string(),
        label: name,
        hint: commune,
    };
    let choice = Choice {
        options: offered.into_iter().map(option).collect(),
        ..Choice::new(FIELD, drawing.label(FIELD)).hint(drawing.label("further-hint"))
    };
    Ok(Some(drawing.fold(FIELD, &[FIELD], vec![Part::Checks(choice)])))
}
