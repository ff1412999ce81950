//! Maps with markers: a whole territory, or the surroundings of one place.

use serde::Serialize;

use super::super::commune::Commune;
use super::super::place::Point;
use super::base::Base;
use super::label::{Label, Sheet, Wish, short_name};
use super::marker::{MARKER_RADIUS, Marker, markers};
use super::path::{Extent, corners, within};
use super::projection::{Projection, View};
use super::{MapPlace, Spot, tenth};

/// The box that a drawing may fill, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// A drawing of `width` by `height` px (`viewBox="0 0 width height"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceMap {
    pub width: f64,
    pub height: f64,
    /// Of the group that holds `outline`, `borders` and `rivers`: their strokes want `non-scaling-stroke`.
    pub transform: String,
    /// Path data; empty where no outline is shipped.
    pub outline: &'static str,
    /// Path data of the borders of communes in a local map; empty where none is shipped.
    pub borders: String,
    pub rivers: Vec<River>,
    /// Those whose label found room.
    pub towns: Vec<Town>,
    /// From top to bottom.
    pub markers: Vec<Marker>,
    /// Places that lie outside the drawing: they are in the list only.
    pub off_map: Vec<MapPlace>,
    pub scale_bar: ScaleBar,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct River {
    pub name: &'static str,
    pub d: &'static str,
}

/// A town, to find one's way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Town {
    /// 1 (the largest) to 4.
    pub rank: u8,
    #[serde(flatten)]
    pub at: Spot,
    pub label: Label,
}

/// A length of the drawing that stands for a round number of kilometres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ScaleBar {
    pub km: u32,
    pub width: f64,
}

/// Size of the type of places' labels that the layout reckons with, px.
pub const PLACE_TYPE: f64 = 12.0;
/// Size of the type of towns' labels, px.
pub const TOWN_TYPE: f64 = 11.0;
/// Radius of a town's dot, px.
pub const TOWN_DOT: f64 = 3.0;
/// Kept free of labels for the scale bar, in the lower left corner; its width goes on top.
const SCALE_BAR: Size = Size { width: 24.0, height: 24.0 };
/// Around a territory, for the labels at its edges.
const MARGIN: f64 = 24.0;

/// The territory with its places. `None` where neither an outline is shipped nor a place lies.
pub fn territory_map(code: &str, places: Vec<MapPlace>, size: Size) -> Option<PlaceMap> {
    let base = Base::of(code);
    let projection = base.as_ref().map_or(Projection::PLAIN, |base| base.projection);
    let outline = base.as_ref().and_then(|base| Extent::around(corners(base.outline)));
    let extent = outline.or_else(|| Extent::around(places.iter().map(|p| projection.project(p.point))))?;
    let (view, height) = View::fit(extent, size.width, size.height, MARGIN);
    let towns =
        base.iter().flat_map(Base::towns).map(|(name, rank, at)| (name, rank, view.pixel(at))).collect();
    let middle_lat = projection.lat_at((extent.top + extent.bottom) / 2.0);
    let (width, height) = (size.width, tenth(height));
    Some(Drawing { view, projection, width, height, middle_lat, base, close: false }.draw(places, towns))
}

/// Kilometres from the place to the nearest edge of its local map.
const LOCAL_KM: f64 = 9.0;

/// The surroundings of one place, with the most populated of the `communes` around it.
pub fn local_map(place: MapPlace, code: &str, communes: &[Commune], size: Size) -> PlaceMap {
    let base = Base::of(code);
    let projection = base.as_ref().map_or(Projection::PLAIN, |base| base.projection);
    let (centre, lat) = (projection.project(place.point), place.point.lat);
    let scale = size.width.min(size.height) / 2.0 / (LOCAL_KM * projection.units_per_km(lat));
    let view =
        View { scale, dx: size.width / 2.0 - centre.x * scale, dy: size.height / 2.0 - centre.y * scale };
    let mut near: Vec<&Commune> = communes.iter().collect();
    near.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.insee.cmp(&b.insee)));
    let at = |point: Point| view.pixel(projection.project(point));
    let towns = near.iter().filter_map(|c| Some((c.name.as_str(), local_rank(c.population), at(c.point?))));
    let towns = towns.collect();
    let (width, height) = (size.width, size.height);
    Drawing { view, projection, width, height, middle_lat: lat, base, close: true }.draw(vec![place], towns)
}

fn local_rank(population: u32) -> u8 {
    match population {
        10_000.. => 1,
        3_000.. => 2,
        1_000.. => 3,
        _ => 4,
    }
}

struct Drawing {
    view: View,
    projection: Projection,
    width: f64,
    height: f64,
    middle_lat: f64,
    base: Option<Base>,
    /// Near enough for schematic lines to look wrong.
    close: bool,
}

impl Drawing {
    /// `towns`: name, rank and pixel, the most important first.
    fn draw(self, places: Vec<MapPlace>, towns: Vec<(&str, u8, Spot)>) -> PlaceMap {
        let sheet_extent = Extent { left: 0.0, top: 0.0, right: self.width, bottom: self.height };
        let spots = places.into_iter().map(|p| (self.view.pixel(self.projection.project(p.point)), p));
        let (inside, outside): (Vec<_>, Vec<_>) = spots.partition(|(spot, _)| sheet_extent.contains(*spot));
        let mut markers = markers(inside);
        let mut sheet = Sheet::new(self.width, self.height);
        for marker in &markers {
            sheet.take_marker(marker.at, marker.radius());
        }
        let scale_bar = self.scale_bar();
        sheet.take(Extent {
            left: 0.0,
            top: self.height - SCALE_BAR.height,
            right: scale_bar.width + SCALE_BAR.width,
            bottom: self.height,
        });
        label_places(&mut sheet, &mut markers);
        PlaceMap {
            width: self.width,
            height: self.height,
            transform: self.view.transform(),
            outline: self.base.as_ref().map_or("", |base| base.outline),
            borders: self.borders(),
            rivers: self.rivers(),
            towns: label_towns(&mut sheet, towns, sheet_extent.inset(TOWN_DOT)),
            markers,
            off_map: outside.into_iter().map(|(_, place)| place).collect(),
            scale_bar,
        }
    }

    fn borders(&self) -> String {
        let detail = self.base.as_ref().and_then(|base| base.detail).filter(|_| self.close);
        let window = self.view.window(self.width, self.height);
        detail.map(|detail| within(&detail.commune_borders, &window)).unwrap_or_default()
    }

    fn rivers(&self) -> Vec<River> {
        let rivers = self.base.iter().filter_map(|base| base.detail).flat_map(|detail| &detail.rivers);
        rivers.filter(|r| r.exact || !self.close).map(|r| River { name: &r.name, d: &r.d }).collect()
    }

    /// The longest round length that fills at most a quarter of the width.
    fn scale_bar(&self) -> ScaleBar {
        let px_per_km = self.projection.units_per_km(self.middle_lat) * self.view.scale;
        let fits = |km: &&u32| f64::from(**km) * px_per_km <= self.width / 4.0;
        let km = [100, 50, 20, 10, 5, 2, 1].iter().find(fits).copied().unwrap_or(1);
        ScaleBar { km, width: tenth(f64::from(km) * px_per_km) }
    }
}

fn label_places(sheet: &mut Sheet, markers: &mut [Marker]) {
    for marker in markers {
        let Some(text) = marker.place().map(|place| short_name(&place.name)) else { continue };
        marker.label = sheet.set(&Wish {
            text: &text,
            at: marker.at,
            radius: MARKER_RADIUS + 3.0,
            size: PLACE_TYPE,
            reach: &[0.0, 5.0],
        });
    }
}

/// Towns get what room the places left, and may stand a little further from their point.
fn label_towns(sheet: &mut Sheet, mut towns: Vec<(&str, u8, Spot)>, bounds: Extent) -> Vec<Town> {
    towns.sort_by_key(|(_, rank, _)| *rank);
    let mut labelled = Vec::new();
    for (name, rank, at) in towns.into_iter().filter(|(.., at)| bounds.contains(*at)) {
        let reach: &[f64] = if rank <= 2 { &[0.0, 8.0, 18.0, 28.0] } else { &[0.0] };
        let label = sheet.set(&Wish { text: name, at, radius: 2.0 * TOWN_DOT, size: TOWN_TYPE, reach });
        labelled.extend(label.map(|label| Town { rank, at: at.rounded(), label }));
    }
    labelled
}
