//! Somebody asks for a link by mail, to sign in or to choose a new password. An address without an
//! account is told so in its own mailbox; from outside both look the same.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::limit;
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::MemberState;
use crate::i18n::Locale;
use crate::mail::{Letter, accounts};
use crate::secret::Secret;
use crate::store::members::{self, MemberRow};
use crate::store::outbox::{self, NewMail};
use crate::store::tokens::{self, NewToken};

/// Who asks.
pub struct LinkWanted<'a> {
    pub email: &'a EmailAddress,
    /// Language of the page; an account has its own.
    pub locale: Locale,
    /// Address of the client, for the limits.
    pub client: &'a str,
}

/// Sends a link that signs in; `errand` comes back from whoever follows it: a local address to go to,
/// or a form that waits (it may be empty).
pub fn send_sign_in_link(
    tx: &mut Transaction<'_>,
    asking: &LinkWanted<'_>,
    errand: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    send(tx, asking, LinkPurpose::SignIn, errand, accounts::sign_in, now)
}

/// Sends a link that lets choose a new password.
pub fn send_reset_link(tx: &mut Transaction<'_>, asking: &LinkWanted<'_>, now: DateTime<Utc>) -> Result<()> {
    send(tx, asking, LinkPurpose::ResetPassword, "", accounts::reset_password, now)
}

fn send(
    tx: &mut Transaction<'_>,
    asking: &LinkWanted<'_>,
    purpose: LinkPurpose,
    payload: &str,
    letter: fn(&Secret) -> Letter,
    now: DateTime<Utc>,
) -> Result<()> {
    limit::LETTERS_TO_ADDRESS.count(tx, asking.email.as_str(), now)?;
    limit::LETTERS_OF_CLIENT.count(tx, asking.client, now)?;
    let known = members::by_email(tx, asking.email)?;
    let letter = match &known {
        None => accounts::no_account(),
        Some(member) if is_suspended(member) => accounts::still_suspended(),
        Some(member) => {
            let token = NewToken {
                purpose: purpose.code(),
                member: Some(member.id),
                email: &member.email,
                payload,
                lasts: purpose.lasts(),
            };
            letter(&tokens::issue(tx, &token, now)?)
        }
    };
    let mail = NewMail {
        kind: purpose.code(),
        once_key: None,
        recipient: asking.email.as_str(),
        recipient_name: known.as_ref().map_or("", |member| &member.name),
        locale: known.as_ref().map_or(asking.locale, MemberRow::locale),
        member: known.as_ref().map(|member| member.id),
        letter: &letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}

fn is_suspended(member: &MemberRow) -> bool {
    member.state == MemberState::Suspended.code()
}
