//! Seats: the counts of each date, and the turn in which actions give them, one at a time.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Text};

use crate::db::schema::seats;
use crate::db::{DbConnection, Result};
use crate::domain::registration::SeatList;

/// How a date (or a whole series) stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = seats)]
pub struct SeatsRow {
    pub taken: i32,
    /// People on the waiting list.
    pub waiting: i32,
    /// No seat is left.
    pub is_full: bool,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    last_number: i64,
}

/// Waits until no other action is at the seats of this event, keeps others away until the end of
/// the transaction, and gives the next number of its waiting lists. Read what they left **after**
/// this: on PostgreSQL each statement sees what was committed before it began.
pub fn take_turn(conn: &mut DbConnection, event: i64) -> Result<i64> {
    let Number { last_number } = diesel::sql_query(
        "INSERT INTO registration_turns (event_id, last_number) VALUES ($1, 1) ON CONFLICT (event_id) \
         DO UPDATE SET last_number = registration_turns.last_number + 1 RETURNING last_number",
    )
    .bind::<BigInt, _>(event)
    .get_result(conn)?;
    Ok(last_number)
}

/// Writes the counts of a date.
pub fn save(conn: &mut DbConnection, event: i64, key: &str, list: &SeatList) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO seats (event_id, occurrence_key, taken, waiting, is_full) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (event_id, occurrence_key) \
         DO UPDATE SET taken = excluded.taken, waiting = excluded.waiting, is_full = excluded.is_full",
    )
    .bind::<BigInt, _>(event)
    .bind::<Text, _>(key)
    .bind::<Integer, _>(list.taken())
    .bind::<Integer, _>(list.waiting())
    .bind::<Bool, _>(list.is_full())
    .execute(conn)?;
    Ok(())
}

/// The counts of one date (empty key: of the series); nothing taken where nobody ever registered.
pub fn of(conn: &mut DbConnection, event: i64, key: &str) -> Result<SeatsRow> {
    let row = seats::table.find((event, key)).select(SeatsRow::as_select()).first(conn);
    Ok(row.optional()?.unwrap_or_default())
}

/// Dates of an event of which no seat is left; an empty key means all of them.
pub fn full_keys(conn: &mut DbConnection, event: i64) -> Result<Vec<String>> {
    Ok(seats::table
        .filter(seats::event_id.eq(event))
        .filter(seats::is_full.eq(true))
        .order(seats::occurrence_key)
        .select(seats::occurrence_key)
        .load(conn)?)
}

/// Forgets the counts of a date.
pub fn forget(conn: &mut DbConnection, event: i64, key: &str) -> Result<()> {
    diesel::delete(seats::table.find((event, key))).execute(conn)?;
    Ok(())
}
