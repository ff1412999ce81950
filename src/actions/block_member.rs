//! A member takes no more messages of another, or takes them again.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::conversations;

/// Blocks (or no longer) the other one of a conversation. The other is not told; who writes to
/// somebody who blocked them learns that the message was not taken.
pub fn block_member(
    tx: &mut Transaction<'_>,
    by: &Actor,
    conversation: &str,
    blocked: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(member) = by.member().filter(|member| by.may(Action::ActAs(*member))) else {
        return Err(Error::Forbidden);
    };
    let row = conversations::of_member_by_uid(tx, member, conversation)?;
    let Some(other) = row.other_than(member) else { return Err(Error::Forbidden) };
    match blocked {
        true => conversations::block(tx, member, other, now)?,
        false => conversations::unblock(tx, member, other)?,
    }
    Ok(())
}
