//! A member sets up a second factor: a secret is proposed to their app, and a first code from it
//! proves that it arrived. Also what ends it again, and other codes on paper.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::prove_second_factor::SecondProof;
use super::tell_member::tell_member;
use super::use_link::DOUBLE_CLICK;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::mail::accounts as letters;
use crate::recovery_code::{self, RecoveryCode};
use crate::store::{members, second_factors, sessions};
use crate::totp::TotpSecret;

/// Proposes a secret, unless one is proposed or in use.
pub fn propose_second_factor(tx: &mut Transaction<'_>, by: &Actor, member: i64) -> Result<()> {
    may(by, member)?;
    if second_factors::of_member(tx, member)?.is_none() {
        second_factors::propose(tx, member, &TotpSecret::new())?;
    }
    Ok(())
}

/// Turns the second factor on by a first code, and gives the codes on paper: they can be read at
/// this moment alone. Other sessions, which were opened without it, end. `None`: not the code.
pub fn confirm_second_factor(
    tx: &mut Transaction<'_>,
    by: &Actor,
    (member, session): (i64, i64),
    typed: &str,
    now: DateTime<Utc>,
) -> Result<Option<Vec<RecoveryCode>>> {
    may(by, member)?;
    let Some(row) = second_factors::of_member(tx, member)? else { return Ok(None) };
    let Some(step) = row.secret()?.step_of(typed, now) else { return Ok(None) };
    if let Some(confirmed) = row.confirmed_at {
        // The second half of a double click: its answer is the one that is read.
        let again = step == row.last_step && now - confirmed.0 <= DOUBLE_CLICK;
        return if again { Ok(Some(new_codes(tx, member)?)) } else { Ok(None) };
    }
    if !second_factors::confirm(tx, member, step, now)? {
        return Ok(None);
    }
    sessions::strengthen(tx, session)?;
    sessions::end_others(tx, member, Some(session))?;
    let codes = new_codes(tx, member)?;
    let row = members::by_id(tx, member)?;
    tell_member(tx, &row, "second-factor-on", &letters::second_factor_on(), now)?;
    Ok(Some(codes))
}

/// Other codes on paper, for who proved to have the second factor.
pub fn renew_recovery_codes(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    proof: &SecondProof,
    now: DateTime<Utc>,
) -> Result<Vec<RecoveryCode>> {
    may(by, member)?;
    proof.is_of(member)?;
    let codes = new_codes(tx, member)?;
    let row = members::by_id(tx, member)?;
    tell_member(tx, &row, "recovery-codes", &letters::recovery_codes_renewed(), now)?;
    Ok(codes)
}

/// Turns the second factor off, for who proved to have it.
pub fn remove_second_factor(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    proof: &SecondProof,
    now: DateTime<Utc>,
) -> Result<()> {
    may(by, member)?;
    proof.is_of(member)?;
    second_factors::remove(tx, member)?;
    sessions::weaken(tx, member)?;
    let row = members::by_id(tx, member)?;
    tell_member(tx, &row, "second-factor-off", &letters::second_factor_off(), now)
}

fn new_codes(tx: &mut Transaction<'_>, member: i64) -> Result<Vec<RecoveryCode>> {
    let codes: Vec<RecoveryCode> = (0..recovery_code::COUNT).map(|_| RecoveryCode::new()).collect();
    let hashes: Vec<String> = codes.iter().map(|code| code.hash(member)).collect();
    second_factors::replace_codes(tx, member, &hashes)?;
    Ok(codes)
}

fn may(by: &Actor, member: i64) -> Result<()> {
    if by.may(Action::ActAs(member)) { Ok(()) } else { Err(Error::Forbidden) }
}
