//! The coordination entrusts a place to somebody whose address it knows: with an account, they are
//! named; without one, a letter invites them to open it.

use chrono::{DateTime, TimeDelta, Utc};

use super::error::{Error, Result};
use super::joining_letters::about;
use super::name_host::name_host;
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::member::MembershipRole;
use crate::domain::policy::{Action, Actor};
use crate::i18n::Locale;
use crate::mail::{Letter, Line};
use crate::store::members;
use crate::store::outbox::{self, NewMail};
use crate::store::places::PlaceRow;
use crate::store::tokens::{self, NewToken};

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostInvited {
    /// They have an account, under this name, and hold the place now.
    Named(String),
    /// A letter is on its way.
    Invited,
}

/// How long an invitation is good.
const LASTS: TimeDelta = TimeDelta::days(14);

/// `locale`: the language of the letter, as nothing is known of the reader.
pub fn invite_host(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    email: &EmailAddress,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<HostInvited> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    if let Some(member) = members::by_email(tx, email)? {
        name_host(tx, by, place, &member, now)?;
        return Ok(HostInvited::Named(member.name));
    }
    let payload = serde_json::json!({ "place": place.id, "role": MembershipRole::Host.code() }).to_string();
    let new = NewToken {
        purpose: "invitation",
        member: None,
        email: email.as_str(),
        payload: &payload,
        lasts: LASTS,
    };
    let secret = tokens::issue(tx, &new, now)?;
    let letter = Letter::new(about("joining-letter-invitation-subject", place))
        .paragraph(about("joining-letter-invitation", place))
        .button(Line::new("joining-letter-invitation-button"), format!("/invitations/{}", secret.reveal()))
        .after(Line::new("joining-letter-invitation-after").with("days", LASTS.num_days().to_string()));
    let mail = NewMail {
        kind: "host-invitation",
        once_key: None,
        recipient: email.as_str(),
        recipient_name: "",
        locale,
        member: None,
        letter: &letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(HostInvited::Invited)
}
