//! Demo data as domain values: invented events, people and histories, the same bytes on every
//! machine for the same seed and day. No database, no clock, no chance but `random`.
//!
//! Two sets of one code: the Drôme, to be shown, and a nation of invented places, to be measured.

mod accounts;
mod attendance;
mod events;
mod exceptions;
mod hard_cases;
mod hard_events;
mod hard_places;
mod invented;
mod life;
mod names;
mod nation;
mod national;
mod patterns;
mod people;
mod places;
mod programme;
mod random;
mod series;
mod texts;
mod window;

use chrono::NaiveDate;

pub use accounts::{DemoRole, PASSWORD, PASSWORD_HASH};
pub use attendance::attendance;
pub use events::DemoEvent;
pub use hard_cases::HardCase;
pub use life::{DemoNewcomer, Life, LivelyEvent, life};
pub use people::DemoMember;

use crate::domain::commune::Commune;
use crate::domain::place::PlaceDraft;
use crate::domain::schedule::End;
use hard_cases::Planter;
use random::Random;
use series::Season;
use window::{Site, Window, plus};

/// Which demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// The 34 places of the Drôme.
    Drome,
    /// Some thousands of invented places in all of France.
    National,
}

impl Set {
    pub fn code(self) -> &'static str {
        match self {
            Self::Drome => "drome",
            Self::National => "national",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Drome, Self::National].into_iter().find(|set| set.code() == code)
    }
}

/// What to make. The same options give the same values for ever.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    pub seed: u64,
    /// The day on which the demo is looked at: events lie before and after it. Taken as in 1990 to 2090.
    pub today: NaiveDate,
    pub set: Set,
    /// Share of the 3,500 places of the national set; 0.1 gives 350.
    pub scale: f64,
    /// Whether the real names of the Drôme make place for invented ones.
    pub fictional_spaces: bool,
}

/// A demo, or a part of one: places come before their people and events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DemoSet {
    pub places: Vec<PlaceDraft>,
    pub events: Vec<DemoEvent>,
    pub members: Vec<DemoMember>,
    /// Where to look for what is hard to show or to publish.
    pub hard_cases: Vec<HardCase>,
}

/// The set "drome".
pub fn drome(options: &Options) -> DemoSet {
    let window = Window::around(options.today);
    let furnished = places::drome(options.seed, options.today, options.fictional_spaces);
    let named = |label| furnished.iter().find(|(_, site)| site.label == label).cloned();
    let planted_at = named(places::LAB).zip(named(places::HALL));
    let members = people::people(options.seed, options.today, &furnished);
    let (places, sites): (Vec<_>, Vec<_>) = furnished.into_iter().unzip();
    let mut set = DemoSet { hard_cases: hard_places::found(&places), places, members, ..DemoSet::default() };
    for site in sites.iter().filter(|site| site.activity > 0.0) {
        set.events.extend(programme_of(options.seed, site, &window));
    }
    if let Some(((_, lab), (near, hall))) = &planted_at {
        Planter { seed: options.seed, window: &window, lab, hall, near, set: &mut set }.plant();
    }
    set
}

/// The set "national" in parts: first all places, then the events of one place after another, at
/// last the hard cases. Only the places are kept in memory.
pub fn national(options: &Options) -> impl Iterator<Item = DemoSet> + use<> {
    national::parts(options)
}

/// Communes of the whole country, for "near me": those in which the places of the national set lie,
/// and others.
pub fn national_communes() -> Vec<Commune> {
    nation::communes()
}

/// What a place of the Drôme puts on.
fn programme_of(seed: u64, site: &Site, window: &Window) -> Vec<DemoEvent> {
    let season = season(&mut Random::of(seed, &format!("season:{}", site.label)), window);
    let mut events = programme::regular(seed, site, &season, window);
    events.extend(programme::passing(seed, site, window));
    events.extend(programme::anniversaries(seed, site, window));
    if site.label == places::COORDINATION {
        events.extend(programme::network(seed, site, &season, window));
    }
    events
}

/// Half of the places began their series with the window, the others up to ten months before; most
/// go on for ever, the others to the end of a school year that is far enough.
fn season(random: &mut Random, window: &Window) -> Season {
    let weeks_before = if random.chance(0.5) { 0 } else { random.between(2, 44) };
    let end = if random.chance(0.7) { End::Never } else { End::Until(end_of_school_year(window.today)) };
    Season { from: plus(window.first, -7 * weeks_before), end, today: window.today }
}

/// The first 30 June at least six months from a day.
fn end_of_school_year(today: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    let ahead = plus(today, 183);
    let june = |year| NaiveDate::from_ymd_opt(year, 6, 30);
    june(ahead.year()).filter(|day| *day >= ahead).or_else(|| june(ahead.year() + 1)).unwrap_or(ahead)
}

#[cfg(test)]
mod tests;
