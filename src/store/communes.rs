//! Communes, for "near me": found by the start of their name or postcode.

use diesel::prelude::*;

use crate::db::schema::{commune_postcodes, communes};
use crate::db::{DbConnection, Result, on_each_backend};
use crate::domain::commune::{Commune, CommuneQuery};
use crate::domain::geo::Bounds;
use crate::domain::place::Point;

/// More communes than one question can mean ("saint" has thousands): enough to rank the best.
const CANDIDATES: i64 = 500;

type Columns = (String, String, String, String, Option<f64>, Option<f64>, i32);

macro_rules! columns {
    () => {
        (
            communes::insee,
            communes::name,
            communes::postcodes,
            communes::territory,
            communes::lat,
            communes::lon,
            communes::population,
        )
    };
}

fn commune((insee, name, postcodes, territory, lat, lon, population): Columns) -> Commune {
    Commune {
        insee,
        name,
        postcodes: postcodes.split(' ').filter(|p| !p.is_empty()).map(str::to_owned).collect(),
        territory,
        point: lat.zip(lon).map(|(lat, lon)| Point { lat, lon }),
        population: u32::try_from(population).unwrap_or(0),
    }
}

/// The communes that a question means, best first.
pub fn find(conn: &mut DbConnection, asked: &CommuneQuery, limit: usize) -> Result<Vec<Commune>> {
    let mut query = communes::table.select(columns!()).into_boxed();
    if !asked.key.is_empty() {
        query = query
            .filter(communes::search_key.ge(asked.key.clone()))
            .filter(communes::search_key.lt(after_prefix(&asked.key)));
    }
    if let Some(postcode) = &asked.postcode {
        let there = commune_postcodes::table
            .filter(commune_postcodes::postcode.ge(postcode.clone()))
            .filter(commune_postcodes::postcode.lt(after_prefix(postcode)))
            .select(commune_postcodes::insee);
        query = query.filter(communes::insee.eq_any(there));
    }
    let rows: Vec<Columns> =
        query.order((communes::population.desc(), communes::insee)).limit(CANDIDATES).load(conn)?;
    Ok(asked.best(rows.into_iter().map(commune), limit))
}

pub fn by_insee(conn: &mut DbConnection, insee: &str) -> Result<Commune> {
    let row: Columns = communes::table.find(insee).select(columns!()).first(conn)?;
    Ok(commune(row))
}

/// The most populated communes of a rectangle.
pub fn within(conn: &mut DbConnection, bounds: &Bounds, limit: i64) -> Result<Vec<Commune>> {
    let rows: Vec<Columns> = communes::table
        .filter(communes::lat.between(bounds.south, bounds.north))
        .filter(communes::lon.between(bounds.west, bounds.east))
        .order((communes::population.desc(), communes::insee))
        .limit(limit)
        .select(columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(commune).collect())
}

/// All of them, by Insee code.
pub fn all(conn: &mut DbConnection) -> Result<Vec<Commune>> {
    let rows: Vec<Columns> = communes::table.order(communes::insee).select(columns!()).load(conn)?;
    Ok(rows.into_iter().map(commune).collect())
}

pub fn count(conn: &mut DbConnection) -> Result<i64> {
    Ok(communes::table.count().get_result(conn)?)
}

/// Adds communes, replacing those that are there.
pub fn save(conn: &mut DbConnection, some: &[Commune]) -> Result<()> {
    for part in some.chunks(1_000) {
        let codes: Vec<&str> = part.iter().map(|c| c.insee.as_str()).collect();
        diesel::delete(communes::table.filter(communes::insee.eq_any(codes))).execute(conn)?;
        let rows: Vec<_> = part.iter().map(CommuneValues::of).collect();
        let postcodes: Vec<_> = part
            .iter()
            .flat_map(|c| c.postcodes.iter().map(|postcode| (postcode, &c.insee)))
            .map(|(postcode, insee)| {
                (commune_postcodes::postcode.eq(postcode), commune_postcodes::insee.eq(insee))
            })
            .collect();
        on_each_backend!(conn, |c| {
            diesel::insert_into(communes::table).values(rows).execute(c)?;
            diesel::insert_into(commune_postcodes::table).values(postcodes).execute(c)?;
        });
    }
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = communes)]
struct CommuneValues<'a> {
    insee: &'a str,
    name: &'a str,
    search_key: String,
    postcodes: String,
    territory: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    population: i32,
}

impl<'a> CommuneValues<'a> {
    fn of(commune: &'a Commune) -> Self {
        Self {
            insee: &commune.insee,
            name: &commune.name,
            search_key: commune.search_key(),
            postcodes: commune.postcodes.join(" "),
            territory: &commune.territory,
            lat: commune.point.map(|p| p.lat),
            lon: commune.point.map(|p| p.lon),
            population: i32::try_from(commune.population).unwrap_or(i32::MAX),
        }
    }
}

/// The least text that sorts after everything that starts with `prefix` (folded: ASCII or above).
fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
