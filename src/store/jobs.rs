//! Periodic jobs: which day each has been done for, and who is at it now.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::db::schema::job_runs;
use crate::db::{DbConnection, Result, UtcInstant};

/// Takes the job for `day` until `leased_until`, by compare-and-set: `false` when it is done for
/// that day or another process is at it.
pub fn claim(
    conn: &mut DbConnection,
    name: &str,
    day: NaiveDate,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
) -> Result<bool> {
    diesel::sql_query(
        "INSERT INTO job_runs (name, done_for, leased_until) VALUES ($1, NULL, $2) ON CONFLICT (name) DO NOTHING",
    )
    .bind::<diesel::sql_types::Text, _>(name)
    .bind::<crate::db::Instant, _>(UtcInstant(DateTime::UNIX_EPOCH))
    .execute(conn)?;
    let taken = diesel::update(job_runs::table.find(name))
        .filter(job_runs::leased_until.le(UtcInstant(now)))
        .filter(job_runs::done_for.is_null().or(job_runs::done_for.lt(day)))
        .set(job_runs::leased_until.eq(UtcInstant(leased_until)))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Says that the job is done for `day`, and lets go of it.
pub fn finish(conn: &mut DbConnection, name: &str, day: NaiveDate) -> Result<()> {
    diesel::update(job_runs::table.find(name))
        .set((job_runs::done_for.eq(Some(day)), job_runs::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH))))
        .execute(conn)?;
    Ok(())
}

/// Lets go of the job undone.
pub fn release(conn: &mut DbConnection, name: &str) -> Result<()> {
    diesel::update(job_runs::table.find(name))
        .set(job_runs::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)))
        .execute(conn)?;
    Ok(())
}
