//! Sessions: browsers that are signed in, found by the hash of what their cookie holds.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;

use super::members::MemberRow;
use super::memberships::{self, MembershipRow};
use super::network_rules;
use crate::db::schema::{members, sessions};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};
use crate::domain::member::MemberState;
use crate::domain::policy::Standing;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub struct SessionRow {
    pub id: i64,
    pub member_id: i64,
    pub device: String,
    pub strong: bool,
    pub created_at: UtcInstant,
    pub seen_at: UtcInstant,
    pub expires_at: UtcInstant,
}

/// Everything that is known of a signed-in person before their page is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub session: SessionRow,
    pub member: MemberRow,
    pub memberships: Vec<MembershipRow>,
    /// The network asks its coordination, to which the member belongs, for a second factor, and the
    /// session was opened without.
    pub owes_second_factor: bool,
}

impl SignedIn {
    /// What the policy asks.
    pub fn standing(&self) -> Standing {
        let standing = memberships::standing_of(&self.member, &self.memberships);
        Standing { owes_second_factor: self.owes_second_factor, ..standing }
    }
}

/// Who holds the secret of this hash, if the session is still good and the account not suspended.
pub fn signed_in(conn: &mut DbConnection, hash: &str, now: DateTime<Utc>) -> Result<Option<SignedIn>> {
    let found = sessions::table
        .inner_join(members::table)
        .filter(sessions::token_hash.eq(hash))
        .filter(sessions::expires_at.gt(UtcInstant(now)))
        .filter(members::state.ne(MemberState::Suspended.code()))
        .select((SessionRow::as_select(), MemberRow::as_select()))
        .first(conn)
        .optional()?;
    let Some((session, member)) = found else { return Ok(None) };
    let memberships = memberships::of_member(conn, member.id)?;
    let owes_second_factor =
        member.coordinates && !session.strong && network_rules::find(conn)?.second_factor_for_coordinators;
    Ok(Some(SignedIn { session, member, memberships, owes_second_factor }))
}

/// What a new session is made of.
pub struct NewSession<'a> {
    pub hash: &'a str,
    pub member: i64,
    pub device: &'a str,
    pub strong: bool,
}

pub fn insert(conn: &mut DbConnection, new: &NewSession<'_>, now: DateTime<Utc>) -> Result<i64> {
    Ok(on_each_backend!(conn, |c| diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(new.hash),
            sessions::member_id.eq(new.member),
            sessions::device.eq(new.device),
            sessions::strong.eq(new.strong),
            sessions::created_at.eq(UtcInstant(now)),
            sessions::seen_at.eq(UtcInstant(now)),
            sessions::expires_at.eq(UtcInstant(now + SESSION_LASTS)),
        ))
        .returning(sessions::id)
        .get_result(c)?))
}

/// How long a session lasts after its last use.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(30);

/// Notes that a session was used: it lasts from now on.
pub fn note_use(conn: &mut DbConnection, session: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(sessions::table.find(session))
        .set((
            sessions::seen_at.eq(UtcInstant(now)),
            sessions::expires_at.eq(UtcInstant(now + SESSION_LASTS)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that a session is of somebody who gave a second factor.
pub fn strengthen(conn: &mut DbConnection, session: i64) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::strong.eq(true)).execute(conn)?;
    Ok(())
}

/// Notes that a member has no second factor any more.
pub fn weaken(conn: &mut DbConnection, member: i64) -> Result<()> {
    let theirs = sessions::table.filter(sessions::member_id.eq(member));
    diesel::update(theirs).set(sessions::strong.eq(false)).execute(conn)?;
    Ok(())
}

/// The sessions of a member that are still good, last used first.
pub fn of_member(conn: &mut DbConnection, member: i64, now: DateTime<Utc>) -> Result<Vec<SessionRow>> {
    Ok(sessions::table
        .filter(sessions::member_id.eq(member))
        .filter(sessions::expires_at.gt(UtcInstant(now)))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .select(SessionRow::as_select())
        .load(conn)?)
}

/// Ends one session of a member.
pub fn end(conn: &mut DbConnection, member: i64, session: i64) -> Result<()> {
    let one = sessions::table.find(session).filter(sessions::member_id.eq(member));
    diesel::delete(one).execute(conn)?;
    Ok(())
}

/// Ends every session of a member but this one.
pub fn end_others(conn: &mut DbConnection, member: i64, but: Option<i64>) -> Result<()> {
    let others = sessions::table.filter(sessions::member_id.eq(member));
    match but {
        Some(session) => diesel::delete(others.filter(sessions::id.ne(session))).execute(conn)?,
        None => diesel::delete(others).execute(conn)?,
    };
    Ok(())
}
