//! A host says that all which the page of their place tells is right today.

use chrono::{DateTime, NaiveDate, Utc};

use super::edit_place::{PlaceEdit, edit_place};
use super::error::Result;
use crate::db::Transaction;
use crate::domain::place_part::PlaceSection;
use crate::domain::policy::Actor;

/// `today` is the network's local day.
///
/// # Errors
/// `Forbidden`.
pub fn confirm_place(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: i64,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<()> {
    let edit = PlaceEdit { place, section: PlaceSection::Confirmation, seen: None };
    edit_place(tx, by, edit, now, |content| content.draft.confirmed_on = Some(today))?;
    Ok(())
}
