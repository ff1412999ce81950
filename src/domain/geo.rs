//! Points on the Earth: distances, and where points of France can be. Drawing them is `map`.

use super::place::Point;

/// Mean radius of the Earth (IUGG), km.
const EARTH_KM: f64 = 6371.0088;

/// Great-circle distance in km (haversine; off by 0.5 % at most, since the Earth is not round).
pub fn distance_km(a: Point, b: Point) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let north = ((lat_b - lat_a) / 2.0).sin().powi(2);
    let east = ((b.lon - a.lon).to_radians() / 2.0).sin().powi(2);
    2.0 * EARTH_KM * (north + lat_a.cos() * lat_b.cos() * east).sqrt().min(1.0).asin()
}

/// A rectangle of degrees that does not cross the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}

impl Bounds {
    const fn new(south: f64, west: f64, north: f64, east: f64) -> Self {
        Self { south, west, north, east }
    }

    /// The rectangle that holds every point within `km` of `centre`, and a little more: what a
    /// query can ask of two indexed columns before [`distance_km`] decides.
    pub fn around(centre: Point, km: f64) -> Self {
        let lat = (km / EARTH_KM).to_degrees();
        let lon = lat / centre.lat.to_radians().cos().max(0.01);
        Self::new(centre.lat - lat, centre.lon - lon, centre.lat + lat, centre.lon + lon)
    }

    pub fn contains(&self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.lat) && (self.west..=self.east).contains(&point.lon)
    }
}

/// Boxes around metropolitan France and each of its overseas territories, with some sea.
const FRANCE: &[Bounds] = &[
    Bounds::new(41.2, -5.7, 51.3, 9.8),        // metropolitan, with Corse
    Bounds::new(15.7, -63.3, 18.2, -60.9),     // Guadeloupe, Saint-Barthélemy, Saint-Martin
    Bounds::new(14.2, -61.4, 15.0, -60.7),     // Martinique
    Bounds::new(2.0, -54.7, 6.0, -51.5),       // Guyane
    Bounds::new(-21.5, 55.1, -20.7, 56.0),     // La Réunion
    Bounds::new(-13.2, 44.9, -12.5, 45.4),     // Mayotte
    Bounds::new(46.6, -56.6, 47.3, -56.0),     // Saint-Pierre-et-Miquelon
    Bounds::new(-14.6, -178.5, -13.0, -175.9), // Wallis et Futuna
    Bounds::new(-28.0, -155.0, -7.5, -134.0),  // Polynésie française
    Bounds::new(-23.0, 158.0, -17.5, 172.5),   // Nouvelle-Calédonie
    Bounds::new(-50.2, 50.0, -37.5, 78.0),     // Terres australes
];

impl Point {
    /// The point, if both figures are real and it lies in or near French territory.
    pub fn in_france(lat: f64, lon: f64) -> Option<Self> {
        let point = Self { lat, lon };
        FRANCE.iter().any(|b| b.contains(point)).then_some(point)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CREST: Point = Point { lat: 44.7284, lon: 5.0235 };
    const DIE: Point = Point { lat: 44.7531, lon: 5.3702 };
    const PAPEETE: Point = Point { lat: -17.535, lon: -149.5696 };

    #[test]
    fn distances_of_known_pairs() {
        assert!((distance_km(CREST, DIE) - 27.5).abs() < 0.2, "{}", distance_km(CREST, DIE));
        assert!((distance_km(CREST, PAPEETE) - 16_300.0).abs() < 300.0, "{}", distance_km(CREST, PAPEETE));
        assert!(distance_km(CREST, CREST).abs() < 1e-9);
    }

    #[test]
    fn points_of_france() {
        for (lat, lon) in
            [(44.7, 5.0), (42.0, 9.0), (16.2, -61.5), (-21.1, 55.5), (-17.5, -149.6), (46.8, -56.2)]
        {
            assert!(Point::in_france(lat, lon).is_some(), "{lat} {lon}");
        }
        for (lat, lon) in [(0.0, 0.0), (5.0, 44.7), (52.5, 13.4), (f64::NAN, 5.0), (44.7, f64::INFINITY)] {
            assert_eq!(Point::in_france(lat, lon), None, "{lat} {lon}");
        }
    }

    proptest! {
        #[test]
        fn the_box_holds_all_that_is_near(lat in -60.0..60.0f64, lon in -170.0..170.0f64, dlat in -0.5..0.5f64, dlon in -0.5..0.5f64) {
            let centre = Point { lat, lon };
            let point = Point { lat: lat + dlat, lon: lon + dlon };
            let km = distance_km(centre, point);
            prop_assert!(Bounds::around(centre, km * 1.0001).contains(point));
            prop_assert!((km - distance_km(point, centre)).abs() < 1e-9);
        }
    }
}
