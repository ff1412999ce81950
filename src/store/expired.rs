//! What is kept for a while only: sessions, links, counters and marks of forms whose time is over.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::{DbConnection, Instant, Result, UtcInstant};

/// One statement a table, each by the index on its instant.
const FORGET: [&str; 4] = [
    "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at < $1 LIMIT $2)",
    "DELETE FROM tokens WHERE id IN (SELECT id FROM tokens WHERE expires_at < $1 LIMIT $2)",
    "DELETE FROM attempts WHERE subject IN (SELECT subject FROM attempts WHERE expires_at < $1 LIMIT $2)",
    "DELETE FROM submissions WHERE nonce IN (SELECT nonce FROM submissions WHERE created_at < $1 LIMIT $2)",
];

/// Forgets what was over before an instant, at most `part` rows of each kind; gives how many.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    let mut forgotten = 0;
    for statement in FORGET {
        forgotten += diesel::sql_query(statement)
            .bind::<Instant, _>(UtcInstant(before))
            .bind::<BigInt, _>(part)
            .execute(conn)?;
    }
    Ok(forgotten)
}
