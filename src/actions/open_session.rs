//! A browser is signed in.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::member::MemberState;
use crate::secret::Secret;
use crate::store::members::MemberRow;
use crate::store::sessions::{self, NewSession};

/// The browser that signs in.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// In a few words, see [`crate::domain::device`].
    pub device: &'a str,
    /// The session that it had: it ends, whoever's it was.
    pub had: Option<(i64, i64)>,
}

/// Signs a browser in with a secret that is new each time.
///
/// # Errors
/// [`Error::Suspended`] when the coordination has put the account aside.
pub fn open_session(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<Secret> {
    if member.state()? == MemberState::Suspended {
        return Err(Error::Suspended);
    }
    if let Some((of, session)) = browser.had {
        sessions::end(tx, of, session)?;
    }
    let secret = Secret::new();
    let hash = secret.hash();
    let new = NewSession { hash: &hash, member: member.id, device: browser.device, strong: false };
    sessions::insert(tx, &new, now)?;
    Ok(secret)
}
