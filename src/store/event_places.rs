//! The further places of events: those beside the one that organises them.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::event_places;
use crate::db::{DbConnection, Result};

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
