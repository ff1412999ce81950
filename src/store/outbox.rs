//! The outbox: letters that wait to be sent, those that were, and those that could not be.

mod delivery;
mod queue;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use uuid::Uuid;

use crate::db::schema::outbox;
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant};
use crate::i18n::Locale;
use crate::mail::Letter;

pub use delivery::{Claimed, Kept, Queue, claim, give_up, is_due, leave_unsent, postpone, release, sent};
pub use queue::{
    Content, MailRow, by_uid, content_of, count_by_state, count_waiting, drop_keyed, drop_one, forget,
    in_state, retry, retry_all, sent_back, subject_of,
};

/// A letter and whom it is for.
pub struct NewMail<'a> {
    /// What it is, for lists ("confirm-signup", "registration-confirmed"…).
    pub kind: &'a str,
    /// Nothing is sent twice under one key.
    pub once_key: Option<&'a str>,
    pub recipient: &'a str,
    /// May be empty.
    pub recipient_name: &'a str,
    pub locale: Locale,
    /// The member it is for: erased with them.
    pub member: Option<i64>,
    pub letter: &'a Letter,
}

/// Puts a letter into the outbox; `false` when one stood there under its key.
pub fn enqueue(conn: &mut DbConnection, mail: &NewMail<'_>, now: DateTime<Utc>) -> Result<bool> {
    // Stories write every letter: one without words is found there, in both languages.
    debug_assert_eq!(mail.letter.unworded(), None, "a line of {} has no words", mail.kind);
    let letter = serde_json::to_string(mail.letter).map_err(|e| Error::corrupt("letter", e.to_string()))?;
    let written = diesel::sql_query(
        "INSERT INTO outbox (uid, kind, once_key, recipient, recipient_name, locale, member_id, letter, state, \
         tries, last_error, created_at, due_at, leased_until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, '', $9, $9, $10) \
         ON CONFLICT (once_key) DO NOTHING",
    )
    .bind::<Text, _>(Uuid::new_v4().to_string())
    .bind::<Text, _>(mail.kind)
    .bind::<Nullable<Text>, _>(mail.once_key)
    .bind::<Text, _>(mail.recipient)
    .bind::<Text, _>(mail.recipient_name)
    .bind::<Text, _>(mail.locale.tag())
    .bind::<Nullable<BigInt>, _>(mail.member)
    .bind::<Text, _>(letter)
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<Instant, _>(UtcInstant(DateTime::UNIX_EPOCH))
    .execute(conn)?;
    Ok(written == 1)
}

/// Takes every letter out, sent or not: a demo that was just made has written to nobody.
pub fn empty(conn: &mut DbConnection) -> Result<()> {
    diesel::delete(outbox::table).execute(conn)?;
    Ok(())
}

/// Every letter to one person that still has its words, oldest first, with its recipient's address.
pub fn all_letters(conn: &mut DbConnection) -> Result<Vec<(String, Letter)>> {
    let rows: Vec<(String, String)> = outbox::table
        .filter(outbox::letter.ne(""))
        .filter(outbox::mailing_id.is_null())
        .order(outbox::id)
        .select((outbox::recipient, outbox::letter))
        .load(conn)?;
    let read = |(recipient, letter): (String, String)| {
        let letter = serde_json::from_str(&letter).map_err(|e| Error::corrupt("letter", e.to_string()))?;
        Ok((recipient, letter))
    };
    rows.into_iter().map(read).collect()
}
