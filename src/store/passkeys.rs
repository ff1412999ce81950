//! Passkeys: the public halves of the keys that members' devices keep.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::db::schema::passkeys;
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::passkey::KnownKey;

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = passkeys)]
pub struct PasskeyRow {
    pub id: i64,
    pub member_id: i64,
    credential_id: String,
    public_key: String,
    counter: i64,
    /// As its member calls it.
    pub name: String,
    pub created_at: UtcInstant,
    /// `None`: not used yet.
    pub used_at: Option<UtcInstant>,
}

impl PasskeyRow {
    pub fn key(&self) -> KnownKey {
        KnownKey {
            credential_id: self.credential_id.clone(),
            public_key: self.public_key.clone(),
            counter: u32::try_from(self.counter).unwrap_or_default(),
        }
    }
}

/// The passkey that devices call so.
pub fn by_credential(conn: &mut DbConnection, credential_id: &str) -> Result<Option<PasskeyRow>> {
    let named = passkeys::table.filter(passkeys::credential_id.eq(credential_id));
    Ok(named.select(PasskeyRow::as_select()).first(conn).optional()?)
}

/// Those of a member, the oldest first.
pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Vec<PasskeyRow>> {
    Ok(passkeys::table
        .filter(passkeys::member_id.eq(member))
        .order((passkeys::created_at, passkeys::id))
        .select(PasskeyRow::as_select())
        .load(conn)?)
}

/// Keeps a passkey; false when one of this name of a device is kept already.
pub fn keep(
    conn: &mut DbConnection,
    member: i64,
    key: &KnownKey,
    name: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let kept = diesel::sql_query(
        "INSERT INTO passkeys (member_id, credential_id, public_key, counter, name, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (credential_id) DO NOTHING",
    )
    .bind::<BigInt, _>(member)
    .bind::<Text, _>(&key.credential_id)
    .bind::<Text, _>(&key.public_key)
    .bind::<BigInt, _>(i64::from(key.counter))
    .bind::<Text, _>(name)
    .bind::<Instant, _>(UtcInstant(now))
    .execute(conn)?;
    Ok(kept == 1)
}

/// Notes a signature, from one counter to the next; false when somebody was faster.
pub fn note_use(
    conn: &mut DbConnection,
    id: i64,
    (from, to): (u32, u32),
    now: DateTime<Utc>,
) -> Result<bool> {
    let there = passkeys::table.find(id).filter(passkeys::counter.eq(i64::from(from)));
    let used = (passkeys::counter.eq(i64::from(to)), passkeys::used_at.eq(Some(UtcInstant(now))));
    Ok(diesel::update(there).set(used).execute(conn)? == 1)
}

/// Forgets a passkey of a member; false when there was none.
pub fn remove(conn: &mut DbConnection, member: i64, id: i64) -> Result<bool> {
    let theirs = passkeys::table.find(id).filter(passkeys::member_id.eq(member));
    Ok(diesel::delete(theirs).execute(conn)? == 1)
}
