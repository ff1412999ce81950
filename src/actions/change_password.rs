//! A password is changed: by a link sent by mail, or by its owner. Every other session ends, and
//! links that were on their way are worth nothing.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::limit;
use super::open_session::{Browser, Entrance, open_session};
use super::tell_member::tell_member;
use super::use_link::{Used, use_link};
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::secret::Secret;
use crate::store::members::{self, MemberRow};
use crate::store::{accounts, sessions, tokens};

/// Follows a reset link: gives the account the password of `hash`, and lets this browser in.
pub fn reset_password(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    hash: &str,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<Entrance> {
    let used = use_link(tx, secret, LinkPurpose::ResetPassword, now)?;
    let (Used::Now(token) | Used::AMomentAgo(token)) = &used;
    let member = members::by_id(tx, token.member_id.ok_or(Error::DeadLink)?)?;
    if matches!(used, Used::Now(_)) {
        change(tx, &member, hash, None, now)?;
        limit::PASSWORDS_OF_ACCOUNT.forget(tx, &member.email)?;
    }
    open_session(tx, &member, browser, now)
}

/// Gives an account another password; `session` is the one that stays.
pub fn change_password(
    tx: &mut Transaction<'_>,
    by: &Actor,
    (member, session): (i64, i64),
    hash: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    let member = members::by_id(tx, member)?;
    change(tx, &member, hash, Some(session), now)
}

fn change(
    tx: &mut Transaction<'_>,
    member: &MemberRow,
    hash: &str,
    stays: Option<i64>,
    now: DateTime<Utc>,
) -> Result<()> {
    accounts::set_password(tx, member.id, hash, now)?;
    sessions::end_others(tx, member.id, stays)?;
    for purpose in LinkPurpose::ALL {
        tokens::revoke(tx, member.id, purpose.code(), now)?;
    }
    tell_member(tx, member, "password-changed", &letters::password_changed(), now)
}
