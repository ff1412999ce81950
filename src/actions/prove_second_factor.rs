//! Somebody proves to have the second factor of an account: by a code of the app or one on paper.
//! Each is taken once, and wrong ones are counted.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::limit;
use super::tell_member::tell_member;
use super::use_link::DOUBLE_CLICK;
use crate::db::Transaction;
use crate::domain::link::LinkPurpose;
use crate::mail::accounts as letters;
use crate::recovery_code::RecoveryCode;
use crate::secret::Secret;
use crate::store::{members, second_factors, tokens};

/// That a code of this member was right.
#[derive(Clone, Debug)]
pub struct SecondProof {
    member: i64,
}

impl SecondProof {
    /// # Errors
    /// [`Error::Forbidden`] when it is of another member.
    pub(super) fn is_of(&self, member: i64) -> Result<()> {
        if self.member == member { Ok(()) } else { Err(Error::Forbidden) }
    }
}

/// Takes a code; `None` when it is wrong or was taken before. To be committed whatever comes of it.
///
/// # Errors
/// [`Error::Limited`].
pub fn prove_second_factor(
    tx: &mut Transaction<'_>,
    member: i64,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Option<SecondProof>> {
    let who = member.to_string();
    limit::CODES_OF_ACCOUNT.count(tx, &who, now)?;
    limit::CODES_OF_ACCOUNT_A_DAY.count(tx, &who, now)?;
    if !take(tx, member, typed, now)? {
        return Ok(None);
    }
    limit::CODES_OF_ACCOUNT.forget(tx, &who)?;
    limit::CODES_OF_ACCOUNT_A_DAY.forget(tx, &who)?;
    Ok(Some(SecondProof { member }))
}

/// [`prove_second_factor`] for who signs in and holds the secret of the second step.
///
/// # Errors
/// [`Error::DeadLink`] when it took too long; [`Error::Limited`].
pub fn prove_second_step(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Option<SecondProof>> {
    let purpose = LinkPurpose::SecondStep.code();
    if let Some(token) = tokens::find(tx, secret, purpose, now)? {
        return prove_second_factor(tx, token.member_id.ok_or(Error::DeadLink)?, typed, now);
    }
    let used = tokens::used_since(tx, secret, purpose, now - DOUBLE_CLICK, now)?;
    let member = used.and_then(|token| token.member_id).ok_or(Error::DeadLink)?;
    Ok(was_taken(tx, member, typed, now)?.then_some(SecondProof { member }))
}

fn take(tx: &mut Transaction<'_>, member: i64, typed: &str, now: DateTime<Utc>) -> Result<bool> {
    if let Some(code) = RecoveryCode::parse(typed) {
        let taken = second_factors::use_code(tx, member, &code.hash(member), now)?;
        if taken {
            let left = second_factors::codes_left(tx, member)?;
            let row = members::by_id(tx, member)?;
            tell_member(tx, &row, "recovery-code-used", &letters::recovery_code_used(left), now)?;
        }
        return Ok(taken);
    }
    match second_factors::of_member(tx, member)? {
        Some(row) => match row.secret()?.step_of(typed, now) {
            Some(step) => Ok(second_factors::take_step(tx, member, step)?),
            None => Ok(false),
        },
        None => Ok(false),
    }
}

/// Whether this very code was the last that was taken: the second half of a double click.
fn was_taken(tx: &mut Transaction<'_>, member: i64, typed: &str, now: DateTime<Utc>) -> Result<bool> {
    if let Some(code) = RecoveryCode::parse(typed) {
        let since = now - DOUBLE_CLICK;
        return Ok(second_factors::code_was_used(tx, member, &code.hash(member), since)?);
    }
    match second_factors::of_member(tx, member)? {
        Some(row) => Ok(row.secret()?.step_of(typed, now) == Some(row.last_step)),
        None => Ok(false),
    }
}
