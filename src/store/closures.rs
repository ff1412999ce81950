//! Closures: the days on which places announced to be closed.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::db::schema::closures;
use crate::db::{DbConnection, Result, on_each_backend};
use crate::domain::closure::Closure;

/// All of a place, past ones too, in the order of their days.
pub fn of_place(conn: &mut DbConnection, place: i64) -> Result<Vec<Closure>> {
    let rows: Vec<(NaiveDate, NaiveDate, String)> = closures::table
        .filter(closures::place_id.eq(place))
        .order((closures::first_day, closures::last_day, closures::id))
        .select((closures::first_day, closures::last_day, closures::reason))
        .load(conn)?;
    Ok(rows.into_iter().map(|(first, last, reason)| Closure { first, last, reason }).collect())
}

/// Closed days by place.
pub type ClosedDays = HashMap<i64, Vec<RangeInclusive<NaiveDate>>>;

/// The closures that touch some days, of these places.
pub fn touching(
    conn: &mut DbConnection,
    places: &[i64],
    days: &RangeInclusive<NaiveDate>,
) -> Result<ClosedDays> {
    let mut query = closures::table
        .filter(closures::last_day.ge(*days.start()))
        .filter(closures::first_day.le(*days.end()))
        .select((closures::place_id, closures::first_day, closures::last_day))
        .into_boxed();
    // Few places are named; of a whole country those that close are fewer than those that there are.
    if places.len() <= super::NAMED {
        query = query.filter(closures::place_id.eq_any(places.to_vec()));
    }
    let rows: Vec<(i64, NaiveDate, NaiveDate)> =
        query.order((closures::place_id, closures::first_day)).load(conn)?;
    let mut found = ClosedDays::new();
    for (place, first, last) in rows {
        found.entry(place).or_default().push(first..=last);
    }
    Ok(found)
}

/// Writes the closures of a place over those that were there.
pub fn replace(conn: &mut DbConnection, place: i64, said: &[Closure]) -> Result<()> {
    diesel::delete(closures::table.filter(closures::place_id.eq(place))).execute(conn)?;
    let row = |closure: &Closure| {
        (
            closures::place_id.eq(place),
            closures::first_day.eq(closure.first),
            closures::last_day.eq(closure.last),
            closures::reason.eq(closure.reason.clone()),
        )
    };
    let rows: Vec<_> = said.iter().map(row).collect();
    on_each_backend!(conn, |c| diesel::insert_into(closures::table).values(&rows).execute(c)?);
    Ok(())
}
