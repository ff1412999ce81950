//! The address of a new account is confirmed: the account is opened, or waits to be welcomed.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use super::sign_up::Pending;
use super::tell_member::tell_member;
use super::use_link::{Used, opened_a_moment_ago, use_link};
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{MemberState, MembershipKind, MembershipRole, PersonName, SignupRule};
use crate::i18n::Locale;
use crate::mail;
use crate::secret::Secret;
use crate::store::members::{self, MemberRow, NewMember};
use crate::store::tokens::TokenRow;
use crate::store::{accounts, memberships, network_rules, place_people, places};

/// Opens the account that the link confirms; gives its row.
///
/// # Errors
/// [`Error::DeadLink`] when it was used, has expired, or the address has an account meanwhile.
pub fn confirm_signup(tx: &mut Transaction<'_>, secret: &Secret, now: DateTime<Utc>) -> Result<MemberRow> {
    let token = match use_link(tx, secret, LinkPurpose::SignUp, now)? {
        Used::Now(token) => token,
        Used::AMomentAgo(token) => return opened_a_moment_ago(tx, &token),
    };
    let member = open(tx, &token, now)?;
    if member.state()? == MemberState::Waiting {
        tell_those_who_decide(tx, &member, now)?;
    }
    Ok(member)
}

/// The account as it was asked for.
fn open(tx: &mut Transaction<'_>, token: &TokenRow, now: DateTime<Utc>) -> Result<MemberRow> {
    let pending: Pending =
        serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("sign-up", e.to_string()))?;
    let (Some(email), Some(name)) = (EmailAddress::parse(&token.email), PersonName::parse(&pending.name))
    else {
        return Err(DbError::corrupt("sign-up", &token.email).into());
    };
    if members::by_email(tx, &email)?.is_some() {
        return Err(Error::DeadLink);
    }
    let state = match network_rules::find(tx)?.signup {
        SignupRule::Open => MemberState::Active,
        SignupRule::OnApproval | SignupRule::ByInvitation => MemberState::Waiting,
    };
    let new = NewMember {
        email: &email,
        name: &name,
        locale: if pending.english { Locale::En } else { Locale::Fr },
        state,
        coordinates: false,
        password_hash: pending.password_hash,
        uid: Uuid::new_v4(),
    };
    let id = members::insert(tx, &new, now)?;
    let place = pending.place.filter(|place| places::by_id(tx, *place).is_ok());
    if let Some(place) = place {
        memberships::save(tx, id, place, MembershipKind::User, MembershipRole::Asked, now)?;
    }
    Ok(members::by_id(tx, id)?)
}

/// The hosts of the place; the coordination where there is none.
fn tell_those_who_decide(tx: &mut Transaction<'_>, member: &MemberRow, now: DateTime<Utc>) -> Result<()> {
    let place = memberships::of_member(tx, member.id)?.first().map(|row| row.place_id);
    let deciding = match place {
        Some(place) => place_people::answering(tx, place)?,
        None => accounts::coordinators(tx)?,
    };
    let place_name = place.map(|place| places::by_id(tx, place)).transpose()?.map(|row| row.name);
    let letter = mail::accounts::somebody_waits(&member.name, place_name.as_deref());
    deciding.iter().try_for_each(|member| tell_member(tx, member, "account-waits", &letter, now))
}
