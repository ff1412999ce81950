//! Second factors: what a member's app works its codes out from, and the codes on paper.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::schema::{recovery_codes, second_factors};
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::totp::TotpSecret;

#[derive(Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = second_factors)]
pub struct SecondFactorRow {
    pub member_id: i64,
    secret: String,
    /// Of the last code that was taken; 0: none was.
    pub last_step: i64,
    /// `None`: being set up.
    pub confirmed_at: Option<UtcInstant>,
}

impl SecondFactorRow {
    pub fn secret(&self) -> Result<TotpSecret> {
        TotpSecret::parse(&self.secret).ok_or_else(|| Error::corrupt("second factor", "…"))
    }
}

/// The second factor of a member, being set up or on.
pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Option<SecondFactorRow>> {
    let row = second_factors::table.find(member).select(SecondFactorRow::as_select());
    Ok(row.first(conn).optional()?)
}

/// Whether a member is asked for a second factor at sign-in.
pub fn is_on(conn: &mut DbConnection, member: i64) -> Result<bool> {
    Ok(of_member(conn, member)?.is_some_and(|row| row.confirmed_at.is_some()))
}

/// Keeps a secret that is being set up.
pub fn propose(conn: &mut DbConnection, member: i64, secret: &TotpSecret) -> Result<()> {
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::member_id.eq(member),
            second_factors::secret.eq(secret.base32()),
            second_factors::last_step.eq(0_i64),
        ))
        .execute(conn)?;
    Ok(())
}

/// Turns on what is being set up; false when nothing is.
pub fn confirm(conn: &mut DbConnection, member: i64, step: i64, now: DateTime<Utc>) -> Result<bool> {
    let proposed = second_factors::table.find(member).filter(second_factors::confirmed_at.is_null());
    let confirmed =
        (second_factors::confirmed_at.eq(Some(UtcInstant(now))), second_factors::last_step.eq(step));
    Ok(diesel::update(proposed).set(confirmed).execute(conn)? == 1)
}

/// Takes the code of a step; false when it, or one after it, was taken before.
pub fn take_step(conn: &mut DbConnection, member: i64, step: i64) -> Result<bool> {
    let unused = second_factors::table
        .find(member)
        .filter(second_factors::confirmed_at.is_not_null())
        .filter(second_factors::last_step.lt(step));
    Ok(diesel::update(unused).set(second_factors::last_step.eq(step)).execute(conn)? == 1)
}

/// Forgets the second factor of a member, and its codes on paper.
pub fn remove(conn: &mut DbConnection, member: i64) -> Result<()> {
    diesel::delete(second_factors::table.find(member)).execute(conn)?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::member_id.eq(member))).execute(conn)?;
    Ok(())
}

/// Gives a member other codes on paper; those of before are worth nothing.
pub fn replace_codes(conn: &mut DbConnection, member: i64, hashes: &[String]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::member_id.eq(member))).execute(conn)?;
    for hash in hashes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::member_id.eq(member), recovery_codes::code_hash.eq(hash)))
            .execute(conn)?;
    }
    Ok(())
}

/// Uses a code on paper up; false when it never was one of the member's, or was used.
pub fn use_code(conn: &mut DbConnection, member: i64, hash: &str, now: DateTime<Utc>) -> Result<bool> {
    let unused = recovery_codes::table
        .filter(recovery_codes::member_id.eq(member))
        .filter(recovery_codes::code_hash.eq(hash))
        .filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(Some(UtcInstant(now)))).execute(conn)? == 1)
}

/// Whether a code on paper was used since an instant.
pub fn code_was_used(conn: &mut DbConnection, member: i64, hash: &str, since: DateTime<Utc>) -> Result<bool> {
    let used = recovery_codes::table
        .filter(recovery_codes::member_id.eq(member))
        .filter(recovery_codes::code_hash.eq(hash))
        .filter(recovery_codes::used_at.ge(UtcInstant(since)));
    Ok(used.count().get_result::<i64>(conn)? > 0)
}

/// How many codes on paper a member has left.
pub fn codes_left(conn: &mut DbConnection, member: i64) -> Result<i64> {
    let left = recovery_codes::table
        .filter(recovery_codes::member_id.eq(member))
        .filter(recovery_codes::used_at.is_null());
    Ok(left.count().get_result(conn)?)
}
