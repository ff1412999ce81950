//! How a place and its parts are written, and its searched words with them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;

use crate::db::schema::{bricks, equipment, partners, places, team_members};
use crate::db::{DbConnection, Result, UtcInstant, on_each_backend};
use crate::domain::event::Accessibility;
use crate::domain::place::PlaceDraft;
use crate::domain::schedule::SchoolZone;
use crate::domain::slug::Slug;
use crate::domain::text::fold;
use crate::store::joined;
use crate::store::search::{self, Noun};

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
    write_equipment(conn, id, draft)?;
    let mut words: Vec<&str> =
        vec![&draft.name, &draft.commune, &draft.postcode, &draft.summary, &draft.description];
    words.extend(draft.bricks.iter().flat_map(|b| [b.kind.code(), &b.name, &b.text]));
    words.extend(draft.bricks.iter().flat_map(|b| b.equipment.iter().map(|piece| piece.name.as_str())));
    search::index(conn, Noun::Place, id, &words)
}

/// What stands in the bricks, which have just been written.
fn write_equipment(conn: &mut DbConnection, id: i64, draft: &PlaceDraft) -> Result<()> {
    if draft.bricks.iter().all(|brick| brick.equipment.is_empty()) {
        return Ok(());
    }
    let ids: Vec<i64> = bricks::table
        .filter(bricks::place_id.eq(id))
        .order(bricks::position)
        .select(bricks::id)
        .load(conn)?;
    let rows: Vec<_> = ids
        .iter()
        .zip(&draft.bricks)
        .flat_map(|(id, brick)| {
            (0..).zip(&brick.equipment).map(|(position, piece): (i32, _)| {
                (
                    equipment::brick_id.eq(*id),
                    equipment::position.eq(position),
                    equipment::name.eq(&piece.name),
                    equipment::state.eq(piece.state.code()),
                    equipment::since.eq(piece.since),
                    equipment::note.eq(&piece.note),
                )
            })
        })
        .collect();
    on_each_backend!(conn, |c| diesel::insert_into(equipment::table).values(&rows).execute(c)?);
    Ok(())
}

/// Keeps other writers away from a place until the end of the transaction: who read it after this
/// reads what will be there when they write.
pub fn lock(conn: &mut DbConnection, id: i64) -> Result<()> {
    diesel::update(places::table.find(id)).set(places::changed_at.eq(places::changed_at)).execute(conn)?;
    Ok(())
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
