//! The second step of signing in opens the session.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::open_session::{Browser, open_strong_session};
use super::prove_second_factor::SecondProof;
use super::use_link::{Used, use_link};
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::members;

/// The session of who gave both factors, and the local address that they were going to (it may be
/// empty).
pub fn finish_sign_in(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    proof: &SecondProof,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<(Secret, String)> {
    let (Used::Now(token) | Used::AMomentAgo(token)) = use_link(tx, secret, LinkPurpose::SecondStep, now)?;
    let member = members::by_id(tx, token.member_id.ok_or(Error::DeadLink)?)?;
    proof.is_of(member.id)?;
    Ok((open_strong_session(tx, &member, browser, now)?, token.payload))
}
