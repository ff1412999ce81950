//! What hosts said of single dates, and the series of which they said nothing for long.

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::events::key;
use crate::db::schema::{confirmations, events, occurrences, schedules};
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::confirmation::Confirmation;
use crate::domain::event::EventStatus;
use crate::domain::schedule::OccurrenceKey;

/// Notes that a date takes place, over what was said before.
pub fn give(
    conn: &mut DbConnection,
    event: i64,
    key: &OccurrenceKey,
    member: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    note(conn, (event, key), Confirmation::Given, member, now)
}

/// Notes that a date is to be confirmed.
pub fn ask(conn: &mut DbConnection, event: i64, key: &OccurrenceKey, now: DateTime<Utc>) -> Result<()> {
    note(conn, (event, key), Confirmation::Awaited, None, now)
}

fn note(
    conn: &mut DbConnection,
    (event, key): (i64, &OccurrenceKey),
    state: Confirmation,
    member: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO confirmations (occurrence_id, state, member_id, said_at) \
         SELECT id, $1, $2, $3 FROM occurrences WHERE event_id = $4 AND occurrence_key = $5 \
         ON CONFLICT (occurrence_id) DO UPDATE SET \
         state = excluded.state, member_id = excluded.member_id, said_at = excluded.said_at",
    )
    .bind::<Text, _>(state.code())
    .bind::<Nullable<BigInt>, _>(member)
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<BigInt, _>(event)
    .bind::<Text, _>(key.as_str())
    .execute(conn)?;
    Ok(())
}

/// The coming dates of an event that are to be confirmed because nobody said anything.
pub fn awaited(conn: &mut DbConnection, event: i64, now: DateTime<Utc>) -> Result<Vec<OccurrenceKey>> {
    let keys: Vec<String> = occurrences::table
        .inner_join(confirmations::table)
        .filter(occurrences::event_id.eq(event))
        .filter(confirmations::state.eq(Confirmation::Awaited.code()))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .order(occurrences::occurrence_key)
        .select(occurrences::occurrence_key)
        .load(conn)?;
    keys.iter().map(|text| key(text)).collect()
}

/// Nothing is awaited any more of an event.
pub fn forget_awaited(conn: &mut DbConnection, event: i64) -> Result<()> {
    let of_event = occurrences::table.filter(occurrences::event_id.eq(event)).select(occurrences::id);
    let marks = confirmations::table
        .filter(confirmations::state.eq(Confirmation::Awaited.code()))
        .filter(confirmations::occurrence_id.eq_any(of_event));
    diesel::delete(marks).execute(conn)?;
    Ok(())
}

/// What a member confirmed stays confirmed when they leave.
pub fn forget_member(conn: &mut DbConnection, member: i64) -> Result<()> {
    let theirs = confirmations::table.filter(confirmations::member_id.eq(member));
    diesel::update(theirs).set(confirmations::member_id.eq(None::<i64>)).execute(conn)?;
    Ok(())
}

/// A series that no host touched since `since`, and the dates of it that begin in `range`.
#[derive(Clone, Copy, Debug)]
pub struct Silence {
    pub since: DateTime<Utc>,
    pub range: (DateTime<Utc>, DateTime<Utc>),
}

/// Dates that are announced as if a host had said so.
macro_rules! unheard {
    ($silence:expr) => {{
        let heard = confirmations::table.filter(confirmations::occurrence_id.eq(occurrences::id));
        occurrences::table
            .inner_join(events::table.inner_join(schedules::table))
            .filter(occurrences::starts_at.ge(UtcInstant($silence.range.0)))
            .filter(occurrences::starts_at.lt(UtcInstant($silence.range.1)))
            .filter(occurrences::status.eq_any([EventStatus::Planned.code(), EventStatus::Full.code()]))
            .filter(schedules::recurrence.is_not_null())
            .filter(events::status.eq(EventStatus::Planned.code()))
            .filter(events::withdrawn_at.is_null())
            .filter(events::tended_at.le(UtcInstant($silence.since)))
            .filter(not(exists(heard)))
    }};
}

/// Series with such dates, at most `limit`.
pub fn silent(conn: &mut DbConnection, silence: &Silence, limit: i64) -> Result<Vec<i64>> {
    Ok(unheard!(silence)
        .select(occurrences::event_id)
        .distinct()
        .order(occurrences::event_id)
        .limit(limit)
        .load(conn)?)
}

/// Such dates of one series.
pub fn unheard(conn: &mut DbConnection, event: i64, silence: &Silence) -> Result<Vec<OccurrenceKey>> {
    let keys: Vec<String> = unheard!(silence)
        .filter(occurrences::event_id.eq(event))
        .order(occurrences::occurrence_key)
        .select(occurrences::occurrence_key)
        .load(conn)?;
    keys.iter().map(|text| key(text)).collect()
}

/// Series with dates to be confirmed that a host touched after `since`, at most `limit`; `None`: all
/// that have such dates.
pub fn roused(conn: &mut DbConnection, since: Option<DateTime<Utc>>, limit: i64) -> Result<Vec<i64>> {
    let mut query = occurrences::table
        .inner_join(confirmations::table)
        .inner_join(events::table)
        .filter(confirmations::state.eq(Confirmation::Awaited.code()))
        .select(occurrences::event_id)
        .distinct()
        .into_boxed();
    if let Some(since) = since {
        query = query.filter(events::tended_at.gt(UtcInstant(since)));
    }
    Ok(query.order(occurrences::event_id).limit(limit).load(conn)?)
}
