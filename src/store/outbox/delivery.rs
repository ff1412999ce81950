//! A letter on its way: claimed by one process for a while, then settled. Each step is a
//! compare-and-set, so that several processes share the work and none settles what it lost.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::schema::outbox;
use crate::db::{DbConnection, Result, UtcInstant};
use crate::i18n::Locale;
use crate::mail::{Failure, MailState};

/// A letter that this process alone may send until its lease ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    pub id: i64,
    /// Left side of its Message-ID.
    pub uid: String,
    pub kind: String,
    pub recipient: String,
    pub recipient_name: String,
    pub locale: Locale,
    /// It is for someone with an account.
    pub to_member: bool,
    /// As JSON.
    pub letter: String,
    /// How often it was tried, this time included.
    pub tries: i32,
    leased_until: UtcInstant,
}

/// The letters that are due and free, those that wait longest first.
pub fn due(conn: &mut DbConnection, now: DateTime<Utc>, most: i64) -> Result<Vec<i64>> {
    Ok(outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::due_at.le(UtcInstant(now)))
        .filter(outbox::leased_until.le(UtcInstant(now)))
        .order((outbox::due_at, outbox::id))
        .select(outbox::id)
        .limit(most)
        .load(conn)?)
}

/// Takes a letter until `leased_until`; `None` when it is no longer due, or another process has it.
pub fn claim(
    conn: &mut DbConnection,
    id: i64,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
) -> Result<Option<Claimed>> {
    let taken = diesel::update(outbox::table.find(id))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::due_at.le(UtcInstant(now)))
        .filter(outbox::leased_until.le(UtcInstant(now)))
        .set((outbox::leased_until.eq(UtcInstant(leased_until)), outbox::tries.eq(outbox::tries + 1)))
        .execute(conn)?;
    if taken == 0 {
        return Ok(None);
    }
    let (uid, kind, recipient, recipient_name, locale, member, letter, tries): (
        String,
        String,
        String,
        String,
        String,
        Option<i64>,
        String,
        i32,
    ) = outbox::table
        .find(id)
        .select((
            outbox::uid,
            outbox::kind,
            outbox::recipient,
            outbox::recipient_name,
            outbox::locale,
            outbox::member_id,
            outbox::letter,
            outbox::tries,
        ))
        .first(conn)?;
    Ok(Some(Claimed {
        id,
        uid,
        kind,
        recipient,
        recipient_name,
        locale: locale_of(&locale),
        to_member: member.is_some(),
        letter,
        tries,
        leased_until: UtcInstant(leased_until),
    }))
}

/// What is stored of a letter after it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing of what it said: it may hold links that open things.
    Nothing,
    /// All, to be read in the mailbox of a demo.
    Letter,
}

/// Notes that a letter was sent.
pub fn sent(conn: &mut DbConnection, mail: &Claimed, kept: Kept, now: DateTime<Utc>) -> Result<()> {
    let letter = if kept == Kept::Letter { mail.letter.as_str() } else { "" };
    // Whoever holds it now: it was sent.
    diesel::update(outbox::table.find(mail.id))
        .set((
            outbox::state.eq(MailState::Sent.code()),
            outbox::letter.eq(letter),
            outbox::last_error.eq(""),
            outbox::sent_at.eq(Some(UtcInstant(now))),
            outbox::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts a letter back until `due`.
pub fn postpone(
    conn: &mut DbConnection,
    mail: &Claimed,
    failure: &Failure,
    due: DateTime<Utc>,
) -> Result<()> {
    settle(conn, mail, MailState::Waiting, failure, Some(due))
}

/// Parks a letter: a coordinator decides.
pub fn give_up(conn: &mut DbConnection, mail: &Claimed, failure: &Failure) -> Result<()> {
    settle(conn, mail, MailState::Parked, failure, None)
}

fn settle(
    conn: &mut DbConnection,
    mail: &Claimed,
    state: MailState,
    failure: &Failure,
    due: Option<DateTime<Utc>>,
) -> Result<()> {
    diesel::update(outbox::table.find(mail.id))
        // Only while it is still ours: another may have sent it since.
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::leased_until.eq(mail.leased_until))
        .set((
            outbox::state.eq(state.code()),
            outbox::last_error.eq(failure.stored()),
            due.map(|due| outbox::due_at.eq(UtcInstant(due))),
            outbox::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)),
        ))
        .execute(conn)?;
    Ok(())
}

/// The language of a stored tag; French for a language that was taken away.
pub(super) fn locale_of(tag: &str) -> Locale {
    Locale::ALL.into_iter().find(|locale| locale.tag() == tag).unwrap_or_default()
}
