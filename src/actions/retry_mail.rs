//! A coordinator has parked letters tried anew.

use chrono::{DateTime, Utc};

use super::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::outbox;

/// One letter, or all of them. Letters that are not parked (any more) are left alone.
pub fn retry_mail(tx: &mut Transaction<'_>, by: &Actor, uid: Option<&str>, now: DateTime<Utc>) -> Result<()> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    match uid {
        Some(uid) => outbox::retry(tx, uid, now).map(|_| ())?,
        None => outbox::retry_all(tx, now).map(|_| ())?,
    }
    Ok(())
}
