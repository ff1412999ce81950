//! Why a date of a rule does not take place.

use chrono::NaiveDate;

use super::Holidays;
use crate::domain::holidays::{PublicHoliday, public_holiday};
use crate::domain::schedule::{Pause, PublicHolidays, Recurrence, SchoolHolidays};

/// What takes a date out of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SkipReason {
    /// The host took this very date out.
    Excluded,
    /// The series pauses.
    Paused,
    PublicHoliday(PublicHoliday),
    /// The school holidays of this name (in French, as published).
    SchoolHoliday {
        name: String,
    },
    /// The series is kept for the school holidays, and none are known on this date. So it is too
    /// beyond the known calendar and where there is no zone: what is not known is not announced.
    OutsideSchoolHolidays,
}

/// The first reason that applies, the host's own words before the calendars.
pub(super) fn reason(
    recurrence: Option<&Recurrence>,
    holidays: &Holidays<'_>,
    date: NaiveDate,
) -> Option<SkipReason> {
    let recurrence = recurrence?;
    if recurrence.exclusions.contains(&date) {
        return Some(SkipReason::Excluded);
    }
    if recurrence.pauses.iter().any(|pause| pause.covers(date)) {
        return Some(SkipReason::Paused);
    }
    public(recurrence.public_holidays, holidays, date)
        .or_else(|| school(recurrence.school_holidays, holidays, date))
}

fn public(choice: PublicHolidays, holidays: &Holidays<'_>, date: NaiveDate) -> Option<SkipReason> {
    match choice {
        PublicHolidays::Keep => None,
        PublicHolidays::Skip => public_holiday(date, holidays.territory).map(SkipReason::PublicHoliday),
    }
}

fn school(choice: SchoolHolidays, holidays: &Holidays<'_>, date: NaiveDate) -> Option<SkipReason> {
    let period = || holidays.school_zone.and_then(|zone| holidays.school.period_on(zone, date));
    match choice {
        SchoolHolidays::Ignore => None,
        SchoolHolidays::Skip => period().map(|p| SkipReason::SchoolHoliday { name: p.name.clone() }),
        SchoolHolidays::Only => period().is_none().then_some(SkipReason::OutsideSchoolHolidays),
    }
}

impl Pause {
    /// Whether there are no dates on this day.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.resumes.is_none_or(|resumes| date < resumes)
    }
}
