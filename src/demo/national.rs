//! A nation of invented places in real communes: as many in each region as the census of 2023
//! counted, in towns and villages as there. Made in parts, so that 2 million dates fit in memory.

use chrono::NaiveDate;

use super::hard_cases::{HardCase, Planter};
use super::invented::{self, Slugs};
use super::nation::{Nation, Quota};
use super::places::furnish;
use super::random::Random;
use super::series::Season;
use super::texts::texts;
use super::window::{Site, WEEKS, Window, plus};
use super::{DemoEvent, DemoSet, Options, programme};
use crate::domain::brick::BrickKind;
use crate::domain::commune::Commune;
use crate::domain::place::{Brick, PlaceDraft, Point, PointPrecision};
use crate::domain::schedule::End;
use crate::domain::slug::Slug;
use crate::domain::territory::Territory;

/// Places of the whole set.
const PLACES: f64 = 3_500.0;
/// Most places that a part holds.
const PLACES_IN_A_PART: usize = 500;
/// Windows of 26 weeks: five and a half years.
const WINDOWS: i64 = 11;
/// Spread of activity between places, and how much it rises in a year.
const ACTIVITY_SIGMA: f64 = 0.6;
const ACTIVITY_MEAN: f64 = 1.197;
const RISE_A_YEAR: f64 = 1.12;
/// How much more regular events there are than in the Drôme, to come to two dates a week and place.
const REGULARITY: f64 = 1.25;

/// Shares of bricks among places (census of 2023; the last three are assumed).
const BRICKS: [(BrickKind, f64); 10] = [
    (BrickKind::Coworking, 0.55),
    (BrickKind::Culture, 0.31),
    (BrickKind::Fablab, 0.28),
    (BrickKind::CraftWorkshop, 0.16),
    (BrickKind::SharedLand, 0.08),
    (BrickKind::SharedKitchen, 0.08),
    (BrickKind::ProjectSupport, 0.15),
    (BrickKind::DigitalInclusion, 0.30),
    (BrickKind::Training, 0.25),
    (BrickKind::Cafe, 0.20),
];

/// The set in parts: places, then the events of each place, then the hard cases.
pub(super) fn parts(options: &Options) -> impl Iterator<Item = DemoSet> + use<> {
    let (seed, today) = (options.seed, options.today);
    let count = (PLACES * options.scale.clamp(0.0, 10.0)).round().max(1.0) as usize;
    let places = places(seed, today, count);
    let sites: Vec<Site> = places.iter().enumerate().map(|(n, place)| site(seed, n, place)).collect();
    let hard = hard_part(seed, today, &places, &sites);
    let chunks: Vec<_> = places.chunks(PLACES_IN_A_PART).map(<[_]>::to_vec).collect();
    let of_places = chunks.into_iter().map(|places| DemoSet { places, ..DemoSet::default() });
    let of_events = sites.into_iter().map(move |site| DemoSet {
        events: programme_of(seed, &site, &Window::around(today)),
        ..DemoSet::default()
    });
    of_places.chain(of_events).chain(std::iter::once(hard))
}

fn places(seed: u64, today: NaiveDate, count: usize) -> Vec<PlaceDraft> {
    let nation = Nation::read();
    let mut slugs = Slugs::default();
    let quotas = Quota::of_places(count);
    let seats = quotas.iter().flat_map(|quota| std::iter::repeat_n(quota, quota.places));
    seats
        .enumerate()
        .filter_map(|(n, quota)| {
            let mut random = Random::of(seed, &format!("place:national:{n}"));
            let commune = nation.commune(&mut random, quota)?;
            Some(place(&mut random, commune, &mut slugs, today))
        })
        .collect()
}

fn place(random: &mut Random, commune: &Commune, slugs: &mut Slugs, today: NaiveDate) -> PlaceDraft {
    let name = invented::name(random, &commune.name);
    let slug = slugs.give(&name, &commune.name);
    let mut place = founded(name, slug, commune);
    let precise = random.chance(0.8);
    if precise {
        place.precision = PointPrecision::Address;
        place.point = place.point.map(|point| around(random, point, commune.population));
    }
    place.bricks =
        BRICKS.iter().filter(|(_, share)| random.chance(*share)).map(|(kind, _)| Brick::of(*kind)).collect();
    if place.bricks.is_empty() {
        place.bricks.push(Brick::of(BrickKind::Coworking));
    }
    furnish(random, &mut place, today);
    place.opened_on = Some(plus(today, -random.between(2_100, 6_000)));
    place
}

/// An invented place of which only name and commune are known.
fn founded(name: String, slug: Slug, commune: &Commune) -> PlaceDraft {
    let territory = commune.territory();
    PlaceDraft {
        source_key: Some(format!("demo:{slug}")),
        slug,
        source: String::new(),
        name,
        summary: texts().fictional.clone(),
        description: String::new(),
        address: String::new(),
        postcode: commune.postcodes.first().cloned().unwrap_or_default(),
        commune: commune.name.clone(),
        insee: commune.insee.clone(),
        territory: commune.territory.clone(),
        point: commune.point,
        precision: PointPrecision::Commune,
        zone: territory.map_or(chrono_tz::Europe::Paris, |territory| territory.zone),
        school_zone: territory.and_then(|territory: &Territory| territory.school_zone),
        website: String::new(),
        opening_hours: String::new(),
        directions: String::new(),
        accessibility: Vec::new(),
        accessibility_note: String::new(),
        bricks: Vec::new(),
        team: Vec::new(),
        partners: Vec::new(),
        confirmed_on: None,
        opened_on: None,
        closed_on: None,
    }
}

/// A point within 1.5 km (0.4 km in a village), by the five decimals that are published.
fn around(random: &mut Random, centre: Point, population: u32) -> Point {
    const KM_A_DEGREE: f64 = 111.2;
    let km = if population < 2_000 { 0.4 } else { 1.5 };
    let mut side = || 2.0 * random.unit() - 1.0;
    let (north, east) =
        (0..20).map(|_| (side(), side())).find(|(x, y)| x * x + y * y <= 1.0).unwrap_or((0.0, 0.0));
    // The cosine by its series, for the sake of the last bit.
    let square = centre.lat.to_radians() * centre.lat.to_radians();
    let cosine = 1.0 - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0));
    let published = |degrees: f64| (degrees * 1e5).round() / 1e5;
    Point {
        lat: published(centre.lat + north * km / KM_A_DEGREE),
        lon: published(centre.lon + east * km / (KM_A_DEGREE * cosine)),
    }
}

fn site(seed: u64, n: usize, place: &PlaceDraft) -> Site {
    let label = format!("national:{n}");
    let activity =
        Random::of(seed, &format!("activity:{label}")).log_normal(1.0 / ACTIVITY_MEAN, ACTIVITY_SIGMA);
    Site::of(place, label, activity)
}

/// Five and a half years of a place: series renewed each September, cycles and one-offs.
fn programme_of(seed: u64, site: &Site, window: &Window) -> Vec<DemoEvent> {
    let windows: Vec<Window> = window.and_before(WINDOWS).collect();
    let first = windows.first().map_or(window.first, |window| window.first);
    let whole = Window { first, ..*window };
    let mut events = Vec::new();
    for season in seasons(&whole) {
        let site = at(site, season.from, &whole);
        let site = Site { activity: site.activity * REGULARITY, ..site };
        events.extend(programme::regular(seed, &site, &season, &whole));
    }
    for window in &windows {
        events.extend(programme::passing(seed, &at(site, window.first, &whole), window));
    }
    events
}

/// From the first day or a Monday of September to the next 30 June, for each school year.
fn seasons(whole: &Window) -> Vec<Season> {
    use chrono::Datelike;
    let season = |year| {
        let begins = NaiveDate::from_ymd_opt(year, 9, 1)?;
        let until = NaiveDate::from_ymd_opt(year + 1, 6, 30)?;
        let from = begins.max(whole.first);
        let open = until > plus(whole.first, 60) && begins <= whole.last;
        open.then_some(Season { from, end: End::Until(until), today: whole.today })
    };
    (whole.first.year() - 1..=whole.last.year()).filter_map(season).collect()
}

/// The place as lively as it was: more goes on each year, and half-way it is at its mean.
fn at(site: &Site, day: NaiveDate, whole: &Window) -> Site {
    let middle = plus(whole.first, 7 * WEEKS * (WINDOWS - 1) / 2);
    let years = (day - middle).num_days() as f64 / 365.25;
    Site { activity: site.activity * risen(years), ..site.clone() }
}

/// 1.12 to the power of so many years, half-years apart: only products and a square root.
fn risen(years: f64) -> f64 {
    let halves = (years * 2.0).round() as i32;
    let step = RISE_A_YEAR.sqrt();
    let power = (0..halves.abs()).fold(1.0, |power, _| power * step);
    if halves < 0 { 1.0 / power } else { power }
}

/// The hard cases at two places with school holidays, and places in communes whose names are hard.
fn hard_part(seed: u64, today: NaiveDate, places: &[PlaceDraft], sites: &[Site]) -> DemoSet {
    let mut set = DemoSet::default();
    let window = Window::around(today);
    let mut metropolitan = sites.iter().zip(places).filter(|(site, _)| site.school_zone.is_some());
    if let Some((hall, near)) = metropolitan.next() {
        let lab = metropolitan.next().map_or(hall, |(site, _)| site);
        Planter { seed, window: &window, lab, hall, near, set: &mut set }.plant();
    }
    for (label, commune) in Nation::read().hard_communes() {
        let name = format!("{} {}", texts().empty_place, commune.name);
        let place = founded(name, Slug::from_title(&format!("{label} {}", commune.insee), "lieu"), commune);
        set.hard_cases.push(HardCase { label, path: format!("/lieux/{}", place.slug) });
        set.places.push(place);
    }
    set
}
