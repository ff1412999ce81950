//! A link that was sent by mail is used: once, in time, and for what it was sent.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::secret::Secret;
use crate::store::tokens::{self, TokenRow};

/// # Errors
/// [`Error::DeadLink`] when it never was one, was used (also a moment ago) or has expired.
pub(super) fn use_link(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    purpose: LinkPurpose,
    now: DateTime<Utc>,
) -> Result<TokenRow> {
    let token = tokens::find(tx, secret, purpose.code(), now)?.ok_or(Error::DeadLink)?;
    match tokens::use_up(tx, token.id, now)? {
        true => Ok(token),
        false => Err(Error::DeadLink),
    }
}
