//! Events as they are stored.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use uuid::Uuid;

use super::StoredOverride;
use crate::db::schema::{event_overrides, event_themes, events, schedules};
use crate::db::{DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::brick::BrickKind;
use crate::domain::event::{Accessibility, EventDraft, EventStatus, Theme};
use crate::domain::registration::RegistrationRules;
use crate::domain::schedule::{OccurrenceKey, Schedule};
use crate::domain::slug::Slug;
use crate::store::search::{self, Noun};
use crate::store::{event_places, joined, registration_rules};

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
        events::tended_at.eq(UtcInstant(now)),
    );
    let values = EventValues::of(draft, 0, now);
    let id: i64 = on_each_backend!(conn, |c| {
        diesel::insert_into(events::table).values((own, values)).returning(events::id).get_result(c)
    })?;
    write_themes(conn, id, &draft.themes)?;
    if !draft.further_places.is_empty() {
        event_places::save(conn, id, &draft.further_places)?;
    }
    if draft.rules != RegistrationRules::default() {
        registration_rules::save(conn, id, &draft.rules, now)?;
    }
    index(conn, id, draft)?;
    Ok(id)
}

/// Writes what is said of an event anew, without its places and the rules of its registrations.
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

/// Counts a change of an event up to this count, which passes that of its dates.
pub fn raise_to(conn: &mut DbConnection, id: i64, sequence: i32, now: DateTime<Utc>) -> Result<()> {
    diesel::update(events::table.find(id))
        .set((events::sequence.eq(sequence), events::changed_at.eq(UtcInstant(now))))
        .execute(conn)?;
    Ok(())
}

/// Notes that a host did something about an event: its series is not silent.
pub fn tend(conn: &mut DbConnection, id: i64, now: DateTime<Utc>) -> Result<()> {
    diesel::update(events::table.find(id)).set(events::tended_at.eq(UtcInstant(now))).execute(conn)?;
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

/// Lets one writer at a time change an event, until the end of its transaction.
pub fn take_turn(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::update(events::table.find(id)).set(events::sequence.eq(events::sequence)).execute(conn)?;
    Ok(())
}
