//! A place is written for the first time, or anew.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::raise_place;
use crate::db::{DbConnection, Transaction};
use crate::domain::place::PlaceDraft;
use crate::domain::slug::Slug;
use crate::store::{occurrences, places};

/// What became of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    Created,
    Updated,
    Unchanged,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedPlace {
    pub id: i64,
    pub slug: Slug,
    pub saving: Saving,
}

/// Writes `draft` as the place `id`, or as a new place under its slug or the next free one.
pub fn save_place(
    tx: &mut Transaction<'_>,
    id: Option<i64>,
    draft: &PlaceDraft,
    now: DateTime<Utc>,
) -> Result<SavedPlace> {
    match id {
        Some(id) => update(tx, id, draft, now),
        None => create(tx, draft, now),
    }
}

fn create(tx: &mut Transaction<'_>, draft: &PlaceDraft, now: DateTime<Utc>) -> Result<SavedPlace> {
    let slug = free_slug(tx, draft)?;
    let id = places::insert(tx, &slug, draft, now)?;
    let row = places::by_id(tx, id)?;
    raise_place(tx, &row);
    Ok(SavedPlace { id, slug, saving: Saving::Created })
}

fn update(tx: &mut Transaction<'_>, id: i64, draft: &PlaceDraft, now: DateTime<Utc>) -> Result<SavedPlace> {
    let before = places::by_id(tx, id)?;
    let mut stored = places::draft(tx, &before)?;
    let slug = std::mem::replace(&mut stored.slug, draft.slug.clone());
    if stored == *draft {
        return Ok(SavedPlace { id, slug, saving: Saving::Unchanged });
    }
    let whereabouts_changed_at = match same_whereabouts(&stored, draft) {
        true => before.whereabouts_changed_at.0,
        false => now,
    };
    places::update(tx, id, draft, now, whereabouts_changed_at)?;
    if before.territory != draft.territory {
        occurrences::move_to_territory(tx, id, &draft.territory)?;
    }
    raise_place(tx, &before);
    let after = places::by_id(tx, id)?;
    raise_place(tx, &after);
    Ok(SavedPlace { id, slug, saving: Saving::Updated })
}

/// Whether events say the same of the place: its opening hours are no reason for calendars to
/// fetch every event again.
fn same_whereabouts(before: &PlaceDraft, after: &PlaceDraft) -> bool {
    let told = |place: &PlaceDraft| {
        [&place.name, &place.address, &place.postcode, &place.commune].map(String::clone)
    };
    told(before) == told(after) && before.point == after.point
}

/// The wished slug; when it is taken, with the commune; then numbered.
fn free_slug(conn: &mut DbConnection, draft: &PlaceDraft) -> Result<Slug> {
    if !places::slug_is_taken(conn, &draft.slug)? {
        return Ok(draft.slug.clone());
    }
    let local = Slug::from_title(&format!("{} {}", draft.slug, draft.commune), "lieu");
    if !places::slug_is_taken(conn, &local)? {
        return Ok(local);
    }
    let mut n = 2;
    while places::slug_is_taken(conn, &local.numbered(n))? {
        n += 1;
    }
    Ok(local.numbered(n))
}
