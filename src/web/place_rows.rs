//! Places in lists and on maps: what is stored, with the door as it is now, becomes rows in words
//! and markers. Which places, and in which order, is the page's.

use chrono::{DateTime, Utc};

use super::answer::Desk;
use super::asked::local;
use super::door::{Door, Doors};
use super::error::Result;
use super::map::anchor;
use super::parts::PlaceRow;
use super::rows::say;
use crate::domain::brick::BrickKind;
use crate::domain::geo::distance_km;
use crate::domain::map::MapPlace;
use crate::domain::place::{Point, PointPrecision};
use crate::i18n::{self, Locale, date, quantity};
use crate::store::places::{self, Composed};

/// A place with its bricks and its door.
pub struct Listed {
    pub place: places::PlaceRow,
    pub bricks: Vec<BrickKind>,
    /// `None`: its hours are not known.
    pub door: Option<Door>,
}

/// Looks at the doors of places.
pub fn with_doors(desk: &mut Desk<'_>, found: Vec<Composed>) -> Result<Vec<Listed>> {
    let texts = found.iter().map(|(place, _)| place.opening_hours.as_str());
    let ids: Vec<i64> = found.iter().map(|(place, _)| place.id).collect();
    let doors = Doors::at(desk.conn, desk.now, &ids, texts)?;
    let listed = |(place, bricks)| Listed { door: doors.of(&place), place, bricks };
    Ok(found.into_iter().map(listed).collect())
}

/// Until when rows of these places are true, at most `latest`.
pub fn true_until(listed: &[Listed], latest: DateTime<Utc>) -> DateTime<Utc> {
    let changes = listed.iter().filter_map(|one| one.door.as_ref()).map(|door| door.changes_at);
    changes.fold(latest, DateTime::min)
}

impl Listed {
    /// A row with the place's sentence.
    pub fn row(&self, locale: Locale) -> PlaceRow {
        PlaceRow { summary: self.place.summary.clone(), ..self.row_beside_map(locale, false) }
    }

    /// A short row; `anchored`: a map leads to it.
    pub fn row_beside_map(&self, locale: Locale, anchored: bool) -> PlaceRow {
        PlaceRow {
            href: local(locale, &format!("/lieux/{}", self.place.slug)),
            name: self.place.name.clone(),
            anchor: if anchored { anchor(&self.place.slug) } else { String::new() },
            commune: self.place.commune.clone(),
            summary: String::new(),
            bricks: self.bricks.iter().map(|kind| brick(locale, *kind)).collect(),
            open: self.door.as_ref().map(|door| door.badge(locale)),
            distance: String::new(),
            note: String::new(),
            closed: false,
        }
    }

    /// A row that says how far the place is from a point, as the crow flies.
    pub fn row_from(&self, locale: Locale, from: Point) -> PlaceRow {
        let away = self.place.point().map(|point| distance_km(from, point));
        let distance = away.map(|km| quantity::distance(locale, metres(km)));
        PlaceRow { distance: distance.unwrap_or_default(), ..self.row(locale) }
    }

    /// A row that says since when the place is in the network.
    pub fn row_of_newcomer(&self, locale: Locale) -> PlaceRow {
        let month = date::month(locale, self.place.created_at.0.date_naive());
        PlaceRow { note: say(locale, "place-since", "month", month), ..self.row(locale) }
    }

    /// Its marker; `None` when nobody knows where it lies.
    pub fn on_map(&self) -> Option<MapPlace> {
        Some(MapPlace {
            slug: self.place.slug.clone(),
            name: self.place.name.clone(),
            point: self.place.point()?,
            precision: self.place.precision().unwrap_or(PointPrecision::Commune),
            open: self.door.as_ref().is_some_and(Door::is_open),
        })
    }
}

/// A kind of brick in words.
pub fn brick(locale: Locale, kind: BrickKind) -> String {
    i18n::text(locale, &format!("brick-{}", kind.code()))
}

fn metres(km: f64) -> u32 {
    // A float as an integer keeps within its bounds; nothing on Earth is farther than 20,000 km.
    (km * 1_000.0).round() as u32
}
