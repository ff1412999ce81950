//! Drafts that are published by themselves, and when.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::schema::{event_drafts, planned_publications};
use crate::db::{DbConnection, Instant, Result, UtcInstant};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = planned_publications)]
pub struct PlannedRow {
    pub draft_id: i64,
    pub publish_at: UtcInstant,
    /// Who wants it.
    pub member_id: i64,
    /// The event as JSON.
    pub event: String,
}

/// Plans a draft, or plans it anew.
pub fn save(conn: &mut DbConnection, draft: i64, at: DateTime<Utc>, member: i64, event: &str) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO planned_publications (draft_id, publish_at, member_id, event) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (draft_id) DO UPDATE SET publish_at = excluded.publish_at, \
         member_id = excluded.member_id, event = excluded.event",
    )
    .bind::<BigInt, _>(draft)
    .bind::<Instant, _>(UtcInstant(at))
    .bind::<BigInt, _>(member)
    .bind::<Text, _>(event)
    .execute(conn)?;
    Ok(())
}

/// Takes a draft off the plan; `false` when it was not on it, or not any more.
pub fn take(conn: &mut DbConnection, draft: i64) -> Result<bool> {
    Ok(diesel::delete(planned_publications::table.find(draft)).execute(conn)? == 1)
}

/// The first that is due.
pub fn next_due(conn: &mut DbConnection, now: DateTime<Utc>) -> Result<Option<PlannedRow>> {
    Ok(planned_publications::table
        .filter(planned_publications::publish_at.le(UtcInstant(now)))
        .order((planned_publications::publish_at, planned_publications::draft_id))
        .select(PlannedRow::as_select())
        .first(conn)
        .optional()?)
}

/// When the planned drafts of a place are published, by draft.
pub fn of_place(conn: &mut DbConnection, place: i64) -> Result<HashMap<i64, DateTime<Utc>>> {
    let rows: Vec<(i64, UtcInstant)> = planned_publications::table
        .inner_join(event_drafts::table)
        .filter(event_drafts::place_id.eq(place))
        .select((planned_publications::draft_id, planned_publications::publish_at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(draft, at)| (draft, at.0)).collect())
}
