//! The worked-out dates of events.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::events::{key, span};
use super::known;
use crate::db::schema::occurrences;
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};
use crate::domain::event::EventStatus;
use crate::domain::schedule::{OccurrenceKey, Span};

/// One date of an event as lists look for it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = occurrences)]
#[diesel(treat_none_as_null = true)]
pub struct OccurrenceValues {
    pub event_id: i64,
    pub occurrence_key: String,
    pub starts_at: UtcInstant,
    pub ends_at: UtcInstant,
    pub span_start: String,
    pub span_end: String,
    pub status: String,
    pub place_id: i64,
    pub territory: String,
    pub kind: String,
    pub brick: Option<String>,
    pub free: bool,
    pub accessibility: String,
    pub registration_closes_at: Option<UtcInstant>,
    pub multi_day: bool,
}

/// Makes the stored dates of an event equal to `wanted`. A date that stays keeps its row, so that
/// what hangs on it survives. Says how many rows were added, changed and removed together.
pub fn reconcile(conn: &mut DbConnection, event_id: i64, wanted: &[OccurrenceValues]) -> Result<usize> {
    let stored: Vec<(i64, OccurrenceValues)> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .select((occurrences::id, OccurrenceValues::as_select()))
        .load(conn)?;
    let mut stored: BTreeMap<String, (i64, OccurrenceValues)> =
        stored.into_iter().map(|(id, row)| (row.occurrence_key.clone(), (id, row))).collect();
    let mut added = Vec::new();
    let mut changes = 0;
    for row in wanted {
        match stored.remove(&row.occurrence_key) {
            None => added.push(row),
            Some((_, old)) if old == *row => {}
            Some((id, _)) => {
                changes += diesel::update(occurrences::table.find(id)).set(row).execute(conn)?;
            }
        }
    }
    for (id, _) in stored.into_values() {
        changes += diesel::delete(occurrences::table.find(id)).execute(conn)?;
    }
    // PostgreSQL counts parameters in 16 bits.
    for rows in added.chunks(2_000) {
        on_each_backend!(conn, |c| {
            changes += diesel::insert_into(occurrences::table).values(rows.to_vec()).execute(c)?;
        });
    }
    Ok(changes)
}

/// One date as a page of its event shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub key: OccurrenceKey,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: EventStatus,
    pub registration_closes_at: Option<DateTime<Utc>>,
}

type Columns = (String, String, String, UtcInstant, UtcInstant, String, Option<UtcInstant>);

fn occurrence((k, start, end, starts_at, ends_at, status, closes): Columns) -> Result<Occurrence> {
    Ok(Occurrence {
        key: key(&k)?,
        span: span(&start, &end)?,
        starts_at: starts_at.0,
        ends_at: ends_at.0,
        status: known("event status", &status, EventStatus::from_code)?,
        registration_closes_at: closes.map(|at| at.0),
    })
}

macro_rules! columns {
    () => {
        (
            occurrences::occurrence_key,
            occurrences::span_start,
            occurrences::span_end,
            occurrences::starts_at,
            occurrences::ends_at,
            occurrences::status,
            occurrences::registration_closes_at,
        )
    };
}

/// The dates of an event that end after `since`, in order of their original dates.
pub fn of_event(
    conn: &mut DbConnection,
    event_id: i64,
    since: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Occurrence>> {
    let rows: Vec<Columns> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::ends_at.gt(UtcInstant(since)))
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .select(columns!())
        .load(conn)?;
    rows.into_iter().map(occurrence).collect()
}

/// How many dates are worked out.
pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(occurrences::table.count().get_result(conn)?)
}

/// How many dates of an event end after `since`.
pub fn count_after(conn: &mut DbConnection, event_id: i64, since: DateTime<Utc>) -> Result<i64> {
    Ok(occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::ends_at.gt(UtcInstant(since)))
        .count()
        .get_result(conn)?)
}

/// The last date of an event that has begun before `before`.
pub fn last_before(
    conn: &mut DbConnection,
    event_id: i64,
    before: DateTime<Utc>,
) -> Result<Option<Occurrence>> {
    let row: Option<Columns> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::starts_at.lt(UtcInstant(before)))
        .order((occurrences::starts_at.desc(), occurrences::id.desc()))
        .select(columns!())
        .first(conn)
        .optional()?;
    row.map(occurrence).transpose()
}

/// When the last date of an event ends.
pub fn last_end(conn: &mut DbConnection, event_id: i64) -> Result<Option<DateTime<Utc>>> {
    let last: Option<UtcInstant> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .order(occurrences::ends_at.desc())
        .select(occurrences::ends_at)
        .first(conn)
        .optional()?;
    Ok(last.map(|at| at.0))
}

/// Writes what the public is told of one date, and until when one can register for it.
pub fn set_status(
    conn: &mut DbConnection,
    event_id: i64,
    key: &OccurrenceKey,
    status: EventStatus,
    closes_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let date = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::occurrence_key.eq(key.as_str()));
    diesel::update(date)
        .set((
            occurrences::status.eq(status.code()),
            occurrences::registration_closes_at.eq(closes_at.map(UtcInstant)),
        ))
        .execute(conn)?;
    Ok(())
}

/// One date of an event.
pub fn by_key(conn: &mut DbConnection, event_id: i64, key: &OccurrenceKey) -> Result<Occurrence> {
    let row: Columns = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::occurrence_key.eq(key.as_str()))
        .select(columns!())
        .first(conn)?;
    occurrence(row)
}

/// The keys of an event's dates, in order.
pub fn keys(conn: &mut DbConnection, event_id: i64) -> Result<Vec<OccurrenceKey>> {
    let keys: Vec<String> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .order(occurrences::occurrence_key)
        .select(occurrences::occurrence_key)
        .load(conn)?;
    keys.iter().map(|text| key(text)).collect()
}

/// The dates of an event that are over, in order.
pub fn ended_before(
    conn: &mut DbConnection,
    event_id: i64,
    before: DateTime<Utc>,
) -> Result<Vec<Occurrence>> {
    let rows: Vec<Columns> = occurrences::table
        .filter(occurrences::event_id.eq(event_id))
        .filter(occurrences::ends_at.le(UtcInstant(before)))
        .order((occurrences::starts_at, occurrences::id))
        .select(columns!())
        .load(conn)?;
    rows.into_iter().map(occurrence).collect()
}

/// Gives dates of one event to another (or the same) under other keys, each an old and a new one. The
/// rows stay, and with them what hangs on them; their times are for `reconcile` to write.
pub fn hand_over(
    conn: &mut DbConnection,
    from_event: i64,
    to_event: i64,
    pairs: &[(OccurrenceKey, OccurrenceKey)],
) -> Result<()> {
    for (old, new) in pairs.iter().filter(|(old, new)| old != new || from_event != to_event) {
        let date = occurrences::table
            .filter(occurrences::event_id.eq(from_event))
            .filter(occurrences::occurrence_key.eq(old.as_str()));
        diesel::update(date)
            .set((occurrences::event_id.eq(to_event), occurrences::occurrence_key.eq(new.as_str())))
            .execute(conn)?;
    }
    Ok(())
}

/// Removes every date of an event.
pub fn clear(conn: &mut DbConnection, event_id: i64) -> Result<()> {
    diesel::delete(occurrences::table.filter(occurrences::event_id.eq(event_id))).execute(conn)?;
    Ok(())
}

/// Takes the dates of a place's events along when it moves to another territory.
pub fn move_to_territory(conn: &mut DbConnection, place_id: i64, territory: &str) -> Result<()> {
    diesel::update(occurrences::table.filter(occurrences::place_id.eq(place_id)))
        .set(occurrences::territory.eq(territory))
        .execute(conn)?;
    Ok(())
}
