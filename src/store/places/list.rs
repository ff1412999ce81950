//! Places in lists: by name, by distance, by what they are composed of; and how many there are.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::PlaceRow;
use crate::db::schema::{bricks, places};
use crate::db::{Backend, DbConnection, Result};
use crate::domain::brick::BrickKind;
use crate::domain::event::Accessibility;
use crate::domain::place::Point;
use crate::store::search::{self, Noun};

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

/// Id, name and commune of places that are open, by name; of a territory, or of all.
pub fn open_names(
    conn: &mut DbConnection,
    territory: Option<&str>,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<(i64, String, String)>> {
    let mut query =
        places::table.filter(places::closed_on.is_null().or(places::closed_on.gt(today))).into_boxed();
    if let Some(code) = territory {
        query = query.filter(places::territory.eq(code.to_owned()));
    }
    let named = query.select((places::id, places::name, places::commune));
    Ok(named.order((places::sort_key, places::id)).limit(limit).load(conn)?)
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

/// Slug, name and commune of the places that have these slugs, by name.
pub fn named(conn: &mut DbConnection, slugs: &[&str]) -> Result<Vec<(String, String, String)>> {
    Ok(places::table
        .filter(places::slug.eq_any(slugs))
        .order((places::sort_key, places::id))
        .select((places::slug, places::name, places::commune))
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
