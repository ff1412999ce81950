//! What calendars of those who registered hold of us.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use crate::db::schema::invitations;
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::ical::Invitation;

/// What was sent to one calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// SEQUENCE of the last one.
    pub sequence: u32,
    /// What the calendar holds; `None`: nothing, for it was cancelled.
    pub held: Option<Invitation>,
    /// DTSTAMP of the last answer that was taken.
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
struct Row {
    sequence: i32,
    held: String,
    answered_at: Option<UtcInstant>,
}

/// What was sent for a registration; `None`: nothing so far.
pub fn of(conn: &mut DbConnection, registration: i64) -> Result<Option<Sent>> {
    let row = invitations::table.find(registration).select(Row::as_select()).first(conn).optional()?;
    row.map(|row| {
        let held = (!row.held.is_empty()).then(|| serde_json::from_str(&row.held));
        Ok(Sent {
            sequence: u32::try_from(row.sequence).unwrap_or(0),
            held: held.transpose().map_err(|e| Error::corrupt("invitation", e.to_string()))?,
            answered_at: row.answered_at.map(|at| at.0),
        })
    })
    .transpose()
}

/// Notes that an invitation was sent: its number, and what the calendar holds since.
pub fn save(
    conn: &mut DbConnection,
    registration: i64,
    sequence: u32,
    held: Option<&Invitation>,
) -> Result<()> {
    let held = held.map(serde_json::to_string).transpose();
    let held = held.map_err(|e| Error::corrupt("invitation", e.to_string()))?.unwrap_or_default();
    diesel::sql_query(
        "INSERT INTO invitations (registration_id, sequence, held) VALUES ($1, $2, $3) \
         ON CONFLICT (registration_id) DO UPDATE SET sequence = excluded.sequence, held = excluded.held",
    )
    .bind::<BigInt, _>(registration)
    .bind::<Integer, _>(i32::try_from(sequence).unwrap_or(i32::MAX))
    .bind::<Text, _>(held)
    .execute(conn)?;
    Ok(())
}

/// Notes an answer by its DTSTAMP.
pub fn answered(conn: &mut DbConnection, registration: i64, at: DateTime<Utc>) -> Result<()> {
    diesel::update(invitations::table.find(registration))
        .set(invitations::answered_at.eq(UtcInstant(at)))
        .execute(conn)?;
    Ok(())
}
