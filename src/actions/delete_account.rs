//! An account is erased, with everything that hangs on it. What its person published for a place
//! stays the place's.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::forget_registrations::forget_registrations;
use super::tell_member::tell_member;
use super::use_link::use_link_once;
use crate::db::{Scope, Transaction};
use crate::domain::link::LinkPurpose;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::secret::Secret;
use crate::store::accounts;
use crate::store::confirmations;
use crate::store::members::{self, MemberRow};
use crate::store::outbox::{self, NewMail};
use crate::store::tokens::{self, NewToken};

/// # Errors
/// [`Error::LastCoordinator`].
pub fn delete_account(tx: &mut Transaction<'_>, by: &Actor, member: i64, now: DateTime<Utc>) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    let member = members::by_id(tx, member)?;
    erase(tx, &member, now)
}

/// Sends the link that erases an account which has no password to ask for.
pub fn send_deletion_link(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    let member = members::by_id(tx, member)?;
    let purpose = LinkPurpose::DeleteAccount;
    let token = NewToken {
        purpose: purpose.code(),
        member: Some(member.id),
        email: &member.email,
        payload: "",
        lasts: purpose.lasts(),
    };
    let letter = letters::delete_account(&tokens::issue(tx, &token, now)?);
    tell_member(tx, &member, purpose.code(), &letter, now)
}

/// Follows that link.
pub fn delete_account_by_link(tx: &mut Transaction<'_>, secret: &Secret, now: DateTime<Utc>) -> Result<()> {
    let token = use_link_once(tx, secret, LinkPurpose::DeleteAccount, now)?;
    let member = members::by_id(tx, token.member_id.ok_or(Error::DeadLink)?)?;
    erase(tx, &member, now)
}

fn erase(tx: &mut Transaction<'_>, member: &MemberRow, now: DateTime<Utc>) -> Result<()> {
    if member.coordinates && accounts::coordinators(tx)?.iter().all(|other| other.id == member.id) {
        return Err(Error::LastCoordinator);
    }
    forget_registrations(tx, member.id, now)?;
    confirmations::forget_member(tx, member.id)?;
    members::delete(tx, member.id)?;
    let mail = NewMail {
        kind: "account-deleted",
        once_key: None,
        recipient: &member.email,
        recipient_name: &member.name,
        locale: member.locale(),
        member: None,
        letter: &letters::account_deleted(),
    };
    outbox::enqueue(tx, &mail, now)?;
    // The name may stand on any page.
    tx.raise(Scope::Everything);
    Ok(())
}
