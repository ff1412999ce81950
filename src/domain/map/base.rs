//! The shipped outlines: France by *département* with overseas insets, and the Drôme in detail.
//! Sources and licences: `assets/geo/README.md`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Spot;
use super::projection::Projection;

#[derive(Default, Deserialize)]
pub(super) struct France {
    pub width: f64,
    pub height: f64,
    pub projection: Projection,
    /// The 96 of metropolitan France.
    pub territories: Vec<Shape>,
    pub region_borders: String,
    /// Overseas, each drawn at its own scale beside the mainland.
    pub insets: Vec<InsetShape>,
}

#[derive(Deserialize)]
pub(super) struct Shape {
    pub code: String,
    /// Where its label stands.
    pub x: f64,
    pub y: f64,
    pub d: String,
}

#[derive(Deserialize)]
pub(super) struct InsetShape {
    pub code: String,
    pub dx: f64,
    pub dy: f64,
    /// Gives spots before they are moved by `dx` and `dy`.
    pub projection: Projection,
    pub d: String,
}

#[derive(Default, Deserialize)]
pub(super) struct Detail {
    pub projection: Projection,
    pub outline: String,
    /// Between communes, one path of many lines.
    pub commune_borders: String,
    pub rivers: Vec<RiverShape>,
    pub towns: Vec<TownShape>,
}

#[derive(Deserialize)]
pub(super) struct RiverShape {
    pub name: String,
    /// Right to a kilometre or better; schematic otherwise, and left out of close views.
    pub exact: bool,
    pub d: String,
}

#[derive(Deserialize)]
pub(super) struct TownShape {
    pub name: String,
    /// 1 (the seat of the *département*) to 4.
    pub rank: u8,
    pub x: f64,
    pub y: f64,
}

static FRANCE: LazyLock<France> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../assets/geo/france.json")).unwrap_or_default()
});
static DROME: LazyLock<Detail> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../assets/geo/drome.json")).unwrap_or_default()
});

pub(super) fn france() -> &'static France {
    &FRANCE
}

/// What is known of one territory to draw it alone.
pub(super) struct Base {
    pub projection: Projection,
    /// Path data; empty where there is no outline.
    pub outline: &'static str,
    pub detail: Option<&'static Detail>,
}

impl Base {
    /// `None` for the overseas territories of which no outline is shipped.
    pub fn of(code: &str) -> Option<Self> {
        if code == "26" {
            let detail = &*DROME;
            return Some(Self {
                projection: detail.projection,
                outline: &detail.outline,
                detail: Some(detail),
            });
        }
        let france = france();
        let mainland =
            || france.territories.iter().find(|t| t.code == code).map(|t| (france.projection, &t.d));
        let inset = || france.insets.iter().find(|i| i.code == code).map(|i| (i.projection, &i.d));
        mainland().or_else(inset).map(|(projection, d)| Self { projection, outline: d, detail: None })
    }

    /// Towns with their labels' rank, in units of the projection.
    pub fn towns(&self) -> impl Iterator<Item = (&'static str, u8, Spot)> {
        let towns = self.detail.map_or(&[][..], |d| d.towns.as_slice());
        towns.iter().map(|t| (t.name.as_str(), t.rank, Spot { x: t.x, y: t.y }))
    }
}
