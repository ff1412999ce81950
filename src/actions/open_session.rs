//! A browser is signed in, or asked for the second factor first: nothing opens a session past here.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::domain::member::MemberState;
use crate::secret::Secret;
use crate::store::members::MemberRow;
use crate::store::second_factors;
use crate::store::sessions::{self, NewSession};
use crate::store::tokens::{self, NewToken};

/// The browser that signs in.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// In a few words, see [`crate::domain::device`].
    pub device: &'a str,
    /// The session that it had: it ends, whoever's it was.
    pub had: Option<(i64, i64)>,
    /// The local address that it is on the way to. May be empty.
    pub towards: &'a str,
}

/// What the first factor opens.
#[derive(Clone, Debug)]
pub enum Entrance {
    /// The session.
    Open(Secret),
    /// The second step, where a code is asked for.
    SecondStep(Secret),
}

/// Lets in who proved to be the member by one factor: a password, or a link by mail.
///
/// # Errors
/// [`Error::Suspended`] when the coordination has put the account aside.
pub fn open_session(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<Entrance> {
    if !second_factors::is_on(tx, member.id)? {
        return Ok(Entrance::Open(open(tx, member, browser, false, now)?));
    }
    if member.state()? == MemberState::Suspended {
        return Err(Error::Suspended);
    }
    let purpose = LinkPurpose::SecondStep;
    let token = NewToken {
        purpose: purpose.code(),
        member: Some(member.id),
        email: &member.email,
        payload: browser.towards,
        lasts: purpose.lasts(),
    };
    Ok(Entrance::SecondStep(tokens::issue(tx, &token, now)?))
}

/// Signs in who gave both factors.
pub(super) fn open_strong_session(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<Secret> {
    open(tx, member, browser, true, now)
}

/// Signs a browser in with a secret that is new each time.
fn open(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    browser: Browser<'_>,
    strong: bool,
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
    let new = NewSession { hash: &hash, member: member.id, device: browser.device, strong };
    sessions::insert(tx, &new, now)?;
    Ok(secret)
}
