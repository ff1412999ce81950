//! Accounts that the coordination put aside: since when, by whom, and with which word.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::known;
use super::members::MemberRow;
use crate::db::schema::{members, suspensions};
use crate::db::{DbConnection, Result, UtcInstant};
use crate::domain::member::MemberState;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = suspensions)]
pub struct SuspensionRow {
    pub member_id: i64,
    /// Told to the person. May be empty.
    pub word: String,
    state_before: String,
    /// uid of a member, whose account may be gone.
    pub suspended_by: String,
    pub suspended_at: UtcInstant,
}

impl SuspensionRow {
    /// What the account goes back to.
    pub fn state_before(&self) -> Result<MemberState> {
        known("member state", &self.state_before, MemberState::from_code)
    }
}

pub fn find(conn: &mut DbConnection, member: i64) -> Result<Option<SuspensionRow>> {
    Ok(suspensions::table.find(member).select(SuspensionRow::as_select()).first(conn).optional()?)
}

/// Those that last, the newest first.
pub fn list(conn: &mut DbConnection, limit: i64) -> Result<Vec<(SuspensionRow, MemberRow)>> {
    Ok(suspensions::table
        .inner_join(members::table)
        .order((suspensions::suspended_at.desc(), suspensions::member_id))
        .limit(limit)
        .select((SuspensionRow::as_select(), MemberRow::as_select()))
        .load(conn)?)
}

pub fn insert(
    conn: &mut DbConnection,
    member: &MemberRow,
    word: &str,
    by: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let values = (
        suspensions::member_id.eq(member.id),
        suspensions::word.eq(word),
        suspensions::state_before.eq(&member.state),
        suspensions::suspended_by.eq(by),
        suspensions::suspended_at.eq(UtcInstant(now)),
    );
    diesel::insert_into(suspensions::table).values(values).execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut DbConnection, member: i64) -> Result<()> {
    diesel::delete(suspensions::table.find(member)).execute(conn)?;
    Ok(())
}
