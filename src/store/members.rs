//! Members: the rows of accounts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::{known, profiles, subscribers};
use crate::db::schema::members;
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::email::EmailAddress;
use crate::domain::member::{MemberState, PersonName};
use crate::domain::text::fold;
use crate::i18n::Locale;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = members)]
pub struct MemberRow {
    pub id: i64,
    pub uid: String,
    pub email: String,
    pub name: String,
    pub sort_key: String,
    pub locale: String,
    pub state: String,
    pub coordinates: bool,
    pub password_hash: Option<String>,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
}

impl MemberRow {
    pub fn state(&self) -> Result<MemberState> {
        known("member state", &self.state, MemberState::from_code)
    }

    pub fn locale(&self) -> Locale {
        if self.locale == Locale::En.tag() { Locale::En } else { Locale::Fr }
    }
}

/// What a new account is made of.
pub struct NewMember<'a> {
    pub email: &'a EmailAddress,
    pub name: &'a PersonName,
    pub locale: Locale,
    pub state: MemberState,
    pub coordinates: bool,
    /// PHC text; `None`: signs in by mail only.
    pub password_hash: Option<String>,
    pub uid: Uuid,
}

#[derive(Insertable)]
#[diesel(table_name = members)]
struct MemberValues<'a> {
    uid: String,
    email: &'a str,
    name: &'a str,
    sort_key: String,
    locale: &'a str,
    state: &'a str,
    coordinates: bool,
    password_hash: Option<&'a str>,
    created_at: UtcInstant,
    changed_at: UtcInstant,
}

/// Writes a new account; gives its id. An address that is taken is an error of the database: ask
/// [`by_email`] first, in the same transaction.
pub fn insert(conn: &mut DbConnection, new: &NewMember<'_>, now: DateTime<Utc>) -> Result<i64> {
    let values = MemberValues {
        uid: new.uid.to_string(),
        email: new.email.as_str(),
        name: new.name.as_str(),
        sort_key: fold(new.name.as_str()),
        locale: new.locale.tag(),
        state: new.state.code(),
        coordinates: new.coordinates,
        password_hash: new.password_hash.as_deref(),
        created_at: UtcInstant(now),
        changed_at: UtcInstant(now),
    };
    let id = on_each_backend!(conn, |c| diesel::insert_into(members::table)
        .values(&values)
        .returning(members::id)
        .get_result(c)?);
    profiles::begin(conn, id, new.name, now)?;
    subscribers::adopt(conn, id, new.email)?;
    Ok(id)
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<MemberRow> {
    let row = members::table.find(id).select(MemberRow::as_select()).first(conn).optional()?;
    row.ok_or(Error::NotFound)
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<MemberRow> {
    let row = members::table.filter(members::uid.eq(uid)).select(MemberRow::as_select()).first(conn);
    row.optional()?.ok_or(Error::NotFound)
}

pub fn by_email(conn: &mut DbConnection, email: &EmailAddress) -> Result<Option<MemberRow>> {
    let row = members::table.filter(members::email.eq(email.as_str()));
    Ok(row.select(MemberRow::as_select()).first(conn).optional()?)
}

/// Names by id.
pub fn names(conn: &mut DbConnection, ids: &[i64]) -> Result<HashMap<i64, String>> {
    let known = members::table.filter(members::id.eq_any(ids)).select((members::id, members::name));
    let pairs: Vec<(i64, String)> = known.load(conn)?;
    Ok(pairs.into_iter().collect())
}

/// Erases the account, and with it everything that hangs on it.
pub fn delete(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::delete(members::table.find(id)).execute(conn)?;
    Ok(())
}

/// How many accounts there are.
pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(members::table.count().get_result(conn)?)
}
