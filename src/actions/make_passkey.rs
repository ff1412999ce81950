//! A member makes a passkey on a device: it is asked for, kept once the device has shown that it
//! has it, and removed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::tell_member::tell_member;
use super::use_link::use_link_once;
use crate::db::{Error as DbError, Transaction};
use crate::domain::link::LinkPurpose;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::passkey::{Ceremony, Passkeys};
use crate::secret::Secret;
use crate::store::tokens::{self, NewToken};
use crate::store::{members, passkeys, second_factors, sessions};

/// Most passkeys of one member: a phone, a computer, a key in a drawer, and as many again.
pub const MOST_PASSKEYS: usize = 10;

/// What waits until the device has answered.
#[derive(Serialize, Deserialize)]
struct Pending {
    name: String,
    ceremony: Ceremony,
}

/// Begins; the secret leads to what the device is asked. `None`: the member has as many as one may
/// have.
pub fn ask_for_passkey(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    name: &str,
    site: &Passkeys,
    now: DateTime<Utc>,
) -> Result<Option<Secret>> {
    may(by, member)?;
    let row = members::by_id(tx, member)?;
    let theirs: Vec<_> = passkeys::of_member(tx, member)?.iter().map(|row| row.key()).collect();
    if theirs.len() >= MOST_PASSKEYS {
        return Ok(None);
    }
    let ceremony = site.ask_for_new(&row.uid, (&row.email, &row.name), &theirs);
    let pending = Pending { name: name.to_owned(), ceremony };
    let payload = serde_json::to_string(&pending).map_err(|e| DbError::corrupt("passkey", e.to_string()))?;
    let purpose = LinkPurpose::NewPasskey;
    let token = NewToken {
        purpose: purpose.code(),
        member: Some(member),
        email: "",
        payload: &payload,
        lasts: purpose.lasts(),
    };
    Ok(Some(tokens::issue(tx, &token, now)?))
}

/// What the device is asked, by the payload of a token for [`LinkPurpose::NewPasskey`].
pub fn asked_of_device(payload: &str) -> Option<Ceremony> {
    serde_json::from_str::<Pending>(payload).ok().map(|pending| pending.ceremony)
}

/// Keeps the passkey that the device made. The session in which it was made counts from now on as
/// one that was opened by it.
///
/// # Errors
/// [`Error::DeadLink`]; [`Error::NotProved`] when the answer is none to what was asked.
pub fn keep_passkey(
    tx: &mut Transaction<'_>,
    by: &Actor,
    (member, session): (i64, i64),
    (secret, answer): (&Secret, &str),
    site: &Passkeys,
    now: DateTime<Utc>,
) -> Result<()> {
    may(by, member)?;
    let token = use_link_once(tx, secret, LinkPurpose::NewPasskey, now)?;
    if token.member_id != Some(member) {
        return Err(Error::DeadLink);
    }
    let pending: Pending =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("passkey", e.to_string()))?;
    let key = site.made(&pending.ceremony, answer)?;
    if !passkeys::keep(tx, member, &key, &pending.name, now)? {
        return Err(Error::DeadLink);
    }
    sessions::strengthen(tx, session)?;
    let row = members::by_id(tx, member)?;
    tell_member(tx, &row, "passkey-made", &letters::passkey_made(&pending.name), now)
}

/// Removes a passkey: the device may keep its half, which opens nothing any more.
pub fn remove_passkey(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    passkey: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    may(by, member)?;
    if !passkeys::remove(tx, member, passkey)? {
        return Ok(());
    }
    if passkeys::of_member(tx, member)?.is_empty() && !second_factors::is_on(tx, member)? {
        sessions::weaken(tx, member)?;
    }
    let row = members::by_id(tx, member)?;
    tell_member(tx, &row, "passkey-removed", &letters::passkey_removed(), now)
}

fn may(by: &Actor, member: i64) -> Result<()> {
    if by.may(Action::ActAs(member)) { Ok(()) } else { Err(Error::Forbidden) }
}
