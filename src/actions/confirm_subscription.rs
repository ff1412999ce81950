//! The link of a letter is followed: the address is proven, and told by mail from now on.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::ask_subscription::{LASTS, PURPOSE, Pending};
use super::error::{Error, Result};
use crate::db::{DbConnection, Error as DbError, Transaction};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable};
use crate::i18n::Locale;
use crate::secret::Secret;
use crate::store::members;
use crate::store::subscribers::{self, MANAGE, Reader, SubscriberRow};
use crate::store::tokens::{self, TokenRow};

/// What a link would confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubscriptionWanted {
    pub rhythm: Rhythm,
    /// With what the address is told of already.
    pub choices: Choices,
}

/// # Errors
/// [`Error::DeadLink`].
pub fn subscription_wanted(
    conn: &mut DbConnection,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<SubscriptionWanted> {
    let token = tokens::find(conn, secret, PURPOSE, now)?.ok_or(Error::DeadLink)?;
    let (email, pending) = read(&token)?;
    let choices = match reader_of(conn, &email, &pending)? {
        Some(row) => with_those_of(conn, &row, &pending)?,
        None => pending.choices,
    };
    Ok(SubscriptionWanted { rhythm: pending.rhythm, choices })
}

/// Begins or widens the subscription; gives the text of the link that manages it.
///
/// # Errors
/// [`Error::DeadLink`].
pub fn confirm_subscription(
    tx: &mut Transaction<'_>,
    secret: &Secret,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<String> {
    let Some(token) = tokens::find(tx, secret, PURPOSE, now)? else {
        return subscription_confirmed(tx, secret, now)?.ok_or(Error::DeadLink);
    };
    let (email, pending) = read(&token)?;
    let usual = Timetable { rhythm: pending.rhythm, ..Timetable::usual(zone) };
    let locale = if pending.english { Locale::En } else { Locale::Fr };
    let (row, choices) = match reader_of(tx, &email, &pending)? {
        Some(row) => {
            let choices = with_those_of(tx, &row, &pending)?;
            (row, choices)
        }
        None => {
            let reader = Reader::Address(&email, locale);
            (subscribers::ensure(tx, reader, &usual, now)?, pending.choices)
        }
    };
    let timetable = Timetable { rhythm: pending.rhythm, ..row.timetable()? };
    subscribers::change(tx, row.id, &timetable, &choices, now)?;
    // Two who press at once want the same: the second finds it done.
    tokens::use_up(tx, token.id, now)?;
    Ok(subscribers::sign(tx, &row, MANAGE, now)?)
}

/// The link that manages what this one confirmed a short while ago.
pub fn subscription_confirmed(
    conn: &mut DbConnection,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<Option<String>> {
    let Some(token) = tokens::used_since(conn, secret, PURPOSE, now - LASTS, now)? else { return Ok(None) };
    let (email, pending) = read(&token)?;
    match reader_of(conn, &email, &pending)? {
        Some(row) => Ok(Some(subscribers::sign(conn, &row, MANAGE, now)?)),
        None => Ok(None),
    }
}

fn read(token: &TokenRow) -> Result<(EmailAddress, Pending)> {
    let pending = serde_json::from_str(&token.payload)
        .map_err(|e| DbError::corrupt("subscription link", e.to_string()))?;
    let email = EmailAddress::parse(&token.email).ok_or_else(|| DbError::corrupt("address", &token.email))?;
    Ok((email, pending))
}

/// The subscription of the address: that of its member, should it have an account meanwhile.
fn reader_of(
    conn: &mut DbConnection,
    email: &EmailAddress,
    pending: &Pending,
) -> Result<Option<SubscriberRow>> {
    let member = members::by_email(conn, email)?;
    let locale = if pending.english { Locale::En } else { Locale::Fr };
    let reader = match &member {
        Some(member) => Reader::Member(member.id),
        None => Reader::Address(email, locale),
    };
    Ok(subscribers::of(conn, reader)?)
}

/// Who had left begins anew; else what is asked for again is added.
fn with_those_of(conn: &mut DbConnection, row: &SubscriberRow, pending: &Pending) -> Result<Choices> {
    if row.member_id.is_none() && row.state()? == SubscriberState::Left {
        return Ok(pending.choices.clone());
    }
    let topics = subscribers::topics(conn, row.id)?;
    Ok(row.choices(topics).widened_by(&pending.choices))
}
