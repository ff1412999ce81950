//! Somebody without an account asks to register: a letter with a link is sent to their address.
//! Nobody is registered and no seat is taken until the link is followed, so that nobody can fill a
//! room with addresses that are not theirs.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::error::Result;
use super::limit::{REGISTRATIONS_OF_ADDRESS, REGISTRATIONS_OF_CLIENT};
use super::registering::{News, Occasion, Wish, tell};
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::member::PersonName;
use crate::domain::policy::{Action, Actor};
use crate::domain::registration::{Refusal, RegistrationState};
use crate::domain::schedule::OccurrenceKey;
use crate::i18n::Locale;
use crate::mail::Line;
use crate::store::outbox::{self, NewMail};
use crate::store::registrations;
use crate::store::tokens::{self, NewToken};

/// What the link is good for, and how long.
pub(super) const PURPOSE: &str = "registration";
const LASTS: TimeDelta = TimeDelta::hours(24);

/// What is done when the link is followed.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Payload {
    pub event: i64,
    /// As in an address; `None`: the event.
    pub key: Option<String>,
    pub name: String,
    pub english: bool,
    pub size: i32,
    pub answers: Vec<String>,
    pub show_name: bool,
}

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Applicant<'a> {
    pub name: &'a PersonName,
    pub email: &'a EmailAddress,
    pub locale: Locale,
    /// Network address of the one who asks.
    pub client: &'a str,
}

/// Sends the link. Says the same whether or not the address is registered already: its owner is
/// told by letter.
pub fn ask_registration(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    asked: Option<&OccurrenceKey>,
    who: &Applicant<'_>,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<()> {
    let occasion = Occasion::read(tx, event, asked, now)?;
    let terms = &occasion.offered.terms;
    if !by.may(Action::Register { members_only: terms.rules.members_only }) {
        return Err(Refusal::MembersOnly.into());
    }
    if let Some(refusal) = terms.closed(now) {
        return Err(refusal.into());
    }
    wish.check(&occasion)?;
    REGISTRATIONS_OF_CLIENT.count(tx, who.client, now)?;
    REGISTRATIONS_OF_ADDRESS.count(tx, who.email.as_str(), now)?;
    let known = registrations::of_email(tx, event, occasion.offered.stored_key(), who.email.as_str())?;
    match known {
        Some(row) if row.state()?.is_live() => tell(tx, &occasion.about(), &row, News::Already, now),
        // A declined person hears the same again rather than nothing.
        Some(row) if row.state()? == RegistrationState::Declined => {
            tell(tx, &occasion.about(), &row, News::Declined { word: "" }, now)
        }
        _ => send_link(tx, &occasion, asked, who, wish, now),
    }
}

fn send_link(
    tx: &mut Transaction<'_>,
    occasion: &Occasion,
    asked: Option<&OccurrenceKey>,
    who: &Applicant<'_>,
    wish: &Wish,
    now: DateTime<Utc>,
) -> Result<()> {
    let payload = Payload {
        event: occasion.event.id,
        key: asked.map(ToString::to_string),
        name: who.name.to_string(),
        english: who.locale == Locale::En,
        size: wish.size,
        answers: wish.answers.clone(),
        show_name: wish.show_name,
    };
    let payload = serde_json::to_string(&payload)
        .map_err(|e| crate::db::Error::corrupt("registration link", e.to_string()))?;
    let token = NewToken {
        purpose: PURPOSE,
        member: None,
        email: who.email.as_str(),
        payload: &payload,
        lasts: LASTS,
    };
    let secret = tokens::issue(tx, &token, now)?;
    let letter = occasion
        .about()
        .letter("registration-link", who.locale)
        .button(Line::new("letter-registration-link-button"), format!("/inscriptions/{}", secret.reveal()))
        .after(Line::new("letter-registration-link-after"));
    let mail = NewMail {
        kind: "registration-link",
        once_key: None,
        recipient: who.email.as_str(),
        recipient_name: who.name.as_str(),
        locale: who.locale,
        member: None,
        letter: &letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}
