//! Letters to an address that was stopped are tried again, beginning with one that says so.

use chrono::{DateTime, Utc};

use super::{Error, Result};
use crate::db::Transaction;
use crate::domain::email::EmailAddress;
use crate::domain::policy::{Action, Actor};
use crate::i18n::Locale;
use crate::mail::{Letter, Line, accounts};
use crate::store::outbox::{self, NewMail};
use crate::store::{failing_addresses, members};

/// By the coordination; `false` when the address is not stopped (any more).
pub fn retry_address(tx: &mut Transaction<'_>, by: &Actor, email: &str, now: DateTime<Utc>) -> Result<bool> {
    if !by.may(Action::RunNetwork) {
        return Err(Error::Forbidden);
    }
    retry(tx, email, now)
}

/// By the member whose address it is.
pub fn retry_own_address(tx: &mut Transaction<'_>, by: &Actor, now: DateTime<Utc>) -> Result<bool> {
    let id = by.member().ok_or(Error::Forbidden)?;
    let email = members::by_id(tx, id)?.email;
    retry(tx, &email, now)
}

/// Refused once more, the address is stopped again.
fn retry(tx: &mut Transaction<'_>, email: &str, now: DateTime<Utc>) -> Result<bool> {
    if !failing_addresses::give_another_chance(tx, email)? {
        return Ok(false);
    }
    let member = EmailAddress::parse(email).map(|email| members::by_email(tx, &email)).transpose()?.flatten();
    let letter = Letter::new(Line::new("letter-trial-subject"))
        .paragraph(Line::new("letter-trial-text"))
        .paragraph(Line::new("letter-trial-nothing-to-do"));
    let mail = NewMail {
        kind: accounts::TRIAL,
        once_key: None,
        recipient: email,
        recipient_name: member.as_ref().map_or("", |member| member.name.as_str()),
        locale: member.as_ref().map_or(Locale::default(), |member| member.locale()),
        member: member.as_ref().map(|member| member.id),
        letter: &letter,
    };
    outbox::enqueue(tx, &mail, now)?;
    Ok(true)
}
