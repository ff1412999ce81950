//! The link of a letter is followed: the address is proven, and its owner is registered.

use chrono::{DateTime, Utc};

use super::ask_registration::{PURPOSE, Payload};
use super::error::{Error, Result};
use super::registering::{Occasion, Person, Wish, enter};
use crate::db::{self, DbConnection, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::schedule::OccurrenceKey;
use crate::i18n::Locale;
use crate::secret::Secret;
use crate::store::registrations::{self, RegistrationRow};
use crate::store::{members, seats, tokens};

/// A registration that waits for its confirmation.
#[derive(Clone, Debug)]
pub struct Unconfirmed {
    pub occasion: Occasion,
    pub name: String,
    pub size: i32,
}

/// What a link would confirm; not found when it was used or has expired.
pub fn unconfirmed(conn: &mut DbConnection, secret: &Secret, now: DateTime<Utc>) -> Result<Unconfirmed> {
    let token = tokens::find(conn, secret, PURPOSE, now)?.ok_or(db::Error::NotFound)?;
    let payload = payload(&token.payload)?;
    let asked = payload.key.as_deref().and_then(OccurrenceKey::parse);
    let occasion = Occasion::read(conn, payload.event, asked.as_ref(), now)?;
    Ok(Unconfirmed { occasion, name: payload.name, size: payload.size })
}

/// Registers the owner of the address. From then on the same link leads to the registration.
pub fn confirm_registration(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<RegistrationRow> {
    let token = tokens::find(tx, secret, PURPOSE, now)?.ok_or(db::Error::NotFound)?;
    let payload = payload(&token.payload)?;
    let number = seats::take_turn(tx, payload.event)?;
    let asked = payload.key.as_deref().and_then(OccurrenceKey::parse);
    let occasion = Occasion::read(tx, payload.event, asked.as_ref(), now)?;
    // Who has an account finds the registration there.
    let member = match EmailAddress::parse(&token.email) {
        Some(email) => members::by_email(tx, &email)?.map(|member| member.id),
        None => None,
    };
    let person = Person {
        member,
        email: &token.email,
        name: &payload.name,
        locale: if payload.english { Locale::En } else { Locale::Fr },
    };
    let wish = Wish { size: payload.size, answers: payload.answers, show_name: payload.show_name };
    let row = enter(tx, &occasion, &person, &wish, number, now)?;
    super::ask_hosts::ask_hosts(tx, &occasion, &row, now)?;
    // A second copy waited for its turn above, and finds it used.
    if !tokens::use_up(tx, token.id, now)? {
        return Err(db::Error::NotFound.into());
    }
    registrations::add_link(tx, row.id, secret, now)?;
    Ok(row)
}

fn payload(text: &str) -> Result<Payload> {
    serde_json::from_str(text).map_err(|e| Error::Db(db::Error::corrupt("registration link", e.to_string())))
}
