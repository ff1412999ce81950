//! The outbox as people look at it: what stands where, and what they decide.

use chrono::{DateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::delivery::locale_of;
use crate::db::schema::outbox;
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::i18n::Locale;
use crate::mail::{Copy, Failure, Filled, Letter, MailState, MailingList};
use crate::store::{known, mailings};

/// A letter without what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailRow {
    pub uid: String,
    pub kind: String,
    pub recipient: String,
    /// May be empty.
    pub recipient_name: String,
    pub locale: Locale,
    /// It is for someone with an account.
    pub to_member: bool,
    pub state: MailState,
    pub tries: i32,
    pub failure: Option<Failure>,
    pub created_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
struct Stored {
    uid: String,
    kind: String,
    recipient: String,
    recipient_name: String,
    locale: String,
    member_id: Option<i64>,
    state: String,
    tries: i32,
    last_error: String,
    created_at: UtcInstant,
    due_at: UtcInstant,
    sent_at: Option<UtcInstant>,
}

impl Stored {
    fn read(self) -> Result<MailRow> {
        Ok(MailRow {
            state: known("state of a letter", &self.state, MailState::from_code)?,
            uid: self.uid,
            kind: self.kind,
            recipient: self.recipient,
            recipient_name: self.recipient_name,
            locale: locale_of(&self.locale),
            to_member: self.member_id.is_some(),
            tries: self.tries,
            failure: Failure::parse(&self.last_error),
            created_at: self.created_at.0,
            due_at: self.due_at.0,
            sent_at: self.sent_at.map(|at| at.0),
        })
    }
}

/// How many letters are in each state.
pub fn count_by_state(conn: &mut DbConnection) -> Result<Vec<(MailState, i64)>> {
    let counted: Vec<(String, i64)> =
        outbox::table.group_by(outbox::state).select((outbox::state, count_star())).load(conn)?;
    let count = |state: MailState| counted.iter().find(|(code, _)| code == state.code()).map_or(0, |c| c.1);
    Ok(MailState::ALL.iter().map(|state| (*state, count(*state))).collect())
}

/// The letters in a state, the newest first.
pub fn in_state(conn: &mut DbConnection, state: MailState, most: i64) -> Result<Vec<MailRow>> {
    let stored: Vec<Stored> = outbox::table
        .filter(outbox::state.eq(state.code()))
        .order((outbox::due_at.desc(), outbox::id.desc()))
        .select(Stored::as_select())
        .limit(most)
        .load(conn)?;
    stored.into_iter().map(Stored::read).collect()
}

pub fn by_uid(conn: &mut DbConnection, uid: &str) -> Result<Option<MailRow>> {
    let stored: Option<Stored> =
        outbox::table.filter(outbox::uid.eq(uid)).select(Stored::as_select()).first(conn).optional()?;
    stored.map(Stored::read).transpose()
}

/// What a letter of the outbox says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Letter(Box<Letter>),
    /// The words of a mailing with those of its reader.
    Copy(Filled),
}

/// What a letter says; `None` when it was emptied.
pub fn content_of(conn: &mut DbConnection, uid: &str) -> Result<Option<Content>> {
    let stored: Option<(String, Option<i64>)> = outbox::table
        .filter(outbox::uid.eq(uid))
        .filter(outbox::letter.ne(""))
        .select((outbox::letter, outbox::mailing_id))
        .first(conn)
        .optional()?;
    let corrupt = |error: serde_json::Error| Error::corrupt("letter", error.to_string());
    Ok(match stored {
        None => None,
        Some((text, None)) => Some(Content::Letter(Box::new(serde_json::from_str(&text).map_err(corrupt)?))),
        Some((text, Some(mailing))) => {
            let copy: Copy = serde_json::from_str(&text).map_err(corrupt)?;
            Some(Content::Copy(mailings::by_id(conn, mailing)?.fill(&copy)))
        }
    })
}

/// What a letter is about, in its reader's language; empty when it was emptied.
pub fn subject_of(conn: &mut DbConnection, mail: &MailRow) -> Result<String> {
    let stored: (String, Option<i64>) = outbox::table
        .filter(outbox::uid.eq(&mail.uid))
        .select((outbox::letter, outbox::mailing_id))
        .first(conn)?;
    let corrupt = |error: serde_json::Error| Error::corrupt("letter", error.to_string());
    Ok(match stored {
        (text, _) if text.is_empty() => String::new(),
        (text, None) => serde_json::from_str::<Letter>(&text).map_err(corrupt)?.subject.say(mail.locale),
        (text, Some(mailing)) => {
            let copy: Copy = serde_json::from_str(&text).map_err(corrupt)?;
            mailings::subject_of(conn, mailing)?.fill(&copy).subject
        }
    })
}

/// Notes that a letter which was sent came back, once; `None` when there is none under this uid for
/// one of these addresses, or that is known.
pub fn sent_back(
    conn: &mut DbConnection,
    uid: &str,
    recipients: &[String],
    failure: &Failure,
) -> Result<Option<MailRow>> {
    let noted = diesel::update(outbox::table.filter(outbox::uid.eq(uid)))
        .filter(outbox::state.eq(MailState::Sent.code()))
        .filter(outbox::last_error.eq(""))
        .filter(outbox::recipient.eq_any(recipients))
        .set(outbox::last_error.eq(failure.stored()))
        .execute(conn)?;
    if noted == 1 { by_uid(conn, uid) } else { Ok(None) }
}

/// How many letters wait, by list (empty code: to one person).
pub fn count_waiting(conn: &mut DbConnection) -> Result<Vec<(Option<MailingList>, i64)>> {
    let waiting = || outbox::table.filter(outbox::state.eq(MailState::Waiting.code()));
    let letters = waiting().filter(outbox::mailing_id.is_null()).count().get_result(conn)?;
    let lists: Vec<(String, i64)> = waiting()
        .filter(outbox::mailing_id.is_not_null())
        .group_by(outbox::kind)
        .select((outbox::kind, count_star()))
        .load(conn)?;
    let count =
        |list: &MailingList| lists.iter().find(|(kind, _)| kind == list.code()).map_or(0, |row| row.1);
    let of_lists = MailingList::ALL.iter().map(|list| (Some(*list), count(list)));
    Ok(std::iter::once((None, letters)).chain(of_lists).collect())
}

/// Has a parked letter tried anew; `false` when it is not parked.
pub fn retry(conn: &mut DbConnection, uid: &str, now: DateTime<Utc>) -> Result<bool> {
    let again = (
        outbox::state.eq(MailState::Waiting.code()),
        outbox::tries.eq(0),
        outbox::due_at.eq(UtcInstant(now)),
    );
    let one = outbox::table.filter(outbox::uid.eq(uid));
    let one = one.filter(outbox::state.eq(MailState::Parked.code()));
    Ok(diesel::update(one).set(again).execute(conn)? == 1)
}

/// Has all parked letters tried anew; gives how many.
pub fn retry_all(conn: &mut DbConnection, now: DateTime<Utc>) -> Result<usize> {
    let again = (
        outbox::state.eq(MailState::Waiting.code()),
        outbox::tries.eq(0),
        outbox::due_at.eq(UtcInstant(now)),
    );
    let parked = outbox::table.filter(outbox::state.eq(MailState::Parked.code()));
    Ok(diesel::update(parked).set(again).execute(conn)?)
}

/// Decides that a letter is not sent, and empties it; `false` when it is sent already, or being sent.
pub fn drop_one(conn: &mut DbConnection, uid: &str, now: DateTime<Utc>) -> Result<bool> {
    let undecided = [MailState::Parked.code(), MailState::Waiting.code()];
    let one = outbox::table
        .filter(outbox::uid.eq(uid))
        .filter(outbox::state.eq_any(undecided))
        .filter(outbox::leased_until.le(UtcInstant(now)));
    let dropped = (outbox::state.eq(MailState::Dropped.code()), outbox::letter.eq(""));
    Ok(diesel::update(one).set(dropped).execute(conn)? == 1)
}

/// Decides that what waits under these keys is not sent, unless it is being sent.
pub fn drop_keyed(conn: &mut DbConnection, once_keys: &[String], now: DateTime<Utc>) -> Result<()> {
    let waiting = outbox::table
        .filter(outbox::once_key.eq_any(once_keys))
        .filter(outbox::state.eq_any([MailState::Parked.code(), MailState::Waiting.code()]))
        .filter(outbox::leased_until.le(UtcInstant(now)));
    let dropped = (outbox::state.eq(MailState::Dropped.code()), outbox::letter.eq(""));
    diesel::update(waiting).set(dropped).execute(conn)?;
    Ok(())
}

/// Forgets at most `most` letters that were settled before an instant: whom they were for, and all
/// of those without a key. Gives how many.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>, most: i64) -> Result<usize> {
    let settled = [MailState::Sent.code(), MailState::Dropped.code()];
    let old: Vec<(i64, Option<String>)> = outbox::table
        .filter(outbox::state.eq_any(settled))
        .filter(outbox::due_at.lt(UtcInstant(before)))
        .filter(outbox::recipient.ne(""))
        .order((outbox::due_at, outbox::id))
        .select((outbox::id, outbox::once_key))
        .limit(most)
        .load(conn)?;
    let (kept, gone): (Vec<_>, Vec<_>) = old.iter().partition(|(_, key)| key.is_some());
    let ids = |rows: Vec<&(i64, Option<String>)>| rows.iter().map(|row| row.0).collect::<Vec<_>>();
    let nobody = (
        outbox::recipient.eq(""),
        outbox::recipient_name.eq(""),
        outbox::letter.eq(""),
        outbox::mailing_id.eq(None::<i64>),
    );
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids(kept)))).set(nobody).execute(conn)?;
    diesel::delete(outbox::table.filter(outbox::id.eq_any(ids(gone)))).execute(conn)?;
    Ok(old.len())
}
