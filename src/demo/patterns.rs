//! What happens in a *tiers-lieu*: the patterns from which the events of the demo are drawn, how
//! often each takes place, and the skills that members pass on. One table, read once.

use std::sync::LazyLock;

use chrono::{NaiveTime, Weekday};
use serde::Deserialize;

use crate::domain::brick::BrickKind;
use crate::domain::event::{EventKind, RegistrationMode, Theme};
use crate::domain::schedule::{NthWeekday, PublicHolidays};

/// The whole table.
#[derive(Debug, Default, Deserialize)]
pub struct Patterns {
    pub patterns: Vec<Pattern>,
    pub skills: Vec<Skill>,
    /// How busy each month is, January first; 1 is an average month.
    month_factors: Vec<f64>,
}

/// A sort of event as places hold it.
#[derive(Debug, Deserialize)]
pub struct Pattern {
    pub id: String,
    pub kind: EventKind,
    pub themes: Vec<Theme>,
    /// One is drawn. May hold `{skill}`, `{the_skill}`, `{n}`, `{zone}`.
    pub titles: Vec<String>,
    pub descriptions: Vec<String>,
    /// Empty: everybody.
    pub audience: String,
    /// It takes one of these bricks; `None`: any place can.
    pub bricks: Option<Vec<BrickKind>>,
    pub rhythm: Rhythm,
    /// Weekdays with their weights.
    pub days: Vec<(Weekday, u32)>,
    pub starts: Vec<NaiveTime>,
    pub minutes: Vec<i64>,
    /// Least and most seats.
    pub seats: (i64, i64),
    /// Least and most price.
    pub euros: (i64, i64),
    pub registration: RegistrationMode,
    /// How often it is drawn among those that fit.
    pub weight: u32,
    pub public_holidays: PublicHolidays,
    pub school_holidays: HolidayHabit,
    /// Months in which it takes place; empty: all.
    pub months: Vec<u32>,
    /// Held by the network rather than by a place.
    pub network: bool,
}

/// How often a pattern takes place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    Once,
    /// With a count it is a cycle: so many sessions, then done.
    Weekly {
        every: u16,
        #[serde(default)]
        count: Option<u32>,
    },
    /// The ordinals count; the weekday is drawn for each place.
    Monthly {
        on: Vec<NthWeekday>,
    },
    Daily {
        count: u32,
    },
    Yearly,
}

/// What a pattern does in the school holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayHabit {
    Ignore,
    Skip,
    Only,
    /// Every other session is dropped.
    Half,
    /// Neither in summer nor at Christmas.
    SkipSummerNoel,
}

/// Something that members teach one another.
#[derive(Debug, Deserialize)]
pub struct Skill {
    pub name: String,
    /// With its article.
    pub the: String,
    /// Taught where this brick is; `None`: anywhere.
    pub brick: Option<BrickKind>,
}

/// The table ships with the crate; a test holds that it can be read.
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/demo/event-patterns.json")).unwrap_or_default()
});

pub fn patterns() -> &'static Patterns {
    &PATTERNS
}

impl Patterns {
    /// How busy a month (1 to 12) is; 1 is an average month.
    pub fn month_factor(&self, month: u32) -> f64 {
        self.month_factors.get((month as usize).wrapping_sub(1)).copied().unwrap_or(1.0)
    }
}

impl Pattern {
    /// Whether a place with these bricks could hold it.
    pub fn fits(&self, bricks: &[BrickKind]) -> bool {
        self.bricks.as_ref().is_none_or(|any| any.iter().any(|brick| bricks.contains(brick)))
    }

    pub fn takes_place_in(&self, month: u32) -> bool {
        self.months.is_empty() || self.months.contains(&month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let table = patterns();
        assert_eq!((table.patterns.len(), table.skills.len(), table.month_factors.len()), (64, 40, 12));
        for pattern in &table.patterns {
            let lists =
                [pattern.titles.len(), pattern.days.len(), pattern.starts.len(), pattern.minutes.len()];
            assert!(lists.iter().all(|n| *n > 0) && pattern.weight > 0, "{}", pattern.id);
            assert!(
                pattern.seats.0 <= pattern.seats.1 && pattern.euros.0 <= pattern.euros.1,
                "{}",
                pattern.id
            );
        }
        for kind in EventKind::ALL {
            assert!(table.patterns.iter().any(|pattern| pattern.kind == *kind), "no pattern of kind {kind}");
        }
        for theme in Theme::ALL {
            assert!(
                table.patterns.iter().any(|pattern| pattern.themes.contains(theme)),
                "none about {theme}"
            );
        }
    }

    #[test]
    fn bricks_decide_what_a_place_can_hold() {
        let open_lab = patterns().patterns.iter().find(|pattern| pattern.id == "open-lab").unwrap();
        assert!(open_lab.fits(&[BrickKind::Coworking, BrickKind::Fablab]));
        assert!(!open_lab.fits(&[BrickKind::DigitalInclusion]));
        assert_eq!(open_lab.rhythm, Rhythm::Weekly { every: 1, count: None });
    }
}
