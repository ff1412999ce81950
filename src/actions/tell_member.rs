//! A member is told something by mail.

use chrono::{DateTime, Utc};

use super::error::Result;
use crate::db::DbConnection;
use crate::mail::Letter;
use crate::store::members::MemberRow;
use crate::store::outbox::{self, NewMail};

/// Puts a letter to a member, in their language, into the outbox.
pub(super) fn tell_member(
    tx: &mut DbConnection,
    member: &MemberRow,
    kind: &str,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<()> {
    let mail = NewMail {
        kind,
        once_key: None,
        recipient: &member.email,
        recipient_name: &member.name,
        locale: member.locale(),
        member: Some(member.id),
        letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}
