//! What the coordination is told once a week: what is new in the network, and what is silent. Each
//! question gives how many there are and the first of them.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::db::schema::{event_overrides, events, members, memberships, occurrences, places};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::event::EventStatus;
use crate::domain::member::{MemberState, MembershipRole};

/// One of many, as a line tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub words: String,
    /// May be empty.
    pub more: String,
    /// Local, without language.
    pub path: String,
}

type Range = (DateTime<Utc>, DateTime<Utc>);

fn place((name, commune, slug): (String, String, String)) -> Found {
    Found { words: name, more: commune, path: format!("/lieux/{slug}") }
}

/// Counts these places and gives the first.
macro_rules! found_places {
    ($conn:expr, $query:expr, $limit:expr) => {{
        let total = $query.count().get_result($conn)?;
        let some: Vec<(String, String, String)> = $query
            .order((places::sort_key, places::id))
            .limit($limit)
            .select((places::name, places::commune, places::slug))
            .load($conn)?;
        Ok((total, some.into_iter().map(place).collect()))
    }};
}

/// Places that have not closed for good.
macro_rules! open_places {
    ($today:expr) => {
        places::table.filter(places::closed_on.is_null().or(places::closed_on.gt($today)))
    };
}

/// Places that came in.
pub fn new_places(conn: &mut DbConnection, (from, to): Range, limit: i64) -> Result<(i64, Vec<Found>)> {
    let came = || {
        places::table
            .filter(places::created_at.ge(UtcInstant(from)))
            .filter(places::created_at.lt(UtcInstant(to)))
    };
    found_places!(conn, came(), limit)
}

/// Open places of which nobody said since `day` that what they tell is right, and that are older.
pub fn unconfirmed(
    conn: &mut DbConnection,
    day: NaiveDate,
    today: NaiveDate,
    limit: i64,
) -> Result<(i64, Vec<Found>)> {
    let that_day = UtcInstant(day.and_time(NaiveTime::MIN).and_utc());
    let silent = || {
        let never = places::confirmed_on.is_null().and(places::created_at.lt(that_day));
        open_places!(today).filter(places::confirmed_on.lt(day).or(never))
    };
    found_places!(conn, silent(), limit)
}

/// Open places without a date since an instant, nor one to come.
pub fn quiet(
    conn: &mut DbConnection,
    since: DateTime<Utc>,
    today: NaiveDate,
    limit: i64,
) -> Result<(i64, Vec<Found>)> {
    let quiet = || {
        let dates = occurrences::table
            .filter(occurrences::place_id.eq(places::id))
            .filter(occurrences::starts_at.ge(UtcInstant(since)));
        open_places!(today).filter(places::created_at.lt(UtcInstant(since))).filter(not(exists(dates)))
    };
    found_places!(conn, quiet(), limit)
}

/// Hosts who joined their place.
pub fn new_hosts(conn: &mut DbConnection, (from, to): Range, limit: i64) -> Result<(i64, Vec<Found>)> {
    let joined = || {
        memberships::table
            .inner_join(members::table)
            .inner_join(places::table)
            .filter(memberships::role.eq(MembershipRole::Host.code()))
            .filter(memberships::joined_at.ge(UtcInstant(from)))
            .filter(memberships::joined_at.lt(UtcInstant(to)))
    };
    let total = joined().count().get_result(conn)?;
    let some: Vec<(String, String, String)> = joined()
        .order((memberships::joined_at, members::id, places::id))
        .limit(limit)
        .select((members::name, places::name, places::slug))
        .load(conn)?;
    let found = |(words, more, slug)| Found { words, more, path: format!("/lieux/{slug}") };
    Ok((total, some.into_iter().map(found).collect()))
}

/// Dates that were called off between these instants and were to begin after the second: with their
/// event, or alone.
pub fn cancelled(conn: &mut DbConnection, (from, to): Range, limit: i64) -> Result<(i64, Vec<Found>)> {
    let off = || {
        let own = event_overrides::table
            .filter(event_overrides::event_id.eq(occurrences::event_id))
            .filter(event_overrides::occurrence_key.eq(occurrences::occurrence_key))
            .filter(event_overrides::changed_at.ge(UtcInstant(from)));
        occurrences::table
            .inner_join(events::table)
            .inner_join(places::table)
            .filter(occurrences::status.eq(EventStatus::Cancelled.code()))
            .filter(occurrences::starts_at.ge(UtcInstant(to)))
            .filter(events::changed_at.ge(UtcInstant(from)).or(exists(own)))
    };
    let total = off().count().get_result(conn)?;
    let some: Vec<(String, String, String)> = off()
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .select((events::title, places::name, events::slug))
        .load(conn)?;
    let found = |(words, more, slug)| Found { words, more, path: format!("/evenements/{slug}") };
    Ok((total, some.into_iter().map(found).collect()))
}

/// Members whose account is in use.
pub fn members(conn: &mut DbConnection) -> Result<i64> {
    let active = members::table.filter(members::state.eq(MemberState::Active.code()));
    Ok(active.count().get_result(conn)?)
}

/// Those of them who signed up between these instants.
pub fn new_members(conn: &mut DbConnection, (from, to): Range) -> Result<i64> {
    Ok(members::table
        .filter(members::state.eq(MemberState::Active.code()))
        .filter(members::created_at.ge(UtcInstant(from)))
        .filter(members::created_at.lt(UtcInstant(to)))
        .count()
        .get_result(conn)?)
}

/// Dates that begin between these instants, and are on.
pub fn coming(conn: &mut DbConnection, (from, to): Range) -> Result<i64> {
    let off = EventStatus::ALL.iter().filter(|status| !status.takes_place()).map(|status| status.code());
    Ok(occurrences::table
        .filter(occurrences::status.ne_all(off.collect::<Vec<_>>()))
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .count()
        .get_result(conn)?)
}
