//! Accounts elsewhere by which members sign in: which provider, under which name, whose.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::schema::identities;
use crate::db::{DbConnection, Instant, Result, UtcInstant};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = identities)]
pub struct IdentityRow {
    pub id: i64,
    pub member_id: i64,
    /// Address of the provider.
    pub issuer: String,
    pub linked_at: UtcInstant,
}

/// Whose this name at this provider is.
pub fn find(conn: &mut DbConnection, issuer: &str, subject: &str) -> Result<Option<IdentityRow>> {
    let named =
        identities::table.filter(identities::issuer.eq(issuer)).filter(identities::subject.eq(subject));
    Ok(named.select(IdentityRow::as_select()).first(conn).optional()?)
}

/// Those of a member, the oldest first.
pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Vec<IdentityRow>> {
    Ok(identities::table
        .filter(identities::member_id.eq(member))
        .order((identities::linked_at, identities::id))
        .select(IdentityRow::as_select())
        .load(conn)?)
}

/// Links a name at a provider to a member; false when it is somebody's already.
pub fn link(
    conn: &mut DbConnection,
    member: i64,
    (issuer, subject): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool> {
    let linked = diesel::sql_query(
        "INSERT INTO identities (member_id, issuer, subject, linked_at, used_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (issuer, subject) DO NOTHING",
    )
    .bind::<BigInt, _>(member)
    .bind::<Text, _>(issuer)
    .bind::<Text, _>(subject)
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(linked == 1)
}

/// Notes that somebody signed in by it.
pub fn note_use(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(identities::table.find(id)).set(identities::used_at.eq(UtcInstant(now))).execute(conn)?;
    Ok(())
}

/// Ends a link of a member; false when there was none.
pub fn unlink(conn: &mut DbConnection, member: i64, id: i64) -> Result<bool> {
    let theirs = identities::table.find(id).filter(identities::member_id.eq(member));
    Ok(diesel::delete(theirs).execute(conn)? == 1)
}
