//! Maps as the template draws them: what `domain::map` laid out, with words and links. A map of
//! many places is laid out twice, for wide and for narrow screens, so that its type stays legible.

use serde::Serialize;

use crate::domain::commune::Commune;
use crate::domain::map::{self, Label, MapPlace, NationalMap, PlaceMap, Size};
use crate::i18n::{Args, Locale, text, text_with};

/// Beside a list, on a wide screen.
const WIDE: Size = Size { width: 560.0, height: 800.0 };
/// Across a telephone.
const NARROW: Size = Size { width: 328.0, height: 470.0 };
/// In the margin of a place or an event.
const SMALL: Size = Size { width: 320.0, height: 220.0 };

/// A map of a territory, of the surroundings of a place or of the country.
#[derive(Clone, Debug, Serialize)]
pub struct MapView {
    /// What the map shows, in words: its accessible name.
    pub label: String,
    /// One for all screens, or one for wide and one for narrow ones.
    pub drawings: Vec<Drawing>,
    /// Some place of the map is open now: explain its sign.
    pub legend: bool,
}

impl MapView {
    /// A territory with its places: markers lead to their pages, those of several places to the
    /// list beside the map. `None` where nothing is known to be drawn.
    pub fn territory(locale: Locale, label: String, code: &str, places: &[MapPlace]) -> Option<Self> {
        let laid_out = |size| map::territory_map(code, places.to_vec(), size);
        let drawings = vec![
            Drawing::of_places(locale, "is-wide", laid_out(WIDE)?),
            Drawing::of_places(locale, "is-narrow", laid_out(NARROW)?),
        ];
        Some(Self { label, drawings, legend: places.iter().any(|place| place.open) })
    }

    /// The surroundings of one place, with the largest of the `communes` around it.
    pub fn around(
        locale: Locale,
        label: String,
        place: MapPlace,
        territory: &str,
        communes: &[Commune],
    ) -> Self {
        let map = map::local_map(place, territory, communes, SMALL);
        Self { label, drawings: vec![Drawing::of_places(locale, "is-small", map)], legend: false }
    }

    /// The country, each territory with places leading to its own map.
    pub fn national(locale: Locale, label: String, map: NationalMap) -> Self {
        Self { label, drawings: vec![Drawing::of_country(locale, map)], legend: false }
    }
}

/// One drawing, in the units of its view box.
#[derive(Clone, Debug, Serialize)]
pub struct Drawing {
    /// `is-wide`, `is-narrow`, `is-small` or `is-country`.
    pub class: &'static str,
    pub width: f64,
    pub height: f64,
    /// Of the outline, the borders and the rivers.
    pub transform: String,
    pub outline: &'static str,
    pub borders: String,
    pub rivers: Vec<&'static str>,
    pub towns: Vec<Town>,
    pub areas: Vec<Area>,
    pub insets: Vec<map::Inset>,
    pub markers: Vec<Marker>,
    pub scale: Option<Scale>,
}

/// A town to find one's way by; no link.
#[derive(Clone, Debug, Serialize)]
pub struct Town {
    pub x: f64,
    pub y: f64,
    pub label: Label,
    /// 1 (largest) to 4.
    pub rank: u8,
}

/// A *département* with the number of its places.
#[derive(Clone, Debug, Serialize)]
pub struct Area {
    pub path: &'static str,
    pub transform: String,
    /// "Drôme : 40 lieux". Empty: no place, no link.
    pub label: String,
    pub href: String,
    /// Count as shown, where it stands on the map.
    pub count: Option<Count>,
    /// 0 (none) to 5 (most): depth of its colour.
    pub depth: u8,
}

#[derive(Clone, Debug, Serialize)]
pub struct Count {
    pub text: String,
    pub x: f64,
    pub y: f64,
}

/// A place, or several that cannot be told apart.
#[derive(Clone, Debug, Serialize)]
pub struct Marker {
    pub x: f64,
    pub y: f64,
    pub r: f64,
    /// Where it lies, when it had to be moved aside.
    pub from: Option<map::Spot>,
    /// Accessible name: the place, or "3 lieux : …".
    pub name: String,
    pub href: String,
    /// Text beside it. `None`: shown only while pointed at.
    pub label: Option<Label>,
    /// Number of its places, when several. Empty: one.
    pub count: String,
    pub open: bool,
}

/// The bar that stands for some kilometres, in the lower left corner.
#[derive(Clone, Debug, Serialize)]
pub struct Scale {
    pub label: String,
    pub width: f64,
    pub y: f64,
}

impl Drawing {
    fn of_places(locale: Locale, class: &'static str, map: PlaceMap) -> Self {
        let town = |town: map::Town| Town { x: town.at.x, y: town.at.y, label: town.label, rank: town.rank };
        Self {
            class,
            width: map.width,
            height: map.height,
            transform: map.transform,
            outline: map.outline,
            borders: map.borders,
            rivers: map.rivers.iter().map(|river| river.d).collect(),
            towns: map.towns.into_iter().map(town).collect(),
            areas: Vec::new(),
            insets: Vec::new(),
            markers: map.markers.into_iter().map(|m| marker(locale, m)).collect(),
            scale: Some(Scale {
                label: format!("{} km", map.scale_bar.km),
                width: map.scale_bar.width,
                y: map.height - 12.0,
            }),
        }
    }

    fn of_country(locale: Locale, map: NationalMap) -> Self {
        Self {
            class: "is-country",
            width: map.width,
            height: map.height,
            transform: map.transform,
            outline: "",
            borders: map.region_borders.to_owned(),
            rivers: Vec::new(),
            towns: Vec::new(),
            areas: map.areas.into_iter().map(|a| area(locale, a)).collect(),
            insets: map.insets,
            markers: Vec::new(),
            scale: None,
        }
    }
}

fn marker(locale: Locale, marker: map::Marker) -> Marker {
    let href = match marker.place() {
        Some(place) => format!("{}/lieux/{}", locale.prefix(), place.slug),
        None => format!("#{}", marker.places.first().map(|place| anchor(&place.slug)).unwrap_or_default()),
    };
    let names: Vec<&str> = marker.places.iter().map(|place| place.name.as_str()).collect();
    let mut name = names.join(", ");
    let several = names.len() > 1;
    let open = marker.places.iter().any(|place| place.open);
    if several {
        let mut args = Args::new();
        args.set("count", names.len());
        name = format!("{} {name}", text_with(locale, "map-several", Some(&args)));
    } else if open {
        name = format!("{name}, {}", text(locale, "map-open"));
    }
    Marker {
        x: marker.at.x,
        y: marker.at.y,
        r: marker.radius(),
        from: marker.from,
        name,
        href,
        count: if several { marker.places.len().to_string() } else { String::new() },
        label: marker.label,
        open,
    }
}

/// The `id` of a place in the list beside a map.
pub fn anchor(slug: &str) -> String {
    format!("lieu-{slug}")
}

fn area(locale: Locale, area: map::Area) -> Area {
    let mut args = Args::new();
    args.set("name", area.name);
    args.set("count", area.count);
    let known = area.count > 0;
    let label = if known { text_with(locale, "map-area", Some(&args)) } else { String::new() };
    Area {
        path: area.d,
        transform: area.transform,
        label,
        href: format!("{}/territoires/{}", locale.prefix(), area.code),
        count: area.label.filter(|_| known).map(|at| Count {
            text: area.count.to_string(),
            x: at.x,
            y: at.y,
        }),
        depth: area.level,
    }
}
