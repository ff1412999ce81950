//! How often something was tried: counters within a window, shared by all processes.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

use crate::db::schema::attempts;
use crate::db::{DbConnection, Instant, Result, UtcInstant};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = Integer)]
    count: i32,
}

/// Counts one more try of `subject` and gives the count within the window that is open, or that
/// opens now for `window`.
pub fn count(conn: &mut DbConnection, subject: &str, window: TimeDelta, now: DateTime<Utc>) -> Result<i32> {
    let Count { count } = diesel::sql_query(
        "INSERT INTO attempts (subject, count, expires_at) VALUES ($1, 1, $2) \
         ON CONFLICT (subject) DO UPDATE SET \
         count = CASE WHEN attempts.expires_at <= $3 THEN 1 ELSE attempts.count + 1 END, \
         expires_at = CASE WHEN attempts.expires_at <= $3 THEN excluded.expires_at ELSE attempts.expires_at END \
         RETURNING count",
    )
    .bind::<Text, _>(subject)
    .bind::<Instant, _>(UtcInstant(now + window))
    .bind::<Instant, _>(UtcInstant(now))
    .get_result(conn)?;
    Ok(count)
}

/// The count of the window that is open; 0 when none is.
pub fn so_far(conn: &mut DbConnection, subject: &str, now: DateTime<Utc>) -> Result<i32> {
    let open = attempts::table.find(subject).filter(attempts::expires_at.gt(UtcInstant(now)));
    Ok(open.select(attempts::count).first(conn).optional()?.unwrap_or(0))
}

/// Until when the window of a subject is open; `None` when none is.
pub fn open_until(
    conn: &mut DbConnection,
    subject: &str,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let open = attempts::table.find(subject).filter(attempts::expires_at.gt(UtcInstant(now)));
    let until: Option<UtcInstant> = open.select(attempts::expires_at).first(conn).optional()?;
    Ok(until.map(|until| until.0))
}

/// Forgets a subject: it proved to be who it says.
pub fn forget(conn: &mut DbConnection, subject: &str) -> Result<()> {
    diesel::delete(attempts::table.find(subject)).execute(conn)?;
    Ok(())
}
