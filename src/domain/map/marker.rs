//! Markers that can each be hit: places that would cover one another stand on a ring around their
//! middle, or share a marker with their number when they are many.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::label::Label;
use super::{MapPlace, Spot};

/// Radius of the marker of one place, px.
pub const MARKER_RADIUS: f64 = 7.0;
/// Radius of the marker of several places, px.
pub const CLUSTER_RADIUS: f64 = 12.0;
/// Markers nearer than this, centre to centre, cover one another.
const APART: f64 = 2.0 * MARKER_RADIUS + 3.0;
/// More places than this do not stand on a ring.
const RING: usize = 8;

/// One place, or several that lie too near one another to be told apart.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Marker {
    #[serde(flatten)]
    pub at: Spot,
    /// Where it lies, when the marker had to be moved aside.
    pub from: Option<Spot>,
    /// None when there was no room; never on the marker of several places.
    pub label: Option<Label>,
    /// By name.
    pub places: Vec<MapPlace>,
}

impl Marker {
    /// The place, if it is of one alone.
    pub fn place(&self) -> Option<&MapPlace> {
        self.places.first().filter(|_| self.places.len() == 1)
    }

    pub fn radius(&self) -> f64 {
        if self.places.len() > 1 { CLUSTER_RADIUS } else { MARKER_RADIUS }
    }
}

/// Places that are drawn together.
struct Group {
    members: Vec<(Spot, MapPlace)>,
    centre: Spot,
    /// How far its markers' centres stand from the middle.
    ring: f64,
}

/// Markers for places at their spots: none covers another.
pub(super) fn markers(mut places: Vec<(Spot, MapPlace)>) -> Vec<Marker> {
    places.sort_by(|(_, a), (_, b)| by_name(a, b));
    let mut groups: Vec<Group> = Vec::new();
    for place in places {
        let mut group = Group::of(vec![place]);
        while let Some(nearest) = covered(&groups, &group) {
            let mut members = groups.swap_remove(nearest).members;
            members.append(&mut group.members);
            group = Group::of(members);
        }
        groups.push(group);
    }
    let mut markers: Vec<Marker> = groups.into_iter().flat_map(Group::markers).collect();
    markers.sort_by(|a, b| a.at.y.total_cmp(&b.at.y).then(a.at.x.total_cmp(&b.at.x)));
    markers
}

fn by_name(a: &MapPlace, b: &MapPlace) -> std::cmp::Ordering {
    (&a.name, &a.slug).cmp(&(&b.name, &b.slug))
}

/// Which of the groups, none of which covers another, this one covers most.
fn covered(groups: &[Group], group: &Group) -> Option<usize> {
    let gaps = groups.iter().map(|other| group.gap(other)).enumerate();
    gaps.filter(|(_, gap)| *gap < 0.0).min_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(i, _)| i)
}

impl Group {
    fn of(members: Vec<(Spot, MapPlace)>) -> Self {
        let count = members.len().max(1) as f64;
        let (x, y) = members.iter().fold((0.0, 0.0), |(x, y), (spot, _)| (x + spot.x, y + spot.y));
        let ring = match members.len() {
            0 | 1 => 0.0,
            n if n <= RING => (APART / 2.0 / (PI / n as f64).sin()).max(APART * 0.6),
            _ => CLUSTER_RADIUS - MARKER_RADIUS,
        };
        Self { members, centre: Spot { x: x / count, y: y / count }, ring }
    }

    /// Room between the outermost markers of both; negative when they cover one another.
    fn gap(&self, other: &Self) -> f64 {
        self.centre.distance(other.centre) - self.ring - other.ring - APART
    }

    fn markers(mut self) -> Vec<Marker> {
        let (ring, centre, count) = (self.ring, self.centre, self.members.len());
        self.members.sort_by(|(_, a), (_, b)| by_name(a, b));
        if count > RING {
            let places = self.members.into_iter().map(|(_, place)| place).collect();
            return vec![Marker { at: centre.rounded(), from: None, label: None, places }];
        }
        let mut members = self.members;
        // Around the ring in the order in which they lie around the middle: no line crosses another.
        members.sort_by(|(a, _), (b, _)| bearing(centre, *a).total_cmp(&bearing(centre, *b)));
        let turned = |i: usize| TAU * i as f64 / count as f64 - FRAC_PI_2;
        let place = |(i, (spot, place)): (usize, (Spot, MapPlace))| {
            let at = Spot { x: centre.x + ring * turned(i).cos(), y: centre.y + ring * turned(i).sin() };
            Marker {
                at: at.rounded(),
                from: (count > 1).then(|| spot.rounded()),
                label: None,
                places: vec![place],
            }
        };
        members.into_iter().enumerate().map(place).collect()
    }
}

/// Clockwise from the top, 0 to 2π; 0 in the middle itself.
fn bearing(centre: Spot, spot: Spot) -> f64 {
    let (x, y) = (spot.x - centre.x, spot.y - centre.y);
    if x.hypot(y) < 0.01 { 0.0 } else { x.atan2(-y).rem_euclid(TAU) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::place::{Point, PointPrecision};
    use super::*;

    fn at(x: f64, y: f64, name: usize) -> (Spot, MapPlace) {
        let place = MapPlace {
            slug: format!("lieu-{name:03}"),
            name: format!("Lieu {name:03}"),
            point: Point { lat: 44.7, lon: 5.0 },
            precision: PointPrecision::Commune,
            open: false,
        };
        (Spot { x, y }, place)
    }

    #[test]
    fn a_lonely_place_stays_where_it_is() {
        let [marker] = &markers(vec![at(10.0, 20.0, 1)])[..] else { panic!() };
        assert_eq!((marker.at, marker.from), (Spot { x: 10.0, y: 20.0 }, None));
        assert_eq!(marker.place().unwrap().slug, "lieu-001");
    }

    #[test]
    fn places_that_coincide_stand_on_a_ring_and_nine_share_a_marker() {
        let eight = markers((0..8).map(|i| at(50.0, 50.0, i)).collect());
        assert_eq!(eight.len(), 8);
        assert!(eight.iter().all(|m| m.from == Some(Spot { x: 50.0, y: 50.0 })));
        let nine = markers((0..9).map(|i| at(50.0, 50.0, i)).collect());
        let [cluster] = &nine[..] else { panic!() };
        assert_eq!((cluster.places.len(), cluster.place()), (9, None));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_nothing_covers_and_order_does_not_matter(
            spots in proptest::collection::vec((0..300u32, 0..300u32), 0..40)
        ) {
            let places: Vec<_> = spots.iter().enumerate().map(|(i, (x, y))| at(f64::from(*x), f64::from(*y), i)).collect();
            let drawn = markers(places.clone());
            prop_assert_eq!(drawn.iter().map(|m| m.places.len()).sum::<usize>(), places.len());
            for (i, a) in drawn.iter().enumerate() {
                for b in &drawn[i + 1..] {
                    prop_assert!(a.at.distance(b.at) > a.radius() + b.radius() - 3.0, "{a:?} {b:?}");
                }
            }
            let reversed = markers(places.into_iter().rev().collect());
            prop_assert_eq!(drawn, reversed);
        }
    }
}
