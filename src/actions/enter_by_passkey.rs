//! Somebody signs in by a passkey: the device holds it, and has asked its person. That is both
//! factors at once.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::limit;
use super::open_session::{Browser, open_strong_session};
use super::use_link::use_link_once;
use crate::db::{Error as DbError, Transaction};
use crate::domain::link::LinkPurpose;
use crate::passkey::{Ceremony, NotProved, Passkeys};
use crate::secret::Secret;
use crate::store::tokens::{self, NewToken};
use crate::store::{members, passkeys};

/// What waits until the device has answered.
#[derive(Serialize, Deserialize)]
struct Pending {
    towards: String,
    ceremony: Ceremony,
}

/// Begins; the secret leads to what the device is asked. The browser is on the way to `towards`, a
/// local address (it may be empty).
///
/// # Errors
/// [`Error::Limited`].
pub fn ask_by_passkey(
    tx: &mut Transaction<'_>,
    towards: &str,
    client: &str,
    site: &Passkeys,
    now: DateTime<Utc>,
) -> Result<Secret> {
    limit::PASSKEYS_OF_CLIENT.count(tx, client, now)?;
    let pending = Pending { towards: towards.to_owned(), ceremony: site.ask_for_any() };
    let payload = serde_json::to_string(&pending).map_err(|e| DbError::corrupt("passkey", e.to_string()))?;
    let purpose = LinkPurpose::Passkey;
    let token = NewToken {
        purpose: purpose.code(),
        member: None,
        email: "",
        payload: &payload,
        lasts: purpose.lasts(),
    };
    Ok(tokens::issue(tx, &token, now)?)
}

/// What the device is asked, by the payload of a token for [`LinkPurpose::Passkey`].
pub fn asked_at_sign_in(payload: &str) -> Option<Ceremony> {
    serde_json::from_str::<Pending>(payload).ok().map(|pending| pending.ceremony)
}

/// The session of whoever's passkey signed, and the local address that they were going to.
///
/// # Errors
/// [`Error::DeadLink`], [`Error::Suspended`]; [`Error::NotProved`] when no passkey of ours did.
pub fn enter_by_passkey(
    tx: &mut Transaction<'_>,
    (secret, answer): (&Secret, &str),
    site: &Passkeys,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<(Secret, String)> {
    let token = use_link_once(tx, secret, LinkPurpose::Passkey, now)?;
    let pending: Pending =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("passkey", e.to_string()))?;
    let unknown = || Error::NotProved(NotProved("no passkey of ours".to_owned()));
    let named = Passkeys::named(answer).ok_or_else(unknown)?;
    let row = passkeys::by_credential(tx, &named)?.ok_or_else(unknown)?;
    let (member, key) = (members::by_id(tx, row.member_id)?, row.key());
    let counter = site.used(&pending.ceremony, answer, &member.uid, &key)?;
    if !passkeys::note_use(tx, row.id, (key.counter, counter), now)? {
        return Err(Error::ChangedMeanwhile);
    }
    Ok((open_strong_session(tx, &member, browser, now)?, pending.towards))
}
