//! A password that somebody gives to prove who they are: counted first, then looked at with no
//! transaction open.

use chrono::TimeDelta;

use crate::actions::{self, Claim};
use crate::domain::email::EmailAddress;
use crate::password_hash;
use crate::store::sessions::{self, SignedIn};
use crate::web::act::Before;
use crate::web::error::{Error, Result};

/// What a password came to.
pub enum Proof {
    Right(Claim),
    Wrong,
    TooOften(TimeDelta),
    /// Too many are looked at right now.
    Busy,
}

/// Looks at a password that was typed for an address.
pub fn prove(before: &Before<'_>, email: &EmailAddress, typed: &str) -> Result<Proof> {
    let client = before.asked.client.as_str();
    let claimed = before.site.app.db.write_now(|tx| actions::claim_account(tx, email, client, before.now));
    let claim = match claimed {
        Err(actions::Error::Limited { wait }) => return Ok(Proof::TooOften(wait)),
        claimed => claimed?,
    };
    Ok(match password_hash::verify(claim.password_hash(), typed) {
        Ok(true) => Proof::Right(claim),
        Ok(false) => Proof::Wrong,
        Err(password_hash::Busy) => Proof::Busy,
    })
}

/// Who is signed in, before the transaction.
///
/// # Errors
/// Nobody is.
pub fn signed_in(before: &Before<'_>) -> Result<SignedIn> {
    let secret = before.visit.session.as_ref().ok_or(Error::SignIn)?;
    let found = before.site.app.db.read_now(|conn| sessions::signed_in(conn, &secret.hash(), before.now))?;
    found.ok_or(Error::SignIn)
}
