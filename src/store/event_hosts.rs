//! Which members hold which event: those who announced it, and those whom a host named. Never public:
//! the page of an event names a body.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::event_places;
use super::events::EventRow;
use super::members::MemberRow;
use crate::db::schema::{event_hosts, events, members, places, schedules};
use crate::db::{DbConnection, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::policy::EventHands;

/// The members who hold an event.
pub fn of_event(conn: &mut DbConnection, event_id: i64) -> Result<Vec<i64>> {
    Ok(event_hosts::table
        .filter(event_hosts::event_id.eq(event_id))
        .order(event_hosts::member_id)
        .select(event_hosts::member_id)
        .load(conn)?)
}

/// In whose hands an event is, as the policy asks.
pub fn hands(conn: &mut DbConnection, event: &EventRow) -> Result<EventHands> {
    let mut places = vec![event.place_id];
    places.extend(event_places::of_event(conn, event.id)?);
    Ok(EventHands { places, cohosts: named(conn, event.id)? })
}

/// The members who were named to hold an event.
pub fn named(conn: &mut DbConnection, event_id: i64) -> Result<Vec<i64>> {
    Ok(event_hosts::table
        .filter(event_hosts::event_id.eq(event_id))
        .filter(event_hosts::named_at.is_not_null())
        .order(event_hosts::member_id)
        .select(event_hosts::member_id)
        .load(conn)?)
}

/// One who holds an event.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
pub struct Holder {
    #[diesel(embed)]
    pub member: MemberRow,
    /// Since when they are named; `None`: they announced it.
    #[diesel(select_expression = event_hosts::named_at)]
    pub named_at: Option<UtcInstant>,
}

/// Who holds an event, by name.
pub fn holders(conn: &mut DbConnection, event_id: i64) -> Result<Vec<Holder>> {
    Ok(event_hosts::table
        .inner_join(members::table)
        .filter(event_hosts::event_id.eq(event_id))
        .order((members::sort_key, members::id))
        .select(Holder::as_select())
        .load(conn)?)
}

/// A member is named to hold an event; `false` when they were before.
pub fn name(conn: &mut DbConnection, event_id: i64, member: i64, now: DateTime<Utc>) -> Result<bool> {
    let written = diesel::sql_query(
        "INSERT INTO event_hosts (event_id, member_id, named_at) VALUES ($1, $2, $3) \
         ON CONFLICT (event_id, member_id) DO UPDATE SET named_at = excluded.named_at \
         WHERE event_hosts.named_at IS NULL",
    )
    .bind::<BigInt, _>(event_id)
    .bind::<BigInt, _>(member)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(written == 1)
}

/// A member holds an event no longer; `false` when they did not.
pub fn remove(conn: &mut DbConnection, event_id: i64, member: i64) -> Result<bool> {
    Ok(diesel::delete(event_hosts::table.find((event_id, member))).execute(conn)? == 1)
}

/// Who holds one event holds another too, by the same right.
pub fn hand_on(conn: &mut DbConnection, from: i64, to: i64) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO event_hosts (event_id, member_id, named_at) \
         SELECT $1, member_id, named_at FROM event_hosts WHERE event_id = $2 \
         ON CONFLICT (event_id, member_id) DO NOTHING",
    )
    .bind::<BigInt, _>(to)
    .bind::<BigInt, _>(from)
    .execute(conn)?;
    Ok(())
}

/// These members announced an event, and hold it as long as they hold its place.
pub fn add(conn: &mut DbConnection, event_id: i64, members: &[i64]) -> Result<()> {
    let known = of_event(conn, event_id)?;
    let rows: Vec<_> = members
        .iter()
        .filter(|member| !known.contains(member))
        .map(|member| (event_hosts::event_id.eq(event_id), event_hosts::member_id.eq(*member)))
        .collect();
    on_each_backend!(conn, |c| diesel::insert_into(event_hosts::table).values(&rows).execute(c)?);
    Ok(())
}

/// An event in the lists of those who hold it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct HeldEvent {
    pub id: i64,
    pub slug: String,
    pub title: String,
    pub place_id: i64,
    pub place_name: String,
    /// Since when they are named; `None`: they announced it.
    pub named_at: Option<UtcInstant>,
}

/// The events that a member holds and that have dates after `now`, the first to end first.
pub fn coming_of_member(
    conn: &mut DbConnection,
    member: i64,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<HeldEvent>> {
    Ok(event_hosts::table
        .inner_join(events::table.inner_join(schedules::table).inner_join(places::table))
        .filter(event_hosts::member_id.eq(member))
        .filter(events::withdrawn_at.is_null())
        .filter(schedules::last_ends_at.gt(UtcInstant(now)))
        .order((schedules::last_ends_at, events::id))
        .limit(limit)
        .select((events::id, events::slug, events::title, places::id, places::name, event_hosts::named_at))
        .load(conn)?)
}
