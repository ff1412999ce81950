//! An account moves to another address, once both mailboxes have said yes: the old one, that its
//! owner means it; the new one, that it is theirs.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::limit;
use super::tell_member::tell_member;
use super::use_link::use_link_once;
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::secret::Secret;
use crate::store::accounts;
use crate::store::members::{self, MemberRow};
use crate::store::outbox::{self, NewMail};
use crate::store::tokens::{self, NewToken, TokenRow};

/// What both links of one change hold, word for word.
#[derive(Serialize, Deserialize)]
struct Change {
    to: String,
    /// Tells this change from an earlier one to the same address.
    pair: String,
}

/// How far a change has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressChange {
    /// The other mailbox has still to say yes.
    Half,
    /// The account is at this address now.
    Done(EmailAddress),
}

/// Writes to both addresses. One that has an account gets a letter that says so, and the page does not.
pub fn ask_for_address(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    to: &EmailAddress,
    client: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    limit::LETTERS_TO_ADDRESS.count(tx, to.as_str(), now)?;
    limit::LETTERS_OF_CLIENT.count(tx, client, now)?;
    let member = members::by_id(tx, member)?;
    tokens::revoke(tx, member.id, LinkPurpose::ChangeAddress.code(), now)?;
    let change = Change { to: to.to_string(), pair: Secret::new().hash() };
    let payload = serde_json::to_string(&change).map_err(|e| DbError::corrupt("change", e.to_string()))?;
    let leaving = letters::leave_address(&issue(tx, &member, &member.email, &payload, now)?, to.as_str());
    tell_member(tx, &member, "leave-address", &leaving, now)?;
    let taking = match members::by_email(tx, to)? {
        Some(_) => letters::address_is_taken(),
        None => letters::take_address(&issue(tx, &member, to.as_str(), &payload, now)?),
    };
    let mail = NewMail {
        kind: "take-address",
        once_key: None,
        recipient: to.as_str(),
        recipient_name: "",
        locale: member.locale(),
        member: Some(member.id),
        letter: &taking,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}

fn issue(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    email: &str,
    payload: &str,
    now: DateTime<Utc>,
) -> Result<Secret> {
    let purpose = LinkPurpose::ChangeAddress;
    let token =
        NewToken { purpose: purpose.code(), member: Some(member.id), email, payload, lasts: purpose.lasts() };
    Ok(tokens::issue(tx, &token, now)?)
}

/// The address that a change leads to.
pub fn address_wanted(token: &TokenRow) -> Result<String> {
    let change: Change =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("change", e.to_string()))?;
    Ok(change.to)
}

/// One of the two mailboxes says yes.
pub fn confirm_address(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<AddressChange> {
    let token = use_link_once(tx, secret, LinkPurpose::ChangeAddress, now)?;
    let member = token.member_id.ok_or(Error::DeadLink)?;
    // Both may say yes at the same moment: the later one waits here, and then sees the earlier.
    accounts::touch(tx, member, now)?;
    if !tokens::twin_is_used(tx, &token)? {
        return Ok(AddressChange::Half);
    }
    let to = address_wanted(&token)?;
    let to = EmailAddress::parse(&to).ok_or_else(|| DbError::corrupt("address", &to))?;
    if members::by_email(tx, &to)?.is_some() {
        return Err(Error::DeadLink);
    }
    accounts::set_email(tx, member, &to, now)?;
    // What is on its way to the old mailbox opens nothing any more.
    for purpose in [LinkPurpose::SignIn, LinkPurpose::ResetPassword, LinkPurpose::DeleteAccount] {
        tokens::revoke(tx, member, purpose.code(), now)?;
    }
    Ok(AddressChange::Done(to))
}
