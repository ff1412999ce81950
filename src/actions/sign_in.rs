//! Signing in by password, in two steps with the slow work between them: an account is claimed,
//! which is counted; the password is looked at with no transaction open; the session is opened, or the second step.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::limit;
use super::open_session::{Browser, Entrance, open_session};
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::store::members::{self, MemberRow};

/// An account that somebody says is theirs; `None` for an address without one, which nobody is told.
#[derive(Clone, Debug)]
pub struct Claim(Option<MemberRow>);

impl Claim {
    /// The account as it stands.
    pub fn of(member: MemberRow) -> Self {
        Self(Some(member))
    }

    /// What to verify the password against.
    pub fn password_hash(&self) -> Option<&str> {
        self.0.as_ref()?.password_hash.as_deref()
    }
}

/// Counts a try and gives what to verify. To be committed whatever comes of it.
///
/// # Errors
/// [`Error::Limited`].
pub fn claim_account(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    client: &str,
    now: DateTime<Utc>,
) -> Result<Claim> {
    limit::PASSWORDS_OF_CLIENT.count(tx, client, now)?;
    limit::PASSWORDS_OF_ACCOUNT.count(tx, email.as_str(), now)?;
    Ok(Claim(members::by_email(tx, email)?))
}

/// Lets in who gave the password of a claim.
///
/// # Errors
/// [`Error::Forbidden`] when the account changed since.
pub fn sign_in(
    tx: &mut Transaction<'_>,
    claim: &Claim,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<Entrance> {
    let claimed = claim.0.as_ref().ok_or(Error::Forbidden)?;
    let member = members::by_id(tx, claimed.id)?;
    if member.password_hash != claimed.password_hash {
        return Err(Error::Forbidden);
    }
    limit::PASSWORDS_OF_ACCOUNT.forget(tx, &member.email)?;
    open_session(tx, &member, browser, now)
}
