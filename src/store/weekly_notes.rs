//! Who gets a weekly note, and when the next one is written.

use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Tz;
use diesel::dsl::exists;
use diesel::prelude::*;
use uuid::Uuid;

use super::known;
use crate::db::schema::{events, members, memberships, occurrences, registrations, weekly_notes};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::member::{MemberState, MembershipRole};
use crate::domain::registration::RegistrationState;
use crate::domain::subscription::{Rhythm, Timetable};
use crate::mail::MailingList;
use crate::signed_link::{self, Signed};
use crate::store::signing_keys::{self, SUBSCRIPTIONS};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = weekly_notes)]
pub struct WeeklyNoteRow {
    pub id: i64,
    pub uid: String,
    pub member_id: i64,
    pub list: String,
    pub wanted: bool,
    pub weekday: i32,
    pub hour: i32,
    pub next_at: Option<UtcInstant>,
    pub nudged_at: Option<UtcInstant>,
}

impl WeeklyNoteRow {
    pub fn list(&self) -> Result<MailingList> {
        known("list of a weekly note", &self.list, MailingList::from_code)
    }

    /// When it is written, on the clock of the network.
    pub fn timetable(&self, zone: Tz) -> Result<Timetable> {
        let day = u8::try_from(self.weekday - 1).ok().and_then(|day| Weekday::try_from(day).ok());
        Ok(Timetable {
            rhythm: if self.wanted { Rhythm::Weekly } else { Rhythm::Never },
            weekday: day.ok_or_else(|| Error::corrupt("weekday", self.weekday.to_string()))?,
            hour: u32::try_from(self.hour).map_err(|_| Error::corrupt("hour", self.hour.to_string()))?,
            zone,
        })
    }

    fn signed(&self) -> Signed<'_> {
        Signed { purpose: "leave-week", uid: &self.uid, generation: 1 }
    }
}

/// Active members whom a note is for and who have no choice of their own yet, at most `limit`.
pub fn lacking(conn: &mut DbConnection, list: MailingList, limit: i64) -> Result<Vec<i64>> {
    let chosen = weekly_notes::member_id.eq(members::id).and(weekly_notes::list.eq(list.code()));
    let mut query = members::table
        .left_join(weekly_notes::table.on(chosen))
        .filter(weekly_notes::id.is_null())
        .filter(members::state.eq(MemberState::Active.code()))
        .select(members::id)
        .into_boxed();
    query = match list {
        MailingList::Network => query.filter(members::coordinates.eq(true)),
        _ => {
            let hosts = memberships::table.filter(memberships::role.eq(MembershipRole::Host.code()));
            query.filter(members::id.eq_any(hosts.select(memberships::member_id)))
        }
    };
    Ok(query.order(members::id).limit(limit).load(conn)?)
}

/// Writes what members get as long as they choose nothing; those who chose are left out.
pub fn insert(
    conn: &mut DbConnection,
    list: MailingList,
    chosen_by: &[i64],
    timetable: &Timetable,
    now: DateTime<Utc>,
) -> Result<()> {
    let next = timetable.next_after(now);
    let row = |member: &i64| {
        (
            weekly_notes::uid.eq(Uuid::new_v4().to_string()),
            weekly_notes::member_id.eq(*member),
            weekly_notes::list.eq(list.code()),
            weekly_notes::wanted.eq(timetable.rhythm != Rhythm::Never),
            weekly_notes::weekday.eq(weekday_number(timetable.weekday)),
            weekly_notes::hour.eq(i32::try_from(timetable.hour).unwrap_or_default()),
            weekly_notes::next_at.eq(next.map(UtcInstant)),
            weekly_notes::changed_at.eq(UtcInstant(now)),
        )
    };
    let rows: Vec<_> = chosen_by.iter().map(row).collect();
    on_each_backend!(conn, |c| diesel::insert_into(weekly_notes::table)
        .values(&rows)
        .on_conflict_do_nothing()
        .execute(c)?);
    Ok(())
}

fn weekday_number(day: Weekday) -> i32 {
    i32::try_from(day.number_from_monday()).unwrap_or(7)
}

/// Writes what somebody chose, and when the next note comes by it.
pub fn choose(conn: &mut DbConnection, id: i64, timetable: &Timetable, now: DateTime<Utc>) -> Result<()> {
    diesel::update(weekly_notes::table.find(id))
        .set((
            weekly_notes::wanted.eq(timetable.rhythm != Rhythm::Never),
            weekly_notes::weekday.eq(weekday_number(timetable.weekday)),
            weekly_notes::hour.eq(i32::try_from(timetable.hour).unwrap_or_default()),
            weekly_notes::next_at.eq(timetable.next_after(now).map(UtcInstant)),
            weekly_notes::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<WeeklyNoteRow> {
    let row = weekly_notes::table.find(id).select(WeeklyNoteRow::as_select()).first(conn).optional()?;
    row.ok_or(Error::NotFound)
}

pub fn of_member(conn: &mut DbConnection, member: i64, list: MailingList) -> Result<Option<WeeklyNoteRow>> {
    let row = weekly_notes::table
        .filter(weekly_notes::member_id.eq(member))
        .filter(weekly_notes::list.eq(list.code()));
    Ok(row.select(WeeklyNoteRow::as_select()).first(conn).optional()?)
}

/// The notes that are due, the longest first.
pub fn due(conn: &mut DbConnection, now: DateTime<Utc>, limit: i64) -> Result<Vec<i64>> {
    Ok(weekly_notes::table
        .filter(weekly_notes::next_at.le(UtcInstant(now)))
        .order((weekly_notes::next_at, weekly_notes::id))
        .limit(limit)
        .select(weekly_notes::id)
        .load(conn)?)
}

/// Takes a note that is due, by compare-and-set; `false`: somebody else did, or it is due no more.
pub fn take(conn: &mut DbConnection, row: &WeeklyNoteRow, next: Option<DateTime<Utc>>) -> Result<bool> {
    let as_read = weekly_notes::table.find(row.id).filter(weekly_notes::next_at.eq(row.next_at));
    let taken = diesel::update(as_read).set(weekly_notes::next_at.eq(next.map(UtcInstant))).execute(conn)?;
    Ok(taken == 1)
}

/// Puts off what could not be written.
pub fn put_off(conn: &mut DbConnection, id: i64, until: DateTime<Utc>) -> Result<()> {
    let one = weekly_notes::table.find(id).filter(weekly_notes::next_at.is_not_null());
    diesel::update(one).set(weekly_notes::next_at.eq(Some(UtcInstant(until)))).execute(conn)?;
    Ok(())
}

/// Notes that one was told that nothing is announced.
pub fn nudged(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    let now = Some(UtcInstant(now));
    diesel::update(weekly_notes::table.find(id)).set(weekly_notes::nudged_at.eq(now)).execute(conn)?;
    Ok(())
}

/// The text of the link that ends a note.
pub fn leave_link(conn: &mut DbConnection, row: &WeeklyNoteRow, now: DateTime<Utc>) -> Result<String> {
    let key = signing_keys::ensure(conn, SUBSCRIPTIONS, now)?;
    Ok(signed_link::sign(&key, row.id, row.signed()))
}

/// What such a link ends.
///
/// # Errors
/// Not found: no such link.
pub fn by_leave_link(conn: &mut DbConnection, link: &str) -> Result<WeeklyNoteRow> {
    let id = signed_link::number(link).ok_or(Error::NotFound)?;
    let key = signing_keys::find(conn, SUBSCRIPTIONS)?.ok_or(Error::NotFound)?;
    let row = by_id(conn, id)?;
    if signed_link::holds(&key, link, row.signed()) { Ok(row) } else { Err(Error::NotFound) }
}

/// Registrations for coming dates of a place that a host has still to approve.
pub fn count_to_approve(conn: &mut DbConnection, place: i64, now: DateTime<Utc>) -> Result<i64> {
    let coming = occurrences::table
        .filter(occurrences::event_id.eq(registrations::event_id))
        .filter(
            registrations::occurrence_key
                .eq("")
                .or(occurrences::occurrence_key.eq(registrations::occurrence_key)),
        )
        .filter(occurrences::ends_at.gt(UtcInstant(now)));
    Ok(registrations::table
        .inner_join(events::table)
        .filter(events::place_id.eq(place))
        .filter(registrations::state.eq(RegistrationState::Asked.code()))
        .filter(exists(coming))
        .count()
        .get_result(conn)?)
}
