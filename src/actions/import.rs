//! Facts that come from lists: places of a census, communes, school holidays. Importing the same
//! list twice changes nothing.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::save_place::{SavedPlace, save_place};
use crate::db::{Scope, Transaction};
use crate::domain::commune::Commune;
use crate::domain::place::PlaceDraft;
use crate::domain::school::SchoolPeriod;
use crate::store::{communes, holidays, places};

/// Writes one row of a list of places: new, or over what the list itself said before. What the
/// place added by itself stays.
pub fn import_place(tx: &mut Transaction<'_>, listed: &PlaceDraft, now: DateTime<Utc>) -> Result<SavedPlace> {
    let known = match &listed.source_key {
        Some(key) => places::by_source_key(tx, key)?,
        None => None,
    };
    let Some(row) = known else {
        return save_place(tx, None, listed, now);
    };
    let stored = places::draft(tx, &row)?;
    save_place(tx, Some(row.id), &merged(stored, listed), now)
}

/// The facts that a list knows, over all else that is stored.
fn merged(mut stored: PlaceDraft, listed: &PlaceDraft) -> PlaceDraft {
    let listed = listed.clone();
    for brick in listed.bricks {
        if stored.bricks.iter().all(|own| own.kind != brick.kind) {
            stored.bricks.push(brick);
        }
    }
    let keep = |own: String, listed: String| if listed.is_empty() { own } else { listed };
    PlaceDraft {
        slug: listed.slug,
        name: listed.name,
        address: keep(stored.address, listed.address),
        postcode: keep(stored.postcode, listed.postcode),
        commune: keep(stored.commune, listed.commune),
        insee: keep(stored.insee, listed.insee),
        territory: listed.territory,
        point: listed.point.or(stored.point),
        precision: listed.precision,
        website: keep(stored.website, listed.website),
        opened_on: listed.opened_on.or(stored.opened_on),
        summary: if stored.summary.is_empty() { listed.summary } else { stored.summary },
        description: if stored.description.is_empty() { listed.description } else { stored.description },
        source: listed.source,
        ..stored
    }
}

pub fn import_communes(tx: &mut Transaction<'_>, listed: &[Commune]) -> Result<()> {
    communes::save(tx, listed)?;
    tx.raise(Scope::Everything);
    Ok(())
}

pub fn import_school_periods(tx: &mut Transaction<'_>, listed: &[SchoolPeriod]) -> Result<()> {
    for period in listed {
        let row = (period.zone.code().to_owned(), period.first_day, period.last_day, period.name.clone());
        holidays::save(tx, &row)?;
    }
    tx.raise(Scope::Everything);
    Ok(())
}
