//! The maps as wholes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::commune;
use super::super::import::drome_places;
use super::*;

fn drome() -> Vec<MapPlace> {
    let place = |p: super::super::import::DromePlace| MapPlace {
        slug: p.draft.slug.to_string(),
        name: p.draft.name,
        point: p.draft.point.unwrap(),
        precision: p.draft.precision,
        open: false,
    };
    drome_places().into_iter().map(place).collect()
}

const SIZE: Size = Size { width: 560.0, height: 760.0 };

#[test]
fn the_drome_shows_each_of_its_places() {
    let map = territory_map("26", drome(), SIZE).unwrap();
    assert_eq!((map.width, map.rivers.len(), map.off_map.len()), (560.0, 5, 0));
    assert!(map.height <= SIZE.height);
    let slugs: BTreeSet<_> = map.markers.iter().flat_map(|m| &m.places).map(|p| &p.slug).collect();
    assert_eq!(slugs.len(), 34);
    let labelled = map.markers.iter().filter(|marker| marker.label.is_some()).count();
    assert!(labelled >= 28, "{labelled} labels");
    let towns: Vec<_> = map.towns.iter().map(|town| town.label.text.as_str()).collect();
    for town in ["Valence", "Montélimar", "Crest", "Romans-sur-Isère"] {
        assert!(towns.contains(&town), "{towns:?}");
    }
    let mut shuffled = drome();
    shuffled.reverse();
    assert_eq!(Some(map), territory_map("26", shuffled, SIZE));
}

#[test]
fn each_territory_has_a_map_if_anything_is_known_of_it() {
    for territory in super::super::territory::Territory::all() {
        let map = territory_map(&territory.code, Vec::new(), SIZE);
        let overseas_without_outline =
            ["975", "977", "978", "984", "986", "987", "988", "989"].contains(&territory.code.as_str());
        assert_eq!(map.is_none(), overseas_without_outline, "{}", territory.name);
    }
    let papeete = MapPlace { point: Point { lat: -17.53, lon: -149.56 }, ..drome().remove(0) };
    let map = territory_map("987", vec![papeete.clone()], SIZE).unwrap();
    assert_eq!((map.markers.len(), map.outline), (1, ""));
    let astray = territory_map("26", vec![papeete], SIZE).unwrap();
    assert_eq!((astray.markers.len(), astray.off_map.len()), (0, 1));
}

#[test]
fn the_surroundings_of_a_place() {
    let fablab = drome().into_iter().find(|p| p.slug == "8-fablab-drome").unwrap();
    let size = Size { width: 320.0, height: 240.0 };
    let map = local_map(fablab, "26", commune::drome(), size);
    let [marker] = &map.markers[..] else { panic!("{map:?}") };
    assert_eq!(marker.at, Spot { x: 160.0, y: 120.0 });
    assert!(marker.label.is_some() && map.borders.starts_with('M'));
    let towns: Vec<_> = map.towns.iter().map(|town| town.label.text.as_str()).collect();
    assert!(towns.contains(&"Crest") && !towns.contains(&"Valence"), "{towns:?}");
    assert!(map.rivers.iter().all(|river| river.name == "Rhône"));
    assert_eq!(map.scale_bar.km, 5);
}

#[test]
fn france_by_departement() {
    let counts = BTreeMap::from([("26".to_owned(), 34), ("75".to_owned(), 120), ("988".to_owned(), 2)]);
    let map = national_map(&counts, 560.0);
    assert_eq!(map.insets.len(), 6);
    let codes: BTreeSet<_> = map.areas.iter().map(|area| area.code).collect();
    assert_eq!(codes.len(), 101);
    let levels = |code| map.areas.iter().filter(|a| a.code == code).map(|a| a.level).collect::<Vec<_>>();
    assert_eq!((levels("26"), levels("75"), levels("01")), (vec![3], vec![5, 5], vec![0]));
    assert_eq!(map.unmapped.iter().map(|u| (u.code, u.count)).collect::<Vec<_>>(), [("988", 2)]);
    for spot in map.areas.iter().filter_map(|area| area.label) {
        assert!((0.0..=map.width).contains(&spot.x) && (0.0..=map.height).contains(&spot.y), "{spot:?}");
    }
    for inset in &map.insets {
        assert!(inset.x >= 0.0 && inset.x + inset.width <= map.width, "{inset:?}");
    }
    // Every one of the larger areas around Paris has its number exactly once.
    let labels = map.areas.iter().filter(|a| a.code == "75" && a.label.is_some()).count();
    assert_eq!(labels, 1);
}
