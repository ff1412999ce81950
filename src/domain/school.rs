//! School holidays: published by the ministry for a few years ahead, so they are a table.
//! The product brings one; later years are imported. Which place is in which zone is not known here.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};

use super::schedule::SchoolZone;

mod csv_table;

pub use csv_table::{RowError, SchoolTable, TableError, parse_school_table};

/// One stretch without school in one zone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolPeriod {
    pub zone: SchoolZone,
    /// First day without school.
    pub first_day: NaiveDate,
    /// Last day without school, included.
    pub last_day: NaiveDate,
    /// As the ministry calls it: "Vacances de la Toussaint". Not translated.
    pub name: String,
}

impl SchoolPeriod {
    fn overlaps(&self, other: &Self) -> bool {
        self.zone == other.zone && self.first_day <= other.last_day && other.first_day <= self.last_day
    }
}

/// All known school holidays. Sorted by zone and first day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolCalendar {
    periods: Vec<SchoolPeriod>,
    /// Days from the first to the last of the longest period: bounds every look-up.
    longest_days: u64,
}

impl SchoolCalendar {
    /// A calendar of these periods, in any order. A period that ends before it begins is left out.
    pub fn new(mut periods: Vec<SchoolPeriod>) -> Self {
        periods.retain(|period| period.first_day <= period.last_day);
        periods.sort();
        periods.dedup();
        let length = |p: &SchoolPeriod| u64::try_from((p.last_day - p.first_day).num_days()).unwrap_or(0);
        let longest_days = periods.iter().map(length).max().unwrap_or(0);
        Self { periods, longest_days }
    }

    /// The calendar that the product brings: 2015 to the summer of 2028 (`assets/reference/README.md`).
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<SchoolCalendar> = LazyLock::new(|| {
            let table = parse_school_table(include_str!("../../assets/reference/school-holidays.csv"));
            SchoolCalendar::new(table.map(|table| table.periods).unwrap_or_default())
        });
        &BUILT_IN
    }

    /// This calendar with other periods: each takes the place of those that it overlaps in its zone.
    pub fn with(&self, newer: Vec<SchoolPeriod>) -> Self {
        let kept = self.periods.iter().filter(|old| !newer.iter().any(|new| new.overlaps(old))).cloned();
        Self::new(kept.collect::<Vec<_>>().into_iter().chain(newer).collect())
    }

    /// Every period, by zone and first day.
    pub fn periods(&self) -> &[SchoolPeriod] {
        &self.periods
    }

    /// The school holidays that a date lies in.
    pub fn period_on(&self, zone: SchoolZone, date: NaiveDate) -> Option<&SchoolPeriod> {
        let begun = self.periods.partition_point(|p| (p.zone, p.first_day) <= (zone, date));
        let earliest = date.checked_sub_days(Days::new(self.longest_days)).unwrap_or(NaiveDate::MIN);
        let candidates = self.periods.iter().take(begun).rev();
        candidates.take_while(|p| p.zone == zone && p.first_day >= earliest).find(|p| p.last_day >= date)
    }

    /// The last day that the calendar of a zone tells anything about; `None`: it tells nothing.
    pub fn known_through(&self, zone: SchoolZone) -> Option<NaiveDate> {
        self.periods.iter().filter(|p| p.zone == zone).map(|p| p.last_day).max()
    }
}

#[cfg(test)]
mod tests;
