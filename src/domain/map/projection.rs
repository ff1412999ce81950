//! From degrees to the units of the shipped outlines, and from those to the pixels of a drawing.

use serde::Deserialize;

use super::super::place::Point;
use super::{Spot, path::Extent, tenth};

/// Web Mercator: `x = (lon - lon0) k`, `y = (m(lat_top) - m(lat)) k`, with
/// `m(a) = 180/π · ln tan(π/4 + a π/360)`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Projection {
    lon0: f64,
    lat_top: f64,
    /// Units in a degree of longitude.
    k: f64,
}

impl Projection {
    /// Where no outline has to be met.
    pub const PLAIN: Self = Self { lon0: 0.0, lat_top: 0.0, k: 640.0 };

    pub fn project(&self, point: Point) -> Spot {
        Spot {
            x: (point.lon - self.lon0) * self.k,
            y: (mercator(self.lat_top) - mercator(point.lat)) * self.k,
        }
    }

    /// The latitude at a height.
    pub fn lat_at(&self, y: f64) -> f64 {
        let mercator = mercator(self.lat_top) - y / self.k.max(f64::MIN_POSITIVE);
        mercator.to_radians().sinh().atan().to_degrees()
    }

    /// Units in a kilometre at this latitude.
    pub fn units_per_km(&self, lat: f64) -> f64 {
        const EQUATOR_KM: f64 = 40_075.017;
        self.k * 360.0 / (EQUATOR_KM * lat.to_radians().cos().max(0.01))
    }
}

fn mercator(lat: f64) -> f64 {
    let lat = lat.clamp(-85.0, 85.0).to_radians();
    (std::f64::consts::FRAC_PI_4 + lat / 2.0).tan().ln().to_degrees()
}

/// How units become pixels: grown by `scale`, then moved.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub scale: f64,
    pub dx: f64,
    pub dy: f64,
}

impl View {
    /// `extent` as large as it gets, in the middle of a box with a margin, and the height that
    /// it needs of `height` at most.
    pub fn fit(extent: Extent, width: f64, height: f64, margin: f64) -> (Self, f64) {
        let (extent_width, extent_height) = (extent.width().max(1.0), extent.height().max(1.0));
        let room = |side: f64| (side - 2.0 * margin).max(1.0);
        let scale = (room(width) / extent_width).min(room(height) / extent_height);
        let height = (extent_height * scale + 2.0 * margin).min(height);
        let dx = (width - extent_width * scale) / 2.0 - extent.left * scale;
        let dy = (height - extent_height * scale) / 2.0 - extent.top * scale;
        (Self { scale, dx, dy }, height)
    }

    pub fn pixel(&self, unit: Spot) -> Spot {
        Spot { x: unit.x * self.scale + self.dx, y: unit.y * self.scale + self.dy }
    }

    /// What a drawing of this size shows, in units.
    pub fn window(&self, width: f64, height: f64) -> Extent {
        let unit = |pixel: f64, moved: f64| (pixel - moved) / self.scale;
        let (left, top) = (unit(0.0, self.dx), unit(0.0, self.dy));
        Extent { left, top, right: unit(width, self.dx), bottom: unit(height, self.dy) }
    }

    /// The same view of something that lies `offset` units further.
    pub fn shifted(&self, offset: Spot) -> Self {
        let moved = self.pixel(offset);
        Self { scale: self.scale, dx: moved.x, dy: moved.y }
    }

    /// As the `transform` of an SVG group.
    pub fn transform(&self) -> String {
        format!("translate({} {}) scale({:.4})", tenth(self.dx), tenth(self.dy), self.scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_the_formula() {
        let drome = Projection { lon0: 4.62, lat_top: 45.36, k: 640.0 };
        let valence = drome.project(Point { lat: 44.9225, lon: 4.9136 });
        assert_eq!((valence.x.round(), valence.y.round()), (188.0, 397.0));
        assert!((drome.lat_at(valence.y) - 44.9225).abs() < 1e-9);
        // A degree of longitude at 45° is 78.85 km.
        assert!((drome.units_per_km(45.0) - 640.0 / 78.71).abs() < 0.01, "{}", drome.units_per_km(45.0));
    }
}
