//! Links to a subscription, which open it without signing in.

use chrono::{DateTime, Utc};

use super::{SubscriberRow, by_id};
use crate::db::{DbConnection, Error, Result};
use crate::signed_link::{self, Signed};
use crate::store::signing_keys::{self, SUBSCRIPTIONS};

/// Purpose of a link to all that is chosen.
pub const MANAGE: &str = "manage";
/// Purpose of a link that ends the mails, and takes that back.
pub const LEAVE: &str = "leave";

/// Older generations that are still told from forged links.
const REMEMBERED: i32 = 50;

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Linked {
    To(Box<SubscriberRow>),
    /// It was good once: its person is forgotten, or has made their links void.
    Void,
}

/// The text of the link to a subscription. The first one of all needs a
/// transaction that may write.
pub fn sign(
    conn: &mut DbConnection,
    row: &SubscriberRow,
    purpose: &str,
    now: DateTime<Utc>,
) -> Result<String> {
    let key = match signing_keys::find(conn, SUBSCRIPTIONS)? {
        Some(key) => key,
        None => signing_keys::ensure(conn, SUBSCRIPTIONS, now)?,
    };
    Ok(signed_link::sign(&key, row.id, row.signed(purpose)))
}

/// What the link leads to. Of a number that nobody has any more, nobody can say whether it was
/// signed: the signature is over what is forgotten.
///
/// # Errors
/// Not found: no such link was ever signed.
pub fn follow(conn: &mut DbConnection, text: &str, purpose: &str) -> Result<Linked> {
    let id = signed_link::number(text).ok_or(Error::NotFound)?;
    let key = signing_keys::find(conn, SUBSCRIPTIONS)?.ok_or(Error::NotFound)?;
    let row = match by_id(conn, id) {
        Err(Error::NotFound) => return Ok(Linked::Void),
        row => row?,
    };
    if signed_link::holds(&key, text, row.signed(purpose)) {
        return Ok(Linked::To(Box::new(row)));
    }
    let older = (row.generation - REMEMBERED).max(1)..row.generation;
    let was_good = |generation| {
        let signed = Signed { generation, ..row.signed(purpose) };
        signed_link::holds(&key, text, signed)
    };
    match older.rev().any(was_good) {
        true => Ok(Linked::Void),
        false => Err(Error::NotFound),
    }
}
