//! Somebody is invited by mail, to the network or to a place, and accepts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::{Error, Result};
use super::limit;
use super::raise_member;
use super::use_link::{Used, opened_a_moment_ago, use_link, use_link_once};
use crate::db::{Error as DbError, Scope, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::link::LinkPurpose;
use crate::domain::member::{InvitedAs, MemberState, MembershipKind, MembershipRole, PersonName};
use crate::domain::policy::{Action, Actor};
use crate::i18n::Locale;
use crate::mail::accounts as letters;
use crate::secret::Secret;
use crate::store::members::{self, MemberRow, NewMember};
use crate::store::outbox::{self, NewMail};
use crate::store::tokens::{self, NewToken, TokenRow};
use crate::store::{accounts, memberships, places};

/// Whom to invite, as what, where.
pub struct NewInvitation<'a> {
    pub email: &'a EmailAddress,
    pub invited_as: InvitedAs,
    /// `None`: to the network.
    pub place: Option<i64>,
    /// Language of the letter: that of the page it is written on.
    pub locale: Locale,
}

/// What an invitation holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    #[serde(rename = "role")]
    pub invited_as: InvitedAs,
    pub place: Option<i64>,
    /// Name of who invites. Empty: the network does.
    #[serde(default)]
    pub by: String,
}

impl Invitation {
    /// What the token of a link holds.
    pub fn of(token: &TokenRow) -> Result<Self> {
        Ok(serde_json::from_str(&token.payload).map_err(|e| DbError::corrupt("invitation", e.to_string()))?)
    }
}

/// Sends an invitation. The coordination invites to anything; a host, members and hosts of the place.
pub fn invite(
    tx: &mut Transaction<'_>,
    by: &Actor,
    new: &NewInvitation<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let is_hosts = new.invited_as != InvitedAs::Coordinator;
    let manages = new.place.is_some_and(|place| is_hosts && by.may(Action::ManageMembers(place)));
    let (true, Some(inviting)) = (manages || by.may(Action::RunNetwork), by.member()) else {
        return Err(Error::Forbidden);
    };
    limit::LETTERS_TO_ADDRESS.count(tx, new.email.as_str(), now)?;
    let inviting = members::by_id(tx, inviting)?;
    let place = new.place.map(|place| places::by_id(tx, place)).transpose()?;
    let invitation = Invitation { invited_as: new.invited_as, place: new.place, by: inviting.name.clone() };
    let payload =
        serde_json::to_string(&invitation).map_err(|e| DbError::corrupt("invitation", e.to_string()))?;
    let token = NewToken {
        purpose: LinkPurpose::Invitation.code(),
        member: None,
        email: new.email.as_str(),
        payload: &payload,
        lasts: LinkPurpose::Invitation.lasts(),
    };
    let secret = tokens::issue(tx, &token, now)?;
    let place_name = place.as_ref().map(|place| place.name.as_str());
    let mail = NewMail {
        kind: LinkPurpose::Invitation.code(),
        once_key: None,
        recipient: new.email.as_str(),
        recipient_name: "",
        locale: new.locale,
        member: None,
        letter: &letters::invitation(&secret, &inviting.name, place_name),
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}

/// What somebody who is invited says of themselves.
pub struct Newcomer<'a> {
    pub name: &'a PersonName,
    pub locale: Locale,
    /// PHC text; `None`: will sign in by mail.
    pub password_hash: Option<String>,
}

/// Opens an account for somebody who was invited: the letter came to them, so the address is theirs.
pub fn accept_invitation(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    newcomer: Newcomer<'_>,
    now: DateTime<Utc>,
) -> Result<MemberRow> {
    let token = match use_link(tx, secret, LinkPurpose::Invitation, now)? {
        Used::Now(token) => token,
        Used::AMomentAgo(token) => return opened_a_moment_ago(tx, &token),
    };
    let email = EmailAddress::parse(&token.email).ok_or_else(|| DbError::corrupt("address", &token.email))?;
    if members::by_email(tx, &email)?.is_some() {
        return Err(Error::DeadLink);
    }
    let new = NewMember {
        email: &email,
        name: newcomer.name,
        locale: newcomer.locale,
        state: MemberState::Active,
        coordinates: false,
        password_hash: newcomer.password_hash,
        uid: Uuid::new_v4(),
    };
    let id = members::insert(tx, &new, now)?;
    grant(tx, id, &token, now)?;
    Ok(members::by_id(tx, id)?)
}

/// Gives a member what they were invited to: the invitation was sent to their own address.
pub fn accept_invitation_as(
    tx: &mut Transaction<'_>,
    by: &Actor,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<()> {
    let token = use_link_once(tx, secret, LinkPurpose::Invitation, now)?;
    let member = members::by_id(tx, by.member().ok_or(Error::Forbidden)?)?;
    if member.email != token.email {
        return Err(Error::Forbidden);
    }
    accounts::move_state(tx, member.id, MemberState::Waiting, MemberState::Active, now)?;
    raise_member(tx, member.id)?;
    grant(tx, member.id, &token, now)
}

fn grant(tx: &mut Transaction<'_>, member: i64, token: &TokenRow, now: DateTime<Utc>) -> Result<()> {
    let invitation = Invitation::of(token)?;
    if invitation.invited_as == InvitedAs::Coordinator {
        accounts::name_coordinator(tx, member, now)?;
    }
    // A place that is gone meanwhile is not missed.
    let Some(place) = invitation.place.and_then(|place| places::by_id(tx, place).ok()) else { return Ok(()) };
    let before = memberships::find(tx, member, place.id)?;
    let kind = before.as_ref().map_or(Ok(MembershipKind::User), |row| row.kind())?;
    let was_host = before.is_some_and(|row| row.role == MembershipRole::Host.code());
    let role = match invitation.invited_as {
        InvitedAs::Host => MembershipRole::Host,
        _ if was_host => MembershipRole::Host,
        _ => MembershipRole::Member,
    };
    memberships::save(tx, member, place.id, kind, role, now)?;
    tx.raise(Scope::Place(place.id));
    Ok(())
}
