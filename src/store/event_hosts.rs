//! Which members hold which event. Never public: the page of an event names a body.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::schema::{event_hosts, events, places, schedules};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};

/// The members who hold an event.
pub fn of_event(conn: &mut DbConnection, event_id: i64) -> Result<Vec<i64>> {
    Ok(event_hosts::table
        .filter(event_hosts::event_id.eq(event_id))
        .order(event_hosts::member_id)
        .select(event_hosts::member_id)
        .load(conn)?)
}

/// These members hold an event too.
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
    pub place_slug: String,
    pub place_name: String,
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
        .select((events::id, events::slug, events::title, places::slug, places::name))
        .load(conn)?)
}
