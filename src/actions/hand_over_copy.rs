//! A member takes a copy of everything that is kept about them.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use super::error::{Error, Result};
use super::limit;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::personal_copy;

/// # Errors
/// [`Error::Limited`]: making one takes the database a while.
pub fn hand_over_copy(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    now: DateTime<Utc>,
) -> Result<Map<String, Value>> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    limit::COPIES_OF_MEMBER.count(tx, &member.to_string(), now)?;
    Ok(personal_copy::of(tx, member)?)
}
