//! When a weekly note is written, and which week it is about. Knows neither its readers nor its words.

use chrono::{Days, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;

use super::period::{Period, PeriodKind};
use super::subscription::{Rhythm, Timetable};

/// Friday at four in the afternoon: the week ends, and there is time to decide on the next.
pub fn usual(zone: Tz) -> Timetable {
    Timetable { rhythm: Rhythm::Weekly, weekday: Weekday::Fri, hour: 16, zone }
}

/// How often one is told at most that nothing is announced.
pub const NUDGED_EVERY: TimeDelta = TimeDelta::days(28);

/// The week that a note of this day is about: from Thursday on the next one.
pub fn week_of(day: NaiveDate) -> Option<Period> {
    Period::containing(PeriodKind::Week, day.checked_add_days(Days::new(4))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_about_the_days_to_come() {
        for (day, week) in [
            ("2026-03-05", "2026-W11"), // Thursday
            ("2026-03-06", "2026-W11"),
            ("2026-03-08", "2026-W11"),
            ("2026-03-09", "2026-W11"),
            ("2026-03-11", "2026-W11"),
            ("2026-12-31", "2027-W01"),
        ] {
            assert_eq!(week_of(day.parse().unwrap()).unwrap().to_string(), week, "{day}");
        }
    }
}
