//! Mailings and their copies in the outbox.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::known;
use crate::db::schema::{mailings, outbox};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::i18n::Locale;
use crate::mail::{Copy, MailState, Mailing, MailingList};

/// Writes a mailing; gives its id.
pub fn insert(conn: &mut DbConnection, mailing: &Mailing, now: DateTime<Utc>) -> Result<i64> {
    Ok(on_each_backend!(conn, |c| diesel::insert_into(mailings::table)
        .values((
            mailings::list.eq(mailing.list.code()),
            mailings::locale.eq(mailing.locale.tag()),
            mailings::subject.eq(&mailing.subject),
            mailings::body_text.eq(&mailing.text),
            mailings::body_html.eq(&mailing.html),
            mailings::created_at.eq(UtcInstant(now)),
        ))
        .returning(mailings::id)
        .get_result(c)?))
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<Mailing> {
    let stored = mailings::table.find(id).select(Stored::as_select()).first(conn).optional()?;
    stored.ok_or(Error::NotFound)?.read()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = mailings)]
struct Stored {
    list: String,
    locale: String,
    subject: String,
    body_text: String,
    body_html: String,
}

impl Stored {
    fn read(self) -> Result<Mailing> {
        Ok(Mailing {
            list: known("list of a mailing", &self.list, MailingList::from_code)?,
            locale: if self.locale == Locale::En.tag() { Locale::En } else { Locale::Fr },
            subject: self.subject,
            text: self.body_text,
            html: self.body_html,
        })
    }
}

/// A mailing without its bodies.
pub fn subject_of(conn: &mut DbConnection, id: i64) -> Result<Mailing> {
    let row: Option<(String, String, String)> = mailings::table
        .find(id)
        .select((mailings::list, mailings::locale, mailings::subject))
        .first(conn)
        .optional()?;
    let (list, locale, subject) = row.ok_or(Error::NotFound)?;
    Stored { list, locale, subject, body_text: String::new(), body_html: String::new() }.read()
}

/// Those of these mailings that exist, by id.
pub fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<(i64, Mailing)>> {
    let rows: Vec<(i64, Stored)> = mailings::table
        .filter(mailings::id.eq_any(ids))
        .select((mailings::id, Stored::as_select()))
        .load(conn)?;
    rows.into_iter().map(|(id, stored)| Ok((id, stored.read()?))).collect()
}

/// Takes away at most `most` mailings that were written before an instant and have no copy any more;
/// gives how many.
pub fn forget_empty(conn: &mut DbConnection, before: DateTime<Utc>, most: i64) -> Result<usize> {
    let copies = outbox::table.filter(outbox::mailing_id.eq(mailings::id.nullable()));
    let empty: Vec<i64> = mailings::table
        .filter(mailings::created_at.lt(UtcInstant(before)))
        .filter(diesel::dsl::not(diesel::dsl::exists(copies)))
        .order(mailings::id)
        .select(mailings::id)
        .limit(most)
        .load(conn)?;
    Ok(diesel::delete(mailings::table.filter(mailings::id.eq_any(empty))).execute(conn)?)
}

/// Every copy that still has its words, oldest first: its recipient, the mailing, and what fills it.
pub fn all_copies(conn: &mut DbConnection) -> Result<Vec<(String, i64, Copy)>> {
    let rows: Vec<(String, Option<i64>, String)> = outbox::table
        .filter(outbox::letter.ne(""))
        .filter(outbox::mailing_id.is_not_null())
        .order(outbox::id)
        .select((outbox::recipient, outbox::mailing_id, outbox::letter))
        .load(conn)?;
    let read = |(recipient, mailing, letter): (String, Option<i64>, String)| {
        let copy = serde_json::from_str(&letter).map_err(|e| Error::corrupt("copy", e.to_string()));
        mailing.map(|mailing| Ok((recipient, mailing, copy?)))
    };
    rows.into_iter().filter_map(read).collect()
}

/// A copy and whom it is for.
pub struct NewCopy<'a> {
    pub mailing: i64,
    pub list: MailingList,
    /// Nothing is sent twice under one key.
    pub once_key: String,
    pub recipient: &'a str,
    /// May be empty.
    pub recipient_name: &'a str,
    pub locale: Locale,
    /// The member it is for: erased with them.
    pub member: Option<i64>,
    pub copy: &'a Copy,
}

/// Puts copies into the outbox; those whose key stands there already are left out.
pub fn enqueue(conn: &mut DbConnection, copies: &[NewCopy<'_>], now: DateTime<Utc>) -> Result<usize> {
    let now = UtcInstant(now);
    let mut written = 0;
    // Both databases bound the values of a statement.
    for some in copies.chunks(500) {
        let rows = some.iter().map(|copy| {
            let letter = serde_json::to_string(copy.copy)
                .map_err(|e| Error::corrupt("copy of a mailing", e.to_string()))?;
            Ok((
                outbox::uid.eq(Uuid::new_v4().to_string()),
                outbox::kind.eq(copy.list.code()),
                outbox::once_key.eq(Some(copy.once_key.as_str())),
                outbox::recipient.eq(copy.recipient),
                outbox::recipient_name.eq(copy.recipient_name),
                outbox::locale.eq(copy.locale.tag()),
                outbox::member_id.eq(copy.member),
                outbox::letter.eq(letter),
                outbox::state.eq(MailState::Waiting.code()),
                outbox::tries.eq(0),
                outbox::last_error.eq(""),
                outbox::created_at.eq(now),
                outbox::due_at.eq(now),
                outbox::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)),
                outbox::mailing_id.eq(Some(copy.mailing)),
            ))
        });
        let rows = rows.collect::<Result<Vec<_>>>()?;
        written += on_each_backend!(conn, |c| diesel::insert_into(outbox::table)
            .values(&rows)
            .on_conflict_do_nothing()
            .execute(c)?);
    }
    Ok(written)
}

/// Every copy of a list that still has its words, oldest first: for whom, its mailing, and what is
/// its reader's own.
pub fn copies(conn: &mut DbConnection, list: MailingList) -> Result<Vec<(String, Mailing, Copy)>> {
    let rows: Vec<(String, Option<i64>, String)> = outbox::table
        .filter(outbox::kind.eq(list.code()))
        .filter(outbox::letter.ne(""))
        .order(outbox::id)
        .select((outbox::recipient, outbox::mailing_id, outbox::letter))
        .load(conn)?;
    let mut copies = Vec::new();
    for (recipient, mailing, copy) in rows {
        let Some(mailing) = mailing else { continue };
        let copy = serde_json::from_str(&copy);
        let copy = copy.map_err(|e| Error::corrupt("copy of a mailing", e.to_string()))?;
        copies.push((recipient, by_id(conn, mailing)?, copy));
    }
    Ok(copies)
}
