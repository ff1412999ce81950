//! Somebody whom a provider of accounts elsewhere vouches for comes in: into the account that the
//! identity is linked to, or a new one. To an account that merely has the same address it is linked
//! by a letter to that address, and by nothing else.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use super::limit;
use super::open_account::{NewAccount, open_account};
use super::open_session::{Browser, Entrance, open_session};
use super::tell_member::tell_member;
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::identity::{Identity, IdentityError};
use crate::domain::link::LinkPurpose;
use crate::domain::member::{MemberState, SignupRule};
use crate::i18n::Locale;
use crate::mail::accounts as letters;
use crate::store::members::{self, MemberRow};
use crate::store::tokens::{self, NewToken};
use crate::store::{identities, network_rules};

/// Who comes, and how.
pub struct Arrival<'a> {
    pub identity: &'a Identity,
    pub browser: Browser<'a>,
    /// Language of a new account.
    pub locale: Locale,
    /// How people call the provider.
    pub provider: &'a str,
    /// Address of the client, for the limits.
    pub client: &'a str,
}

/// What becomes of them.
pub enum Entered {
    In(Entrance),
    /// Into an account that begins now, in this state.
    New(Entrance, MemberState),
    /// A letter asks the account at the address whether it is theirs.
    Asked,
}

/// What waits until the account's person has said yes.
#[derive(Serialize, Deserialize)]
pub(super) struct PendingIdentity {
    pub issuer: String,
    pub subject: String,
    pub towards: String,
}

/// # Errors
/// [`Error::Identity`] when it may not open an account, [`Error::Suspended`], [`Error::Limited`].
pub fn enter_by_provider(
    tx: &mut Transaction<'_>,
    arrival: &Arrival<'_>,
    now: DateTime<Utc>,
) -> Result<Entered> {
    let identity = arrival.identity;
    if let Some(known) = identities::find(tx, &identity.issuer, &identity.subject)? {
        identities::note_use(tx, known.id, now)?;
        let member = members::by_id(tx, known.member_id)?;
        return Ok(Entered::In(open_session(tx, &member, arrival.browser, now)?));
    }
    let email = identity.email.as_ref().ok_or(Error::Identity(IdentityError::NoAddress))?;
    match members::by_email(tx, email)? {
        Some(member) => ask_owner(tx, arrival, &member, now),
        None => begin(tx, arrival, email, now),
    }
}

/// Whoever controls the provider could name any address: its own mailbox decides.
fn ask_owner(
    tx: &mut Transaction<'_>,
    arrival: &Arrival<'_>,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<Entered> {
    if member.state()? == MemberState::Suspended {
        return Err(Error::Suspended);
    }
    limit::LETTERS_TO_ADDRESS.count(tx, &member.email, now)?;
    limit::LETTERS_OF_CLIENT.count(tx, arrival.client, now)?;
    let pending = PendingIdentity {
        issuer: arrival.identity.issuer.clone(),
        subject: arrival.identity.subject.clone(),
        towards: arrival.browser.towards.to_owned(),
    };
    let payload = serde_json::to_string(&pending).map_err(|e| DbError::corrupt("identity", e.to_string()))?;
    let purpose = LinkPurpose::LinkIdentity;
    tokens::revoke(tx, member.id, purpose.code(), now)?;
    let token = NewToken {
        purpose: purpose.code(),
        member: Some(member.id),
        email: &member.email,
        payload: &payload,
        lasts: purpose.lasts(),
    };
    let secret = tokens::issue(tx, &token, now)?;
    tell_member(tx, member, purpose.code(), &letters::link_identity(&secret, arrival.provider), now)?;
    Ok(Entered::Asked)
}

fn begin(
    tx: &mut Transaction<'_>,
    arrival: &Arrival<'_>,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<Entered> {
    if network_rules::find(tx)?.signup == SignupRule::ByInvitation {
        return Err(Error::Identity(IdentityError::ByInvitation));
    }
    let identity = arrival.identity;
    let name = identity.name_at(email).ok_or(Error::Identity(IdentityError::NoAddress))?;
    let account = NewAccount { email, name: &name, locale: arrival.locale, password_hash: None, place: None };
    let member = open_account(tx, account, now)?;
    if !identities::link(tx, member.id, (&identity.issuer, &identity.subject), now)? {
        return Err(Error::ChangedMeanwhile);
    }
    let state = member.state()?;
    Ok(Entered::New(open_session(tx, &member, arrival.browser, now)?, state))
}
