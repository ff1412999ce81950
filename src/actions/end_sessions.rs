//! Browsers are signed out.

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::sessions;

/// Ends one session of a member.
pub fn end_session(tx: &mut Transaction<'_>, by: &Actor, member: i64, session: i64) -> Result<()> {
    may(by, member)?;
    Ok(sessions::end(tx, member, session)?)
}

/// Ends every session of a member but this one; none: every one.
pub fn end_other_sessions(tx: &mut Transaction<'_>, by: &Actor, member: i64, but: Option<i64>) -> Result<()> {
    may(by, member)?;
    Ok(sessions::end_others(tx, member, but)?)
}

fn may(by: &Actor, member: i64) -> Result<()> {
    if by.may(Action::ActAs(member)) { Ok(()) } else { Err(Error::Forbidden) }
}
