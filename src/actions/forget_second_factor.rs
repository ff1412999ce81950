//! Who runs the machine lets somebody in again who lost both the phone and the codes on paper.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::policy::Actor;
use crate::mail::accounts as letters;
use crate::store::{members, second_factors, sessions};

/// Turns off the second factor of the account at an address, and tells its person by mail; false
/// when there is no such account, or nothing to turn off.
///
/// # Errors
/// [`Error::Forbidden`] for everybody but the program: nobody may do it from a browser.
pub fn forget_second_factor(
    tx: &mut Transaction<'_>,
    by: &Actor,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<bool> {
    if *by != Actor::Program {
        return Err(Error::Forbidden);
    }
    let Some(member) = members::by_email(tx, email)? else { return Ok(false) };
    if second_factors::of_member(tx, member.id)?.is_none() {
        return Ok(false);
    }
    second_factors::remove(tx, member.id)?;
    sessions::weaken(tx, member.id)?;
    tell_member(tx, &member, "second-factor-off", &letters::second_factor_off(), now)?;
    Ok(true)
}
