//! An account that waits is welcomed or declined, by a host of a place that it asked for or by the
//! coordination.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::forget_registrations::forget_registrations;
use super::raise_member;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::store::accounts;
use crate::store::members::{self, MemberRow};
use crate::store::memberships::{self, MembershipRow};
use crate::store::outbox::{self, NewMail};

/// Whether the actor may decide on an account with these memberships.
pub fn may_decide(by: &Actor, asked: &[MembershipRow]) -> bool {
    let manages = |row: &MembershipRow| {
        row.role == MembershipRole::Asked.code() && by.may(Action::ManageMembers(row.place_id))
    };
    by.may(Action::RunNetwork) || asked.iter().any(manages)
}

/// Opens the account; what it asked for at places that the actor manages is granted too.
pub fn welcome_account(tx: &mut Transaction<'_>, by: &Actor, member: i64, now: DateTime<Utc>) -> Result<()> {
    let (member, asked) = to_decide(tx, by, member)?;
    if !accounts::move_state(tx, member.id, MemberState::Waiting, MemberState::Active, now)? {
        return Ok(()); // somebody was faster
    }
    for row in asked.iter().filter(|row| row.role == MembershipRole::Asked.code()) {
        if by.may(Action::ManageMembers(row.place_id)) {
            memberships::save(tx, member.id, row.place_id, row.kind()?, MembershipRole::Member, now)?;
        }
    }
    raise_member(tx, member.id)?;
    tell_member(tx, &member, "account-welcomed", &letters::welcomed(), now)
}

/// Erases the account, and says so with a word of the one who decides (it may be empty).
pub fn decline_account(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    word: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let (member, _) = to_decide(tx, by, member)?;
    if member.state()? != MemberState::Waiting {
        return Ok(());
    }
    forget_registrations(tx, member.id, now)?;
    members::delete(tx, member.id)?;
    let mail = NewMail {
        kind: "account-declined",
        once_key: None,
        recipient: &member.email,
        recipient_name: &member.name,
        locale: member.locale(),
        member: None,
        letter: &letters::declined(word),
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}

fn to_decide(tx: &mut Transaction<'_>, by: &Actor, member: i64) -> Result<(MemberRow, Vec<MembershipRow>)> {
    let member = members::by_id(tx, member)?;
    let asked = memberships::of_member(tx, member.id)?;
    if may_decide(by, &asked) { Ok((member, asked)) } else { Err(Error::Forbidden) }
}
