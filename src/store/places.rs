//! Places and what they are composed of.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use diesel::prelude::*;

use super::search::{self, Noun};
use super::{codes, joined, known};
use crate::db::schema::{bricks, partners, places, team_members};
use crate::db::{Backend, DbConnection, Error, Result, UtcInstant, on_each_backend};
use crate::domain::brick::BrickKind;
use crate::domain::event::Accessibility;
use crate::domain::place::{
    Brick, Partner, PartnerKind, PlaceDraft, Point, PointPrecision, TeamMember, TeamRole,
};
use crate::domain::schedule::SchoolZone;
use crate::domain::slug::Slug;
use crate::domain::text::fold;

/// A place's own row.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = places)]
pub struct PlaceRow {
    pub id: i64,
    pub slug: String,
    pub source_key: Option<String>,
    pub source: String,
    pub name: String,
    pub sort_key: String,
    pub summary: String,
    pub description: String,
    pub address: String,
    pub postcode: String,
    pub commune: String,
    pub insee: String,
    pub territory: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub point_precision: String,
    pub zone: String,
    pub school_zone: Option<String>,
    pub website: String,
    pub opening_hours: String,
    pub directions: String,
    pub accessibility: String,
    pub accessibility_note: String,
    pub confirmed_on: Option<NaiveDate>,
    pub opened_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub created_at: UtcInstant,
    pub changed_at: UtcInstant,
    /// Last change of what its events say of it: name, address, point.
    pub whereabouts_changed_at: UtcInstant,
}

impl PlaceRow {
    pub fn point(&self) -> Option<Point> {
        Some(Point { lat: self.lat?, lon: self.lon? })
    }

    pub fn precision(&self) -> Result<PointPrecision> {
        known("point precision", &self.point_precision, PointPrecision::from_code)
    }

    pub fn zone(&self) -> Result<Tz> {
        self.zone.parse().map_err(|_| Error::corrupt("zone", &self.zone))
    }

    pub fn school_zone(&self) -> Option<SchoolZone> {
        self.school_zone.as_deref().and_then(SchoolZone::from_code)
    }

    pub fn accessibility(&self) -> Vec<Accessibility> {
        codes(&self.accessibility, Accessibility::from_code)
    }
}

/// A place's row as it is written.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = places)]
#[diesel(treat_none_as_null = true)]
struct PlaceValues<'a> {
    source_key: Option<&'a str>,
    source: &'a str,
    name: &'a str,
    sort_key: String,
    summary: &'a str,
    description: &'a str,
    address: &'a str,
    postcode: &'a str,
    commune: &'a str,
    insee: &'a str,
    territory: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    point_precision: &'static str,
    zone: &'static str,
    school_zone: Option<&'static str>,
    website: &'a str,
    opening_hours: &'a str,
    directions: &'a str,
    accessibility: String,
    accessibility_note: &'a str,
    confirmed_on: Option<NaiveDate>,
    opened_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    changed_at: UtcInstant,
    whereabouts_changed_at: UtcInstant,
}

impl<'a> PlaceValues<'a> {
    fn of(draft: &'a PlaceDraft, now: DateTime<Utc>, whereabouts_changed_at: DateTime<Utc>) -> Self {
        Self {
            source_key: draft.source_key.as_deref(),
            source: &draft.source,
            name: &draft.name,
            sort_key: fold(&draft.name),
            summary: &draft.summary,
            description: &draft.description,
            address: &draft.address,
            postcode: &draft.postcode,
            commune: &draft.commune,
            insee: &draft.insee,
            territory: &draft.territory,
            lat: draft.point.map(|p| p.lat),
            lon: draft.point.map(|p| p.lon),
            point_precision: draft.precision.code(),
            zone: draft.zone.name(),
            school_zone: draft.school_zone.map(SchoolZone::code),
            website: &draft.website,
            opening_hours: &draft.opening_hours,
            directions: &draft.directions,
            accessibility: joined(&draft.accessibility, Accessibility::code),
            accessibility_note: &draft.accessibility_note,
            confirmed_on: draft.confirmed_on,
            opened_on: draft.opened_on,
            closed_on: draft.closed_on,
            changed_at: UtcInstant(now),
            whereabouts_changed_at: UtcInstant(whereabouts_changed_at),
        }
    }
}

/// Writes a new place under a slug that is free; gives its id.
pub fn insert(conn: &mut DbConnection, slug: &Slug, draft: &PlaceDraft, now: DateTime<Utc>) -> Result<i64> {
    let own = (places::slug.eq(slug.as_str()), places::created_at.eq(UtcInstant(now)));
    let values = PlaceValues::of(draft, now, now);
    let id: i64 = on_each_backend!(conn, |c| {
        diesel::insert_into(places::table).values((own, values)).returning(places::id).get_result(c)
    })?;
    write_parts(conn, id, draft)?;
    Ok(id)
}

/// Writes a place anew under its old id and slug.
pub fn update(
    conn: &mut DbConnection,
    id: i64,
    draft: &PlaceDraft,
    now: DateTime<Utc>,
    whereabouts_changed_at: DateTime<Utc>,
) -> Result<()> {
    let values = PlaceValues::of(draft, now, whereabouts_changed_at);
    diesel::update(places::table.find(id)).set(values).execute(conn)?;
    diesel::delete(bricks::table.filter(bricks::place_id.eq(id))).execute(conn)?;
    diesel::delete(team_members::table.filter(team_members::place_id.eq(id))).execute(conn)?;
    diesel::delete(partners::table.filter(partners::place_id.eq(id))).execute(conn)?;
    write_parts(conn, id, draft)
}

fn write_parts(conn: &mut DbConnection, id: i64, draft: &PlaceDraft) -> Result<()> {
    let brick_rows: Vec<_> = (0..)
        .zip(&draft.bricks)
        .map(|(position, b)| {
            (
                bricks::place_id.eq(id),
                bricks::position.eq(position),
                bricks::kind.eq(b.kind.code()),
                bricks::name.eq(&b.name),
                bricks::text.eq(&b.text),
                bricks::opening_hours.eq(&b.opening_hours),
                bricks::contact.eq(&b.contact),
                bricks::equipment.eq(b.equipment.join("\n")),
            )
        })
        .collect();
    let team_rows: Vec<_> = (0..)
        .zip(&draft.team)
        .map(|(position, member)| {
            (
                team_members::place_id.eq(id),
                team_members::position.eq(position),
                team_members::name.eq(&member.name),
                team_members::role.eq(member.role.code()),
            )
        })
        .collect();
    let partner_rows: Vec<_> = (0..)
        .zip(&draft.partners)
        .map(|(position, partner)| {
            (
                partners::place_id.eq(id),
                partners::position.eq(position),
                partners::name.eq(&partner.name),
                partners::kind.eq(partner.kind.code()),
                partners::website.eq(&partner.website),
            )
        })
        .collect();
    on_each_backend!(conn, |c| {
        diesel::insert_into(bricks::table).values(&brick_rows).execute(c)?;
        diesel::insert_into(team_members::table).values(&team_rows).execute(c)?;
        diesel::insert_into(partners::table).values(&partner_rows).execute(c)?;
    });
    let mut words: Vec<&str> =
        vec![&draft.name, &draft.commune, &draft.postcode, &draft.summary, &draft.description];
    words.extend(draft.bricks.iter().flat_map(|b| [b.kind.code(), &b.name, &b.text]));
    words.extend(draft.bricks.iter().flat_map(|b| b.equipment.iter().map(String::as_str)));
    search::index(conn, Noun::Place, id, &words)
}

pub fn slug_is_taken(conn: &mut DbConnection, slug: &Slug) -> Result<bool> {
    let taken = diesel::select(diesel::dsl::exists(places::table.filter(places::slug.eq(slug.as_str()))));
    Ok(taken.get_result(conn)?)
}

/// The place that a list knows by this key.
pub fn by_source_key(conn: &mut DbConnection, key: &str) -> Result<Option<PlaceRow>> {
    Ok(places::table
        .filter(places::source_key.eq(key))
        .select(PlaceRow::as_select())
        .first(conn)
        .optional()?)
}

/// The place of that name in that commune, told by its Insee code, or by its name where either
/// side knows no code. Accents and case do not matter.
pub fn by_name_and_commune(
    conn: &mut DbConnection,
    name: &str,
    insee: &str,
    commune: &str,
) -> Result<Option<PlaceRow>> {
    let namesakes: Vec<PlaceRow> = places::table
        .filter(places::sort_key.eq(fold(name)))
        .order(places::id)
        .select(PlaceRow::as_select())
        .load(conn)?;
    let there = |row: &PlaceRow| match row.insee.is_empty() || insee.is_empty() {
        true => fold(&row.commune) == fold(commune),
        false => row.insee == insee,
    };
    Ok(namesakes.into_iter().find(there))
}

pub fn by_slug(conn: &mut DbConnection, slug: &Slug) -> Result<PlaceRow> {
    Ok(places::table.filter(places::slug.eq(slug.as_str())).select(PlaceRow::as_select()).first(conn)?)
}

pub fn by_id(conn: &mut DbConnection, id: i64) -> Result<PlaceRow> {
    Ok(places::table.find(id).select(PlaceRow::as_select()).first(conn)?)
}

/// The parts of one place, each in the place's order.
pub struct Parts {
    pub bricks: Vec<Brick>,
    pub team: Vec<TeamMember>,
    pub partners: Vec<Partner>,
}

/// A stored place as it was said.
pub fn draft(conn: &mut DbConnection, row: &PlaceRow) -> Result<PlaceDraft> {
    let Parts { bricks, team, partners } = parts(conn, row.id)?;
    let row = row.clone();
    Ok(PlaceDraft {
        precision: row.precision()?,
        point: row.point(),
        zone: row.zone()?,
        school_zone: row.school_zone(),
        accessibility: row.accessibility(),
        slug: Slug::parse(&row.slug).ok_or_else(|| Error::corrupt("slug", &row.slug))?,
        source_key: row.source_key,
        source: row.source,
        name: row.name,
        summary: row.summary,
        description: row.description,
        address: row.address,
        postcode: row.postcode,
        commune: row.commune,
        insee: row.insee,
        territory: row.territory,
        website: row.website,
        opening_hours: row.opening_hours,
        directions: row.directions,
        accessibility_note: row.accessibility_note,
        confirmed_on: row.confirmed_on,
        opened_on: row.opened_on,
        closed_on: row.closed_on,
        bricks,
        team,
        partners,
    })
}

type BrickColumns = (String, String, String, String, String, String);

pub fn parts(conn: &mut DbConnection, id: i64) -> Result<Parts> {
    let brick_rows: Vec<BrickColumns> = bricks::table
        .filter(bricks::place_id.eq(id))
        .order(bricks::position)
        .select((
            bricks::kind,
            bricks::name,
            bricks::text,
            bricks::opening_hours,
            bricks::contact,
            bricks::equipment,
        ))
        .load(conn)?;
    let team_rows: Vec<(String, String)> = team_members::table
        .filter(team_members::place_id.eq(id))
        .order(team_members::position)
        .select((team_members::name, team_members::role))
        .load(conn)?;
    let partner_rows: Vec<(String, String, String)> = partners::table
        .filter(partners::place_id.eq(id))
        .order(partners::position)
        .select((partners::name, partners::kind, partners::website))
        .load(conn)?;
    Ok(Parts {
        bricks: brick_rows.into_iter().map(brick).collect::<Result<_>>()?,
        team: team_rows
            .into_iter()
            .map(|(name, role)| {
                Ok(TeamMember { name, role: known("team role", &role, TeamRole::from_code)? })
            })
            .collect::<Result<_>>()?,
        partners: partner_rows
            .into_iter()
            .map(|(name, kind, website)| {
                Ok(Partner { name, kind: known("partner kind", &kind, PartnerKind::from_code)?, website })
            })
            .collect::<Result<_>>()?,
    })
}

fn brick((kind, name, text, opening_hours, contact, equipment): BrickColumns) -> Result<Brick> {
    Ok(Brick {
        kind: known("brick", &kind, BrickKind::from_code)?,
        name,
        text,
        opening_hours,
        contact,
        equipment: equipment.lines().map(str::to_owned).collect(),
    })
}

/// What a list of places is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceFilter {
    pub brick: Option<BrickKind>,
    /// Insee code.
    pub commune: Option<String>,
    pub territory: Option<String>,
    pub accessible: Option<Accessibility>,
    /// Searched words, as typed.
    pub text: Option<String>,
    /// Places that have closed for good, too.
    pub with_closed: bool,
}

/// Adds the conditions of a filter to a boxed query of `places`; `today` tells who has closed.
macro_rules! narrow {
    ($query:ident, $backend:expr, $filter:expr, $today:expr) => {{
        let filter: &PlaceFilter = $filter;
        if let Some(kind) = filter.brick {
            let with_brick = bricks::table.filter(bricks::kind.eq(kind.code())).select(bricks::place_id);
            $query = $query.filter(places::id.eq_any(with_brick));
        }
        if let Some(insee) = &filter.commune {
            $query = $query.filter(places::insee.eq(insee.clone()));
        }
        if let Some(territory) = &filter.territory {
            $query = $query.filter(places::territory.eq(territory.clone()));
        }
        if let Some(code) = filter.accessible {
            $query = $query.filter(places::accessibility.like(format!("%{}%", code.code())));
        }
        if let Some(matching) =
            filter.text.as_deref().and_then(|t| search::matching($backend, Noun::Place, "places.id", t))
        {
            $query = $query.filter(search::matches!(matching));
        }
        if !filter.with_closed {
            $query = $query.filter(places::closed_on.is_null().or(places::closed_on.gt($today)));
        }
    }};
}

/// A place with the kinds of its bricks.
pub type Composed = (PlaceRow, Vec<BrickKind>);

/// The places of a filter by name; `today` tells who has closed.
pub fn list(
    conn: &mut DbConnection,
    backend: Backend,
    filter: &PlaceFilter,
    today: NaiveDate,
) -> Result<Vec<Composed>> {
    let mut query = places::table.select(PlaceRow::as_select()).into_boxed();
    narrow!(query, backend, filter, today);
    let rows: Vec<PlaceRow> = query.order((places::sort_key, places::id)).load(conn)?;
    with_bricks(conn, rows)
}

/// Some of [`list`], counted from its first.
pub fn page(
    conn: &mut DbConnection,
    backend: Backend,
    filter: &PlaceFilter,
    today: NaiveDate,
    (offset, limit): (i64, i64),
) -> Result<Vec<Composed>> {
    let mut query = places::table.select(PlaceRow::as_select()).into_boxed();
    narrow!(query, backend, filter, today);
    let query = query.order((places::sort_key, places::id)).offset(offset).limit(limit);
    let rows: Vec<PlaceRow> = query.load(conn)?;
    with_bricks(conn, rows)
}

/// How many places a filter finds.
pub fn count(
    conn: &mut DbConnection,
    backend: Backend,
    filter: &PlaceFilter,
    today: NaiveDate,
) -> Result<i64> {
    let mut query = places::table.into_boxed();
    narrow!(query, backend, filter, today);
    Ok(query.count().get_result(conn)?)
}

/// What tells whether a place is near and open, without the rest of it.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = places)]
pub struct Standing {
    pub id: i64,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub territory: String,
    pub zone: String,
    pub school_zone: Option<String>,
    pub opening_hours: String,
}

impl Standing {
    pub fn point(&self) -> Option<Point> {
        Some(Point { lat: self.lat?, lon: self.lon? })
    }
}

/// The places of a filter by name, to be sifted.
pub fn standings(
    conn: &mut DbConnection,
    backend: Backend,
    filter: &PlaceFilter,
    today: NaiveDate,
) -> Result<Vec<Standing>> {
    let mut query = places::table.select(Standing::as_select()).into_boxed();
    narrow!(query, backend, filter, today);
    Ok(query.order((places::sort_key, places::id)).load(conn)?)
}

/// The places with these ids, in their order.
pub fn by_ids(conn: &mut DbConnection, ids: &[i64]) -> Result<Vec<Composed>> {
    let rows = places::table.filter(places::id.eq_any(ids)).select(PlaceRow::as_select());
    let mut rows: Vec<PlaceRow> = rows.load(conn)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    with_bricks(conn, rows)
}

/// Insee code and name of the communes that have places, by name; of a territory, or of all.
pub fn communes(
    conn: &mut DbConnection,
    territory: Option<&str>,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    let mut query = places::table
        .filter(places::insee.ne(""))
        .filter(places::closed_on.is_null().or(places::closed_on.gt(today)))
        .into_boxed();
    if let Some(code) = territory {
        query = query.filter(places::territory.eq(code.to_owned()));
    }
    let pairs = query.select((places::insee, places::commune)).distinct();
    Ok(pairs.order((places::commune, places::insee)).limit(limit).load(conn)?)
}

/// The places that joined last, newest first.
pub fn newest(conn: &mut DbConnection, today: NaiveDate, limit: i64) -> Result<Vec<Composed>> {
    let rows: Vec<PlaceRow> = places::table
        .filter(places::closed_on.is_null().or(places::closed_on.gt(today)))
        .order((places::created_at.desc(), places::id.desc()))
        .limit(limit)
        .select(PlaceRow::as_select())
        .load(conn)?;
    with_bricks(conn, rows)
}

/// How many places there are, closed ones too.
pub fn count_all(conn: &mut DbConnection) -> Result<i64> {
    Ok(places::table.count().get_result(conn)?)
}

/// How many open places each territory has.
pub fn count_by_territory(conn: &mut DbConnection, today: NaiveDate) -> Result<Vec<(String, i64)>> {
    Ok(places::table
        .filter(places::closed_on.is_null().or(places::closed_on.gt(today)))
        .group_by(places::territory)
        .select((places::territory, diesel::dsl::count_star()))
        .order(places::territory)
        .load(conn)?)
}

/// Slug and name of every place, by name: the choices of a filter.
pub fn names(conn: &mut DbConnection, limit: i64) -> Result<Vec<(String, String)>> {
    Ok(places::table
        .order((places::sort_key, places::id))
        .limit(limit)
        .select((places::slug, places::name))
        .load(conn)?)
}

fn with_bricks(conn: &mut DbConnection, rows: Vec<PlaceRow>) -> Result<Vec<Composed>> {
    let mut query = bricks::table.select((bricks::place_id, bricks::kind)).into_boxed();
    // One query whatever the number of places; few are named, many are read whole.
    if rows.len() <= 100 {
        query = query.filter(bricks::place_id.eq_any(rows.iter().map(|row| row.id).collect::<Vec<_>>()));
    }
    let pairs: Vec<(i64, String)> = query.order((bricks::place_id, bricks::position)).load(conn)?;
    let mut kinds: std::collections::HashMap<i64, Vec<BrickKind>> = std::collections::HashMap::new();
    for (place, kind) in pairs {
        kinds.entry(place).or_default().extend(BrickKind::from_code(&kind));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = kinds.remove(&row.id).unwrap_or_default();
            (row, own)
        })
        .collect())
}
