//! Tokens: links sent by mail, each good once and for a short time.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use crate::db::schema::tokens;
use crate::db::{DbConnection, Result, UtcInstant};
use crate::secret::Secret;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = tokens)]
pub struct TokenRow {
    pub id: i64,
    pub purpose: String,
    pub member_id: Option<i64>,
    pub email: String,
    pub payload: String,
    pub created_at: UtcInstant,
    pub expires_at: UtcInstant,
}

/// What a new token is for.
pub struct NewToken<'a> {
    pub purpose: &'a str,
    pub member: Option<i64>,
    /// Lower case; empty where nobody is meant.
    pub email: &'a str,
    /// JSON, or empty.
    pub payload: &'a str,
    pub lasts: TimeDelta,
}

/// Draws a secret, stores its hash, gives the secret for the link.
pub fn issue(conn: &mut DbConnection, new: &NewToken<'_>, now: DateTime<Utc>) -> Result<Secret> {
    let secret = Secret::new();
    diesel::insert_into(tokens::table)
        .values((
            tokens::token_hash.eq(secret.hash()),
            tokens::purpose.eq(new.purpose),
            tokens::member_id.eq(new.member),
            tokens::email.eq(new.email),
            tokens::payload.eq(new.payload),
            tokens::created_at.eq(UtcInstant(now)),
            tokens::expires_at.eq(UtcInstant(now + new.lasts)),
        ))
        .execute(conn)?;
    Ok(secret)
}

/// The token of a secret, if it was issued for this, was not used and has not expired.
pub fn find(
    conn: &mut DbConnection,
    secret: &Secret,
    purpose: &str,
    now: DateTime<Utc>,
) -> Result<Option<TokenRow>> {
    Ok(tokens::table
        .filter(tokens::token_hash.eq(secret.hash()))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null())
        .filter(tokens::expires_at.gt(UtcInstant(now)))
        .select(TokenRow::as_select())
        .first(conn)
        .optional()?)
}

/// The token of a secret that was used, and not revoked, since an instant.
pub fn used_since(
    conn: &mut DbConnection,
    secret: &Secret,
    purpose: &str,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<TokenRow>> {
    Ok(tokens::table
        .filter(tokens::token_hash.eq(secret.hash()))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.ge(UtcInstant(since)))
        .filter(tokens::expires_at.gt(UtcInstant(now)))
        .select(TokenRow::as_select())
        .first(conn)
        .optional()?)
}

/// Uses a token up; `false` when somebody was faster.
pub fn use_up(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let unused = tokens::table.find(id).filter(tokens::used_at.is_null());
    Ok(diesel::update(unused).set(tokens::used_at.eq(UtcInstant(now))).execute(conn)? == 1)
}

/// Makes every unused token of a member for a purpose worthless.
pub fn revoke(conn: &mut DbConnection, member: i64, purpose: &str, now: DateTime<Utc>) -> Result<()> {
    let unused = tokens::table
        .filter(tokens::member_id.eq(member))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::used_at.is_null());
    let worthless = (tokens::used_at.eq(UtcInstant(now)), tokens::expires_at.eq(UtcInstant(now)));
    diesel::update(unused).set(worthless).execute(conn)?;
    Ok(())
}

/// Makes every unused token for a purpose worthless, whomever it is for.
pub fn revoke_all(conn: &mut DbConnection, purpose: &str, now: DateTime<Utc>) -> Result<()> {
    let unused = tokens::table.filter(tokens::purpose.eq(purpose)).filter(tokens::used_at.is_null());
    let worthless = (tokens::used_at.eq(UtcInstant(now)), tokens::expires_at.eq(UtcInstant(now)));
    diesel::update(unused).set(worthless).execute(conn)?;
    Ok(())
}

/// Whether another token of the same member, purpose and payload was used.
pub fn twin_is_used(conn: &mut DbConnection, token: &TokenRow) -> Result<bool> {
    let twin = tokens::table
        .filter(tokens::member_id.eq(token.member_id))
        .filter(tokens::purpose.eq(&token.purpose))
        .filter(tokens::payload.eq(&token.payload))
        .filter(tokens::id.ne(token.id))
        .filter(tokens::used_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(twin)).get_result(conn)?)
}
