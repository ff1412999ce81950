//! Drawn covers: what has no photograph gets a small landscape of its own, always the same one.

use std::fmt::Write as _;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

/// A landscape in a box of 320 by 120: a sun, three ridges, furrows and a lookout.
#[derive(Clone, Debug, Serialize)]
pub struct Cover {
    /// Palette: 0 (dawn), 1 (noon), 2 (evening), 3 (night).
    pub palette: u8,
    pub sun_x: u32,
    pub sun_y: u32,
    pub sun_r: u32,
    /// Paths of the ridges, the farthest first.
    pub ridges: [String; 3],
    /// Path of the furrows on the nearest field.
    pub furrows: String,
    pub tower_x: u32,
    pub tower_y: u32,
}

const WIDTH: u32 = 320;
const HEIGHT: u32 = 120;

impl Cover {
    /// The cover of what `name` names (a slug): the same on every machine and every day.
    pub fn of(name: &str) -> Self {
        let mut draw = Draw(xxh3_64(name.as_bytes()));
        let palette = u8::try_from(draw.below(4)).unwrap_or(0);
        let (sun_x, sun_y, sun_r) = (40 + draw.below(240), 22 + draw.below(24), 11 + draw.below(8));
        let far = ridge(&mut draw, 52, 22);
        let middle = ridge(&mut draw, 70, 18);
        let near = ridge(&mut draw, 92, 10);
        let peak = middle.iter().skip(1).take(5).min_by_key(|(_, y)| *y).copied().unwrap_or((160, 70));
        Self {
            palette,
            sun_x,
            sun_y,
            sun_r,
            furrows: furrows(&mut draw),
            tower_x: peak.0,
            tower_y: peak.1,
            ridges: [path(&far), path(&middle), path(&near)],
        }
    }
}

/// A short stream of numbers out of one hash (SplitMix64).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((z ^ (z >> 31)) % u64::from(bound.max(1))).unwrap_or(0)
    }
}

/// Crest points from left to right around `level`.
fn ridge(draw: &mut Draw, level: u32, height: u32) -> Vec<(u32, u32)> {
    (0..=6).map(|i| (i * WIDTH / 6, level + draw.below(height) - height / 2)).collect()
}

/// A smooth closed shape below the crest points.
fn path(points: &[(u32, u32)]) -> String {
    let mut d = String::from("M0 ");
    let Some((_, first)) = points.first() else { return String::new() };
    let _ = write!(d, "{first}");
    for pair in points.windows(2) {
        if let [(x0, y0), (x1, y1)] = pair {
            let middle = (x0 + x1) / 2;
            let _ = write!(d, "C{middle} {y0} {middle} {y1} {x1} {y1}");
        }
    }
    let _ = write!(d, "V{HEIGHT}H0Z");
    d
}

/// Rows of a field that meet far away.
fn furrows(draw: &mut Draw) -> String {
    let vanishing = 60 + draw.below(200);
    let mut d = String::new();
    for i in 0..9 {
        let bottom = i64::from(i) * 70 - 120;
        let top = i64::from(vanishing) + (bottom - i64::from(vanishing)) / 4;
        let _ = write!(d, "M{top} 98L{bottom} {HEIGHT}");
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cover_is_always_the_same_and_others_differ() {
        let cover = Cover::of("cafe-reparation");
        assert_eq!(cover.ridges, Cover::of("cafe-reparation").ridges);
        assert_ne!(cover.ridges, Cover::of("atelier-couture").ridges);
    }
}
