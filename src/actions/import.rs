//! Facts that come from lists: places of a census, communes, school holidays. Importing the same
//! list twice changes nothing.

use chrono::{DateTime, Utc};

use super::edit_place::note_change;
use super::error::Result;
use super::save_place::{SavedPlace, save_place};
use crate::db::{Scope, Transaction};
use crate::domain::commune::Commune;
use crate::domain::place::{Brick, PlaceDraft, PointPrecision};
use crate::domain::place_part::{PlaceContent, PlaceSection};
use crate::domain::policy::Actor;
use crate::domain::school::SchoolPeriod;
use crate::store::{communes, holidays, places};

/// Writes one row of a list of places: new, or over what the list itself said before. What the
/// place added by itself stays. A place that is known otherwise under that name in that commune is
/// not doubled: the list then only fills what nobody had said.
pub fn import_place(tx: &mut Transaction<'_>, listed: &PlaceDraft, now: DateTime<Utc>) -> Result<SavedPlace> {
    if let Some(key) = &listed.source_key
        && let Some(row) = places::by_source_key(tx, key)?
    {
        let stored = places::draft(tx, &row)?;
        return update_listed(tx, row.id, stored.clone(), merged(stored, listed), now);
    }
    if let Some(row) = places::by_name_and_commune(tx, &listed.name, &listed.insee, &listed.commune)? {
        let stored = places::draft(tx, &row)?;
        return update_listed(tx, row.id, stored.clone(), filled(stored, listed), now);
    }
    save_place(tx, None, listed, now)
}

/// Writes what a list changes, and notes it in the place's history.
fn update_listed(
    tx: &mut Transaction<'_>,
    id: i64,
    before: PlaceDraft,
    after: PlaceDraft,
    now: DateTime<Utc>,
) -> Result<SavedPlace> {
    let saved = save_place(tx, Some(id), &after, now)?;
    let content = |draft| PlaceContent { draft, closures: Vec::new(), photos: Vec::new() };
    let (before, after) = (content(before), content(after));
    for section in [PlaceSection::Sheet, PlaceSection::Bricks] {
        note_change(tx, id, &Actor::Program, (&before.part(section), &after.part(section)), now)?;
    }
    Ok(saved)
}

/// All that is stored, and what a list knows beyond it.
fn filled(stored: PlaceDraft, listed: &PlaceDraft) -> PlaceDraft {
    let listed = listed.clone();
    let better_point = listed.precision == PointPrecision::Address
        && stored.precision != PointPrecision::Address
        && listed.point.is_some();
    let (point, precision) = match stored.point {
        Some(_) if !better_point => (stored.point, stored.precision),
        _ => (listed.point, listed.precision),
    };
    let keep = |own: String, listed: String| if own.is_empty() { listed } else { own };
    PlaceDraft {
        bricks: with_missing(stored.bricks, listed.bricks),
        source: keep(stored.source, listed.source),
        address: keep(stored.address, listed.address),
        postcode: keep(stored.postcode, listed.postcode),
        insee: keep(stored.insee, listed.insee),
        website: keep(stored.website, listed.website),
        opened_on: stored.opened_on.or(listed.opened_on),
        summary: keep(stored.summary, listed.summary),
        description: keep(stored.description, listed.description),
        point,
        precision,
        ..stored
    }
}

fn with_missing(mut own: Vec<Brick>, listed: Vec<Brick>) -> Vec<Brick> {
    for brick in listed {
        if own.iter().all(|known| known.kind != brick.kind) {
            own.push(brick);
        }
    }
    own
}

/// The facts that a list knows, over all else that is stored.
fn merged(stored: PlaceDraft, listed: &PlaceDraft) -> PlaceDraft {
    let listed = listed.clone();
    let keep = |own: String, listed: String| if listed.is_empty() { own } else { listed };
    // The middle of a commune stands in for a point; it does not take its place.
    let is_rougher =
        listed.precision == PointPrecision::Commune && stored.precision != PointPrecision::Commune;
    let (point, precision) = match stored.point {
        Some(_) if is_rougher || listed.point.is_none() => (stored.point, stored.precision),
        _ => (listed.point, listed.precision),
    };
    PlaceDraft {
        bricks: with_missing(stored.bricks, listed.bricks),
        slug: listed.slug,
        name: listed.name,
        address: keep(stored.address, listed.address),
        postcode: keep(stored.postcode, listed.postcode),
        commune: keep(stored.commune, listed.commune),
        insee: keep(stored.insee, listed.insee),
        territory: listed.territory,
        point,
        precision,
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
