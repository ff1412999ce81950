//! A new event enters the agenda.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::Result;
use super::raise_event;
use super::work_out_dates::{horizon, work_out_dates};
use crate::db::{DbConnection, Transaction};
use crate::domain::event::{EventDraft, Override};
use crate::domain::recurrence::validate;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::store::events::{self, Identity, StoredOverride};
use crate::store::places::PlaceRow;

/// What is published, where, and by which identity.
pub struct NewEvent<'a> {
    pub place: &'a PlaceRow,
    pub draft: &'a EventDraft,
    pub uid: Uuid,
    /// When it was first announced: `now`, unless it comes from elsewhere.
    pub created_at: DateTime<Utc>,
}

/// The event as it can be found again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub id: i64,
    pub slug: Slug,
}

pub fn publish_event(tx: &mut Transaction<'_>, new: &NewEvent<'_>, now: DateTime<Utc>) -> Result<Published> {
    publish_event_with_past(tx, new, now, now)
}

/// [`publish_event`] for one that comes from elsewhere and was last changed at `changed_at`; its
/// dates are worked out to the horizon of `now`.
pub fn publish_event_with_past(
    tx: &mut Transaction<'_>,
    new: &NewEvent<'_>,
    changed_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Published> {
    let published = enter(tx, new, changed_at)?;
    let row = events::row(tx, published.id)?;
    work_out_dates(tx, &row, new.place, &new.draft.schedule, &new.draft.overrides, horizon(now))?;
    raise_event(tx, published.id, new.place)?;
    Ok(published)
}

/// Writes the event without working out its dates.
pub(super) fn enter(
    tx: &mut Transaction<'_>,
    new: &NewEvent<'_>,
    changed_at: DateTime<Utc>,
) -> Result<Published> {
    validate(&new.draft.schedule)?;
    let slug = free_slug(tx, new)?;
    let who = Identity { uid: new.uid, slug: &slug, place_id: new.place.id, created_at: new.created_at };
    let id = events::insert(tx, &who, new.draft, changed_at)?;
    for change in &new.draft.overrides {
        events::save_override(tx, id, &first_change(change, changed_at))?;
    }
    Ok(Published { id, slug })
}

fn first_change(change: &Override, now: DateTime<Utc>) -> StoredOverride {
    StoredOverride { change: change.clone(), sequence: 1, changed_at: now }
}

/// Addresses beside those of events.
const RESERVED: [&str; 3] = ["nouveau", "apercu", "propositions"];

/// The title; when that is taken, with the place; then with the date; then with the identity.
/// A handful of look-ups however many events have the same title.
fn free_slug(conn: &mut DbConnection, new: &NewEvent<'_>) -> Result<Slug> {
    let title = &new.draft.title;
    let date = OccurrenceKey::of(&new.draft.schedule.span);
    let identity = new.uid.simple().to_string();
    let place = new.place.slug.as_str();
    let candidates = [
        title.clone(),
        format!("{title} {place}"),
        format!("{title} {place} {}", date.as_str().get(..8).unwrap_or_default()),
    ];
    for candidate in candidates {
        let slug = Slug::from_title(&candidate, "evenement");
        if !RESERVED.contains(&slug.as_str()) && !events::slug_is_taken(conn, &slug)? {
            return Ok(slug);
        }
    }
    Ok(Slug::from_title(title, "evenement").tagged(identity.get(..12).unwrap_or(&identity)))
}
