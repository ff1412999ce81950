//! The dates that digests tell, in the shape in which the domain wants them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::db::schema::{
    date_changes, event_overrides, event_themes, events, occurrences, places, schedules,
};
use crate::db::{DbConnection, Error, Instant, Result, UtcInstant};
use crate::domain::brick::BrickKind;
use crate::domain::digest::{DateChange, DateName, DigestDate, Interests, Was};
use crate::domain::event::{AttendanceMode, EventKind, EventStatus, RegistrationMode, Theme};
use crate::store::events::{key, span};
use crate::store::{codes, known};

#[derive(Queryable)]
struct Row {
    event: i64,
    key: String,
    status: String,
    span_start: String,
    span_end: String,
    starts_at: UtcInstant,
    ends_at: UtcInstant,
    about: About,
    own_title: Option<String>,
}

/// What the event and its place say.
#[derive(Queryable)]
struct About {
    slug: String,
    title: String,
    kind: String,
    brick: Option<String>,
    themes: String,
    mode: String,
    price_cents: Option<i32>,
    registration: String,
    announced_at: UtcInstant,
    zone: String,
    recurrence: Option<String>,
    place_id: i64,
    place_slug: String,
    place_name: String,
    commune: String,
    territory: String,
}

macro_rules! about {
    () => {
        (
            events::slug,
            events::title,
            events::kind,
            events::brick,
            events::themes,
            events::mode,
            events::price_cents,
            events::registration,
            events::created_at,
            schedules::zone,
            schedules::recurrence,
            places::id,
            places::slug,
            places::name,
            places::commune,
            places::territory,
        )
    };
}

impl Row {
    fn parse(self) -> Result<DigestDate> {
        let about = self.about;
        Ok(DigestDate {
            name: DateName { event: self.event, key: key(&self.key)? },
            slug: about.slug,
            title: self.own_title.unwrap_or(about.title),
            kind: known("event kind", &about.kind, EventKind::from_code)?,
            brick: about.brick.as_deref().and_then(BrickKind::from_code),
            themes: codes(&about.themes, Theme::from_code),
            status: known("event status", &self.status, EventStatus::from_code)?,
            span: span(&self.span_start, &self.span_end)?,
            starts_at: self.starts_at.0,
            ends_at: self.ends_at.0,
            zone: about.zone.parse().map_err(|_| Error::corrupt("zone", &about.zone))?,
            mode: known("attendance mode", &about.mode, AttendanceMode::from_code)?,
            price_cents: about.price_cents,
            registration: known("registration mode", &about.registration, RegistrationMode::from_code)?,
            repeats: about.recurrence.is_some(),
            announced_at: about.announced_at.0,
            place_id: about.place_id,
            place_slug: about.place_slug,
            place_name: about.place_name,
            commune: about.commune,
            territory: about.territory,
        })
    }
}

macro_rules! dates {
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
                occurrences::event_id,
                occurrences::occurrence_key,
                occurrences::status,
                occurrences::span_start,
                occurrences::span_end,
                occurrences::starts_at,
                occurrences::ends_at,
                about!(),
                event_overrides::title.nullable(),
            ))
            .into_boxed()
    };
}

fn parsed(rows: Vec<Row>) -> Result<Vec<DigestDate>> {
    rows.into_iter().map(Row::parse).collect()
}

/// The dates that begin in `[from, to)` at one of these places, or in one of these territories.
pub fn at(
    conn: &mut DbConnection,
    places: &BTreeSet<i64>,
    territories: &BTreeSet<String>,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<DigestDate>> {
    let mut found = BTreeMap::new();
    let mut take = |rows: Vec<Row>| {
        found.extend(parsed(rows)?.into_iter().map(|date| (date.name.clone(), date)));
        Ok::<_, Error>(())
    };
    let within = || {
        dates!()
            .filter(occurrences::starts_at.ge(UtcInstant(from)))
            .filter(occurrences::starts_at.lt(UtcInstant(to)))
    };
    let places: Vec<i64> = places.iter().copied().collect();
    // Both databases bound the values of a statement.
    for some in places.chunks(2_000) {
        take(within().filter(occurrences::place_id.eq_any(some)).load(conn)?)?;
    }
    if !territories.is_empty() {
        take(within().filter(occurrences::territory.eq_any(territories)).load(conn)?)?;
    }
    Ok(found.into_values().collect())
}

/// Dates, and how many there are beyond them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub dates: Vec<DigestDate>,
    pub beyond: usize,
}

/// The first `most` dates of the whole network that begin in `[from, to)`, end after `now`, take place
/// and are of interest.
pub fn everywhere(
    conn: &mut DbConnection,
    interests: &Interests,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
    most: usize,
) -> Result<Found> {
    let off = [EventStatus::Cancelled, EventStatus::Postponed].map(EventStatus::code);
    macro_rules! narrowed {
        ($query:expr) => {{
            let mut query = $query
                .filter(occurrences::starts_at.ge(UtcInstant(from)))
                .filter(occurrences::starts_at.lt(UtcInstant(to)))
                .filter(occurrences::ends_at.gt(UtcInstant(now)))
                .filter(occurrences::status.ne_all(off));
            if !interests.kinds.is_empty() {
                query = query.filter(occurrences::kind.eq_any(interests.kinds.iter().map(|k| k.code())));
            }
            if !interests.bricks.is_empty() {
                query = query.filter(occurrences::brick.eq_any(interests.bricks.iter().map(|b| b.code())));
            }
            if !interests.themes.is_empty() {
                let themed = event_themes::table
                    .filter(event_themes::event_id.eq(occurrences::event_id))
                    .filter(event_themes::theme.eq_any(interests.themes.iter().map(|t| t.code())));
                query = query.filter(diesel::dsl::exists(themed));
            }
            query
        }};
    }
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let rows: Vec<Row> =
        narrowed!(dates!()).order((occurrences::starts_at, occurrences::id)).limit(limit).load(conn)?;
    let all: i64 = narrowed!(occurrences::table.into_boxed()).count().get_result(conn)?;
    let beyond = usize::try_from(all).unwrap_or(0).saturating_sub(rows.len());
    Ok(Found { dates: parsed(rows)?, beyond })
}

/// These dates, by their ids in `occurrences`.
pub(super) fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<BTreeMap<i64, DigestDate>> {
    let mut found = BTreeMap::new();
    for some in ids.chunks(2_000) {
        let named: BTreeMap<(i64, String), i64> = occurrences::table
            .filter(occurrences::id.eq_any(some))
            .select(((occurrences::event_id, occurrences::occurrence_key), occurrences::id))
            .load(conn)?
            .into_iter()
            .collect();
        for date in parsed(dates!().filter(occurrences::id.eq_any(some)).load(conn)?)? {
            if let Some(id) = named.get(&(date.name.event, date.name.key.to_string())) {
                found.insert(*id, date);
            }
        }
    }
    Ok(found)
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// The first coming date of each event that was announced in `(after, until]`; of very many, of those
/// announced last.
pub fn announced(
    conn: &mut DbConnection,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
    most: i64,
) -> Result<Vec<DigestDate>> {
    let rows: Vec<Id> = diesel::sql_query(
        "SELECT o.id FROM events e JOIN occurrences o ON o.id = (SELECT f.id FROM occurrences f \
         WHERE f.event_id = e.id AND f.ends_at > $1 AND f.status NOT IN ('annule', 'reporte') \
         ORDER BY f.starts_at, f.id LIMIT 1) \
         WHERE e.created_at > $2 AND e.created_at <= $3 AND e.withdrawn_at IS NULL \
         ORDER BY e.created_at DESC, e.id DESC LIMIT $4",
    )
    .bind::<Instant, _>(UtcInstant(now))
    .bind::<Instant, _>(UtcInstant(after))
    .bind::<Instant, _>(UtcInstant(until))
    .bind::<BigInt, _>(most)
    .load(conn)?;
    let ids: Vec<i64> = rows.into_iter().map(|row| row.id).collect();
    Ok(by_ids(conn, &ids)?.into_values().collect())
}

#[derive(Queryable)]
struct ChangeRow {
    made_at: UtcInstant,
    event: i64,
    key: String,
    status: String,
    span_start: String,
    span_end: String,
    starts_at: UtcInstant,
    ends_at: UtcInstant,
    is: Option<(String, String, String, UtcInstant, UtcInstant)>,
    about: About,
    own_title: Option<String>,
}

impl ChangeRow {
    fn parse(self) -> Result<DateChange> {
        let status = known("event status", &self.status, EventStatus::from_code)?;
        let was = Was { status, span: span(&self.span_start, &self.span_end)?, starts_at: self.starts_at.0 };
        let is_gone = self.is.is_none();
        let as_it_was = (self.status, self.span_start, self.span_end, self.starts_at, self.ends_at);
        let (status, span_start, span_end, starts_at, ends_at) = self.is.unwrap_or(as_it_was);
        let (event, key, about, own_title) = (self.event, self.key, self.about, self.own_title);
        let row = Row { event, key, status, span_start, span_end, starts_at, ends_at, about, own_title };
        Ok(DateChange { made_at: self.made_at.0, was, date: row.parse()?, is_gone })
    }
}

/// What became of dates that changed in `(after, until]`, the oldest change first; at most so many.
pub fn changes(
    conn: &mut DbConnection,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
    most: i64,
) -> Result<Vec<DateChange>> {
    // Asked first by itself: with all that is joined, SQLite may begin at another end.
    let ids: Vec<i64> = date_changes::table
        .filter(date_changes::made_at.gt(UtcInstant(after)))
        .filter(date_changes::made_at.le(UtcInstant(until)))
        .order((date_changes::made_at, date_changes::id))
        .limit(most)
        .select(date_changes::id)
        .load(conn)?;
    let mut changes = Vec::with_capacity(ids.len());
    for some in ids.chunks(2_000) {
        changes.extend(changes_of(conn, some)?);
    }
    Ok(changes)
}

fn changes_of(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<DateChange>> {
    let same_date = occurrences::event_id
        .eq(date_changes::event_id)
        .and(occurrences::occurrence_key.eq(date_changes::occurrence_key));
    let same_own = event_overrides::event_id
        .eq(date_changes::event_id)
        .and(event_overrides::occurrence_key.eq(date_changes::occurrence_key));
    let rows: Vec<ChangeRow> = date_changes::table
        .inner_join(events::table.inner_join(schedules::table).inner_join(places::table))
        .left_join(occurrences::table.on(same_date))
        .left_join(event_overrides::table.on(same_own))
        .filter(date_changes::id.eq_any(ids))
        .order((date_changes::made_at, date_changes::id))
        .select((
            date_changes::made_at,
            date_changes::event_id,
            date_changes::occurrence_key,
            date_changes::status,
            date_changes::span_start,
            date_changes::span_end,
            date_changes::starts_at,
            date_changes::ends_at,
            (
                occurrences::status,
                occurrences::span_start,
                occurrences::span_end,
                occurrences::starts_at,
                occurrences::ends_at,
            )
                .nullable(),
            about!(),
            event_overrides::title.nullable(),
        ))
        .load(conn)?;
    rows.into_iter().map(ChangeRow::parse).collect()
}

/// The ids of places by their slugs.
pub fn place_ids(conn: &mut DbConnection, slugs: &[&str]) -> Result<BTreeMap<String, i64>> {
    let rows: Vec<(String, i64)> =
        places::table.filter(places::slug.eq_any(slugs)).select((places::slug, places::id)).load(conn)?;
    Ok(rows.into_iter().collect())
}
