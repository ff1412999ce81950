//! Somebody asks to be told by mail, without an account: a letter asks them to confirm. Nothing of
//! it is kept beside the link, which ends by itself. An address that belongs to a member hears that
//! the account has such choices; from outside both look the same.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::error::Result;
use super::limit::{SUBSCRIPTIONS_OF_ADDRESS, SUBSCRIPTIONS_OF_CLIENT};
use super::tell_member::tell_member;
use crate::db::{Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::{Choices, Rhythm, Timetable};
use crate::i18n::Locale;
use crate::mail::subscribing as letters;
use crate::store::members::{self, MemberRow};
use crate::store::outbox::{self, NewMail};
use crate::store::subscribers::{self, MANAGE, Reader};
use crate::store::tokens::{self, NewToken};

/// What the link is good for, and how long.
pub(super) const PURPOSE: &str = "subscription";
pub(super) const LASTS: TimeDelta = TimeDelta::hours(48);

const KIND: &str = "subscription-link";

/// What is asked for, and by whom.
pub struct SubscriptionAsked<'a> {
    pub email: &'a EmailAddress,
    pub rhythm: Rhythm,
    pub choices: &'a Choices,
    /// Language of the page, and of the mails.
    pub locale: Locale,
    /// The network's zone.
    pub zone: Tz,
    /// Network address of the one who asks.
    pub client: &'a str,
}

/// What waits with the link until the address is confirmed.
#[derive(Serialize, Deserialize)]
pub(super) struct Pending {
    pub rhythm: Rhythm,
    pub choices: Choices,
    pub english: bool,
}

pub fn ask_subscription(
    tx: &mut Transaction<'_>,
    asked: &SubscriptionAsked<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    SUBSCRIPTIONS_OF_ADDRESS.count(tx, asked.email.as_str(), now)?;
    SUBSCRIPTIONS_OF_CLIENT.count(tx, asked.client, now)?;
    match members::by_email(tx, asked.email)? {
        Some(member) => lead_to_choices(tx, asked, &member, now),
        None => send_link(tx, asked, now),
    }
}

fn send_link(tx: &mut Transaction<'_>, asked: &SubscriptionAsked<'_>, now: DateTime<Utc>) -> Result<()> {
    let pending =
        Pending { rhythm: asked.rhythm, choices: asked.choices.clone(), english: asked.locale == Locale::En };
    let payload =
        serde_json::to_string(&pending).map_err(|e| DbError::corrupt("subscription link", e.to_string()))?;
    let token = NewToken {
        purpose: PURPOSE,
        member: None,
        email: asked.email.as_str(),
        payload: &payload,
        lasts: LASTS,
    };
    let secret = tokens::issue(tx, &token, now)?;
    let mail = NewMail {
        kind: KIND,
        once_key: None,
        recipient: asked.email.as_str(),
        recipient_name: "",
        locale: asked.locale,
        member: None,
        letter: &letters::confirm(&secret, asked.rhythm),
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(())
}

/// The link opens what the member chose, with what was asked for proposed beside it.
fn lead_to_choices(
    tx: &mut Transaction<'_>,
    asked: &SubscriptionAsked<'_>,
    member: &MemberRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = subscribers::ensure(tx, Reader::Member(member.id), &Timetable::usual(asked.zone), now)?;
    let link = subscribers::sign(tx, &row, MANAGE, now)?;
    tell_member(tx, member, KIND, &letters::already_member(&link, asked.choices), now)
}
