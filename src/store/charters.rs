//! Charters of places, in all their versions, and who agreed to which.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use crate::db::schema::{charter_acceptances, charters};
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::joining::CharterText;

/// One version of a place's charter.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = charters)]
pub struct CharterRow {
    pub place_id: i64,
    /// Counted from 1.
    pub version: i32,
    /// Markdown; empty: from this version on there is no charter.
    pub text: String,
    /// uid of a member, whose account may be gone.
    pub written_by: String,
    pub written_at: UtcInstant,
}

/// The last version, in force or withdrawn.
pub fn last(conn: &mut DbConnection, place: i64) -> Result<Option<CharterRow>> {
    Ok(charters::table
        .filter(charters::place_id.eq(place))
        .order(charters::version.desc())
        .select(CharterRow::as_select())
        .first(conn)
        .optional()?)
}

/// The charter that holds today.
pub fn in_force(conn: &mut DbConnection, place: i64) -> Result<Option<CharterRow>> {
    Ok(last(conn, place)?.filter(|charter| !charter.text.is_empty()))
}

/// Adds a version; `false` when somebody wrote that version before.
pub fn add(
    conn: &mut DbConnection,
    place: i64,
    version: i32,
    text: &CharterText,
    by: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let written = diesel::sql_query(
        "INSERT INTO charters (place_id, version, text, written_by, written_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (place_id, version) DO NOTHING",
    )
    .bind::<BigInt, _>(place)
    .bind::<Integer, _>(version)
    .bind::<Text, _>(text.as_str())
    .bind::<Text, _>(by)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(written == 1)
}

/// Remembers that a member agreed to a version; the first time counts.
pub fn accept(
    conn: &mut DbConnection,
    member: i64,
    place: i64,
    version: i32,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO charter_acceptances (member_id, place_id, version, accepted_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (member_id, place_id, version) DO NOTHING",
    )
    .bind::<BigInt, _>(member)
    .bind::<BigInt, _>(place)
    .bind::<Integer, _>(version)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(())
}

/// The last version that a member agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = charter_acceptances)]
pub struct Acceptance {
    pub member_id: i64,
    pub version: i32,
    pub accepted_at: UtcInstant,
}

pub fn accepted(conn: &mut DbConnection, member: i64, place: i64) -> Result<Option<Acceptance>> {
    Ok(acceptances(conn, place, &[member])?.pop())
}

/// Of each of these members, the last version that they agreed to at a place.
pub fn acceptances(conn: &mut DbConnection, place: i64, members: &[i64]) -> Result<Vec<Acceptance>> {
    let mut rows: Vec<Acceptance> = charter_acceptances::table
        .filter(charter_acceptances::place_id.eq(place))
        .filter(charter_acceptances::member_id.eq_any(members))
        .order((charter_acceptances::member_id, charter_acceptances::version.desc()))
        .select(Acceptance::as_select())
        .load(conn)?;
    rows.dedup_by_key(|row| row.member_id);
    Ok(rows)
}

/// Forgets what a member agreed to at a place that they leave.
pub fn forget(conn: &mut DbConnection, member: i64, place: i64) -> Result<()> {
    let theirs = charter_acceptances::table
        .filter(charter_acceptances::member_id.eq(member))
        .filter(charter_acceptances::place_id.eq(place));
    diesel::delete(theirs).execute(conn)?;
    Ok(())
}
