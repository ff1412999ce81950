//! Invented places planted because they are hard to show: a name of sixty characters, markers that
//! coincide, no website, no brick, a place that closed last year.

use chrono::{Datelike, NaiveDate};

use super::hard_cases::HardCase;
use super::texts::texts;
use crate::domain::brick::BrickKind;
use crate::domain::geo::distance_km;
use crate::domain::place::{Brick, PlaceDraft, PointPrecision};
use crate::domain::slug::Slug;

/// Three places in the commune of another, at the very point of its marker.
pub(super) fn near(place: &PlaceDraft, today: NaiveDate) -> Vec<(&'static str, PlaceDraft)> {
    let last_year = NaiveDate::from_ymd_opt(today.year() - 1, 6, 30);
    let bare = |name: &str| PlaceDraft { bricks: Vec::new(), ..invented(place, name) };
    let closed = PlaceDraft {
        bricks: vec![Brick::of(BrickKind::Coworking)],
        closed_on: last_year,
        opened_on: NaiveDate::from_ymd_opt(today.year() - 8, 9, 1),
        ..invented(place, &texts().closed_place)
    };
    vec![
        (
            "name-of-sixty-characters",
            PlaceDraft { bricks: vec![Brick::of(BrickKind::Fablab)], ..invented(place, &texts().long_place) },
        ),
        ("no-website-no-brick-same-point", bare(&texts().empty_place)),
        ("closed-last-year", closed),
    ]
}

/// A reason with what has it.
type Reason<'a> = (&'static str, &'a dyn Fn(&PlaceDraft) -> bool);

/// Places of a set that are hard as they are, the first of each sort.
pub(super) fn found(places: &[PlaceDraft]) -> Vec<HardCase> {
    let reasons: [Reason<'_>; 5] = [
        ("commune-with-apostrophe", &|place| place.commune.contains(['\'', '’'])),
        ("commune-with-saint-and-hyphens", &|place| place.commune.starts_with("Saint-")),
        ("no-website", &|place| place.website.is_empty()),
        ("no-brick", &|place| place.bricks.is_empty()),
        ("three-within-300-m", &|place| places.iter().filter(|other| are_near(place, other)).count() >= 3),
    ];
    let case = |label, place: &PlaceDraft| HardCase { label, path: format!("/lieux/{}", place.slug) };
    reasons
        .iter()
        .filter_map(|(label, is_hard)| Some(case(label, places.iter().find(|p| is_hard(p))?)))
        .collect()
}

fn are_near(a: &PlaceDraft, b: &PlaceDraft) -> bool {
    a.point.zip(b.point).is_some_and(|(a, b)| distance_km(a, b) < 0.3)
}

fn invented(near: &PlaceDraft, name: &str) -> PlaceDraft {
    let slug = Slug::from_title(&format!("{name} {}", near.commune), "lieu");
    PlaceDraft {
        source_key: Some(format!("demo:{slug}")),
        slug,
        source: String::new(),
        name: name.to_owned(),
        summary: texts().fictional.clone(),
        description: String::new(),
        address: String::new(),
        precision: PointPrecision::Commune,
        website: String::new(),
        opening_hours: String::new(),
        directions: String::new(),
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
        ..near.clone()
    }
}
