//! The weeks that a demo fills, and the place as its generator sees it.

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

use crate::domain::brick::BrickKind;
use crate::domain::event::Accessibility;
use crate::domain::place::PlaceDraft;
use crate::domain::recurrence::Holidays;
use crate::domain::schedule::SchoolZone;
use crate::domain::school::SchoolCalendar;
use crate::domain::slug::Slug;

/// Weeks of a window before the one that holds today's Monday, and from it on.
const WEEKS_BEFORE: i64 = 17;
const WEEKS_AFTER: i64 = 9;
/// Weeks of a window.
pub(super) const WEEKS: i64 = WEEKS_BEFORE + WEEKS_AFTER;

/// Twenty-six weeks of events, from a Monday to a Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub first: NaiveDate,
    pub last: NaiveDate,
    pub today: NaiveDate,
}

impl Window {
    /// Seventeen weeks before the week of today and nine from it on.
    pub fn around(today: NaiveDate) -> Self {
        let today = today.clamp(new_year(1990), new_year(2090));
        let monday = plus(today, -i64::from(today.weekday().num_days_from_monday()));
        Self::starting(plus(monday, -7 * WEEKS_BEFORE), today)
    }

    fn starting(first: NaiveDate, today: NaiveDate) -> Self {
        Self { first, last: plus(first, 7 * WEEKS - 1), today }
    }

    /// The windows, `count` in all, of which this is the last, oldest first.
    pub fn and_before(self, count: i64) -> impl Iterator<Item = Self> {
        (0..count).rev().map(move |n| Self::starting(plus(self.first, -7 * WEEKS * n), self.today))
    }

    /// Monday of the week of today.
    pub fn monday(&self) -> NaiveDate {
        plus(self.first, 7 * WEEKS_BEFORE)
    }

    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }
}

fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// A date so many days later (or earlier); the same where the calendar ends.
pub(super) fn plus(date: NaiveDate, days: i64) -> NaiveDate {
    let step = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(step) } else { date.checked_add_days(step) };
    moved.unwrap_or(date)
}

/// A place, as far as its events depend on it.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// Names its streams of chance; the same whatever the place is called.
    pub label: String,
    pub slug: Slug,
    pub bricks: Vec<BrickKind>,
    pub zone: Tz,
    pub territory: String,
    pub school_zone: Option<SchoolZone>,
    pub accessibility: Vec<Accessibility>,
    /// How much goes on: 1 is an average place.
    pub activity: f64,
}

impl Site {
    pub fn of(place: &PlaceDraft, label: String, activity: f64) -> Self {
        Self {
            label,
            slug: place.slug.clone(),
            bricks: place.bricks.iter().map(|brick| brick.kind).collect(),
            zone: place.zone,
            territory: place.territory.clone(),
            school_zone: place.school_zone,
            accessibility: place.accessibility.clone(),
            activity,
        }
    }

    pub fn holidays(&self) -> Holidays<'_> {
        Holidays {
            territory: &self.territory,
            school_zone: self.school_zone,
            school: SchoolCalendar::built_in(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_begin_on_mondays_and_join() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let window = Window::around(day(2026, 9, 1));
        assert_eq!((window.first, window.last), (day(2026, 5, 4), day(2026, 11, 1)));
        let windows: Vec<_> = window.and_before(11).collect();
        assert_eq!(windows.last(), Some(&window));
        assert!(windows.windows(2).all(|pair| plus(pair[0].last, 1) == pair[1].first));
    }
}
