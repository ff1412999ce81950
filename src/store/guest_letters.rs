//! Letters of hosts to those who are registered for a date: whom they reach, and which were sent.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::known;
use crate::db::schema::{guest_letters, members, registrations};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};
use crate::domain::guest_letter::{Audience, Subject};
use crate::domain::registration::RegistrationState;
use crate::store::registrations::RegistrationRow;

/// Who is written to, by number: those of an audience of whom an address is known. Who was noted as
/// absent has no seat any more.
pub fn recipients(
    conn: &mut DbConnection,
    event: i64,
    key: &str,
    audience: Audience,
) -> Result<Vec<RegistrationRow>> {
    let state = match audience {
        Audience::Seated | Audience::Came => RegistrationState::Confirmed,
        Audience::Waiting => RegistrationState::Waiting,
    };
    let mut rows = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::occurrence_key.eq(key))
        .filter(registrations::state.eq(state.code()))
        .filter(registrations::email.is_not_null())
        .order(registrations::number)
        .select(RegistrationRow::as_select())
        .into_boxed();
    rows = match audience {
        Audience::Came => rows.filter(registrations::came.eq(true)),
        Audience::Seated | Audience::Waiting => {
            rows.filter(registrations::came.is_null().or(registrations::came.eq(true)))
        }
    };
    Ok(rows.load(conn)?)
}

/// A letter that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestLetter {
    pub audience: Audience,
    pub subject: String,
    /// Name of who wrote it. May be empty.
    pub author: String,
    /// How many got it.
    pub letters: i32,
    pub sent_at: DateTime<Utc>,
}

/// Notes a letter; gives its id.
pub fn insert(
    conn: &mut DbConnection,
    (event, key): (i64, &str),
    author: Option<i64>,
    (audience, subject, letters): (Audience, &Subject, i32),
    now: DateTime<Utc>,
) -> Result<i64> {
    let values = (
        guest_letters::event_id.eq(event),
        guest_letters::occurrence_key.eq(key),
        guest_letters::member_id.eq(author),
        guest_letters::audience.eq(audience.code()),
        guest_letters::subject.eq(subject.as_str()),
        guest_letters::letters.eq(letters),
        guest_letters::sent_at.eq(UtcInstant(now)),
    );
    Ok(on_each_backend!(conn, |c| diesel::insert_into(guest_letters::table)
        .values(values)
        .returning(guest_letters::id)
        .get_result(c)?))
}

/// What was written to those of a date, the last first.
pub fn of_date(conn: &mut DbConnection, event: i64, key: &str, limit: i64) -> Result<Vec<GuestLetter>> {
    let rows: Vec<(String, String, Option<String>, i32, UtcInstant)> = guest_letters::table
        .left_join(members::table)
        .filter(guest_letters::event_id.eq(event))
        .filter(guest_letters::occurrence_key.eq(key))
        .order((guest_letters::sent_at.desc(), guest_letters::id.desc()))
        .limit(limit)
        .select((
            guest_letters::audience,
            guest_letters::subject,
            members::name.nullable(),
            guest_letters::letters,
            guest_letters::sent_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(audience, subject, author, letters, sent_at)| {
            Ok(GuestLetter {
                audience: known("audience", &audience, Audience::from_code)?,
                subject,
                author: author.unwrap_or_default(),
                letters,
                sent_at: sent_at.0,
            })
        })
        .collect()
}
