//! Addresses that mail servers refused for good: how often in a row, and which are stopped.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::schema::failing_addresses;
use crate::db::{DbConnection, Instant, Result, UtcInstant};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = failing_addresses)]
pub struct FailingAddress {
    pub email: String,
    pub failures: i32,
    /// What was said about the last refusal.
    pub said: String,
    pub failed_at: UtcInstant,
    /// The first letter since then that was taken, and not sent back yet.
    pub accepted_at: Option<UtcInstant>,
    pub stopped_at: Option<UtcInstant>,
}

pub fn find(conn: &mut DbConnection, email: &str) -> Result<Option<FailingAddress>> {
    let row = failing_addresses::table.find(email.to_lowercase());
    Ok(row.select(FailingAddress::as_select()).first(conn).optional()?)
}

/// Those of these that are stopped.
pub fn stopped_among(conn: &mut DbConnection, emails: &[&str]) -> Result<Vec<String>> {
    if emails.is_empty() {
        return Ok(Vec::new());
    }
    Ok(failing_addresses::table
        .filter(failing_addresses::stopped_at.is_not_null())
        .filter(failing_addresses::email.eq_any(emails))
        .select(failing_addresses::email)
        .load(conn)?)
}

/// The stopped ones, the last first.
pub fn stopped(conn: &mut DbConnection, most: i64) -> Result<Vec<FailingAddress>> {
    Ok(failing_addresses::table
        .filter(failing_addresses::stopped_at.is_not_null())
        .order((failing_addresses::stopped_at.desc(), failing_addresses::email))
        .select(FailingAddress::as_select())
        .limit(most)
        .load(conn)?)
}

pub fn count_stopped(conn: &mut DbConnection) -> Result<i64> {
    let stopped = failing_addresses::table.filter(failing_addresses::stopped_at.is_not_null());
    Ok(stopped.count().get_result(conn)?)
}

/// Writes how an address stands after a refusal.
pub fn save(conn: &mut DbConnection, row: &FailingAddress) -> Result<()> {
    diesel::sql_query(
        "INSERT INTO failing_addresses (email, failures, said, failed_at, accepted_at, stopped_at) \
         VALUES ($1, $2, $3, $4, NULL, $5) ON CONFLICT (email) DO UPDATE SET failures = excluded.failures, \
         said = excluded.said, failed_at = excluded.failed_at, accepted_at = NULL, stopped_at = excluded.stopped_at",
    )
    .bind::<Text, _>(row.email.to_lowercase())
    .bind::<diesel::sql_types::Integer, _>(row.failures)
    .bind::<Text, _>(&row.said)
    .bind::<Instant, _>(row.failed_at)
    .bind::<diesel::sql_types::Nullable<Instant>, _>(row.stopped_at)
    .execute(conn)?;
    Ok(())
}

/// Notes that letters to these addresses were taken.
pub fn accepted(conn: &mut DbConnection, emails: &[&str], now: DateTime<Utc>) -> Result<()> {
    diesel::update(failing_addresses::table.filter(failing_addresses::email.eq_any(emails)))
        .filter(failing_addresses::accepted_at.is_null())
        .set(failing_addresses::accepted_at.eq(Some(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

/// Lets letters go to a stopped address until the next refusal; `false` when it is not stopped.
pub fn give_another_chance(conn: &mut DbConnection, email: &str) -> Result<bool> {
    let stopped = failing_addresses::table
        .find(email.to_lowercase())
        .filter(failing_addresses::stopped_at.is_not_null());
    let chance = (failing_addresses::failures.eq(1), failing_addresses::stopped_at.eq(None::<UtcInstant>));
    Ok(diesel::update(stopped).set(chance).execute(conn)? == 1)
}

/// Forgets what was refused: `false` when nothing was.
pub fn clear(conn: &mut DbConnection, email: &str) -> Result<bool> {
    Ok(diesel::delete(failing_addresses::table.find(email.to_lowercase())).execute(conn)? == 1)
}

/// Forgets addresses whose last refusal is older than this and that are not stopped.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>) -> Result<usize> {
    let old = failing_addresses::table
        .filter(failing_addresses::stopped_at.is_null())
        .filter(failing_addresses::failed_at.lt(UtcInstant(before)));
    Ok(diesel::delete(old).execute(conn)?)
}
