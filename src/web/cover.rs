//! Drawn covers: what has no photograph gets a small landscape of its own, always the same one.

use std::fmt::Write as _;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

/// A landscape in a box of 320 by 120: a sun, three ridges, a field in rows, cypresses, a lookout.
#[derive(Clone, Debug, Serialize)]
pub struct Cover {
    /// Palette: 0 (dawn), 1 (noon), 2 (evening), 3 (night).
    pub palette: u8,
    pub sun_x: u32,
    pub sun_y: u32,
    pub sun_r: u32,
    /// Paths of the ridges, the farthest first.
    pub ridges: [String; 3],
    /// Path of the rows of the nearest field.
    pub furrows: String,
    /// Path of a few cypresses.
    pub trees: String,
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
        let (sun_x, sun_y, sun_r) = (80 + draw.below(160), 22 + draw.below(24), 11 + draw.below(8));
        let far = ridge(&mut draw, 52, 22);
        let middle = ridge(&mut draw, 70, 18);
        let near = ridge(&mut draw, 90, 8);
        let peak = middle.iter().skip(2).take(3).min_by_key(|(_, y)| *y).copied().unwrap_or((160, 70));
        Self {
            palette,
            sun_x,
            sun_y,
            sun_r,
            furrows: furrows(&mut draw),
            trees: trees(&mut draw, &near),
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

/// Rows of a field that meet far away, as wedges.
fn furrows(draw: &mut Draw) -> String {
    let vanishing = 60 + i64::from(draw.below(200));
    let toward = |bottom: i64| vanishing + (bottom - vanishing) * 3 / 5;
    let mut d = String::new();
    for bottom in (-240..560).step_by(40) {
        let (left, right) = (toward(bottom), toward(bottom + 20));
        let _ = write!(d, "M{left} 102H{right}L{} {HEIGHT}H{bottom}Z", bottom + 20);
    }
    d
}

/// Cypresses in a group or two, their feet behind the nearest field.
fn trees(draw: &mut Draw, ground: &[(u32, u32)]) -> String {
    let mut d = String::new();
    for _ in 0..2 + draw.below(2) {
        let Some(&(x, y)) = ground.get(draw.below(6) as usize) else { continue };
        for i in 0..1 + draw.below(3) {
            let (foot, height, half) = (x + 6 + i * 9, 16 + draw.below(12), 3 + draw.below(2));
            let top = (y + 6).saturating_sub(height);
            let _ = write!(
                d,
                "M{foot} {top}C{} {} {} {} {foot} {}C{} {} {} {} {foot} {top}Z",
                foot + half,
                top + height / 3,
                foot + half,
                y + 6,
                y + 6,
                foot.saturating_sub(half),
                y + 6,
                foot.saturating_sub(half),
                top + height / 3,
            );
        }
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
