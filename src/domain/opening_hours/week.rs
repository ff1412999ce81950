//! The hours of a given week, and of every week when the text is a plain weekly one.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::day::Evaluation;
use super::{Calendar, DayHours, Hours, OpeningHours, is_weekly};

/// Monday first, as in ISO 8601.
pub(super) const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// The hours of every week without holidays, Monday first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegularWeek {
    days: [Vec<Hours>; 7],
}

/// Days that share one stretch of opening, as schema.org's OpeningHoursSpecification wants them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specification {
    pub days: Vec<Weekday>,
    pub opens: NaiveTime,
    /// Before or at `opens`: the next day's. A whole day closes at 23:59.
    pub closes: NaiveTime,
}

impl OpeningHours {
    /// The seven days from this one on (a Monday, for a week).
    pub fn week(&self, monday: NaiveDate, calendar: &Calendar<'_>) -> [DayHours; 7] {
        let evaluation = Evaluation::new(self, *calendar, monday, 7);
        let mut dates = monday.iter_days();
        std::array::from_fn(|_| evaluation.day(dates.next().unwrap_or(monday)))
    }

    /// The hours of one day.
    pub fn day(&self, date: NaiveDate, calendar: &Calendar<'_>) -> DayHours {
        Evaluation::new(self, *calendar, date, 1).day(date)
    }

    /// The week that always comes back, or `None` when the text depends on dates.
    /// Rules on holidays do not count: they are exceptions to the week.
    pub fn regular_week(&self) -> Option<RegularWeek> {
        let expression = self.rules.get_expression();
        let weekly = expression.rules.iter().all(|rule| is_weekly(&rule.day_selector));
        weekly.then(|| {
            // Any Monday will do.
            let monday = NaiveDate::default().week(Weekday::Mon).first_day();
            RegularWeek { days: self.week(monday, &Calendar::PLAIN).map(|day| day.hours) }
        })
    }
}

impl RegularWeek {
    /// Each day with its hours, Monday first.
    pub fn days(&self) -> impl Iterator<Item = (Weekday, &[Hours])> {
        WEEKDAYS.into_iter().zip(self.days.iter().map(Vec::as_slice))
    }

    /// For JSON-LD: every certain stretch with its days, in the order of the week.
    pub fn specifications(&self) -> Vec<Specification> {
        let mut found: Vec<Specification> = Vec::new();
        for (day, hours) in self.days() {
            for stretch in hours.iter().filter(|stretch| stretch.certain) {
                let (opens, closes) = (stretch.opens(), schema_closing(stretch));
                match found.iter_mut().find(|s| (s.opens, s.closes) == (opens, closes)) {
                    Some(same) => same.days.push(day),
                    None => found.push(Specification { days: vec![day], opens, closes }),
                }
            }
        }
        found
    }
}

fn schema_closing(stretch: &Hours) -> NaiveTime {
    let last_minute = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(NaiveTime::MIN);
    if stretch.is_whole_day() { last_minute } else { stretch.closes() }
}

impl DayHours {
    pub fn weekday(&self) -> Weekday {
        self.date.weekday()
    }
}
