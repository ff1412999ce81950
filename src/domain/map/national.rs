//! France by *département*: how many places each has, and where a click on it leads.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::territory::Territory;
use super::base::france;
use super::path::{Extent, corners};
use super::projection::View;
use super::{Spot, tenth};

/// A drawing of `width` by `height` px (`viewBox="0 0 width height"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NationalMap {
    pub width: f64,
    pub height: f64,
    /// Every territory with an outline: the mainland by code, then overseas.
    pub areas: Vec<Area>,
    /// Path data of the borders of regions, drawn under `transform`.
    pub region_borders: &'static str,
    pub transform: String,
    /// Frames around what is drawn at a scale of its own.
    pub insets: Vec<Inset>,
    /// Territories with places but no outline: they are in the list only.
    pub unmapped: Vec<Unmapped>,
}

/// A territory on the map of France.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Area {
    pub code: &'static str,
    pub name: &'static str,
    pub count: u64,
    /// 0 (no place) to 5, for the shade.
    pub level: u8,
    pub d: &'static str,
    /// Of this path; strokes want `non-scaling-stroke`.
    pub transform: String,
    /// Where the count stands, middle of the text. None where the inset shows it.
    pub label: Option<Spot>,
}

/// A frame on the map of France.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inset {
    /// Code of the territory; "idf" for Paris and its neighbours.
    pub code: &'static str,
    pub name: &'static str,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unmapped {
    pub code: &'static str,
    pub name: &'static str,
    pub count: u64,
}

/// Too small to be hit at the scale of the mainland; drawn again, larger.
const AROUND_PARIS: [&str; 4] = ["75", "92", "93", "94"];
/// How much larger.
const MAGNIFIED: f64 = 6.0;

/// France `width` px wide, with the number of places of each territory by code.
pub fn national_map(counts: &BTreeMap<String, u64>, width: f64) -> NationalMap {
    let base = france();
    let view = View { scale: (width - 2.0 * GAP) / base.width.max(1.0), dx: GAP, dy: GAP };
    let mut areas = Vec::new();
    for shape in &base.territories {
        let label = view.pixel(Spot { x: shape.x, y: shape.y });
        let label = (!AROUND_PARIS.contains(&shape.code.as_str())).then_some(label);
        areas.extend(area(counts, &shape.code, &shape.d, &view, label));
    }
    let paris = around_paris(&view);
    for shape in base.territories.iter().filter(|shape| AROUND_PARIS.contains(&shape.code.as_str())) {
        let label = paris.pixel(Spot { x: shape.x, y: shape.y });
        areas.extend(area(counts, &shape.code, &shape.d, &paris, Some(label)));
    }
    let mut insets: Vec<Inset> = paris_frame(&paris).into_iter().collect();
    for shape in &base.insets {
        let view = view.shifted(Spot { x: shape.dx, y: shape.dy });
        let Some(extent) = Extent::around(corners(&shape.d).into_iter().map(|corner| view.pixel(corner)))
        else {
            continue;
        };
        let middle = Spot { x: (extent.left + extent.right) / 2.0, y: (extent.top + extent.bottom) / 2.0 };
        let Some(area) = area(counts, &shape.code, &shape.d, &view, Some(middle)) else { continue };
        insets.push(frame(area.code, area.name, extent));
        areas.push(area);
    }
    let unmapped = unmapped(counts, &areas);
    NationalMap {
        width,
        height: tenth(base.height * view.scale + 2.0 * GAP),
        areas,
        region_borders: &base.region_borders,
        transform: view.transform(),
        insets,
        unmapped,
    }
}

fn area(
    counts: &BTreeMap<String, u64>,
    code: &str,
    d: &'static str,
    view: &View,
    label: Option<Spot>,
) -> Option<Area> {
    let territory = Territory::by_code(code)?;
    let count = counts.get(code).copied().unwrap_or(0);
    Some(Area {
        code: &territory.code,
        name: &territory.name,
        count,
        level: level(count),
        d,
        transform: view.transform(),
        label: label.map(Spot::rounded),
    })
}

/// Shades by round thresholds, the same on every map, so that a legend can say them.
fn level(count: u64) -> u8 {
    match count {
        0 => 0,
        1..=4 => 1,
        5..=14 => 2,
        15..=39 => 3,
        40..=99 => 4,
        _ => 5,
    }
}

fn paris_extent() -> Option<Extent> {
    let shapes = france().territories.iter().filter(|shape| AROUND_PARIS.contains(&shape.code.as_str()));
    Extent::around(shapes.flat_map(|shape| corners(&shape.d)))
}

/// Into the upper left corner, which is sea.
fn around_paris(view: &View) -> View {
    let scale = view.scale * MAGNIFIED;
    let (left, top) = paris_extent().map_or((0.0, 0.0), |extent| (extent.left, extent.top));
    View { scale, dx: 2.0 * GAP - left * scale, dy: 2.0 * GAP - top * scale }
}

/// Between an outline and its frame, and around the whole, px.
const GAP: f64 = 6.0;

fn paris_frame(view: &View) -> Option<Inset> {
    let extent = paris_extent()?;
    let corner = |x, y| view.pixel(Spot { x, y });
    let extent = Extent::around([corner(extent.left, extent.top), corner(extent.right, extent.bottom)])?;
    Some(frame("idf", "Paris", extent))
}

fn frame(code: &'static str, name: &'static str, extent: Extent) -> Inset {
    Inset {
        code,
        name,
        x: tenth(extent.left - GAP),
        y: tenth(extent.top - GAP),
        width: tenth(extent.width() + 2.0 * GAP),
        height: tenth(extent.height() + 2.0 * GAP),
    }
}

fn unmapped(counts: &BTreeMap<String, u64>, areas: &[Area]) -> Vec<Unmapped> {
    let missing =
        counts.iter().filter(|(code, count)| **count > 0 && !areas.iter().any(|area| area.code == **code));
    missing
        .filter_map(|(code, count)| {
            let territory = Territory::by_code(code)?;
            Some(Unmapped { code: &territory.code, name: &territory.name, count: *count })
        })
        .collect()
}
