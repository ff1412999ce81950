//! Dates that may stand in the way of a new one: of the same place, of the same persons, nearby.
//! Gives what lies in a range of time; `domain::clash` says what it means.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::events::{key, span};
use super::known;
use crate::db::schema::{event_hosts, event_overrides, events, occurrences, places, schedules};
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::domain::clash::Stretch;
use crate::domain::event::{EventKind, EventStatus};
use crate::domain::geo::{Bounds, distance_km};
use crate::domain::place::Point;
use crate::domain::recurrence::LONGEST_DAYS;
use crate::domain::schedule::{OccurrenceKey, Span};

/// What is read of one range at most; the nearest in time come first.
const MOST: i64 = 5_000;

/// A date that takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub event_id: i64,
    pub slug: String,
    pub key: OccurrenceKey,
    pub title: String,
    pub kind: EventKind,
    pub organiser: String,
    pub room: String,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
    pub place_name: String,
}

impl Standing {
    pub fn stretch(&self) -> Stretch {
        (self.starts_at, self.ends_at)
    }
}

#[derive(Queryable)]
struct Row {
    event_id: i64,
    slug: String,
    key: String,
    title: String,
    own_title: Option<String>,
    kind: String,
    organiser: String,
    room: String,
    own_room: Option<String>,
    span_start: String,
    span_end: String,
    starts_at: UtcInstant,
    ends_at: UtcInstant,
    zone: String,
    place_name: String,
}

impl Row {
    fn parse(self) -> Result<Standing> {
        Ok(Standing {
            event_id: self.event_id,
            slug: self.slug,
            key: key(&self.key)?,
            title: self.own_title.unwrap_or(self.title),
            kind: known("event kind", &self.kind, EventKind::from_code)?,
            organiser: self.organiser,
            room: self.own_room.unwrap_or(self.room),
            span: span(&self.span_start, &self.span_end)?,
            starts_at: self.starts_at.0,
            ends_at: self.ends_at.0,
            zone: self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))?,
            place_name: self.place_name,
        })
    }
}

/// The dates that take place and touch `[from, to)`, beside those of the event `except`.
macro_rules! standing {
    ($within:expr, $except:expr) => {{
        let (from, to): Stretch = $within;
        let away = [EventStatus::Cancelled.code(), EventStatus::Postponed.code()];
        // What lasts a day or more is marked: all else that touches the range starts a day before at most.
        let near = occurrences::starts_at.ge(UtcInstant(from - TimeDelta::days(1)));
        occurrences::table
            .inner_join(events::table.inner_join(schedules::table))
            .inner_join(places::table)
            .left_join(
                event_overrides::table.on(event_overrides::event_id
                    .eq(occurrences::event_id)
                    .and(event_overrides::occurrence_key.eq(occurrences::occurrence_key))),
            )
            .select((
                occurrences::event_id,
                events::slug,
                occurrences::occurrence_key,
                events::title,
                event_overrides::title.nullable(),
                occurrences::kind,
                events::organiser,
                events::room,
                event_overrides::room.nullable(),
                occurrences::span_start,
                occurrences::span_end,
                occurrences::starts_at,
                occurrences::ends_at,
                schedules::zone,
                places::name,
            ))
            .filter(occurrences::starts_at.lt(UtcInstant(to)))
            .filter(occurrences::starts_at.ge(UtcInstant(from - TimeDelta::days(LONGEST_DAYS))))
            .filter(near.or(occurrences::multi_day.eq(true)))
            .filter(occurrences::ends_at.gt(UtcInstant(from)))
            .filter(occurrences::status.ne_all(away))
            .filter(occurrences::event_id.ne($except.unwrap_or(0)))
            .order((occurrences::starts_at, occurrences::id))
            .limit(MOST)
    }};
}

/// What takes place at a place.
pub fn at_place(
    conn: &mut DbConnection,
    place_id: i64,
    within: Stretch,
    except: Option<i64>,
) -> Result<Vec<Standing>> {
    let rows: Vec<Row> = standing!(within, except).filter(occurrences::place_id.eq(place_id)).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// What takes place at one of these places.
pub fn at_places(conn: &mut DbConnection, places: &[i64], within: Stretch) -> Result<Vec<Standing>> {
    let rows: Vec<Row> =
        standing!(within, None).filter(occurrences::place_id.eq_any(places.to_vec())).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// What one of these members holds, wherever it is.
pub fn of_hosts(
    conn: &mut DbConnection,
    members: &[i64],
    within: Stretch,
    except: Option<i64>,
) -> Result<Vec<Standing>> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let held = event_hosts::table
        .filter(event_hosts::member_id.eq_any(members.to_vec()))
        .select(event_hosts::event_id);
    let rows: Vec<Row> = standing!(within, except).filter(occurrences::event_id.eq_any(held)).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// The other places within `km` of a point.
pub fn places_around(conn: &mut DbConnection, centre: Point, km: f64, except: i64) -> Result<Vec<i64>> {
    let bounds = Bounds::around(centre, km);
    let rows: Vec<(i64, Option<f64>, Option<f64>)> = places::table
        .filter(places::lat.between(bounds.south, bounds.north))
        .filter(places::lon.between(bounds.west, bounds.east))
        .filter(places::id.ne(except))
        .order(places::id)
        .select((places::id, places::lat, places::lon))
        .load(conn)?;
    let near = |lat: Option<f64>, lon: Option<f64>| {
        lat.zip(lon).is_some_and(|(lat, lon)| distance_km(centre, Point { lat, lon }) <= km)
    };
    Ok(rows.into_iter().filter(|(_, lat, lon)| near(*lat, *lon)).map(|(id, ..)| id).collect())
}

/// The names of rooms that events of a place were given, the last ones used first.
pub fn rooms(conn: &mut DbConnection, place_id: i64, limit: i64) -> Result<Vec<String>> {
    Ok(events::table
        .filter(events::place_id.eq(place_id))
        .filter(events::room.ne(""))
        .group_by(events::room)
        .order(diesel::dsl::max(events::id).desc())
        .limit(limit)
        .select(events::room)
        .load(conn)?)
}

/// Lets one writer at a time give rooms of a place away, until the end of its transaction: two who ask
/// at once would both find the room free.
pub fn take_turn(conn: &mut DbConnection, place_id: i64) -> Result<()> {
    diesel::update(places::table.find(place_id)).set(places::slug.eq(places::slug)).execute(conn)?;
    Ok(())
}
