//! The further places of events: those beside the one that organises them. Lists ask first which
//! events a place or a territory shares; mostly none, and then they ask as if there were no such thing.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::agenda::Narrowed;
use crate::db::schema::{event_places, events, places, schedules};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};

/// Most events that one list takes from elsewhere: those that end first.
const MOST: i64 = 1_000;

/// The further places of an event.
pub fn of_event(conn: &mut DbConnection, event_id: i64) -> Result<Vec<i64>> {
    Ok(event_places::table
        .filter(event_places::event_id.eq(event_id))
        .order(event_places::place_id)
        .select(event_places::place_id)
        .load(conn)?)
}

/// [`of_event`] for several events: those without further places are left out.
pub fn of_events(conn: &mut DbConnection, events: &[i64]) -> Result<HashMap<i64, Vec<i64>>> {
    let rows: Vec<(i64, i64)> = event_places::table
        .filter(event_places::event_id.eq_any(events))
        .order((event_places::event_id, event_places::place_id))
        .select((event_places::event_id, event_places::place_id))
        .load(conn)?;
    let mut places: HashMap<i64, Vec<i64>> = HashMap::new();
    for (event, place) in rows {
        places.entry(event).or_default().push(place);
    }
    Ok(places)
}

/// Writes the further places of an event over those before.
pub fn save(conn: &mut DbConnection, event_id: i64, places: &[i64]) -> Result<()> {
    diesel::delete(event_places::table.filter(event_places::event_id.eq(event_id))).execute(conn)?;
    let row = |place: &i64| (event_places::event_id.eq(event_id), event_places::place_id.eq(*place));
    let rows: Vec<_> = places.iter().map(row).collect();
    on_each_backend!(conn, |c| diesel::insert_into(event_places::table).values(&rows).execute(c)?);
    Ok(())
}

/// Events that other places organise, as a list narrowed to a place or a territory takes them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// With the place.
    pub of_place: Vec<i64>,
    /// With a place of the territory.
    pub of_territory: Vec<i64>,
}

/// What a list takes in of the events that have dates after `since`.
pub fn shared(conn: &mut DbConnection, asked: &Narrowed, since: DateTime<Utc>) -> Result<Shared> {
    let of_place = match asked.place_id {
        Some(place) => with_places(conn, &[place], since)?,
        None => Vec::new(),
    };
    let of_territory = match &asked.filter.territory {
        Some(territory) => with_territory(conn, territory, since)?,
        None => Vec::new(),
    };
    Ok(Shared { of_place, of_territory })
}

/// Events with dates after `since` that these places share and do not organise.
pub fn with_places(conn: &mut DbConnection, places: &[i64], since: DateTime<Utc>) -> Result<Vec<i64>> {
    Ok(event_places::table
        .inner_join(schedules::table.on(schedules::event_id.eq(event_places::event_id)))
        .filter(event_places::place_id.eq_any(places))
        .filter(schedules::last_ends_at.ge(UtcInstant(since)))
        .order((schedules::last_ends_at, event_places::event_id))
        .limit(MOST)
        .select(event_places::event_id)
        .load(conn)?)
}

diesel::alias!(places as organising: Organising);

/// Events with dates after `since` that a place of the territory shares and one elsewhere organises.
fn with_territory(conn: &mut DbConnection, territory: &str, since: DateTime<Utc>) -> Result<Vec<i64>> {
    Ok(event_places::table
        .inner_join(places::table)
        .inner_join(events::table)
        .inner_join(organising.on(organising.field(places::id).eq(events::place_id)))
        .inner_join(schedules::table.on(schedules::event_id.eq(event_places::event_id)))
        .filter(places::territory.eq(territory))
        .filter(organising.field(places::territory).ne(territory))
        .filter(schedules::last_ends_at.ge(UtcInstant(since)))
        .order((schedules::last_ends_at, event_places::event_id))
        .limit(MOST)
        .select(event_places::event_id)
        .load(conn)?)
}
