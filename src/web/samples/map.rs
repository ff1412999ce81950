//! A map of the Drôme for the samples.

use super::say;
use crate::i18n::Locale;
use crate::web::map::{Area, MapView, Marker, River, Town};
use crate::web::parts::PlaceRow;

const OUTLINE: &str = "M347 268l-11-10-7 1 1-5 12 1 6-17 11-13 4-7 1-7 1-11-3-10 4-4-2-15-9-9-3-11-3-6 2-7 6-8 15 0-11-13-1-9-4-7-10 3-6-7-9 8-10-1 2-15 3-4 1-18 5-6-2-5-9 0-6 9-18 3-5 3-2-1-9-28-3-5-14 1-8-1-7-21-13-1-8 7-8 2-2 4-8 1-12 4-2 3-15 10-4 4-11 7-13-1 0-10-18 5-15 3-4 3 5 7 0 18 1 7-6 12 1 21 6 21-4 10 4 11-2 8 3 7 7 1 3 5-3 7-13 13 0 5-1 5 8 11 8 8 3 12-1 5-2 5 1 5 6 5 9 3 5 8-4 8-9 9 3 13-5 9 0 6 9 10 1 14 5 12 8 7 9 19-10 16-2 9-8 7-1 4 4 14-2 11-8 10-2 14-13 4-1 3 2 16-15 6 1 4-4 11-8 10-10 4-4 7 6 11-7 9 3 18 0 12 5 6 2 14 4 13-3 12 2 10-3 9-8 8-6 15-8 14 0 13-5 2-14 4-3 5 0 9-8 5 0 17 6 5 3 5-9 12-3 11 1 12 6 9 1 11-2 15-4 10-13 5-3 5-2 21 0 7-9 24-2 19 3 19 18 8 22 0 5-5 27 1 5 7 5-2 7 11 9 3-1 17 1 7 0 7 5 11 1 22 8 4 10-10 15-9 1-6 9-5 13-3 0 4 14 0 6-1 6-7 12-4 10-7 8-4 11-1 15-10 10-3 10-6 5 8 1 9 4 5 7 0 11 3 27-16 5-3-2-7 10-5 1 1 3 5-2 9-1 8-4 0-9 8-1 8 9 5 1 18-8 9 5 6 11 7 9 1 11 5 6 0 15 1 1-16 5 0 5 1 16 9 7 5 4 6 13-2 12 5 12-9 13 8 5 4-2 9 4 5-3 22 6 7 16-2 5 5 7-3 1 11 7 3 2 14 6 3 9 0 13 2 9-2 1-5 20-8 6-15 12 1 8-8-12-12 8-15 13 0 3-3 5 0 4 12 7 1 8 8-5 8 0 7 17 3 6-2 7 3 3-15-13-4-10 1-2-6 6-11-1-4 11 0 10-3 2-3-7-14 4-20-6-5 0-5 1-10 8-9-7-8-19 8 1-5-9-8-1-8 4-4-8-5-7-8-4 3 4-9 8-10-6-4-21 0-11 0-5-3-8 5-7-3 2-8-7-1-5-7-12 6-6 7-7-12-9-1-2-13-4-3-10 1-5-1-4-7 8-1 1-12-8-21-5-1-3-8 13-8 16 6 8 7 7-9 4 1 3-8-22-10 0-3-3-16 5-2-5-15 0-10 8-1 5 9 20-1 22 8 9 9 7-4 16 10 5 0 10-8 5-21 5-4 10 3 9-5-7-9-16-18-8 2-11-10 2-10 3-10 6-7 2-9 4-2 2-8 6-8 6-5 2-9-4-2-2-24 1-2 6-4 11 6 7-3 5 3 17 5 5 3 11-1-2-5 11-2-3-5 6-6 10 7 11 0 5-9 1-10 17-10 3-5-3-9-4-2-12-4-11 7-18 3-5-4-7-12-10 1-8-7-29-4-1 4-10-3-2-7-5-1-4-11-2-8-11-1-8-6-8-3-1-12-10-5-11-9-4 4 6 8 1 12-13-8-9-1-24-8-2-6-10 0-3-7 11-6 0-15-8-2 1-13 6-23-3-12 7-16 2-23-4-40 7-21 3-6-8-15 2-9-5-2 1-7-8-10 0-9 6-15 10-2-5-10-8-4-6 2-7 14-8 8-1 7-6-2-5 7-12 4-1 5-8 4-15-12-6 0-4-1-2-10-9 0-6 7-9-3 0-5-17 0-3 3-5 1-19-11-6-8-9-5-4-1-18 0-5 13zM160 916l2-4 11-9 2-5 10-11 2-9-2-8 6-10 21-11 5 0 6-6 13 4 8 9 6 1 5-4-1 8-2 1 1 11 12 2 7 8 17-1-1 6-8 6-2 4-8 3-9-1-4 4 1 11-9 11 3 7-12 9-3 4-2 17-5-4-18-3-5-5-14-2-21 4 2-8-7-11 9-11-10-7z";
const RIVERS: &[(&str, &str)] = &[
    (
        "Rhône",
        "M115 56l6 8 1 27-6 11 0 4 1 15 7 21-4 4-2 5 4 7 1 6-2 8 3 7 7 2 3 4-3 8-7 8-6 5 0 10 9 13 5 5 4 11-3 11 3 7 4 3 9 3 4 4 1 4-4 8-7 6-2 3 0 7 3 6-1 5-4 4 1 6 3 4 5 5 1 14 5 13 10 10 2 7 4 5 0 6-9 14-2 9-7 6-2 4 0 7 4 8-1 9-6 7-3 5-1 11-2 3-12 3-1 4 2 16-7 2-8 4 1 4-3 3 0 8-5 4-4 6-4 0-7 4-3 6 2 6 4 6-7 9 3 9 0 8 0 9 0 4 5 6 2 14 3 7 0 13-2 5 2 9-3 10-3 4-5 4-3 7-7 15-4 8 2 1-3 12-8 3-5 0-5 2-4 7 2 6-9 6-1 11 1 6 5 2 4 8-4 8-5 4-3 10 0 9 1 5 6 8 1 12-1 15-6 8-12 6-3 4-2 12 0 10 0 7-2 7-4 6-3 11-2 19 3 19",
    ),
    (
        "Isère",
        "M496 161l-17 18-7 12-9 8-18 10-20 14-11 16-10 11-39-2-12 8-9 13-11 9-14 4-40 1-22 8-36-5-11 6-8 10-29 13-21 10",
    ),
    (
        "Drôme",
        "M666 767l-55 4-35-47-47-47-17-30-22-40-18-49-30-12-25-2-17 31-33 28-47-7-41-13-22-10-33-10-32-8-50-16-46-11",
    ),
    ("Roubion", "M374 707l-41-7-58-15-25-1-45 15-51 14-39 10-31 9-25 19"),
    ("Eygues", "M531 845l-61 11-55-1-44 26-39 25-50 19-39 41-45 35"),
];
const TOWNS: &[(&str, u8, f64, f64)] = &[
    ("Valence", 1, 188.0, 397.0),
    ("Montélimar", 2, 82.0, 729.0),
    ("Romans-sur-Isère", 2, 268.0, 277.0),
    ("Pierrelatte", 3, 43.0, 902.0),
    ("Crest", 2, 257.0, 568.0),
    ("Nyons", 2, 326.0, 906.0),
    ("Die", 2, 484.0, 554.0),
    ("Buis-les-Baronnies", 3, 417.0, 978.0),
    ("La Chapelle-en-Vercors", 3, 507.0, 352.0),
];
/// Slug, name, commune, bricks, x, y.
const PLACES: &[(&str, &str, &str, &str, f64, f64)] = &[
    (
        "le-moulin-digital",
        "Le Moulin Digital (ex-Pôle Numérique)",
        "Alixan",
        "Coworking, Formation",
        230.6,
        333.7,
    ),
    ("l-archipel", "L’Archipel", "Allex", "Formation", 187.8, 537.5),
    ("la-ferme-des-volonteux", "La Ferme des Volonteux", "Beaumont-lès-Valence", "Formation", 206.1, 451.2),
    ("la-roue", "La Roue", "Chabeuil", "Espace numérique, Culture, Ateliers", 256.3, 418.3),
    ("8-fablab-drome", "8 Fablab Drôme", "Crest", "Fablab, Coworking, Formation", 260.1, 603.8),
    ("l-usine-vivante", "L’Usine Vivante", "Crest", "Coworking, Ateliers, Culture, Café", 254.5, 539.3),
    ("l-epicentre", "L’Épicentre", "Crest", "Espace numérique, Vie associative", 267.6, 570.6),
    ("arn-die", "ARN – Les Artisans de la Relocalisation Numérique", "Die", "", 504.6, 528.2),
    ("accorderie-du-pays-diois", "Accorderie du Pays Diois", "Die", "", 446.6, 551.8),
    (
        "espace-barral",
        "Espace Barral – Maison des entrepreneurs du Diois",
        "Die",
        "Coworking, Ateliers",
        502.0,
        586.8,
    ),
    ("latelier", "Latelier", "Die", "Coworking, Espace numérique", 470.4, 527.2),
    ("l-avant-poste", "L’Avant-Poste", "Die", "Repair café", 482.4, 559.0),
    ("le-lien26", "Le Lien26", "Dieulefit", "Espace numérique", 285.0, 755.6),
    (
        "pimms-mediation-portes-de-provence",
        "Pimms Médiation Portes de Provence",
        "Donzère",
        "Espace numérique",
        54.2,
        828.2,
    ),
    ("la-grange-de-babel", "La Grange de Babel", "Eurre", "Vie associative", 221.0, 544.8),
    ("le-chalutier", "Le Chalutier", "La Baume-d'Hostun", "", 383.9, 270.7),
    (
        "espace-internet-de-livron",
        "Espace internet de Livron",
        "Livron-sur-Drôme",
        "Espace numérique",
        140.0,
        518.9,
    ),
    ("epi-lo", "EPI’LO", "Loriol-sur-Drôme", "Espace numérique", 128.7, 551.0),
    (
        "epi-de-mollans-sur-ouveze",
        "EPI de Mollans-sur-Ouvèze",
        "Mollans-sur-Ouvèze",
        "Espace numérique",
        365.4,
        1012.4,
    ),
    ("convergences-26", "Convergences 26", "Montélimar", "Fablab, Repair café", 79.9, 759.5),
    (
        "espace-numerique-et-de-vie-sociale-eustache",
        "Espace numérique et de vie sociale Eustache",
        "Montélimar",
        "Espace numérique, Vie associative",
        90.3,
        692.3,
    ),
    ("labo-m", "Labo M", "Montélimar", "Espace numérique", 84.0, 725.7),
    ("asoft", "Asoft", "Nyons", "Espace numérique, Formation, Vie associative", 332.5, 901.1),
    ("accorderie-de-romans", "Accorderie de Romans (Au Temps Partagé)", "Romans-sur-Isère", "", 279.1, 288.6),
    ("aventic", "AVENTIC", "Rémuzat", "Espace numérique", 470.1, 855.5),
    ("le-forum-saillans", "Le Forum", "Saillans", "Espace numérique", 369.5, 600.1),
    ("valdequint", "Valdequint", "Saint-Julien-en-Quint", "Espace numérique", 430.3, 473.9),
    (
        "les-tracols-trame",
        "Association Les Tracols – TRAME",
        "Saint-Laurent-en-Royans",
        "Espace numérique",
        446.6,
        297.1,
    ),
    (
        "la-place-des-possibles",
        "La Place des Possibles",
        "Saint-Laurent-en-Royans",
        "Coworking, Culture",
        469.0,
        322.6,
    ),
    (
        "tis-vallee-de-la-roanne",
        "TIS Vallée de la Roanne",
        "Saint-Nazaire-le-Désert",
        "Espace numérique",
        419.7,
        714.9,
    ),
    (
        "afpa-la-place-valence",
        "Afpa – Village des Solutions La Place Valence",
        "Valence",
        "Formation",
        211.6,
        402.6,
    ),
    ("fabrico", "Fabrico", "Valence", "Fablab, Espace numérique, Repair café", 154.3, 381.2),
    ("la-base", "La Base", "Valence", "Espace numérique", 187.8, 375.4),
    ("la-forge-collective", "La Forge Collective", "Valence", "Coworking", 178.1, 408.1),
];

/// The network's map with numbered markers.
pub fn drome(locale: Locale) -> MapView {
    MapView {
        view_box: "0 0 785 1132".to_owned(),
        label: say(locale, "Carte des lieux de la Drôme", "Map of the places of the Drôme"),
        outline: OUTLINE.to_owned(),
        borders: String::new(),
        rivers: RIVERS
            .iter()
            .map(|(name, path)| River { name: (*name).to_owned(), path: (*path).to_owned() })
            .collect(),
        towns: TOWNS.iter().map(|&(name, rank, x, y)| town(name, rank, x, y)).collect(),
        areas: Vec::new(),
        markers: PLACES.iter().enumerate().map(|(i, place)| marker(locale, i + 1, place)).collect(),
    }
}

fn town(name: &str, rank: u8, x: f64, y: f64) -> Town {
    Town { name: name.to_owned(), x, y, label_x: x, label_y: y - 26.0, anchor: "middle", rank }
}

fn marker(locale: Locale, number: usize, place: &(&str, &str, &str, &str, f64, f64)) -> Marker {
    let &(slug, name, commune, _, x, y) = place;
    Marker {
        x,
        y,
        number: number.to_string(),
        label: format!("{name}, {commune}"),
        label_x: x + 20.0,
        label_y: y + 5.0,
        anchor: "start",
        href: format!("{}/lieux/{slug}", locale.prefix()),
        crowded: true,
    }
}

/// A single marker on the outline.
pub fn small(locale: Locale) -> MapView {
    let mut map = drome(locale);
    map.markers.truncate(1);
    for marker in &mut map.markers {
        marker.number.clear();
        marker.crowded = false;
    }
    map
}

/// A country of two départements, one an inset.
pub fn national(locale: Locale) -> MapView {
    let area = |name: &str, count: &str, depth, x: f64, transform: &str| Area {
        path: "M20 20h120v160H20z".to_owned(),
        transform: transform.to_owned(),
        x: x + 80.0,
        y: 100.0,
        label: format!("{name}, {count}"),
        count: count.to_owned(),
        depth,
        href: format!("{}/territoires/26", locale.prefix()),
    };
    MapView {
        view_box: "0 0 320 200".to_owned(),
        areas: vec![area("Drôme", "40", 4, 0.0, ""), area("Mayotte", "", 0, 160.0, "translate(160 0)")],
        outline: String::new(),
        rivers: Vec::new(),
        towns: Vec::new(),
        markers: Vec::new(),
        ..drome(locale)
    }
}

/// The places of the map, as the list beside it.
pub fn places(locale: Locale) -> Vec<PlaceRow> {
    let row =
        |(i, &(slug, name, commune, bricks, _, _)): (usize, &(&str, &str, &str, &str, f64, f64))| PlaceRow {
            href: format!("{}/lieux/{slug}", locale.prefix()),
            name: name.to_owned(),
            number: (i + 1).to_string(),
            commune: commune.to_owned(),
            summary: String::new(),
            bricks: bricks.split(", ").filter(|b| !b.is_empty()).map(str::to_owned).collect(),
            open: None,
            distance: String::new(),
            note: String::new(),
            closed: false,
        };
    PLACES.iter().enumerate().map(row).collect()
}
