//! A browser leaves for a provider of accounts elsewhere, and comes back: once, in time, and as the
//! same browser.

use chrono::{DateTime, Utc};

use super::error::Result;
use super::limit;
use super::use_link::use_link_once;
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::tokens::{self, NewToken};

/// Lets a browser of this client leave; gives the secret that it keeps until it is back. It is on
/// the way to `towards`, a local address (it may be empty).
///
/// # Errors
/// [`super::Error::Limited`].
pub fn leave_for_provider(
    tx: &mut Transaction<'_>,
    towards: &str,
    client: &str,
    now: DateTime<Utc>,
) -> Result<Secret> {
    limit::JOURNEYS_OF_CLIENT.count(tx, client, now)?;
    let purpose = LinkPurpose::Provider;
    let token = NewToken {
        purpose: purpose.code(),
        member: None,
        email: "",
        payload: towards,
        lasts: purpose.lasts(),
    };
    Ok(tokens::issue(tx, &token, now)?)
}

/// Takes a browser back, and gives where it was going. To be committed whatever comes of it.
///
/// # Errors
/// [`super::Error::DeadLink`] when it was taken back before, or took too long.
pub fn return_from_provider(tx: &mut Transaction<'_>, secret: &Secret, now: DateTime<Utc>) -> Result<String> {
    Ok(use_link_once(tx, secret, LinkPurpose::Provider, now)?.payload)
}
