//! Places and what they are composed of: one place by its identity here, its parts, how they are
//! written and how places are listed in a file each.

mod list;
mod parts;
mod write;

use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::prelude::*;

pub use list::{
    Composed, PlaceFilter, Standing, by_ids, communes, count, count_all, count_by_territory, list, named,
    names, newest, open_names, page, standings,
};
pub use parts::{Parts, content, draft, parts};
pub use write::{insert, lock, update};

use super::{codes, known};
use crate::db::schema::places;
use crate::db::{DbConnection, Error, Result, UtcInstant};
use crate::domain::event::Accessibility;
use crate::domain::place::{Point, PointPrecision};
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
