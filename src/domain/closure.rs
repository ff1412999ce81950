//! Exceptional closures: days on which a place is not open, whatever its hours say.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whole days, both included.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Closure {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// "congés d’été". May be empty.
    pub reason: String,
}

/// Why days are not taken as a closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosureError {
    EndsBeforeItBegins,
    /// Nobody announces what is over.
    Past,
    /// More than a year: that place has closed, or a figure is wrong.
    TooLong,
}

impl Closure {
    /// The longest that is believed, in days.
    const LONGEST: i64 = 366;

    /// # Errors
    /// Days that make no sense seen from `today`.
    pub fn announced(
        first: NaiveDate,
        last: NaiveDate,
        reason: &str,
        today: NaiveDate,
    ) -> Result<Self, ClosureError> {
        if last < first {
            return Err(ClosureError::EndsBeforeItBegins);
        }
        if last < today {
            return Err(ClosureError::Past);
        }
        if (last - first).num_days() >= Self::LONGEST {
            return Err(ClosureError::TooLong);
        }
        Ok(Self { first, last, reason: reason.to_owned() })
    }

    pub fn days(&self) -> RangeInclusive<NaiveDate> {
        self.first..=self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_make_no_sense_are_refused() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-07-20");
        for (first, last, refused) in [
            ("2026-08-03", "2026-08-23", None),
            ("2026-07-20", "2026-07-20", None),
            // Begun without being said, still going on.
            ("2026-07-01", "2026-07-20", None),
            ("2026-08-03", "2026-08-02", Some(ClosureError::EndsBeforeItBegins)),
            ("2026-07-01", "2026-07-19", Some(ClosureError::Past)),
            ("2026-08-03", "2027-08-03", None),
            ("2026-08-03", "2027-08-04", Some(ClosureError::TooLong)),
        ] {
            let said = Closure::announced(day(first), day(last), "", today);
            assert_eq!(said.err(), refused, "{first} {last}");
        }
    }
}
