//! A link that was sent by mail is used: once, in time, and for what it was sent.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::failing_addresses;
use crate::store::members::{self, MemberRow};
use crate::store::tokens::{self, TokenRow};

/// How long the second half of a double click may come after the first. What signs a browser in
/// is answered twice: the browser takes the cookie of the second answer.
pub(super) const DOUBLE_CLICK: TimeDelta = TimeDelta::seconds(10);

/// How a link was found.
pub(super) enum Used {
    Now(TokenRow),
    /// By the first half of a double click: what it opens is open.
    AMomentAgo(TokenRow),
}

/// Uses a link up.
///
/// # Errors
/// [`Error::DeadLink`] when it never was one, was used, was revoked or has expired.
pub(super) fn use_link(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<Used> {
    if let Some(token) = tokens::find(tx, secret, purpose.code(), now)?
        && tokens::use_up(tx, token.id, now)?
    {
        // Whoever opens a letter reads the mailbox: what was refused there is over.
        if purpose.is_mailed() {
            failing_addresses::clear(tx, &token.email)?;
        }
        return Ok(Used::Now(token));
    }
    let used = tokens::used_since(tx, secret, purpose.code(), now - DOUBLE_CLICK, now)?;
    used.map(Used::AMomentAgo).ok_or(Error::DeadLink)
}

/// [`use_link`] for what is done once, even by a double click.
pub(super) fn use_link_once(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<TokenRow> {
    match use_link(tx, secret, purpose, now)? {
        Used::Now(token) => Ok(token),
        Used::AMomentAgo(_) => Err(Error::DeadLink),
    }
}

/// The account at the address of a link that was used a moment ago.
pub(super) fn opened_a_moment_ago(tx: &mut Transaction<'_>, token: &TokenRow) -> Result<MemberRow> {
    let email = EmailAddress::parse(&token.email).ok_or(Error::DeadLink)?;
    members::by_email(tx, &email)?.ok_or(Error::DeadLink)
}
