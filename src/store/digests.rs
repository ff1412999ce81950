//! Digests: who is due, and who has been told until when. What there is to tell is asked in
//! `dates`, `own` and `people`: a few questions for many readers.

mod dates;
mod own;
mod people;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use uuid::Uuid;

use super::known;
use super::members::MemberRow;
use super::subscribers::SubscriberRow;
use crate::db::schema::{members, outbox, subscriber_topics, subscribers};
use crate::db::{Backend, DbConnection, Instant, Result, UtcInstant, on_each_backend};
use crate::domain::member::MemberState;
use crate::domain::subscription::{SubscriberState, Timetable, Topic};
use crate::i18n::Locale;

pub use dates::{Found, announced, at, changes, everywhere, place_ids};
pub use own::{Belonging, belonging, posted, registered};
pub use people::{Arrival, arrivals, blocked_pairs};

/// Somebody whose digest is due.
#[derive(Clone, Debug)]
pub struct DigestReader {
    pub row: SubscriberRow,
    /// Of the account, else the one that subscribed.
    pub email: String,
    /// Empty: without account.
    pub name: String,
    pub locale: Locale,
    /// Whether they may be written to: an account that waits or was put aside is not.
    pub active: bool,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Takes readers whose digest is due until `leased_until`, in order; by then another process may.
pub fn claim(
    conn: &mut DbConnection,
    backend: Backend,
    now: DateTime<Utc>,
    leased_until: DateTime<Utc>,
    most: i64,
) -> Result<Vec<i64>> {
    // SQLite has one writer; on PostgreSQL processes pass each other by.
    let apart = if backend == Backend::Postgres { " FOR UPDATE SKIP LOCKED" } else { "" };
    let rows: Vec<Id> = diesel::sql_query(format!(
        "UPDATE subscribers SET leased_until = $1 WHERE id IN (SELECT id FROM subscribers \
         WHERE next_at IS NOT NULL AND next_at <= $2 AND leased_until <= $2 \
         ORDER BY next_at, id LIMIT $3{apart}) RETURNING id"
    ))
    .bind::<Instant, _>(UtcInstant(leased_until))
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<BigInt, _>(most)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Readers whose digest is due, in order, behind one: to look at, not to take.
pub fn due_after(
    conn: &mut DbConnection,
    now: DateTime<Utc>,
    behind: (DateTime<Utc>, i64),
    most: i64,
) -> Result<Vec<(DateTime<Utc>, i64)>> {
    let (at, id) = (UtcInstant(behind.0), behind.1);
    let rows: Vec<(Option<UtcInstant>, i64)> = subscribers::table
        .filter(subscribers::next_at.ge(at).and(subscribers::next_at.le(UtcInstant(now))))
        .filter(subscribers::next_at.gt(at).or(subscribers::id.gt(id)))
        .order((subscribers::next_at, subscribers::id))
        .limit(most)
        .select((subscribers::next_at, subscribers::id))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(at, id)| Some((at?.0, id))).collect())
}

/// How many digests are due.
pub fn count_due(conn: &mut DbConnection, now: DateTime<Utc>) -> Result<i64> {
    Ok(subscribers::table.filter(subscribers::next_at.le(UtcInstant(now))).count().get_result(conn)?)
}

type Account = (String, String, String, String);

/// These readers, by their ids.
pub fn readers(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<DigestReader>> {
    let rows: Vec<(SubscriberRow, Option<Account>)> = subscribers::table
        .left_join(members::table)
        .filter(subscribers::id.eq_any(ids))
        .order(subscribers::id)
        .select((
            SubscriberRow::as_select(),
            (members::email, members::name, members::locale, members::state).nullable(),
        ))
        .load(conn)?;
    rows.into_iter().map(|(row, account)| reader(row, account)).collect()
}

fn reader(row: SubscriberRow, account: Option<Account>) -> Result<DigestReader> {
    let subscribed = row.state()? == SubscriberState::Active;
    let Some((email, name, locale, state)) = account else {
        let (email, locale) = (row.email.clone().unwrap_or_default(), row.locale());
        return Ok(DigestReader { row, email, name: String::new(), locale, active: subscribed });
    };
    let state = known("member state", &state, MemberState::from_code)?;
    let locale = if locale == Locale::En.tag() { Locale::En } else { Locale::Fr };
    Ok(DigestReader { row, email, name, locale, active: subscribed && state == MemberState::Active })
}

/// What these readers chose: by subscriber, in a fixed order.
pub fn topics(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<(i64, Topic, String)>> {
    let rows: Vec<(i64, String, String)> = subscriber_topics::table
        .filter(subscriber_topics::subscriber_id.eq_any(ids))
        .order((subscriber_topics::subscriber_id, subscriber_topics::topic, subscriber_topics::key))
        .select((subscriber_topics::subscriber_id, subscriber_topics::topic, subscriber_topics::key))
        .load(conn)?;
    let topic = |code: &str| known("topic", code, Topic::from_code);
    rows.into_iter().map(|(id, code, key)| Ok((id, topic(&code)?, key))).collect()
}

/// Which of these keys stand in the outbox, or ever did.
pub fn written_before(conn: &mut DbConnection, once_keys: &[String]) -> Result<Vec<String>> {
    let known: Vec<Option<String>> =
        outbox::table.filter(outbox::once_key.eq_any(once_keys)).select(outbox::once_key).load(conn)?;
    Ok(known.into_iter().flatten().collect())
}

/// How a reader goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Onward {
    pub next_at: Option<DateTime<Utc>>,
    pub told_until: DateTime<Utc>,
    pub listed_until: DateTime<Utc>,
}

/// Moves a reader on and lets go of them; `false`, and nothing is written: somebody else did, or they
/// changed what they want since `seen` was read.
pub fn move_on(conn: &mut DbConnection, seen: &SubscriberRow, onward: Onward) -> Result<bool> {
    let as_seen = subscribers::table
        .find(seen.id)
        .filter(subscribers::next_at.eq(seen.next_at))
        .filter(subscribers::changed_at.eq(seen.changed_at));
    let moved = diesel::update(as_seen)
        .set((
            subscribers::next_at.eq(onward.next_at.map(UtcInstant)),
            subscribers::told_until.eq(UtcInstant(onward.told_until)),
            subscribers::listed_until.eq(UtcInstant(onward.listed_until)),
            subscribers::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)),
        ))
        .execute(conn)?;
    Ok(moved == 1)
}

/// Lets go of a reader as they are: others may take them at once.
pub fn let_go(conn: &mut DbConnection, ids: &[i64]) -> Result<()> {
    diesel::update(subscribers::table.filter(subscribers::id.eq_any(ids)))
        .set(subscribers::leased_until.eq(UtcInstant(DateTime::UNIX_EPOCH)))
        .execute(conn)?;
    Ok(())
}

/// Subscribes up to `most` active members who have no subscription, at the usual time; gives how many.
pub fn enrol(conn: &mut DbConnection, timetable: &Timetable, now: DateTime<Utc>, most: i64) -> Result<usize> {
    let theirs = subscribers::table.filter(subscribers::member_id.eq(members::id.nullable()));
    let lacking: Vec<i64> = members::table
        .filter(members::state.eq(MemberState::Active.code()))
        .filter(diesel::dsl::not(diesel::dsl::exists(theirs)))
        .order(members::id)
        .limit(most)
        .select(members::id)
        .load(conn)?;
    let at = UtcInstant(now);
    let next = timetable.next_after(now).map(UtcInstant);
    let rows: Vec<_> = lacking
        .iter()
        .map(|member| {
            (
                subscribers::uid.eq(Uuid::new_v4().to_string()),
                subscribers::member_id.eq(Some(*member)),
                subscribers::locale.eq(Locale::default().tag()),
                subscribers::state.eq(SubscriberState::Active.code()),
                subscribers::rhythm.eq(timetable.rhythm.code()),
                subscribers::weekday.eq(i32::try_from(timetable.weekday.number_from_monday()).unwrap_or(7)),
                subscribers::hour.eq(i32::try_from(timetable.hour).unwrap_or_default()),
                subscribers::zone.eq(timetable.zone.name()),
                subscribers::own_places.eq(true),
                subscribers::generation.eq(1),
                subscribers::next_at.eq(next),
                subscribers::told_until.eq(at),
                subscribers::listed_until.eq(at),
                subscribers::created_at.eq(at),
                subscribers::changed_at.eq(at),
            )
        })
        .collect();
    if rows.is_empty() {
        return Ok(0);
    }
    Ok(on_each_backend!(conn, |c| diesel::insert_into(subscribers::table)
        .values(&rows)
        .on_conflict_do_nothing()
        .execute(c)?))
}

/// A member as a reader; who is not one yet, as the one they will be.
pub fn reader_of_member(
    conn: &mut DbConnection,
    member: &MemberRow,
    usual: &Timetable,
    now: DateTime<Utc>,
) -> Result<DigestReader> {
    let id: Option<i64> = subscribers::table
        .filter(subscribers::member_id.eq(member.id))
        .select(subscribers::id)
        .first(conn)
        .optional()?;
    if let Some(known) = id.map(|id| readers(conn, &[id])).transpose()?.and_then(|mut all| all.pop()) {
        return Ok(known);
    }
    let at = UtcInstant(now);
    let row = SubscriberRow {
        id: 0,
        uid: String::new(),
        member_id: Some(member.id),
        email: None,
        locale: member.locale.clone(),
        state: SubscriberState::Active.code().to_owned(),
        rhythm: usual.rhythm.code().to_owned(),
        weekday: i32::try_from(usual.weekday.number_from_monday()).unwrap_or(7),
        hour: i32::try_from(usual.hour).unwrap_or_default(),
        zone: usual.zone.name().to_owned(),
        own_places: true,
        generation: 1,
        next_at: usual.next_after(now).map(UtcInstant),
        told_until: at,
        listed_until: at,
        created_at: at,
        changed_at: at,
    };
    let (email, name, locale) = (member.email.clone(), member.name.clone(), member.locale());
    Ok(DigestReader { row, email, name, locale, active: member.state()? == MemberState::Active })
}
