//! What the network signs its links with: one secret for each purpose, drawn when it is first needed.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::db::schema::signing_keys;
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant};
use crate::secret::Secret;

/// What links to a subscription are signed with.
pub const SUBSCRIPTIONS: &str = "subscriptions";

/// The key, drawn now if there was none. Needs a transaction that may write.
pub fn ensure(conn: &mut DbConnection, purpose: &str, now: DateTime<Utc>) -> Result<Secret> {
    diesel::sql_query(
        "INSERT INTO signing_keys (purpose, secret, created_at) VALUES ($1, $2, $3) ON CONFLICT (purpose) DO NOTHING",
    )
    .bind::<Text, _>(purpose)
    .bind::<Text, _>(Secret::new().reveal())
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    find(conn, purpose)?.ok_or(Error::NotFound)
}

/// The key; `None`: nothing was ever signed.
pub fn find(conn: &mut DbConnection, purpose: &str) -> Result<Option<Secret>> {
    let secret: Option<String> =
        signing_keys::table.find(purpose).select(signing_keys::secret).first(conn).optional()?;
    Ok(secret.as_deref().and_then(Secret::parse))
}
