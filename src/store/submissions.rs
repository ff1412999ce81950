//! Forms that were taken, by the nonce that each copy of a form holds.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::schema::submissions;
use crate::db::{DbConnection, Instant, Result, UtcInstant};

/// Takes a form for the first time; else gives where its first copy led. A copy that comes while
/// the first is at work waits for it here.
pub fn take(conn: &mut DbConnection, nonce: &str, now: DateTime<Utc>) -> Result<Option<String>> {
    let first = diesel::sql_query(
        "INSERT INTO submissions (nonce, location, created_at) VALUES ($1, '', $2) ON CONFLICT (nonce) DO NOTHING",
    )
    .bind::<Text, _>(nonce)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    match first {
        1 => Ok(None),
        _ => Ok(Some(submissions::table.find(nonce).select(submissions::location).first(conn)?)),
    }
}

/// Remembers where the form led.
pub fn led_to(conn: &mut DbConnection, nonce: &str, location: &str) -> Result<()> {
    diesel::update(submissions::table.find(nonce)).set(submissions::location.eq(location)).execute(conn)?;
    Ok(())
}

/// Forgets the forms taken before an instant.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>) -> Result<usize> {
    let old = submissions::table.filter(submissions::created_at.lt(UtcInstant(before)));
    Ok(diesel::delete(old).execute(conn)?)
}

/// Lets the form be taken again.
pub fn release(conn: &mut DbConnection, nonce: &str) -> Result<()> {
    diesel::delete(submissions::table.find(nonce)).execute(conn)?;
    Ok(())
}
