//! The parts of one place: bricks, team, partners; and the whole of it as it was said.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::PlaceRow;
use crate::db::schema::{bricks, equipment, partners, team_members};
use crate::db::{DbConnection, Error, Result};
use crate::domain::brick::BrickKind;
use crate::domain::equipment::{Equipment, EquipmentState};
use crate::domain::place::{Brick, Partner, PartnerKind, PlaceDraft, TeamMember, TeamRole};
use crate::domain::place_part::PlaceContent;
use crate::domain::slug::Slug;
use crate::store::{closures, known, place_photos};

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

/// All that hosts can say of a place, as it is stored.
pub fn content(conn: &mut DbConnection, row: &PlaceRow) -> Result<PlaceContent> {
    Ok(PlaceContent {
        draft: draft(conn, row)?,
        closures: closures::of_place(conn, row.id)?,
        photos: place_photos::of_place(conn, row.id)?.iter().map(place_photos::PhotoRow::photo).collect(),
    })
}

pub fn parts(conn: &mut DbConnection, id: i64) -> Result<Parts> {
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
        bricks: bricks_of(conn, id)?,
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

type BrickColumns = (i64, String, String, String, String, String);
type EquipmentColumns = (i64, String, String, Option<NaiveDate>, String);

fn bricks_of(conn: &mut DbConnection, place: i64) -> Result<Vec<Brick>> {
    let rows: Vec<BrickColumns> = bricks::table
        .filter(bricks::place_id.eq(place))
        .order(bricks::position)
        .select((
            bricks::id,
            bricks::kind,
            bricks::name,
            bricks::text,
            bricks::opening_hours,
            bricks::contact,
        ))
        .load(conn)?;
    let pieces: Vec<EquipmentColumns> = equipment::table
        .filter(equipment::brick_id.eq_any(rows.iter().map(|row| row.0).collect::<Vec<_>>()))
        .order((equipment::brick_id, equipment::position))
        .select((equipment::brick_id, equipment::name, equipment::state, equipment::since, equipment::note))
        .load(conn)?;
    let own = |id: i64| pieces.iter().filter(move |piece| piece.0 == id).map(piece).collect::<Result<_>>();
    rows.into_iter().map(|row| Ok(Brick { equipment: own(row.0)?, ..brick(row)? })).collect()
}

fn brick((_, kind, name, text, opening_hours, contact): BrickColumns) -> Result<Brick> {
    let kind = known("brick", &kind, BrickKind::from_code)?;
    Ok(Brick { kind, name, text, opening_hours, contact, equipment: Vec::new() })
}

fn piece((_, name, state, since, note): &EquipmentColumns) -> Result<Equipment> {
    let state = known("equipment state", state, EquipmentState::from_code)?;
    Ok(Equipment { name: name.clone(), state, since: *since, note: note.clone() })
}
