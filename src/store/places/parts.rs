//! The parts of one place: bricks, team, partners; and the whole of it as it was said.

use diesel::prelude::*;

use super::PlaceRow;
use crate::db::schema::{bricks, partners, team_members};
use crate::db::{DbConnection, Error, Result};
use crate::domain::brick::BrickKind;
use crate::domain::place::{Brick, Partner, PartnerKind, PlaceDraft, TeamMember, TeamRole};
use crate::domain::slug::Slug;
use crate::store::known;

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
