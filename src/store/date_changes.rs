//! What was said of dates until they changed: written with each change, told by digests, and
//! forgotten when no digest looks back that far.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::events::key;
use crate::db::schema::{date_changes, occurrences};
use crate::db::{DbConnection, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::event::EventStatus;
use crate::domain::schedule::OccurrenceKey;

/// A date as it is said to be.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = occurrences)]
pub struct Said {
    pub occurrence_key: String,
    pub status: String,
    pub span_start: String,
    pub span_end: String,
    pub starts_at: UtcInstant,
    pub ends_at: UtcInstant,
}

/// What is said now of the dates of an event that end after `now`.
pub fn said(conn: &mut DbConnection, event: i64, now: DateTime<Utc>) -> Result<Vec<Said>> {
    Ok(occurrences::table
        .filter(occurrences::event_id.eq(event))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .order(occurrences::occurrence_key)
        .select(Said::as_select())
        .load(conn)?)
}

/// Notes what was said of an event's dates until now, of those of which something else is said.
/// `became`: dates that have another key now, with the old one first.
pub fn note(
    conn: &mut DbConnection,
    event: i64,
    before: &[Said],
    became: &[(OccurrenceKey, OccurrenceKey)],
    now: DateTime<Utc>,
) -> Result<()> {
    if before.is_empty() {
        return Ok(());
    }
    let after: BTreeMap<String, Said> =
        said(conn, event, now)?.into_iter().map(|said| (said.occurrence_key.clone(), said)).collect();
    let new_key = |old: &str| {
        became.iter().find(|(from, _)| from.as_str() == old).map_or(old, |(_, to)| to.as_str()).to_owned()
    };
    let changed: Vec<(String, &Said)> = before
        .iter()
        .map(|was| (new_key(&was.occurrence_key), was))
        .filter(|(key, was)| after.get(key).is_none_or(|is| differs(was, is)))
        .collect();
    insert(conn, event, &changed, now)
}

/// Notes that one date is about to be said to be something else.
pub fn note_one(
    conn: &mut DbConnection,
    event: i64,
    date: &OccurrenceKey,
    to: EventStatus,
    now: DateTime<Utc>,
) -> Result<()> {
    let was: Option<Said> = occurrences::table
        .filter(occurrences::event_id.eq(event))
        .filter(occurrences::occurrence_key.eq(date.as_str()))
        .select(Said::as_select())
        .first(conn)
        .optional()?;
    match was.filter(|was| was.status != to.code()) {
        Some(was) => insert(conn, event, &[(date.to_string(), &was)], now),
        None => Ok(()),
    }
}

fn differs(was: &Said, is: &Said) -> bool {
    (&was.status, &was.span_start, &was.span_end) != (&is.status, &is.span_start, &is.span_end)
}

fn insert(
    conn: &mut DbConnection,
    event: i64,
    changed: &[(String, &Said)],
    now: DateTime<Utc>,
) -> Result<()> {
    let row = |(key, was): &(String, &Said)| {
        (
            date_changes::event_id.eq(event),
            date_changes::occurrence_key.eq(key.clone()),
            date_changes::made_at.eq(UtcInstant(now)),
            date_changes::status.eq(was.status.clone()),
            date_changes::span_start.eq(was.span_start.clone()),
            date_changes::span_end.eq(was.span_end.clone()),
            date_changes::starts_at.eq(was.starts_at),
            date_changes::ends_at.eq(was.ends_at),
        )
    };
    for some in changed.chunks(500) {
        let rows: Vec<_> = some.iter().map(row).collect();
        on_each_backend!(conn, |c| diesel::insert_into(date_changes::table).values(&rows).execute(c)?);
    }
    Ok(())
}

/// Takes along what was said of dates that were given to another event, or another key.
pub fn hand_over(
    conn: &mut DbConnection,
    from_event: i64,
    to_event: i64,
    pairs: &[(OccurrenceKey, OccurrenceKey)],
) -> Result<()> {
    for (old, new) in pairs.iter().filter(|(old, new)| old != new || from_event != to_event) {
        let of_date = date_changes::table
            .filter(date_changes::event_id.eq(from_event))
            .filter(date_changes::occurrence_key.eq(old.as_str()));
        diesel::update(of_date)
            .set((date_changes::event_id.eq(to_event), date_changes::occurrence_key.eq(new.as_str())))
            .execute(conn)?;
    }
    Ok(())
}

/// Keys of the dates of an event that ever changed, for stories.
pub fn keys(conn: &mut DbConnection, event: i64) -> Result<Vec<OccurrenceKey>> {
    let keys: Vec<String> = date_changes::table
        .filter(date_changes::event_id.eq(event))
        .order(date_changes::id)
        .select(date_changes::occurrence_key)
        .load(conn)?;
    keys.iter().map(|text| key(text)).collect()
}

/// Forgets at most `part` of what was said until before an instant; gives how many.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    Ok(diesel::sql_query(
        "DELETE FROM date_changes WHERE id IN \
         (SELECT id FROM date_changes WHERE made_at < $1 ORDER BY made_at LIMIT $2)",
    )
    .bind::<Instant, _>(UtcInstant(before))
    .bind::<BigInt, _>(part)
    .execute(conn)?)
}
