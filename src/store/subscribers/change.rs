//! What people change of their subscription, and its end.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::{Reader, SubscriberRow, Timing, by_id, insert, of, set_topics};
use crate::db::schema::subscribers;
use crate::db::{DbConnection, Instant, Result, UtcInstant};
use crate::domain::email::EmailAddress;
use crate::domain::subscription::{Choices, Rhythm, SubscriberState, Timetable};

/// Who comes back is told what happened as long before, and no older news.
const STILL_NEWS: TimeDelta = TimeDelta::days(7);

/// The subscription of a reader, begun at `timetable` if there is none.
pub fn ensure(
    conn: &mut DbConnection,
    reader: Reader<'_>,
    timetable: &Timetable,
    now: DateTime<Utc>,
) -> Result<SubscriberRow> {
    if let Some(row) = of(conn, reader)? {
        return Ok(row);
    }
    let id = insert(conn, reader, SubscriberState::Active, timetable, now)?;
    by_id(conn, id)
}

/// Writes when and of what someone is told from now on; who had left is back.
pub fn change(
    conn: &mut DbConnection,
    id: i64,
    timetable: &Timetable,
    choices: &Choices,
    now: DateTime<Utc>,
) -> Result<()> {
    // Holds the row, which a digest may be moving on at this moment.
    diesel::update(subscribers::table.find(id))
        .set(subscribers::changed_at.eq(UtcInstant(now)))
        .execute(conn)?;
    let before = by_id(conn, id)?;
    let was_told = before.state()? == SubscriberState::Active && before.timetable()?.rhythm != Rhythm::Never;
    // What is due stays due, unless it is to come at another time.
    let next = match was_told && before.timetable()? == *timetable {
        true => before.next_at,
        false => timetable.next_after(now).map(UtcInstant),
    };
    let told = match was_told {
        true => before.told_until.0,
        false => before.told_until.0.max(now - STILL_NEWS),
    };
    diesel::update(subscribers::table.find(id))
        .set((
            &Timing::of(timetable),
            subscribers::state.eq(SubscriberState::Active.code()),
            subscribers::own_places.eq(choices.own_places),
            subscribers::next_at.eq(next),
            subscribers::told_until.eq(UtcInstant(told)),
        ))
        .execute(conn)?;
    set_topics(conn, id, &choices.topics)
}

/// Ends the mails, and remembers what was chosen; leaves alone who has left already.
pub fn leave(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    let staying = subscribers::table.find(id).filter(subscribers::state.ne(SubscriberState::Left.code()));
    diesel::update(staying)
        .set((
            subscribers::state.eq(SubscriberState::Left.code()),
            subscribers::next_at.eq(None::<UtcInstant>),
            subscribers::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets a subscription and what was chosen.
pub fn delete(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::delete(subscribers::table.find(id)).execute(conn)?;
    Ok(())
}

/// Forgets people without account who left before an instant, `part` of them at most; gives how many.
pub fn forget_left(conn: &mut DbConnection, before: DateTime<Utc>, part: i64) -> Result<usize> {
    Ok(diesel::sql_query(
        "DELETE FROM subscribers WHERE id IN (SELECT id FROM subscribers \
         WHERE state = 'parti' AND member_id IS NULL AND changed_at < $1 ORDER BY changed_at, id LIMIT $2)",
    )
    .bind::<Instant, _>(UtcInstant(before))
    .bind::<BigInt, _>(part)
    .execute(conn)?)
}

/// The links that were signed until now open nothing any more.
pub fn void_links(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::update(subscribers::table.find(id))
        .set(subscribers::generation.eq(subscribers::generation + 1))
        .execute(conn)?;
    Ok(())
}

/// The address has become that of a new member: what was chosen without account is theirs, and
/// nobody gets two mails. Who was told of everything still is.
pub fn adopt(conn: &mut DbConnection, member: i64, email: &EmailAddress) -> Result<()> {
    diesel::sql_query(
        "UPDATE subscribers SET member_id = $1, email = NULL, own_places = EXISTS (SELECT 1 FROM subscriber_topics \
         WHERE subscriber_id = subscribers.id AND topic IN ('lieu', 'territoire')) WHERE email = $2",
    )
    .bind::<BigInt, _>(member)
    .bind::<Text, _>(email.as_str())
    .execute(conn)?;
    Ok(())
}

/// A member has another address: links in mails to the old one are void, and what was chosen for the
/// new one without account gives way to what the member chose.
pub fn move_to(conn: &mut DbConnection, member: i64, email: &EmailAddress) -> Result<()> {
    let Some(own) = super::of_member(conn, member)? else { return adopt(conn, member, email) };
    void_links(conn, own.id)?;
    diesel::delete(subscribers::table.filter(subscribers::email.eq(email.as_str()))).execute(conn)?;
    Ok(())
}
