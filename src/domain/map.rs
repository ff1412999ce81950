//! Maps, laid out: where outlines, markers and labels stand, in CSS pixels of a drawing of a given
//! size. What a marker looks like, and where it leads, is the template's.
//!
//! The same input always gives the same drawing.

mod base;
mod label;
mod marker;
mod national;
mod path;
mod projection;
mod territory;
#[cfg(test)]
mod tests;

pub use label::{Anchor, Label};
pub use marker::{CLUSTER_RADIUS, MARKER_RADIUS, Marker};
pub use national::{Area, Inset, NationalMap, Unmapped, national_map};
pub use territory::{
    PLACE_TYPE, PlaceMap, River, ScaleBar, Size, TOWN_DOT, TOWN_TYPE, Town, local_map, territory_map,
};

use super::place::{Point, PointPrecision};

/// A place to be put on a map.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct MapPlace {
    /// Its slug: what the marker leads to, and the last word when two markers are alike.
    pub slug: String,
    pub name: String,
    pub point: Point,
    pub precision: PointPrecision,
    /// Open at this moment.
    pub open: bool,
}

/// A spot of a drawing: pixels from the left and from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
}

impl Spot {
    fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// To a tenth of a pixel: no eye sees more, and pages stay small.
    fn rounded(self) -> Self {
        Self { x: tenth(self.x), y: tenth(self.y) }
    }
}

fn tenth(figure: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (figure * 10.0).round() / 10.0 + 0.0
}
