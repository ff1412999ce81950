//! Events as they are asked for.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::{EventRow, OverrideRow, ScheduleRow, StoredOverride};
use crate::db::schema::{event_overrides, events, places, schedules};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::event::EventDraft;
use crate::domain::slug::Slug;
use crate::store::places::PlaceRow;
use crate::store::{event_places, registration_rules};

pub fn slug_is_taken(conn: &mut DbConnection, slug: &Slug) -> Result<bool> {
    let taken = diesel::select(diesel::dsl::exists(events::table.filter(events::slug.eq(slug.as_str()))));
    Ok(taken.get_result(conn)?)
}

/// An event with its dates' rule, whether withdrawn or not.
pub fn by_slug(conn: &mut DbConnection, slug: &Slug) -> Result<(EventRow, ScheduleRow)> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(events::slug.eq(slug.as_str()))
        .select((EventRow::as_select(), ScheduleRow::as_select()))
        .first(conn)?)
}

/// An event with its dates' rule and its place.
pub fn at_place(conn: &mut DbConnection, slug: &Slug) -> Result<(EventRow, ScheduleRow, PlaceRow)> {
    Ok(events::table
        .inner_join(schedules::table)
        .inner_join(places::table)
        .filter(events::slug.eq(slug.as_str()))
        .select((EventRow::as_select(), ScheduleRow::as_select(), PlaceRow::as_select()))
        .first(conn)?)
}

/// The event with this left side of its UID.
pub fn id_of_uid(conn: &mut DbConnection, uid: &str) -> Result<Option<i64>> {
    Ok(events::table.filter(events::uid.eq(uid)).select(events::id).first(conn).optional()?)
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<(EventRow, ScheduleRow)> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(events::id.eq(id))
        .select((EventRow::as_select(), ScheduleRow::as_select()))
        .first(conn)?)
}

/// An event's own row.
pub fn row(conn: &mut DbConnection, id: i64) -> Result<EventRow> {
    Ok(events::table.find(id).select(EventRow::as_select()).first(conn)?)
}

/// An event as it was said, its dates that differ included.
pub fn draft(conn: &mut DbConnection, event: &EventRow, schedule: &ScheduleRow) -> Result<EventDraft> {
    let stored = overrides(conn, event.id)?;
    Ok(EventDraft {
        title: event.title.clone(),
        kind: event.kind()?,
        themes: event.themes(),
        brick: event.brick(),
        schedule: schedule.schedule()?,
        description: event.description.clone(),
        audience: event.audience.clone(),
        mode: event.mode()?,
        room: event.room.clone(),
        address: event.address.clone(),
        online_url: event.online_url.clone(),
        price_cents: event.price_cents,
        price_note: event.price_note.clone(),
        capacity: event.capacity,
        registration: event.registration()?,
        registration_closes_hours: event.registration_closes_hours,
        accessibility: event.accessibility(),
        accessibility_note: event.accessibility_note.clone(),
        organiser: event.organiser.clone(),
        status: event.status()?,
        status_note: event.status_note.clone(),
        further_places: event_places::of_event(conn, event.id)?,
        rules: registration_rules::of(conn, event.id)?,
        overrides: stored.into_iter().map(|stored| stored.change).collect(),
    })
}

/// The single dates of an event that differ, by date.
pub fn overrides(conn: &mut DbConnection, id: i64) -> Result<Vec<StoredOverride>> {
    let rows: Vec<OverrideRow> = event_overrides::table
        .filter(event_overrides::event_id.eq(id))
        .order(event_overrides::occurrence_key)
        .select(OverrideRow::as_select())
        .load(conn)?;
    rows.into_iter().map(OverrideRow::parse).collect()
}

/// [`overrides`] of all events that have not ended before `since`, at one place or everywhere.
pub fn overrides_since(
    conn: &mut DbConnection,
    since: DateTime<Utc>,
    place_id: Option<i64>,
) -> Result<HashMap<i64, Vec<StoredOverride>>> {
    let mut query = event_overrides::table
        .inner_join(events::table.inner_join(schedules::table))
        .filter(schedules::last_ends_at.ge(UtcInstant(since)))
        .select(OverrideRow::as_select())
        .into_boxed();
    if let Some(place) = place_id {
        query = query.filter(events::place_id.eq(place));
    }
    let rows: Vec<OverrideRow> =
        query.order((event_overrides::event_id, event_overrides::occurrence_key)).load(conn)?;
    let mut by_event: HashMap<i64, Vec<StoredOverride>> = HashMap::new();
    for row in rows {
        by_event.entry(row.event_id).or_default().push(row.parse()?);
    }
    Ok(by_event)
}

/// [`overrides`] of these events.
pub fn overrides_of(conn: &mut DbConnection, ids: &[i64]) -> Result<HashMap<i64, Vec<StoredOverride>>> {
    let mut by_event: HashMap<i64, Vec<StoredOverride>> = HashMap::new();
    for some in ids.chunks(5_000) {
        let rows: Vec<OverrideRow> = event_overrides::table
            .filter(event_overrides::event_id.eq_any(some))
            .order((event_overrides::event_id, event_overrides::occurrence_key))
            .select(OverrideRow::as_select())
            .load(conn)?;
        for row in rows {
            by_event.entry(row.event_id).or_default().push(row.parse()?);
        }
    }
    Ok(by_event)
}

/// Events whose dates are worked out only to before `day`: what the daily job extends.
pub fn to_extend(conn: &mut DbConnection, day: NaiveDate, limit: i64) -> Result<Vec<i64>> {
    Ok(schedules::table
        .filter(schedules::worked_out_through.lt(day))
        .order((schedules::worked_out_through, schedules::event_id))
        .limit(limit)
        .select(schedules::event_id)
        .load(conn)?)
}

/// Every event that repeats: what new holidays may change.
pub fn recurring(conn: &mut DbConnection) -> Result<Vec<i64>> {
    Ok(schedules::table
        .filter(schedules::recurrence.is_not_null())
        .order(schedules::event_id)
        .select(schedules::event_id)
        .load(conn)?)
}

/// How many events there are, withdrawn ones too.
pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(events::table.count().get_result(conn)?)
}

/// When anything of an event was last changed.
pub fn last_change(conn: &mut DbConnection) -> Result<Option<DateTime<Utc>>> {
    let newest: Option<UtcInstant> =
        events::table.order(events::changed_at.desc()).select(events::changed_at).first(conn).optional()?;
    Ok(newest.map(|at| at.0))
}

/// Slugs of events that have dates after `now`, the first to end first.
pub fn slugs_ending_after(conn: &mut DbConnection, now: DateTime<Utc>, limit: i64) -> Result<Vec<String>> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(schedules::last_ends_at.gt(UtcInstant(now)))
        .filter(events::withdrawn_at.is_null())
        .order((schedules::last_ends_at, events::id))
        .limit(limit)
        .select(events::slug)
        .load(conn)?)
}

/// The events announced last, newest first, with slug and name of their place.
pub fn newest(conn: &mut DbConnection, limit: i64) -> Result<Vec<(EventRow, ScheduleRow, String, String)>> {
    Ok(events::table
        .inner_join(schedules::table)
        .inner_join(places::table)
        .filter(events::withdrawn_at.is_null())
        .order((events::created_at.desc(), events::id.desc()))
        .limit(limit)
        .select((EventRow::as_select(), ScheduleRow::as_select(), places::slug, places::name))
        .load(conn)?)
}
