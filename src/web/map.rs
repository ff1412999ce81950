//! A map as the template draws it: paths and markers in the units of its view box.

use serde::Serialize;

/// A map of a territory or of the country, beside which stands the same content as a list.
#[derive(Clone, Debug, Serialize)]
pub struct MapView {
    /// SVG `viewBox`.
    pub view_box: String,
    /// What the map shows, in words: its accessible name.
    pub label: String,
    /// Path of the territory's outline. May be empty.
    pub outline: String,
    /// Path of its inner borders. May be empty.
    pub borders: String,
    pub rivers: Vec<River>,
    pub towns: Vec<Town>,
    /// Regions that are links with counts (the national map).
    pub areas: Vec<Area>,
    pub markers: Vec<Marker>,
}

#[derive(Clone, Debug, Serialize)]
pub struct River {
    pub name: String,
    pub path: String,
}

/// A town to find one's way by; no link.
#[derive(Clone, Debug, Serialize)]
pub struct Town {
    pub name: String,
    pub x: f64,
    pub y: f64,
    pub label_x: f64,
    pub label_y: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// 1 (largest) to 4.
    pub rank: u8,
}

/// A département with the number of its places.
#[derive(Clone, Debug, Serialize)]
pub struct Area {
    pub path: String,
    /// Shift of its path ("translate(5 986)") for insets. Empty: none.
    pub transform: String,
    pub x: f64,
    pub y: f64,
    /// "Drôme : 40 lieux".
    pub label: String,
    /// Count as shown. Empty: none, no link.
    pub count: String,
    /// 0 (none) to 4 (most): depth of its colour.
    pub depth: u8,
    pub href: String,
}

/// A place, or several at one point.
#[derive(Clone, Debug, Serialize)]
pub struct Marker {
    pub x: f64,
    pub y: f64,
    /// Number in the list beside the map, shown inside the marker. May be empty.
    pub number: String,
    /// Name, as the accessible name of the link and as the text beside the marker.
    pub label: String,
    pub label_x: f64,
    pub label_y: f64,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    pub href: String,
    /// No room for the text beside the marker: it only shows on focus and hover.
    pub crowded: bool,
}
