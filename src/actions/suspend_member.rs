//! The coordination puts an account aside, or takes it back: who is put aside is signed out
//! everywhere, may not sign in, and is seen nowhere.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::joining_letters::with_words;
use super::tell_member::tell_member;
use crate::db::{Scope, Transaction};
use crate::domain::joining::Remark;
use crate::domain::link::LinkPurpose;
use crate::domain::member::MemberState;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::store::members::{self, MemberRow};
use crate::store::{accounts, sessions, suspensions, tokens};

/// Puts an account aside, and tells its person so with a word (it may be empty). Twice is once.
///
/// # Errors
/// [`Error::Forbidden`]: not by the coordination, or by oneself on oneself.
pub fn suspend_member(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: &MemberRow,
    word: &Remark,
    now: DateTime<Utc>,
) -> Result<()> {
    let decides = by_the_coordination(by)?;
    if decides == member.id {
        return Err(Error::Forbidden);
    }
    let (by, member) = one_at_a_time(tx, decides, member.id, now)?;
    let before = member.state()?;
    if before == MemberState::Suspended {
        return Ok(());
    }
    accounts::move_state(tx, member.id, before, MemberState::Suspended, now)?;
    suspensions::insert(tx, &member, word.as_str(), &by.uid, now)?;
    sessions::end_others(tx, member.id, None)?;
    for purpose in LinkPurpose::ALL {
        tokens::revoke(tx, member.id, purpose.code(), now)?;
    }
    // The name may stand on any page.
    tx.raise(Scope::Everything);
    tell_member(tx, &member, "account-suspended", &with_words(letters::suspended(), word.as_str()), now)
}

/// Takes an account back as it was, and tells its person.
pub fn lift_suspension(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    by_the_coordination(by)?;
    let to = match suspensions::find(tx, member.id)? {
        Some(row) => row.state_before()?,
        None => MemberState::Active,
    };
    if !accounts::move_state(tx, member.id, MemberState::Suspended, to, now)? {
        return Ok(()); // somebody was faster
    }
    suspensions::delete(tx, member.id)?;
    tx.raise(Scope::Everything);
    tell_member(tx, member, "suspension-lifted", &letters::suspension_lifted(), now)
}

fn by_the_coordination(by: &Actor) -> Result<i64> {
    by.member().filter(|_| by.may(Action::RunNetwork)).ok_or(Error::Forbidden)
}

/// Both accounts as they stand, with nobody else changing them until the end: of two coordinators
/// who suspend each other, one stays.
fn one_at_a_time(
    tx: &mut Transaction<'_>,
    by: i64,
    member: i64,
    now: DateTime<Utc>,
) -> Result<(MemberRow, MemberRow)> {
    for id in [by.min(member), by.max(member)] {
        accounts::touch(tx, id, now)?;
    }
    let (by, member) = (members::by_id(tx, by)?, members::by_id(tx, member)?);
    match by.state()? {
        MemberState::Active => Ok((by, member)),
        MemberState::Waiting | MemberState::Suspended => Err(Error::Forbidden),
    }
}
