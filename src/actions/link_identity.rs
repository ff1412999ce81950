//! The person of an account says by mail that an account elsewhere is theirs too, and comes in; or
//! ends such a link.

use chrono::{DateTime, Utc};

use super::enter_by_provider::PendingIdentity;
use super::error::{Error, Result};
use super::open_session::{Browser, Entrance, open_session};
use super::tell_member::tell_member;
use super::use_link::{Used, use_link};
use crate::db::{Error as DbError, Transaction};
use crate::domain::link::LinkPurpose;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::secret::Secret;
use crate::store::{identities, members};

/// Links what the letter asked for; gives what it opens, and the local address that the person was
/// going to (it may be empty).
///
/// # Errors
/// [`Error::DeadLink`] when the account has another address by now, or the identity another account.
pub fn link_identity(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<(Entrance, String)> {
    let used = use_link(tx, secret, LinkPurpose::LinkIdentity, now)?;
    let is_first = matches!(used, Used::Now(_));
    let (Used::Now(token) | Used::AMomentAgo(token)) = used;
    let pending: PendingIdentity =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("identity", e.to_string()))?;
    let member = members::by_id(tx, token.member_id.ok_or(Error::DeadLink)?)?;
    if member.email != token.email {
        return Err(Error::DeadLink);
    }
    if is_first {
        identities::link(tx, member.id, (&pending.issuer, &pending.subject), now)?;
    }
    let linked = identities::find(tx, &pending.issuer, &pending.subject)?;
    if linked.is_none_or(|linked| linked.member_id != member.id) {
        return Err(Error::DeadLink);
    }
    let browser = Browser { towards: &pending.towards, ..browser };
    Ok((open_session(tx, &member, browser, now)?, pending.towards.clone()))
}

/// Ends a link: signing in there opens this account no more.
pub fn unlink_identity(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    identity: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    if identities::unlink(tx, member, identity)? {
        let row = members::by_id(tx, member)?;
        tell_member(tx, &row, "identity-unlinked", &letters::identity_unlinked(), now)?;
    }
    Ok(())
}
