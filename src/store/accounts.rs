//! Accounts: what their owners and the coordination change of a member's row, and who decides on them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use super::members::MemberRow;
use super::subscribers;
use crate::db::schema::{members, places};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::email::EmailAddress;
use crate::domain::member::{MemberState, PersonName};
use crate::domain::text::fold;
use crate::i18n::Locale;

/// How many accounts there are.
pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(members::table.count().get_result(conn)?)
}

/// Marks the account as changed now. On PostgreSQL whoever else changes it waits from here on.
pub fn touch(conn: &mut DbConnection, member: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(members::table.find(member)).set(members::changed_at.eq(UtcInstant(now))).execute(conn)?;
    Ok(())
}

/// Gives an account another password (PHC text).
pub fn set_password(conn: &mut DbConnection, member: i64, hash: &str, now: DateTime<Utc>) -> Result<()> {
    diesel::update(members::table.find(member))
        .set((members::password_hash.eq(hash), members::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

pub fn set_name(
    conn: &mut DbConnection,
    member: i64,
    name: &PersonName,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(members::table.find(member))
        .set((
            members::name.eq(name.as_str()),
            members::sort_key.eq(fold(name.as_str())),
            members::locale.eq(locale.tag()),
            members::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn set_email(
    conn: &mut DbConnection,
    member: i64,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(members::table.find(member))
        .set((members::email.eq(email.as_str()), members::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    subscribers::move_to(conn, member, email)
}

/// Moves an account from one state to another; `false` when it was not in the first.
pub fn move_state(
    conn: &mut DbConnection,
    member: i64,
    from: MemberState,
    to: MemberState,
    now: DateTime<Utc>,
) -> Result<bool> {
    let there = members::table.find(member).filter(members::state.eq(from.code()));
    let moved = diesel::update(there)
        .set((members::state.eq(to.code()), members::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(moved == 1)
}

/// Makes a member part of the coordination.
pub fn name_coordinator(conn: &mut DbConnection, member: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(members::table.find(member))
        .set((members::coordinates.eq(true), members::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

/// The network's coordination, by name.
pub fn coordinators(conn: &mut DbConnection) -> Result<Vec<MemberRow>> {
    Ok(members::table
        .filter(members::coordinates.eq(true))
        .filter(members::state.eq(MemberState::Active.code()))
        .order((members::sort_key, members::id))
        .select(MemberRow::as_select())
        .load(conn)?)
}

/// How many accounts wait to be welcomed are shown at once.
const WAITING_SHOWN: i64 = 100;

/// Accounts that wait to be welcomed, the oldest first.
pub fn waiting(conn: &mut DbConnection) -> Result<Vec<MemberRow>> {
    Ok(members::table
        .filter(members::state.eq(MemberState::Waiting.code()))
        .order((members::created_at, members::id))
        .limit(WAITING_SHOWN)
        .select(MemberRow::as_select())
        .load(conn)?)
}

/// A place as it is chosen from a list.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct PlaceChoice {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub commune: String,
}

/// Places that are not closed, by name; at most `limit`.
pub fn place_choices(conn: &mut DbConnection, today: NaiveDate, limit: i64) -> Result<Vec<PlaceChoice>> {
    Ok(places::table
        .filter(places::closed_on.is_null().or(places::closed_on.gt(today)))
        .order((places::sort_key, places::id))
        .limit(limit)
        .select((places::id, places::slug, places::name, places::commune))
        .load(conn)?)
}
