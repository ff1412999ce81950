//! Just enough of SVG paths to know how far the shipped outlines reach: `M`, `l` and `z`.

use super::Spot;

/// The rectangle around something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Extent {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn contains(&self, spot: Spot) -> bool {
        (self.left..=self.right).contains(&spot.x) && (self.top..=self.bottom).contains(&spot.y)
    }

    /// The square around a disc.
    pub fn of_disc(at: Spot, radius: f64) -> Self {
        Self { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }
    }

    /// Smaller by `margin` on every side.
    pub fn inset(&self, margin: f64) -> Self {
        Self {
            left: self.left + margin,
            top: self.top + margin,
            right: self.right - margin,
            bottom: self.bottom - margin,
        }
    }

    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The rectangle around all of them; `None` without any.
    pub fn around(spots: impl IntoIterator<Item = Spot>) -> Option<Self> {
        spots.into_iter().fold(None, |extent: Option<Self>, s| {
            let e = extent.unwrap_or(Self { left: s.x, top: s.y, right: s.x, bottom: s.y });
            let (left, right) = (e.left.min(s.x), e.right.max(s.x));
            Some(Self { left, top: e.top.min(s.y), right, bottom: e.bottom.max(s.y) })
        })
    }
}

/// The corners of a path of absolute `M` and relative `l`.
pub(super) fn corners(d: &str) -> Vec<Spot> {
    let mut corners = Vec::new();
    for line in d.split('M').filter(|line| !line.is_empty()) {
        let mut at = Spot::default();
        let numbers = numbers(line);
        for step in numbers.chunks_exact(2) {
            if let [x, y] = step {
                // Every line starts from the origin with its absolute corner.
                at = Spot { x: at.x + x, y: at.y + y };
                corners.push(at);
            }
        }
    }
    corners
}

/// Whole numbers, parted by blanks, letters or the minus of the next one.
fn numbers(text: &str) -> Vec<f64> {
    let spaced = text.replace('-', " -");
    spaced.split(|c: char| !(c == '-' || c.is_ascii_digit())).filter_map(|n| n.parse().ok()).collect()
}

/// Those lines of a path that come into `window`, as a path.
pub(super) fn within(d: &str, window: &Extent) -> String {
    let lines = d.split('M').filter(|line| !line.is_empty());
    let near = lines.filter(|line| Extent::around(corners(line)).is_some_and(|extent| extent.meets(window)));
    near.fold(String::new(), |path, line| path + "M" + line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_of_a_path() {
        let spots = corners("M10 20l5-5 0 10-5-5zM0 0l-1-1z");
        let expected = [(10., 20.), (15., 15.), (15., 25.), (10., 20.), (0., 0.), (-1., -1.)];
        assert_eq!(spots, expected.map(|(x, y)| Spot { x, y }));
        let extent = Extent::around(spots).unwrap();
        assert_eq!((extent.width(), extent.height()), (16.0, 26.0));
        let window = Extent { left: 12.0, top: 18.0, right: 30.0, bottom: 30.0 };
        assert_eq!(within("M10 20l5-5 0 10-5-5zM0 0l-1-1z", &window), "M10 20l5-5 0 10-5-5z");
    }
}
