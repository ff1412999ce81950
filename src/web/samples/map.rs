//! Maps and places of the Drôme for the samples.

use std::collections::BTreeMap;

use super::{at, say};
use crate::domain::commune;
use crate::domain::import::drome_places;
use crate::domain::map::{MapPlace, national_map};
use crate::domain::place::PlaceDraft;
use crate::i18n::{Locale, text};
use crate::web::map::{MapView, anchor};
use crate::web::parts::PlaceRow;

fn drafts() -> Vec<PlaceDraft> {
    let mut drafts: Vec<PlaceDraft> = drome_places().into_iter().map(|place| place.draft).collect();
    drafts.sort_by(|a, b| (&a.commune, &a.name).cmp(&(&b.commune, &b.name)));
    drafts
}

fn map_places() -> Vec<MapPlace> {
    let place = |(i, draft): (usize, PlaceDraft)| MapPlace {
        slug: draft.slug.to_string(),
        name: draft.name,
        point: draft.point.unwrap(),
        precision: draft.precision,
        open: i % 5 == 0,
    };
    drafts().into_iter().enumerate().map(place).collect()
}

/// The network's map.
pub fn drome(locale: Locale) -> MapView {
    let label = say(locale, "Carte des lieux de la Drôme", "Map of the places of the Drôme");
    MapView::territory(locale, label, "26", &map_places()).unwrap()
}

/// The surroundings of one place.
pub fn small(locale: Locale) -> MapView {
    let place = map_places().into_iter().find(|place| place.slug == "l-usine-vivante").unwrap();
    let label = say(locale, "Autour de L’Usine Vivante", "Around L’Usine Vivante");
    MapView::around(locale, label, place, "26", commune::drome())
}

/// The country with figures.
pub fn national(locale: Locale) -> MapView {
    let counts = [("26", 40), ("75", 120), ("35", 12), ("974", 33), ("13", 3)];
    let counts: BTreeMap<String, u64> = counts.iter().map(|(code, n)| ((*code).to_owned(), *n)).collect();
    let label = say(locale, "Carte des lieux de France", "Map of the places of France");
    MapView::national(locale, label, national_map(&counts, 560.0))
}

/// The places of the map, as the list beside it.
pub fn places(locale: Locale) -> Vec<PlaceRow> {
    let row = |draft: PlaceDraft| PlaceRow {
        href: at(locale, &format!("/lieux/{}", draft.slug)),
        anchor: anchor(draft.slug.as_str()),
        name: draft.name,
        commune: draft.commune,
        summary: String::new(),
        bricks: draft.bricks.iter().map(|brick| text(locale, &format!("brick-{}", brick.kind))).collect(),
        open: None,
        distance: String::new(),
        note: String::new(),
        closed: false,
    };
    drafts().into_iter().map(row).collect()
}
