//! A link by mail signs a browser in.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::open_session::{Browser, Entrance, open_session};
use super::use_link::{Used, use_link};
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::members;

/// What a link opens, and the errand on which its person asked for it (it may be empty).
pub fn follow_sign_in_link(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    browser: Browser<'_>,
    now: DateTime<Utc>,
) -> Result<(Entrance, String)> {
    let (Used::Now(token) | Used::AMomentAgo(token)) = use_link(tx, secret, LinkPurpose::SignIn, now)?;
    let member = members::by_id(tx, token.member_id.ok_or(Error::DeadLink)?)?;
    let entrance = open_session(tx, &member, Browser { towards: &token.payload, ..browser }, now)?;
    Ok((entrance, token.payload))
}
