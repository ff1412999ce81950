//! Events that are being written: forms put aside, for the hosts of one place.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use crate::db::schema::event_drafts;
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = event_drafts)]
pub struct EventDraftRow {
    pub id: i64,
    pub uid: String,
    pub place_id: i64,
    pub title: String,
    /// The form's fields as JSON; its shape belongs to the form.
    pub fields: String,
    /// Counts the saves.
    pub revision: i32,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<EventDraftRow> {
    Ok(event_drafts::table.find(id).select(EventDraftRow::as_select()).first(conn)?)
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<EventDraftRow> {
    let row = event_drafts::table.filter(event_drafts::uid.eq(uid));
    Ok(row.select(EventDraftRow::as_select()).first(conn)?)
}

/// The drafts of a place, the one changed last first.
pub fn of_place(conn: &mut DbConnection, place_id: i64, limit: i64) -> Result<Vec<EventDraftRow>> {
    Ok(event_drafts::table
        .filter(event_drafts::place_id.eq(place_id))
        .order((event_drafts::changed_at.desc(), event_drafts::id.desc()))
        .limit(limit)
        .select(EventDraftRow::as_select())
        .load(conn)?)
}

/// Puts a new form aside; gives its id.
pub fn insert(
    conn: &mut DbConnection,
    uid: Uuid,
    place_id: i64,
    title: &str,
    fields: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let values = (
        event_drafts::uid.eq(uid.to_string()),
        event_drafts::place_id.eq(place_id),
        event_drafts::title.eq(title),
        event_drafts::fields.eq(fields),
        event_drafts::revision.eq(1),
        event_drafts::created_at.eq(UtcInstant(now)),
        event_drafts::changed_at.eq(UtcInstant(now)),
    );
    Ok(on_each_backend!(conn, |c| diesel::insert_into(event_drafts::table)
        .values(values)
        .returning(event_drafts::id)
        .get_result(c)?))
}

/// Writes a form over the save `revision`; `false` when it is no longer the last one.
pub fn update(
    conn: &mut DbConnection,
    id: i64,
    revision: i32,
    title: &str,
    fields: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let last = event_drafts::table.find(id).filter(event_drafts::revision.eq(revision));
    let written = diesel::update(last)
        .set((
            event_drafts::title.eq(title),
            event_drafts::fields.eq(fields),
            event_drafts::revision.eq(revision + 1),
            event_drafts::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(written == 1)
}

pub fn delete(conn: &mut DbConnection, id: i64) -> Result<bool> {
    Ok(diesel::delete(event_drafts::table.find(id)).execute(conn)? == 1)
}
