//! Events: what is announced, when, and what differs for single dates.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;
use uuid::Uuid;

use super::places::PlaceRow;
use super::search::{self, Noun};
use super::{codes, joined, known};
use crate::db::schema::{event_overrides, event_themes, events, schedules};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::brick::BrickKind;
use crate::domain::event::{
    Accessibility, AttendanceMode, EventDraft, EventKind, EventStatus, Override, RegistrationMode, Theme,
};
use crate::domain::schedule::{OccurrenceKey, Schedule, Span};
use crate::domain::slug::Slug;
use crate::domain::website::parse_website;

/// An event's own row.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = events)]
pub struct EventRow {
    pub id: i64,
    pub uid: String,
    pub slug: String,
    pub place_id: i64,
    pub kind: String,
    pub brick: Option<String>,
    pub themes: String,
    pub title: String,
    pub description: String,
    pub audience: String,
    pub mode: String,
    pub room: String,
    pub address: String,
    pub online_url: String,
    pub price_cents: Option<i32>,
    pub price_note: String,
    pub capacity: Option<i32>,
    pub registration: String,
    pub registration_closes_hours: i32,
    pub accessibility: String,
    pub accessibility_note: String,
    pub organiser: String,
    pub status: String,
    pub status_note: String,
    pub sequence: i32,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
    pub withdrawn_at: Option<UtcInstant>,
}

impl EventRow {
    pub fn kind(&self) -> Result<EventKind> {
        known("event kind", &self.kind, EventKind::from_code)
    }

    pub fn brick(&self) -> Option<BrickKind> {
        self.brick.as_deref().and_then(BrickKind::from_code)
    }

    pub fn themes(&self) -> Vec<Theme> {
        codes(&self.themes, Theme::from_code)
    }

    pub fn mode(&self) -> Result<AttendanceMode> {
        known("attendance mode", &self.mode, AttendanceMode::from_code)
    }

    pub fn registration(&self) -> Result<RegistrationMode> {
        known("registration mode", &self.registration, RegistrationMode::from_code)
    }

    pub fn status(&self) -> Result<EventStatus> {
        known("event status", &self.status, EventStatus::from_code)
    }

    pub fn accessibility(&self) -> Vec<Accessibility> {
        codes(&self.accessibility, Accessibility::from_code)
    }

    /// Where it takes place online, if that is a web address: all else must never become a link.
    pub fn meeting(&self) -> Option<String> {
        parse_website(&self.online_url)
    }
}

/// When an event takes place, as stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = schedules)]
pub struct ScheduleRow {
    pub span_start: String,
    pub span_end: String,
    pub zone: String,
    pub recurrence: Option<String>,
    pub skips: String,
    pub first_starts_at: UtcInstant,
    pub last_ends_at: UtcInstant,
    pub worked_out_through: Option<NaiveDate>,
}

impl ScheduleRow {
    pub fn schedule(&self) -> Result<Schedule> {
        let recurrence = self.recurrence.as_deref().map(serde_json::from_str).transpose();
        Ok(Schedule {
            span: span(&self.span_start, &self.span_end)?,
            zone: self.zone()?,
            recurrence: recurrence.map_err(|e| Error::corrupt("recurrence", e.to_string()))?,
        })
    }

    /// Dates of the rule that it skips, in order.
    pub fn skipped(&self) -> Result<Vec<OccurrenceKey>> {
        self.skips.lines().map(|line| key(line.split(' ').next().unwrap_or_default())).collect()
    }

    pub fn zone(&self) -> Result<Tz> {
        self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))
    }
}

pub(super) fn span(start: &str, end: &str) -> Result<Span> {
    Span::from_ends(start, end).ok_or_else(|| Error::corrupt("span", format!("{start}/{end}")))
}

/// One date's difference, with when it was made and how often its time or status changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredOverride {
    pub change: Override,
    pub sequence: i32,
    pub changed_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = event_overrides)]
struct OverrideRow {
    event_id: i64,
    occurrence_key: String,
    span_start: Option<String>,
    span_end: Option<String>,
    title: Option<String>,
    room: Option<String>,
    capacity: Option<i32>,
    status: Option<String>,
    note: Option<String>,
    sequence: i32,
    changed_at: UtcInstant,
}

impl OverrideRow {
    fn parse(self) -> Result<StoredOverride> {
        let moved = self.span_start.zip(self.span_end).map(|(start, end)| span(&start, &end)).transpose()?;
        let status =
            self.status.map(|code| known("event status", &code, EventStatus::from_code)).transpose()?;
        Ok(StoredOverride {
            change: Override {
                key: key(&self.occurrence_key)?,
                span: moved,
                title: self.title,
                room: self.room,
                capacity: self.capacity,
                status,
                note: self.note,
            },
            sequence: self.sequence,
            changed_at: self.changed_at.0,
        })
    }
}

pub(super) fn key(text: &str) -> Result<OccurrenceKey> {
    OccurrenceKey::parse(text).ok_or_else(|| Error::corrupt("occurrence key", text))
}

/// Who an event is, beside what is said of it.
pub struct Identity<'a> {
    pub uid: Uuid,
    pub slug: &'a Slug,
    pub place_id: i64,
    pub created_at: DateTime<Utc>,
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = events)]
#[diesel(treat_none_as_null = true)]
struct EventValues<'a> {
    kind: &'static str,
    brick: Option<&'static str>,
    themes: String,
    title: &'a str,
    description: &'a str,
    audience: &'a str,
    mode: &'static str,
    room: &'a str,
    address: &'a str,
    online_url: &'a str,
    price_cents: Option<i32>,
    price_note: &'a str,
    capacity: Option<i32>,
    registration: &'static str,
    registration_closes_hours: i32,
    accessibility: String,
    accessibility_note: &'a str,
    organiser: &'a str,
    status: &'static str,
    status_note: &'a str,
    sequence: i32,
    changed_at: UtcInstant,
}

impl<'a> EventValues<'a> {
    fn of(draft: &'a EventDraft, sequence: i32, now: DateTime<Utc>) -> Self {
        Self {
            kind: draft.kind.code(),
            brick: draft.brick.map(BrickKind::code),
            themes: joined(&draft.themes, Theme::code),
            title: &draft.title,
            description: &draft.description,
            audience: &draft.audience,
            mode: draft.mode.code(),
            room: &draft.room,
            address: &draft.address,
            online_url: &draft.online_url,
            price_cents: draft.price_cents,
            price_note: &draft.price_note,
            capacity: draft.capacity,
            registration: draft.registration.code(),
            registration_closes_hours: draft.registration_closes_hours,
            accessibility: joined(&draft.accessibility, Accessibility::code),
            accessibility_note: &draft.accessibility_note,
            organiser: &draft.organiser,
            status: draft.status.code(),
            status_note: &draft.status_note,
            sequence,
            changed_at: UtcInstant(now),
        }
    }
}

/// Writes a new event without its dates (see `store::occurrences`); gives its id.
pub fn insert(
    conn: &mut DbConnection,
    who: &Identity<'_>,
    draft: &EventDraft,
    now: DateTime<Utc>,
) -> Result<i64> {
    let own = (
        events::uid.eq(who.uid.to_string()),
        events::slug.eq(who.slug.as_str()),
        events::place_id.eq(who.place_id),
        events::created_at.eq(UtcInstant(who.created_at)),
    );
    let values = EventValues::of(draft, 0, now);
    let id: i64 = on_each_backend!(conn, |c| {
        diesel::insert_into(events::table).values((own, values)).returning(events::id).get_result(c)
    })?;
    write_themes(conn, id, &draft.themes)?;
    index(conn, id, draft)?;
    Ok(id)
}

/// Writes what is said of an event anew.
pub fn update(
    conn: &mut DbConnection,
    id: i64,
    draft: &EventDraft,
    sequence: i32,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(events::table.find(id)).set(EventValues::of(draft, sequence, now)).execute(conn)?;
    diesel::delete(event_themes::table.filter(event_themes::event_id.eq(id))).execute(conn)?;
    write_themes(conn, id, &draft.themes)?;
    index(conn, id, draft)
}

fn write_themes(conn: &mut DbConnection, id: i64, themes: &[Theme]) -> Result<()> {
    let rows: Vec<_> = themes
        .iter()
        .map(|theme| (event_themes::event_id.eq(id), event_themes::theme.eq(theme.code())))
        .collect();
    on_each_backend!(conn, |c| diesel::insert_into(event_themes::table).values(&rows).execute(c))?;
    Ok(())
}

fn index(conn: &mut DbConnection, id: i64, draft: &EventDraft) -> Result<()> {
    let texts =
        [draft.title.as_str(), &draft.description, &draft.audience, &draft.organiser, draft.kind.code()];
    search::index(conn, Noun::Event, id, &texts)
}

/// Counts one more change of an event: its time, its place or its status when `sequence` rises.
pub fn touch(conn: &mut DbConnection, id: i64, raise_sequence: bool, now: DateTime<Utc>) -> Result<()> {
    diesel::update(events::table.find(id))
        .set((
            events::sequence.eq(events::sequence + i32::from(raise_sequence)),
            events::changed_at.eq(UtcInstant(now)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Marks an event as withdrawn: it leaves every page, and feeds say "cancelled". It stays in the
/// search index, so that the feeds of a search say so too.
pub fn withdraw(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(events::table.find(id))
        .set(events::withdrawn_at.eq(Some(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

/// What was worked out of a schedule.
pub struct WorkedOut<'a> {
    /// From the start of the first date to the end of the last.
    pub extent: (DateTime<Utc>, DateTime<Utc>),
    /// Dates of the rule that it skips, each with the code of the reason.
    pub skipped: &'a [(OccurrenceKey, String)],
    /// Until when; `None` when nothing is left to extend.
    pub through: Option<NaiveDate>,
}

/// Writes when an event takes place; says whether it skips other dates than before.
pub fn save_schedule(
    conn: &mut DbConnection,
    id: i64,
    schedule: &Schedule,
    worked_out: &WorkedOut<'_>,
) -> Result<bool> {
    let recurrence = schedule.recurrence.as_ref().map(serde_json::to_string).transpose();
    let recurrence = recurrence.map_err(|e| Error::corrupt("recurrence", e.to_string()))?;
    let (span_start, span_end) = schedule.span.ends();
    let skips: Vec<String> = worked_out.skipped.iter().map(|(key, why)| format!("{key} {why}")).collect();
    let skips = skips.join("\n");
    let before: Option<String> = schedules::table.find(id).select(schedules::skips).first(conn).optional()?;
    diesel::delete(schedules::table.find(id)).execute(conn)?;
    diesel::insert_into(schedules::table)
        .values((
            schedules::event_id.eq(id),
            schedules::span_start.eq(span_start),
            schedules::span_end.eq(span_end),
            schedules::zone.eq(schedule.zone.name()),
            schedules::recurrence.eq(recurrence),
            schedules::skips.eq(&skips),
            schedules::first_starts_at.eq(UtcInstant(worked_out.extent.0)),
            schedules::last_ends_at.eq(UtcInstant(worked_out.extent.1)),
            schedules::worked_out_through.eq(worked_out.through),
        ))
        .execute(conn)?;
    Ok(before.unwrap_or_default() != skips)
}

/// Replaces one date's difference, or adds it.
pub fn save_override(conn: &mut DbConnection, id: i64, stored: &StoredOverride) -> Result<()> {
    let change = &stored.change;
    let moved = change.span.map(|span| span.ends());
    let (span_start, span_end) = moved.unzip();
    diesel::delete(event_overrides::table.find((id, change.key.as_str()))).execute(conn)?;
    diesel::insert_into(event_overrides::table)
        .values((
            event_overrides::event_id.eq(id),
            event_overrides::occurrence_key.eq(change.key.as_str()),
            event_overrides::span_start.eq(span_start),
            event_overrides::span_end.eq(span_end),
            event_overrides::title.eq(&change.title),
            event_overrides::room.eq(&change.room),
            event_overrides::capacity.eq(change.capacity),
            event_overrides::status.eq(change.status.map(EventStatus::code)),
            event_overrides::note.eq(&change.note),
            event_overrides::sequence.eq(stored.sequence),
            event_overrides::changed_at.eq(UtcInstant(stored.changed_at)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Makes one date be as the event again.
pub fn forget_override(conn: &mut DbConnection, id: i64, key: &OccurrenceKey) -> Result<()> {
    diesel::delete(event_overrides::table.find((id, key.as_str()))).execute(conn)?;
    Ok(())
}

/// Takes an event out of the daily extension.
pub fn stop_extending(conn: &mut DbConnection, id: i64) -> Result<()> {
    let never: Option<NaiveDate> = None;
    diesel::update(schedules::table.find(id)).set(schedules::worked_out_through.eq(never)).execute(conn)?;
    Ok(())
}

pub fn slug_is_taken(conn: &mut DbConnection, slug: &Slug) -> Result<bool> {
    let taken = diesel::select(diesel::dsl::exists(events::table.filter(events::slug.eq(slug.as_str()))));
    Ok(taken.get_result(conn)?)
}

/// An event with its dates' rule, whether withdrawn or not.
pub fn by_slug(conn: &mut DbConnection, slug: &Slug) -> Result<(EventRow, ScheduleRow)> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(events::slug.eq(slug.as_str()))
        .select((EventRow::as_select(), ScheduleRow::as_select()))
        .first(conn)?)
}

/// An event with its dates' rule and its place.
pub fn at_place(conn: &mut DbConnection, slug: &Slug) -> Result<(EventRow, ScheduleRow, PlaceRow)> {
    use crate::db::schema::places;
    Ok(events::table
        .inner_join(schedules::table)
        .inner_join(places::table)
        .filter(events::slug.eq(slug.as_str()))
        .select((EventRow::as_select(), ScheduleRow::as_select(), PlaceRow::as_select()))
        .first(conn)?)
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<(EventRow, ScheduleRow)> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(events::id.eq(id))
        .select((EventRow::as_select(), ScheduleRow::as_select()))
        .first(conn)?)
}

/// An event's own row.
pub fn row(conn: &mut DbConnection, id: i64) -> Result<EventRow> {
    Ok(events::table.find(id).select(EventRow::as_select()).first(conn)?)
}

/// The single dates of an event that differ, by date.
pub fn overrides(conn: &mut DbConnection, id: i64) -> Result<Vec<StoredOverride>> {
    let rows: Vec<OverrideRow> = event_overrides::table
        .filter(event_overrides::event_id.eq(id))
        .order(event_overrides::occurrence_key)
        .select(OverrideRow::as_select())
        .load(conn)?;
    rows.into_iter().map(OverrideRow::parse).collect()
}

/// [`overrides`] of all events that have not ended before `since`, at one place or everywhere.
pub(super) fn overrides_since(
    conn: &mut DbConnection,
    since: DateTime<Utc>,
    place_id: Option<i64>,
) -> Result<HashMap<i64, Vec<StoredOverride>>> {
    let mut query = event_overrides::table
        .inner_join(events::table.inner_join(schedules::table))
        .filter(schedules::last_ends_at.ge(UtcInstant(since)))
        .select(OverrideRow::as_select())
        .into_boxed();
    if let Some(place) = place_id {
        query = query.filter(events::place_id.eq(place));
    }
    let rows: Vec<OverrideRow> =
        query.order((event_overrides::event_id, event_overrides::occurrence_key)).load(conn)?;
    let mut by_event: HashMap<i64, Vec<StoredOverride>> = HashMap::new();
    for row in rows {
        by_event.entry(row.event_id).or_default().push(row.parse()?);
    }
    Ok(by_event)
}

/// Events whose dates are worked out only to before `day`: what the daily job extends.
pub fn to_extend(conn: &mut DbConnection, day: NaiveDate, limit: i64) -> Result<Vec<i64>> {
    Ok(schedules::table
        .filter(schedules::worked_out_through.lt(day))
        .order((schedules::worked_out_through, schedules::event_id))
        .limit(limit)
        .select(schedules::event_id)
        .load(conn)?)
}

/// Every event that repeats: what new holidays may change.
pub fn recurring(conn: &mut DbConnection) -> Result<Vec<i64>> {
    Ok(schedules::table
        .filter(schedules::recurrence.is_not_null())
        .order(schedules::event_id)
        .select(schedules::event_id)
        .load(conn)?)
}

/// How many events there are, withdrawn ones too.
pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(events::table.count().get_result(conn)?)
}

/// When anything of an event was last changed.
pub fn last_change(conn: &mut DbConnection) -> Result<Option<DateTime<Utc>>> {
    let newest: Option<UtcInstant> =
        events::table.order(events::changed_at.desc()).select(events::changed_at).first(conn).optional()?;
    Ok(newest.map(|at| at.0))
}

/// Slugs of events that have dates after `now`, the first to end first.
pub fn slugs_ending_after(conn: &mut DbConnection, now: DateTime<Utc>, limit: i64) -> Result<Vec<String>> {
    Ok(events::table
        .inner_join(schedules::table)
        .filter(schedules::last_ends_at.gt(UtcInstant(now)))
        .filter(events::withdrawn_at.is_null())
        .order((schedules::last_ends_at, events::id))
        .limit(limit)
        .select(events::slug)
        .load(conn)?)
}

/// The events announced last, newest first, with slug and name of their place.
pub fn newest(conn: &mut DbConnection, limit: i64) -> Result<Vec<(EventRow, ScheduleRow, String, String)>> {
    use crate::db::schema::places;
    Ok(events::table
        .inner_join(schedules::table)
        .inner_join(places::table)
        .filter(events::withdrawn_at.is_null())
        .order((events::created_at.desc(), events::id.desc()))
        .limit(limit)
        .select((EventRow::as_select(), ScheduleRow::as_select(), places::slug, places::name))
        .load(conn)?)
}
