//! What a calendar feed publishes: events whose dates touch its window, with all that their
//! iCalendar text needs, in a handful of queries whatever their number.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::NAMED;
use super::agenda::Narrowed;
use super::event_places;
use super::events::{EventRow, ScheduleRow, StoredOverride, key, overrides_of, overrides_since};
use super::pictures::{self, EventCover};
use super::places::PlaceRow;
use super::search::{self, Noun};
use crate::db::schema::{event_themes, events, occurrences, places, schedules};
use crate::db::{Backend, DbConnection, Result, UtcInstant};
use crate::domain::event::Theme;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;

/// One event as a feed needs it.
#[derive(Debug)]
pub struct FeedEntry {
    pub event: EventRow,
    pub schedule: ScheduleRow,
    pub themes: Vec<Theme>,
    pub overrides: Vec<StoredOverride>,
    pub skips: Vec<OccurrenceKey>,
    /// Every date worked out, of a series that is published by its dates; else empty.
    pub dates: Vec<OccurrenceKey>,
    pub cover: Option<EventCover>,
}

/// The content of a feed, its events by creation.
pub struct FeedContent {
    pub entries: Vec<FeedEntry>,
    pub places: HashMap<i64, PlaceRow>,
    /// There were more events than `limit`: these are the nearest in time.
    pub bounded: bool,
}

/// What a feed is asked for.
pub struct FeedQuery<'a> {
    pub asked: &'a Narrowed,
    /// From when to when.
    pub window: (DateTime<Utc>, DateTime<Utc>),
    pub now: DateTime<Utc>,
    /// Nearest to when, of more events than the limit: an instant that stands still as long as the
    /// window does, or a rebuild at another hour would choose others.
    pub around: DateTime<Utc>,
    /// At most this many events.
    pub limit: usize,
}

pub fn content(conn: &mut DbConnection, backend: Backend, query: &FeedQuery<'_>) -> Result<FeedContent> {
    let mut rows = rows(conn, backend, query)?;
    let bounded = rows.len() > query.limit;
    if bounded {
        rows = nearest_rows(conn, backend, query)?;
    }
    let since = query.window.0;
    let place_id = query.asked.place_id;
    let mut overrides = overrides_since(conn, since, place_id)?;
    if let Some(place) = place_id {
        let elsewhere = rows.iter().map(|(event, _)| event).filter(|event| event.place_id != place);
        let elsewhere: Vec<i64> = elsewhere.map(|event| event.id).collect();
        overrides.extend(overrides_of(conn, &elsewhere)?);
    }
    let mut dates = dates(conn, &rows)?;
    let mut covers = covers(conn, &rows, since)?;
    let places = places_of(conn, &rows)?;
    let entries = rows
        .into_iter()
        .map(|(event, schedule)| {
            let (overrides, dates) = (overrides.remove(&event.id), dates.remove(&event.id));
            let cover = covers.remove(&event.id);
            entry(event, schedule, overrides, dates, cover)
        })
        .collect::<Result<_>>()?;
    Ok(FeedContent { entries, places, bounded })
}

fn entry(
    event: EventRow,
    schedule: ScheduleRow,
    overrides: Option<Vec<StoredOverride>>,
    dates: Option<Vec<OccurrenceKey>>,
    cover: Option<EventCover>,
) -> Result<FeedEntry> {
    Ok(FeedEntry {
        themes: event.themes(),
        overrides: overrides.unwrap_or_default(),
        skips: schedule.skipped()?,
        dates: dates.unwrap_or_default(),
        cover,
        event,
        schedule,
    })
}

/// Adds the conditions of a feed: its window and its filter.
macro_rules! in_window {
    ($select:ident, $backend:expr, $query:expr, $shared:expr) => {{
        let (from, to) = $query.window;
        let Narrowed { filter, place_id } = $query.asked;
        $select = $select
            .filter(schedules::last_ends_at.ge(UtcInstant(from)))
            .filter(schedules::first_starts_at.lt(UtcInstant(to)))
            .filter(events::withdrawn_at.is_null().or(events::withdrawn_at.ge(UtcInstant(from))));
        if let Some(place) = place_id {
            let own = events::place_id.eq(*place);
            $select = match $shared.of_place.is_empty() {
                true => $select.filter(own),
                false => $select.filter(own.or(events::id.eq_any($shared.of_place.clone()))),
            };
        }
        if let Some(territory) = &filter.territory {
            let there = places::table.filter(places::territory.eq(territory.clone())).select(places::id);
            let own = events::place_id.eq_any(there);
            $select = match $shared.of_territory.is_empty() {
                true => $select.filter(own),
                false => $select.filter(own.or(events::id.eq_any($shared.of_territory.clone()))),
            };
        }
        if let Some(brick) = filter.brick {
            $select = $select.filter(events::brick.eq(brick.code()));
        }
        if let Some(kind) = filter.kind {
            $select = $select.filter(events::kind.eq(kind.code()));
        }
        if let Some(theme) = filter.theme {
            let themed = event_themes::table
                .filter(event_themes::event_id.eq(events::id))
                .filter(event_themes::theme.eq(theme.code()));
            $select = $select.filter(diesel::dsl::exists(themed));
        }
        if let Some(matching) =
            filter.text.as_deref().and_then(|text| search::matching($backend, Noun::Event, "events.id", text))
        {
            $select = $select.filter(search::matches!(matching));
        }
        if filter.free {
            $select = $select.filter(events::price_cents.eq(0));
        }
        if let Some(code) = filter.accessible {
            $select = $select.filter(events::accessibility.like(format!("%{}%", code.code())));
        }
        if filter.registrable {
            let open = occurrences::table
                .filter(occurrences::registration_closes_at.gt(UtcInstant($query.now)))
                .select(occurrences::event_id);
            $select = $select.filter(events::id.eq_any(open));
        }
    }};
}

/// The events themselves, one more than the limit at most.
fn rows(
    conn: &mut DbConnection,
    backend: Backend,
    query: &FeedQuery<'_>,
) -> Result<Vec<(EventRow, ScheduleRow)>> {
    let shared = event_places::shared(conn, query.asked, query.window.0)?;
    let mut select = events::table
        .inner_join(schedules::table)
        .select((EventRow::as_select(), ScheduleRow::as_select()))
        .into_boxed();
    in_window!(select, backend, query, shared);
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX).saturating_add(1);
    // In whatever order the database finds them: sorting these wide rows there would copy them once more.
    let mut rows: Vec<(EventRow, ScheduleRow)> = select.limit(limit).load(conn)?;
    rows.sort_by_key(|(event, _)| event.id);
    Ok(rows)
}

/// Whether a feed holds more events than its limit.
pub fn exceeds_limit(conn: &mut DbConnection, backend: Backend, query: &FeedQuery<'_>) -> Result<bool> {
    let shared = event_places::shared(conn, query.asked, query.window.0)?;
    let mut select = events::table.inner_join(schedules::table).select(events::id).into_boxed();
    in_window!(select, backend, query, shared);
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
    let beyond: Option<i64> =
        select.order((schedules::last_ends_at, events::id)).offset(limit).limit(1).first(conn).optional()?;
    Ok(beyond.is_some())
}

/// The events whose dates lie nearest to now, and the tombstones, which have no dates.
fn nearest_rows(
    conn: &mut DbConnection,
    backend: Backend,
    query: &FeedQuery<'_>,
) -> Result<Vec<(EventRow, ScheduleRow)>> {
    let mut nearest = super::agenda::nearest_events(conn, backend, query)?;
    nearest.extend(tombstones(conn, backend, query)?);
    let mut rows = Vec::with_capacity(nearest.len());
    // PostgreSQL and SQLite bound the number of parameters.
    for ids in nearest.chunks(5_000) {
        rows.extend(
            events::table
                .inner_join(schedules::table)
                .filter(events::id.eq_any(ids))
                .select((EventRow::as_select(), ScheduleRow::as_select()))
                .load::<(EventRow, ScheduleRow)>(conn)?,
        );
    }
    rows.sort_by_key(|(event, _)| event.id);
    Ok(rows)
}

/// The events withdrawn in the window of a feed, the last ones first.
fn tombstones(conn: &mut DbConnection, backend: Backend, query: &FeedQuery<'_>) -> Result<Vec<i64>> {
    let shared = event_places::shared(conn, query.asked, query.window.0)?;
    let mut select = events::table
        .inner_join(schedules::table)
        .filter(events::withdrawn_at.is_not_null())
        .select(events::id)
        .into_boxed();
    in_window!(select, backend, query, shared);
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
    Ok(select.order((events::withdrawn_at.desc(), events::id)).limit(limit).load(conn)?)
}

/// The dates of those series that have no rule of their own to publish.
fn dates(
    conn: &mut DbConnection,
    rows: &[(EventRow, ScheduleRow)],
) -> Result<HashMap<i64, Vec<OccurrenceKey>>> {
    let mut listed = Vec::new();
    for (event, row) in rows.iter().filter(|(_, row)| row.recurrence.is_some()) {
        if row.schedule()?.is_published_by_dates() {
            listed.push(event.id);
        }
    }
    let mut by_event: HashMap<i64, Vec<OccurrenceKey>> = HashMap::new();
    for some in listed.chunks(5_000) {
        let found: Vec<(i64, String)> = occurrences::table
            .filter(occurrences::event_id.eq_any(some))
            .order((occurrences::event_id, occurrences::occurrence_key))
            .select((occurrences::event_id, occurrences::occurrence_key))
            .load(conn)?;
        for (event, text) in found {
            by_event.entry(event).or_default().push(key(&text)?);
        }
    }
    Ok(by_event)
}

/// The covers of few events are asked for by name, those of many together.
fn covers(
    conn: &mut DbConnection,
    rows: &[(EventRow, ScheduleRow)],
    since: DateTime<Utc>,
) -> Result<HashMap<i64, EventCover>> {
    if rows.len() > NAMED {
        return pictures::covers_since(conn, since);
    }
    let ids: Vec<i64> = rows.iter().map(|(event, _)| event.id).collect();
    pictures::covers(conn, &ids)
}

fn places_of(conn: &mut DbConnection, rows: &[(EventRow, ScheduleRow)]) -> Result<HashMap<i64, PlaceRow>> {
    let mut ids: Vec<i64> = rows.iter().map(|(event, _)| event.place_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut by_id = HashMap::with_capacity(ids.len());
    for some in ids.chunks(5_000) {
        let found: Vec<PlaceRow> =
            places::table.filter(places::id.eq_any(some)).select(PlaceRow::as_select()).load(conn)?;
        by_id.extend(found.into_iter().map(|place| (place.id, place)));
    }
    Ok(by_id)
}

/// What the feed of one reader is asked for.
pub struct OwnQuery<'a> {
    /// Everything of these places.
    pub places: &'a [i64],
    /// And these events, wherever they are.
    pub events: &'a [i64],
    /// From when to when.
    pub window: (DateTime<Utc>, DateTime<Utc>),
    /// At most this many events of the places.
    pub limit: usize,
}

/// The events of some places, those that end last first counting, and some others.
pub fn own_content(conn: &mut DbConnection, query: &OwnQuery<'_>) -> Result<FeedContent> {
    let (from, to) = query.window;
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
    let in_window = events::table
        .inner_join(schedules::table)
        .filter(schedules::last_ends_at.ge(UtcInstant(from)))
        .filter(schedules::first_starts_at.lt(UtcInstant(to)))
        .filter(events::withdrawn_at.is_null().or(events::withdrawn_at.ge(UtcInstant(from))))
        .select((EventRow::as_select(), ScheduleRow::as_select()));
    let shared = event_places::with_places(conn, query.places, from)?;
    let mut rows: Vec<(EventRow, ScheduleRow)> = in_window
        .filter(events::place_id.eq_any(query.places))
        .order((schedules::last_ends_at.desc(), events::id))
        .limit(limit)
        .load(conn)?;
    let others: Vec<i64> = query.events.iter().chain(&shared).copied().collect();
    rows.extend(in_window.filter(events::id.eq_any(others)).load::<(EventRow, ScheduleRow)>(conn)?);
    rows.sort_by_key(|(event, _)| event.id);
    rows.dedup_by_key(|(event, _)| event.id);
    let ids: Vec<i64> = rows.iter().map(|(event, _)| event.id).collect();
    let mut overrides = overrides_of(conn, &ids)?;
    let mut dates = dates(conn, &rows)?;
    let mut covers = covers(conn, &rows, from)?;
    let places = places_of(conn, &rows)?;
    let entries = rows
        .into_iter()
        .map(|(event, schedule)| {
            let (overrides, dates) = (overrides.remove(&event.id), dates.remove(&event.id));
            let cover = covers.remove(&event.id);
            entry(event, schedule, overrides, dates, cover)
        })
        .collect::<Result<_>>()?;
    Ok(FeedContent { entries, places, bounded: false })
}

/// One event as a feed needs it, whether withdrawn or not.
pub fn of_event(conn: &mut DbConnection, slug: &Slug) -> Result<FeedEntry> {
    let row = super::events::by_slug(conn, slug)?;
    let id = row.0.id;
    let mut dates = dates(conn, std::slice::from_ref(&row))?;
    let (event, schedule) = row;
    let overrides = super::events::overrides(conn, id)?;
    let cover = pictures::covers(conn, &[id])?.remove(&id);
    entry(event, schedule, Some(overrides), dates.remove(&id), cover)
}

/// Slug and title of events that have dates to come, soonest first: what a lost visitor may mean.
pub fn titles(
    conn: &mut DbConnection,
    backend: Backend,
    asked: &Narrowed,
    now: DateTime<Utc>,
    limit: usize,
) -> Result<Vec<(String, String)>> {
    let Some(matching) = asked
        .filter
        .text
        .as_deref()
        .and_then(|text| search::matching(backend, Noun::Event, "events.id", text))
    else {
        return Ok(Vec::new());
    };
    Ok(events::table
        .inner_join(schedules::table)
        .filter(schedules::last_ends_at.ge(UtcInstant(now)))
        .filter(events::withdrawn_at.is_null())
        .filter(search::matches!(matching))
        .order((schedules::first_starts_at, events::id))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((events::slug, events::title))
        .load(conn)?)
}
