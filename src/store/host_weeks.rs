//! The dates of a place as its hosts look at them week by week, and what links to a week open.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use uuid::Uuid;

use super::events::{key, span};
use super::known;
use crate::db::schema::{
    confirmations, event_overrides, events, host_weeks, members, occurrences, schedules, seats,
};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::confirmation::Confirmation;
use crate::domain::event::{EventStatus, RegistrationMode};
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::signed_link::Signed;

/// A date as a host looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostDate {
    /// In `occurrences`.
    pub id: i64,
    pub event_id: i64,
    pub event_slug: String,
    pub key: OccurrenceKey,
    pub title: String,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
    pub repeats: bool,
    pub status: EventStatus,
    pub registration: RegistrationMode,
    pub capacity: Option<i32>,
    /// Seats taken, and people on the waiting list.
    pub taken: i32,
    pub waiting: i32,
    /// When a host said that it takes place, and their name while they have an account.
    pub confirmed: Option<(DateTime<Utc>, Option<String>)>,
}

#[derive(Queryable)]
struct Row {
    id: i64,
    event_id: i64,
    event_slug: String,
    key: String,
    title: String,
    own_title: Option<String>,
    span: (String, String),
    extent: (UtcInstant, UtcInstant),
    zone: String,
    recurrence: Option<String>,
    status: String,
    registration: String,
    /// Of the event, and of this date.
    capacity: (Option<i32>, Option<i32>),
    seats: (Option<i32>, Option<i32>),
    /// State, instant and name.
    said: (Option<String>, Option<UtcInstant>, Option<String>),
}

impl Row {
    fn parse(self) -> Result<HostDate> {
        let (state, said_at, name) = self.said;
        let given = state.as_deref() == Some(Confirmation::Given.code());
        Ok(HostDate {
            id: self.id,
            event_id: self.event_id,
            event_slug: self.event_slug,
            key: key(&self.key)?,
            title: self.own_title.unwrap_or(self.title),
            span: span(&self.span.0, &self.span.1)?,
            starts_at: self.extent.0.0,
            ends_at: self.extent.1.0,
            zone: self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))?,
            repeats: self.recurrence.is_some(),
            status: known("event status", &self.status, EventStatus::from_code)?,
            registration: known("registration mode", &self.registration, RegistrationMode::from_code)?,
            capacity: self.capacity.1.or(self.capacity.0),
            taken: self.seats.0.unwrap_or_default(),
            waiting: self.seats.1.unwrap_or_default(),
            confirmed: said_at.filter(|_| given).map(|at| (at.0, name)),
        })
    }
}

/// The dates of a place that begin in `[from, to)`, in order.
pub fn dates(
    conn: &mut DbConnection,
    place: i64,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    limit: i64,
) -> Result<Vec<HostDate>> {
    let own = event_overrides::event_id
        .eq(occurrences::event_id)
        .and(event_overrides::occurrence_key.eq(occurrences::occurrence_key));
    let seated =
        seats::event_id.eq(occurrences::event_id).and(seats::occurrence_key.eq(occurrences::occurrence_key));
    let rows: Vec<Row> = occurrences::table
        .inner_join(events::table.inner_join(schedules::table))
        .left_join(event_overrides::table.on(own))
        .left_join(seats::table.on(seated))
        .left_join(confirmations::table.on(confirmations::occurrence_id.eq(occurrences::id)))
        .left_join(members::table.on(confirmations::member_id.eq(members::id.nullable())))
        .filter(occurrences::place_id.eq(place))
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .select((
            occurrences::id,
            occurrences::event_id,
            events::slug,
            occurrences::occurrence_key,
            events::title,
            event_overrides::title.nullable(),
            (occurrences::span_start, occurrences::span_end),
            (occurrences::starts_at, occurrences::ends_at),
            schedules::zone,
            schedules::recurrence,
            occurrences::status,
            events::registration,
            (events::capacity, event_overrides::capacity.nullable()),
            (seats::taken.nullable(), seats::waiting.nullable()),
            (confirmations::state.nullable(), confirmations::said_at.nullable(), members::name.nullable()),
        ))
        .load(conn)?;
    let mut dates = rows.into_iter().map(Row::parse).collect::<Result<Vec<HostDate>>>()?;
    add_series(conn, &mut dates)?;
    Ok(dates)
}

/// Where people register for a whole series, its counts are those of each date.
fn add_series(conn: &mut DbConnection, dates: &mut [HostDate]) -> Result<()> {
    let ids: Vec<i64> = dates.iter().filter(|date| date.repeats).map(|date| date.event_id).collect();
    let rows: Vec<(i64, i32, i32)> = seats::table
        .filter(seats::event_id.eq_any(ids))
        .filter(seats::occurrence_key.eq(""))
        .select((seats::event_id, seats::taken, seats::waiting))
        .load(conn)?;
    let whole: HashMap<i64, (i32, i32)> =
        rows.into_iter().map(|(event, taken, waiting)| (event, (taken, waiting))).collect();
    for date in dates {
        if let Some((taken, waiting)) = whole.get(&date.event_id) {
            date.taken += taken;
            date.waiting += waiting;
        }
    }
    Ok(())
}

/// A host's week at a place: what a link opens.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = host_weeks)]
pub struct HostWeekRow {
    pub id: i64,
    pub uid: String,
    pub member_id: i64,
    pub place_id: i64,
    pub monday: NaiveDate,
    pub expires_at: UtcInstant,
}

impl HostWeekRow {
    /// What its link is signed over.
    pub fn signed(&self) -> Signed<'_> {
        Signed { purpose: "week", uid: &self.uid, generation: 1 }
    }
}

/// The week of this host at this place, written if there was none.
pub fn ensure(
    conn: &mut DbConnection,
    (member, place): (i64, i64),
    monday: NaiveDate,
    expires_at: DateTime<Utc>,
) -> Result<HostWeekRow> {
    on_each_backend!(conn, |c| diesel::insert_into(host_weeks::table)
        .values((
            host_weeks::uid.eq(Uuid::new_v4().to_string()),
            host_weeks::member_id.eq(member),
            host_weeks::place_id.eq(place),
            host_weeks::monday.eq(monday),
            host_weeks::expires_at.eq(UtcInstant(expires_at)),
        ))
        .on_conflict_do_nothing()
        .execute(c)?);
    let row = host_weeks::table
        .filter(host_weeks::member_id.eq(member))
        .filter(host_weeks::place_id.eq(place))
        .filter(host_weeks::monday.eq(monday));
    Ok(row.select(HostWeekRow::as_select()).first(conn)?)
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<HostWeekRow> {
    let row = host_weeks::table.find(id).select(HostWeekRow::as_select()).first(conn).optional()?;
    row.ok_or(Error::NotFound)
}

/// Forgets at most `most` weeks whose links opened nothing before an instant; gives how many.
pub fn forget(conn: &mut DbConnection, before: DateTime<Utc>, most: i64) -> Result<usize> {
    let old: Vec<i64> = host_weeks::table
        .filter(host_weeks::expires_at.lt(UtcInstant(before)))
        .order((host_weeks::expires_at, host_weeks::id))
        .limit(most)
        .select(host_weeks::id)
        .load(conn)?;
    Ok(diesel::delete(host_weeks::table.filter(host_weeks::id.eq_any(old))).execute(conn)?)
}
