//! Private feeds, by their owner or by the hash of the secret in their address.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::members::MemberRow;
use crate::db::schema::{members, private_feeds};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::member::MemberState;
use crate::domain::private_feed::FeedChoices;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = private_feeds)]
pub struct PrivateFeedRow {
    pub id: i64,
    pub uid: String,
    pub member_id: i64,
    pub token_hash: String,
    pub name: String,
    pub with_places: bool,
    pub reminders: bool,
    pub created_at: UtcInstant,
    pub renewed_at: UtcInstant,
    pub changed_at: UtcInstant,
}

/// What a new feed is made of.
pub struct NewFeed<'a> {
    pub uid: &'a str,
    pub member: i64,
    pub token_hash: &'a str,
    pub choices: &'a FeedChoices,
}

pub fn insert(conn: &mut DbConnection, new: &NewFeed<'_>, now: DateTime<Utc>) -> Result<i64> {
    Ok(on_each_backend!(conn, |c| diesel::insert_into(private_feeds::table)
        .values((
            private_feeds::uid.eq(new.uid),
            private_feeds::member_id.eq(new.member),
            private_feeds::token_hash.eq(new.token_hash),
            private_feeds::name.eq(new.choices.name.as_str()),
            private_feeds::with_places.eq(new.choices.with_places),
            private_feeds::reminders.eq(new.choices.reminders),
            private_feeds::created_at.eq(UtcInstant(now)),
            private_feeds::renewed_at.eq(UtcInstant(now)),
            private_feeds::changed_at.eq(UtcInstant(now)),
        ))
        .returning(private_feeds::id)
        .get_result(c)?))
}

/// The feeds of a member, the oldest first.
pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Vec<PrivateFeedRow>> {
    Ok(private_feeds::table
        .filter(private_feeds::member_id.eq(member))
        .order(private_feeds::id)
        .select(PrivateFeedRow::as_select())
        .load(conn)?)
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<PrivateFeedRow> {
    let row = private_feeds::table.filter(private_feeds::uid.eq(uid)).select(PrivateFeedRow::as_select());
    row.first(conn).optional()?.ok_or(Error::NotFound)
}

/// The feed whose address holds the secret of this hash, and its owner, unless they are suspended.
pub fn by_hash(conn: &mut DbConnection, hash: &str) -> Result<(PrivateFeedRow, MemberRow)> {
    let found = private_feeds::table
        .inner_join(members::table)
        .filter(private_feeds::token_hash.eq(hash))
        .filter(members::state.ne(MemberState::Suspended.code()))
        .select((PrivateFeedRow::as_select(), MemberRow::as_select()))
        .first(conn);
    found.optional()?.ok_or(Error::NotFound)
}

/// Changes what a feed holds, and how.
pub fn update(conn: &mut DbConnection, id: i64, choices: &FeedChoices, now: DateTime<Utc>) -> Result<()> {
    diesel::update(private_feeds::table.find(id))
        .set((
            private_feeds::name.eq(choices.name.as_str()),
            private_feeds::with_places.eq(choices.with_places),
            private_feeds::reminders.eq(choices.reminders),
            private_feeds::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Gives a feed another address; the one before leads nowhere.
pub fn renew(conn: &mut DbConnection, id: i64, token_hash: &str, now: DateTime<Utc>) -> Result<()> {
    diesel::update(private_feeds::table.find(id))
        .set((private_feeds::token_hash.eq(token_hash), private_feeds::renewed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

pub fn delete(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::delete(private_feeds::table.find(id)).execute(conn)?;
    Ok(())
}
