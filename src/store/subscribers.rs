//! Who is told by mail of what goes on: members, and people without account.

mod change;
mod count;
mod link;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Tz;
use diesel::prelude::*;
use uuid::Uuid;

use super::known;
use crate::db::schema::{subscriber_topics, subscribers};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable, Topic};
use crate::i18n::Locale;
use crate::signed_link::Signed;

pub use change::{adopt, change, delete, ensure, forget_left, leave, move_to, void_links};
pub use count::followers;
pub use link::{LEAVE, Linked, MANAGE, follow, sign};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = subscribers)]
pub struct SubscriberRow {
    pub id: i64,
    pub uid: String,
    pub member_id: Option<i64>,
    pub email: Option<String>,
    pub locale: String,
    pub state: String,
    pub rhythm: String,
    pub weekday: i32,
    pub hour: i32,
    pub zone: String,
    pub own_places: bool,
    pub generation: i32,
    pub next_at: Option<UtcInstant>,
    pub told_until: UtcInstant,
    pub listed_until: UtcInstant,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
}

impl SubscriberRow {
    pub fn state(&self) -> Result<SubscriberState> {
        known("state of a subscriber", &self.state, SubscriberState::from_code)
    }

    pub fn timetable(&self) -> Result<Timetable> {
        let day = u8::try_from(self.weekday - 1).ok().and_then(|day| Weekday::try_from(day).ok());
        Ok(Timetable {
            rhythm: known("rhythm", &self.rhythm, Rhythm::from_code)?,
            weekday: day.ok_or_else(|| Error::corrupt("weekday", self.weekday.to_string()))?,
            hour: u32::try_from(self.hour).map_err(|_| Error::corrupt("hour", self.hour.to_string()))?,
            zone: self.zone.parse::<Tz>().map_err(|_| Error::corrupt("zone", &self.zone))?,
        })
    }

    /// Under what the digest that is due at `due` is sent once.
    pub fn digest_key(&self, timetable: &Timetable, due: DateTime<Utc>) -> String {
        format!("digest:{}:{}", self.uid, timetable.period(due))
    }

    /// What is chosen beside the topics of `topics`.
    pub fn choices(&self, topics: Vec<(Topic, String)>) -> Choices {
        Choices { own_places: self.own_places, topics: topics.into_iter().collect() }
    }

    /// Language of those without account.
    pub fn locale(&self) -> Locale {
        if self.locale == Locale::En.tag() { Locale::En } else { Locale::Fr }
    }

    /// What a link for `purpose` is signed over.
    pub fn signed<'a>(&'a self, purpose: &'a str) -> Signed<'a> {
        Signed { purpose, uid: &self.uid, generation: self.generation }
    }
}

/// Who a subscription is for.
#[derive(Clone, Copy, Debug)]
pub enum Reader<'a> {
    Member(i64),
    /// Without account.
    Address(&'a EmailAddress, Locale),
}

/// Writes a subscription, unless the reader has one; gives its id. What happened before `now` is not
/// told any more.
pub fn insert(
    conn: &mut DbConnection,
    reader: Reader<'_>,
    state: SubscriberState,
    timetable: &Timetable,
    now: DateTime<Utc>,
) -> Result<i64> {
    let (member, email, locale) = match reader {
        Reader::Member(member) => (Some(member), None, Locale::default()),
        Reader::Address(email, locale) => (None, Some(email.as_str()), locale),
    };
    let next = timetable.next_after(now).filter(|_| state == SubscriberState::Active);
    let timing = Timing::of(timetable);
    let written: Option<i64> = on_each_backend!(conn, |c| diesel::insert_into(subscribers::table)
        .values((
            subscribers::uid.eq(Uuid::new_v4().to_string()),
            subscribers::member_id.eq(member),
            subscribers::email.eq(email),
            subscribers::locale.eq(locale.tag()),
            subscribers::state.eq(state.code()),
            &timing,
            subscribers::own_places.eq(member.is_some()),
            subscribers::generation.eq(1),
            subscribers::next_at.eq(next.map(UtcInstant)),
            subscribers::told_until.eq(UtcInstant(now)),
            subscribers::listed_until.eq(UtcInstant(now)),
            subscribers::created_at.eq(UtcInstant(now)),
            subscribers::changed_at.eq(UtcInstant(now)),
        ))
        .on_conflict_do_nothing()
        .returning(subscribers::id)
        .get_result(c)
        .optional()?);
    match written {
        Some(id) => Ok(id),
        None => Ok(of(conn, reader)?.ok_or(Error::NotFound)?.id),
    }
}

/// The subscription of a reader.
pub fn of(conn: &mut DbConnection, reader: Reader<'_>) -> Result<Option<SubscriberRow>> {
    match reader {
        Reader::Member(member) => of_member(conn, member),
        Reader::Address(email, _) => by_email(conn, email),
    }
}

/// The columns of a timetable.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = subscribers)]
struct Timing {
    rhythm: &'static str,
    weekday: i32,
    hour: i32,
    zone: &'static str,
}

impl Timing {
    fn of(timetable: &Timetable) -> Self {
        Self {
            rhythm: timetable.rhythm.code(),
            weekday: i32::try_from(timetable.weekday.number_from_monday()).unwrap_or(7),
            hour: i32::try_from(timetable.hour).unwrap_or_default(),
            zone: timetable.zone.name(),
        }
    }
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<SubscriberRow> {
    let row = subscribers::table.find(id).select(SubscriberRow::as_select()).first(conn).optional()?;
    row.ok_or(Error::NotFound)
}

pub fn of_member(conn: &mut DbConnection, member: i64) -> Result<Option<SubscriberRow>> {
    let row = subscribers::table.filter(subscribers::member_id.eq(member));
    Ok(row.select(SubscriberRow::as_select()).first(conn).optional()?)
}

pub fn by_email(conn: &mut DbConnection, email: &EmailAddress) -> Result<Option<SubscriberRow>> {
    let row = subscribers::table.filter(subscribers::email.eq(email.as_str()));
    Ok(row.select(SubscriberRow::as_select()).first(conn).optional()?)
}

/// What they chose, in a fixed order.
pub fn topics(conn: &mut DbConnection, id: i64) -> Result<Vec<(Topic, String)>> {
    let rows: Vec<(String, String)> = subscriber_topics::table
        .filter(subscriber_topics::subscriber_id.eq(id))
        .order((subscriber_topics::topic, subscriber_topics::key))
        .select((subscriber_topics::topic, subscriber_topics::key))
        .load(conn)?;
    rows.into_iter().map(|(topic, key)| Ok((known("topic", &topic, Topic::from_code)?, key))).collect()
}

/// What they choose from now on.
pub fn set_topics<'a>(
    conn: &mut DbConnection,
    id: i64,
    chosen: impl IntoIterator<Item = &'a (Topic, String)>,
) -> Result<()> {
    let of_this = subscriber_topics::table.filter(subscriber_topics::subscriber_id.eq(id));
    diesel::delete(of_this).execute(conn)?;
    let rows: BTreeSet<_> = chosen.into_iter().map(|(topic, key)| (topic.code(), key.as_str())).collect();
    let row = |(topic, key)| {
        (
            subscriber_topics::subscriber_id.eq(id),
            subscriber_topics::topic.eq(topic),
            subscriber_topics::key.eq(key),
        )
    };
    let rows: Vec<_> = rows.into_iter().map(row).collect();
    if !rows.is_empty() {
        on_each_backend!(conn, |c| diesel::insert_into(subscriber_topics::table).values(&rows).execute(c)?);
    }
    Ok(())
}
