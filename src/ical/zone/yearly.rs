//! The rule by which a zone's clocks are changed every year.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use chrono_tz::Tz;

use super::PROBED_YEAR;
use super::change::{Change, seconds};
use crate::ical::rule::weekday_code;

/// Twelve years have every date on every weekday: a rule that holds in all of them is no accident.
const PROVING_YEARS: i32 = 12;
/// No rule is followed back beyond this year.
const FIRST_YEAR: i32 = 1970;

/// A change on the first such weekday on or after a day of a month, every year.
#[derive(Clone, Copy)]
pub struct YearlyRule {
    change: Change,
    month: u32,
    weekday: Weekday,
    earliest_day: u32,
    time: NaiveTime,
}

impl YearlyRule {
    /// The rule that brings this change about; `None` when it follows no such rule.
    pub fn of(zone: Tz, change: &Change) -> Option<Self> {
        let wall = change.wall();
        let (month, day, last) = (wall.month(), wall.day(), last_day(wall.month()));
        let rule = |earliest_day| Self {
            change: *change,
            month,
            weekday: wall.weekday(),
            earliest_day,
            time: wall.time(),
        };
        let nth_week = (day - 1) / 7 * 7 + 1;
        let any_week = day.saturating_sub(6).max(1)..=day;
        [last - 6, nth_week]
            .into_iter()
            .chain(any_week)
            .filter(|earliest| *earliest <= last - 6)
            .map(rule)
            .find(|rule| (0..PROVING_YEARS).all(|back| rule.holds(zone, PROBED_YEAR - back)))
    }

    /// What clocks show at the change of a year.
    pub fn in_year(&self, year: i32) -> Option<NaiveDateTime> {
        let earliest = NaiveDate::from_ymd_opt(year, self.month, self.earliest_day)?;
        let wait = self.weekday.days_since(earliest.weekday());
        Some((earliest + Duration::days(wait.into())).and_time(self.time))
    }

    /// Whether the zone did, or will do, what the rule says.
    fn holds(&self, zone: Tz, year: i32) -> bool {
        self.in_year(year).is_some_and(|wall| {
            let at = wall - Duration::seconds(self.change.before.into());
            seconds(zone, at - Duration::seconds(1)) == self.change.before
                && seconds(zone, at) == self.change.after
        })
    }

    /// When the rule was first followed without a gap until now.
    pub fn first(&self, zone: Tz) -> Option<NaiveDateTime> {
        let since = (FIRST_YEAR..=PROBED_YEAR).rev().take_while(|year| self.holds(zone, *year)).last()?;
        self.in_year(since)
    }

    /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`
    pub fn rrule(&self) -> String {
        let (month, weekday, day) = (self.month, weekday_code(self.weekday), self.earliest_day);
        if day == last_day(month) - 6 {
            format!("FREQ=YEARLY;BYMONTH={month};BYDAY=-1{weekday}")
        } else if day % 7 == 1 {
            format!("FREQ=YEARLY;BYMONTH={month};BYDAY={}{weekday}", day / 7 + 1)
        } else {
            let days = (day..day + 7).map(|day| day.to_string()).collect::<Vec<_>>().join(",");
            format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={days};BYDAY={weekday}")
        }
    }
}

fn last_day(month: u32) -> u32 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
