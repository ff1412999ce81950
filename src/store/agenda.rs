//! The agenda: dates of events in a range of time, narrowed by a filter.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::event_places;
use super::events::{key, span};
use super::feeds::FeedQuery;
use super::known;
use super::search::{self, Noun};
use crate::db::schema::{event_overrides, event_themes, events, occurrences, places, schedules};
use crate::db::{Backend, DbConnection, Error, Result, UtcInstant};
use crate::domain::agenda::AgendaFilter;
use crate::domain::brick::BrickKind;
use crate::domain::event::{Accessibility, AttendanceMode, EventKind, EventStatus, RegistrationMode};
use crate::domain::schedule::{OccurrenceKey, Span};

/// Longest an event lasts, which bounds the look for what is under way.
const LONGEST: TimeDelta = TimeDelta::days(crate::domain::recurrence::LONGEST_DAYS);

/// How long what a place shared in stays among what took place there.
const PAST: TimeDelta = TimeDelta::days(730);

/// A filter whose place is known by its id.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    pub filter: AgendaFilter,
    pub place_id: Option<i64>,
}

/// A line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub event_slug: String,
    pub key: OccurrenceKey,
    pub title: String,
    pub kind: EventKind,
    /// The brick of the place that holds it, if one does.
    pub brick: Option<BrickKind>,
    pub status: EventStatus,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub zone: Tz,
    pub mode: AttendanceMode,
    pub room: String,
    pub price_cents: Option<i32>,
    pub price_note: String,
    pub registration: RegistrationMode,
    pub accessibility: Vec<Accessibility>,
    pub repeats: bool,
    pub place_slug: String,
    pub place_name: String,
    pub commune: String,
}

#[derive(Queryable)]
struct Row {
    event_slug: String,
    key: String,
    title: String,
    own_title: Option<String>,
    kind: String,
    brick: Option<String>,
    status: String,
    span_start: String,
    span_end: String,
    starts_at: UtcInstant,
    ends_at: UtcInstant,
    zone: String,
    mode: String,
    room: String,
    own_room: Option<String>,
    price_cents: Option<i32>,
    price_note: String,
    registration: String,
    accessibility: String,
    recurrence: Option<String>,
    place_slug: String,
    place_name: String,
    commune: String,
}

impl Row {
    fn parse(self) -> Result<Line> {
        Ok(Line {
            event_slug: self.event_slug,
            key: key(&self.key)?,
            title: self.own_title.unwrap_or(self.title),
            kind: known("event kind", &self.kind, EventKind::from_code)?,
            brick: self.brick.as_deref().and_then(BrickKind::from_code),
            status: known("event status", &self.status, EventStatus::from_code)?,
            span: span(&self.span_start, &self.span_end)?,
            starts_at: self.starts_at.0,
            ends_at: self.ends_at.0,
            zone: self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))?,
            mode: known("attendance mode", &self.mode, AttendanceMode::from_code)?,
            room: self.own_room.unwrap_or(self.room),
            price_cents: self.price_cents,
            price_note: self.price_note,
            registration: known("registration mode", &self.registration, RegistrationMode::from_code)?,
            accessibility: super::codes(&self.accessibility, Accessibility::from_code),
            repeats: self.recurrence.is_some(),
            place_slug: self.place_slug,
            place_name: self.place_name,
            commune: self.commune,
        })
    }
}

/// Adds the conditions of a filter, all on columns of `occurrences` or by sub-queries.
macro_rules! narrow {
    ($query:ident, $backend:expr, $asked:expr, $shared:expr, $now:expr) => {{
        let Narrowed { filter, place_id } = $asked;
        if let Some(place) = place_id {
            let own = occurrences::place_id.eq(*place);
            $query = match $shared.of_place.is_empty() {
                true => $query.filter(own),
                false => $query.filter(own.or(occurrences::event_id.eq_any($shared.of_place.clone()))),
            };
        }
        if let Some(territory) = &filter.territory {
            let own = occurrences::territory.eq(territory.clone());
            $query = match $shared.of_territory.is_empty() {
                true => $query.filter(own),
                false => $query.filter(own.or(occurrences::event_id.eq_any($shared.of_territory.clone()))),
            };
        }
        if let Some(brick) = filter.brick {
            $query = $query.filter(occurrences::brick.eq(brick.code()));
        }
        if let Some(kind) = filter.kind {
            $query = $query.filter(occurrences::kind.eq(kind.code()));
        }
        if let Some(theme) = filter.theme {
            // By event, along the range that is read: not all events that ever had the theme.
            let themed = event_themes::table
                .filter(event_themes::event_id.eq(occurrences::event_id))
                .filter(event_themes::theme.eq(theme.code()));
            $query = $query.filter(diesel::dsl::exists(themed));
        }
        if let Some(matching) = filter
            .text
            .as_deref()
            .and_then(|text| search::matching($backend, Noun::Event, "occurrences.event_id", text))
        {
            $query = $query.filter(search::matches!(matching));
        }
        if filter.free {
            $query = $query.filter(occurrences::free.eq(true));
        }
        if let Some(code) = filter.accessible {
            $query = $query.filter(occurrences::accessibility.like(format!("%{}%", code.code())));
        }
        if filter.registrable {
            $query = $query.filter(occurrences::registration_closes_at.gt(UtcInstant($now)));
        }
    }};
}

macro_rules! lines {
    () => {
        occurrences::table
            .inner_join(events::table.inner_join(schedules::table))
            .inner_join(places::table)
            .left_join(
                event_overrides::table.on(event_overrides::event_id
                    .eq(occurrences::event_id)
                    .and(event_overrides::occurrence_key.eq(occurrences::occurrence_key))),
            )
            .select((
                events::slug,
                occurrences::occurrence_key,
                events::title,
                event_overrides::title.nullable(),
                occurrences::kind,
                occurrences::brick,
                occurrences::status,
                occurrences::span_start,
                occurrences::span_end,
                occurrences::starts_at,
                occurrences::ends_at,
                schedules::zone,
                events::mode,
                events::room,
                event_overrides::room.nullable(),
                events::price_cents,
                events::price_note,
                events::registration,
                events::accessibility,
                schedules::recurrence,
                places::slug,
                places::name,
                places::commune,
            ))
            .into_boxed()
    };
}

/// Which lines of a range, counted from its first.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    pub offset: i64,
    pub limit: i64,
}

/// The dates that start in `[from, to)`, in order.
pub fn starting_between(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    page: Page,
    now: DateTime<Utc>,
) -> Result<Vec<Line>> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = lines!()
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)));
    narrow!(query, backend, asked, shared, now);
    let rows: Vec<Row> = query
        .order((occurrences::starts_at, occurrences::id))
        .offset(page.offset)
        .limit(page.limit)
        .load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// The dates that started before `from` on an earlier day and have not ended then: exhibitions,
/// camps, nights.
pub fn under_way(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    from: DateTime<Utc>,
    limit: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Line>> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = lines!()
        .filter(occurrences::multi_day.eq(true))
        .filter(occurrences::starts_at.ge(UtcInstant(from - LONGEST)))
        .filter(occurrences::starts_at.lt(UtcInstant(from)))
        .filter(occurrences::ends_at.gt(UtcInstant(from)));
    narrow!(query, backend, asked, shared, now);
    let rows: Vec<Row> = query.order((occurrences::starts_at, occurrences::id)).limit(limit).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// The dates that start in `[from, to)` and have not ended now, in order.
pub fn still_to_come(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    limit: i64,
    now: DateTime<Utc>,
) -> Result<Vec<Line>> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = lines!()
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .filter(occurrences::ends_at.gt(UtcInstant(now)));
    narrow!(query, backend, asked, shared, now);
    let rows: Vec<Row> = query.order((occurrences::starts_at, occurrences::id)).limit(limit).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// How many dates start in `[from, to)` and have not ended now.
pub fn count_still_to_come(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<i64> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = occurrences::table
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .into_boxed();
    narrow!(query, backend, asked, shared, now);
    Ok(query.count().get_result(conn)?)
}

/// The coming dates of a place, and of one that goes on now.
pub fn of_place(
    conn: &mut DbConnection,
    backend: Backend,
    place_id: i64,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Line>> {
    let asked = Narrowed { place_id: Some(place_id), ..Narrowed::default() };
    still_to_come(conn, backend, &asked, (now - LONGEST, DateTime::<Utc>::MAX_UTC), limit, now)
}

/// These dates (ids of `occurrences`), in order.
pub fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<Line>> {
    let rows: Vec<Row> = lines!()
        .filter(occurrences::id.eq_any(ids))
        .order((occurrences::starts_at, occurrences::id))
        .load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// The coming dates of these events, and of one that goes on now.
pub fn of_events(
    conn: &mut DbConnection,
    events: &[i64],
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Line>> {
    let rows: Vec<Row> = lines!()
        .filter(occurrences::event_id.eq_any(events))
        .filter(occurrences::starts_at.ge(UtcInstant(now - LONGEST)))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// [`of_place`] for several places together.
pub fn of_places(
    conn: &mut DbConnection,
    places: &[i64],
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Line>> {
    let shared = event_places::with_places(conn, places, now)?;
    let mut query = lines!();
    query = match shared.is_empty() {
        true => query.filter(occurrences::place_id.eq_any(places)),
        false => query.filter(occurrences::place_id.eq_any(places).or(occurrences::event_id.eq_any(shared))),
    };
    let rows: Vec<Row> = query
        .filter(occurrences::starts_at.ge(UtcInstant(now - LONGEST)))
        .filter(occurrences::ends_at.gt(UtcInstant(now)))
        .order((occurrences::starts_at, occurrences::id))
        .limit(limit)
        .load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// The dates of a place that began before now, the last one first.
pub fn last_of_place(
    conn: &mut DbConnection,
    place_id: i64,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Line>> {
    let shared = event_places::with_places(conn, &[place_id], now - PAST)?;
    let mut query = lines!().filter(occurrences::starts_at.lt(UtcInstant(now)));
    query = match shared.is_empty() {
        true => query.filter(occurrences::place_id.eq(place_id)),
        false => query.filter(occurrences::place_id.eq(place_id).or(occurrences::event_id.eq_any(shared))),
    };
    let rows: Vec<Row> =
        query.order((occurrences::starts_at.desc(), occurrences::id.desc())).limit(limit).load(conn)?;
    rows.into_iter().map(Row::parse).collect()
}

/// How many dates start in `[from, to)`.
pub fn count_between(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<i64> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = occurrences::table
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .filter(occurrences::starts_at.lt(UtcInstant(to)))
        .into_boxed();
    narrow!(query, backend, asked, shared, now);
    Ok(query.count().get_result(conn)?)
}

/// The start of the first date at or after `from`: where an empty period may lead.
pub fn next_start(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    from: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let shared = event_places::shared(conn, asked, from)?;
    let mut query = occurrences::table
        .filter(occurrences::starts_at.ge(UtcInstant(from)))
        .select(occurrences::starts_at)
        .into_boxed();
    narrow!(query, backend, asked, shared, now);
    let start: Option<UtcInstant> = query.order(occurrences::starts_at).first(conn).optional()?;
    Ok(start.map(|at| at.0))
}

/// The events of a feed whose dates lie nearest to now, at most its limit. Those withdrawn have no
/// dates.
pub(super) fn nearest_events(
    conn: &mut DbConnection,
    backend: Backend,
    feed: &FeedQuery<'_>,
) -> Result<Vec<i64>> {
    let shared = event_places::shared(conn, feed.asked, feed.window.0)?;
    let limit = i64::try_from(feed.limit).unwrap_or(i64::MAX);
    // A series has many dates: look at several times as many dates as events are wanted.
    let dates = limit.saturating_mul(4);
    let now = UtcInstant(feed.around);
    let mut coming = occurrences::table
        .filter(occurrences::starts_at.ge(now))
        .filter(occurrences::starts_at.lt(UtcInstant(feed.window.1)))
        .select((occurrences::event_id, occurrences::starts_at))
        .into_boxed();
    narrow!(coming, backend, feed.asked, shared, feed.now);
    let mut past = occurrences::table
        .filter(occurrences::starts_at.lt(now))
        .filter(occurrences::starts_at.ge(UtcInstant(feed.window.0)))
        .select((occurrences::event_id, occurrences::starts_at))
        .into_boxed();
    narrow!(past, backend, feed.asked, shared, feed.now);
    let mut dated: Vec<(i64, UtcInstant)> = coming.order(occurrences::starts_at).limit(dates).load(conn)?;
    dated
        .extend::<Vec<(i64, UtcInstant)>>(past.order(occurrences::starts_at.desc()).limit(dates).load(conn)?);
    dated.sort_by_key(|(id, at)| ((at.0 - feed.around).abs(), *id));
    let mut seen = HashSet::new();
    let mut events: Vec<i64> = dated.into_iter().map(|(id, _)| id).filter(|id| seen.insert(*id)).collect();
    events.truncate(feed.limit);
    Ok(events)
}
