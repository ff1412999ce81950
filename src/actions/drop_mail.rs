//! A coordinator decides that a letter is not sent.

use chrono::{DateTime, Utc};

use super::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::outbox;

/// Gives `false` when it is too late: the letter was sent, or is on its way.
pub fn drop_mail(tx: &mut Transaction<'_>, by: &Actor, uid: &str, now: DateTime<Utc>) -> Result<bool> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    Ok(outbox::drop_one(tx, uid, now)?)
}
