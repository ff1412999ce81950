//! Doors: what hosts said at them, over the stated hours.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::known;
use crate::db::schema::doors;
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::door::DoorSign;

/// The sign on one door.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = doors)]
#[diesel(treat_none_as_null = true)]
pub struct DoorRow {
    pub place_id: i64,
    pub sign: String,
    pub said_at: UtcInstant,
    pub holds_until: UtcInstant,
    /// Identity of who said it; the account may be gone.
    pub member_uid: Option<String>,
}

impl DoorRow {
    pub fn sign(&self) -> Result<DoorSign> {
        known("door sign", &self.sign, DoorSign::from_code)
    }
}

/// The sign that hangs at one place at this instant.
pub fn of_place(conn: &mut DbConnection, place: i64, now: DateTime<Utc>) -> Result<Option<DoorRow>> {
    let row = doors::table.find(place).filter(doors::holds_until.gt(UtcInstant(now)));
    Ok(row.select(DoorRow::as_select()).first(conn).optional()?)
}

/// The signs that hang at these places at this instant.
pub fn holding(conn: &mut DbConnection, places: &[i64], now: DateTime<Utc>) -> Result<HashMap<i64, DoorRow>> {
    let mut query =
        doors::table.filter(doors::holds_until.gt(UtcInstant(now))).select(DoorRow::as_select()).into_boxed();
    // Few places are named; a sign hangs for a day at most, so that there are few of them anywhere.
    if places.len() <= super::NAMED {
        query = query.filter(doors::place_id.eq_any(places.to_vec()));
    }
    let rows: Vec<DoorRow> = query.load(conn)?;
    Ok(rows.into_iter().map(|row| (row.place_id, row)).collect())
}

/// Hangs a sign over the one that was there.
pub fn hang(conn: &mut DbConnection, row: &DoorRow) -> Result<()> {
    take_down(conn, row.place_id)?;
    diesel::insert_into(doors::table).values(row).execute(conn)?;
    Ok(())
}

pub fn take_down(conn: &mut DbConnection, place: i64) -> Result<()> {
    diesel::delete(doors::table.find(place)).execute(conn)?;
    Ok(())
}
