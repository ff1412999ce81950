//! Opening hours in OpenStreetMap syntax: when a place is open, from its stored text.
//! Grammar and evaluation are the crate's; here stand what we refuse, whole nights and holidays.
//! Local times only: neither zone nor "now" is known.

mod day;
mod error;
mod plain_week;
mod state;
mod week;

use std::fmt;

use ::opening_hours as osm;
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::Time;
use opening_hours_syntax::rules::{OpeningHoursExpression, RuleKind};

pub use day::{Calendar, DayHours, DayNote, Hours};
pub use error::{OpeningHoursError, Unsupported};
pub use plain_week::{Overlap, PlainWeek, STRETCHES_A_DAY, Stretch, parse_time_of_day};
pub use state::OpenState;
pub use week::{RegularWeek, Specification};

/// Longest accepted text, in characters; OpenStreetMap itself stops at 255.
pub const MAX_CHARS: usize = 500;

/// Most `[` in a text: reading "Jan Su[1],Feb Su[1],…" takes three times longer with each one.
const MAX_BRACKETS: usize = 6;

const MINUTES_A_DAY: u16 = 24 * 60;

/// Readable opening hours, with the very text that was given.
///
/// Reading costs 5 to 25 µs and evaluating a day under 1 µs, so the text is what gets stored.
#[derive(Clone, Debug)]
pub struct OpeningHours {
    text: String,
    rules: osm::OpeningHours,
    always: bool,
    /// Its answer depends on holidays.
    asks_for_holidays: bool,
    names_public_holidays: bool,
    /// Every stretch of the text, in minutes from its day's midnight (the end up to 48 h).
    stretches: Vec<(u16, u16)>,
}

impl PartialEq for OpeningHours {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for OpeningHours {}

impl OpeningHours {
    /// Reads the text; blanks around it and a closing `;` are dropped.
    ///
    /// # Errors
    /// What is not in the syntax, and what could not be shown truthfully (see [`Unsupported`]).
    pub fn parse(text: &str) -> Result<Self, OpeningHoursError> {
        let text = text.trim().trim_end_matches([';', ' ']);
        let chars = text.chars().count();
        if text.is_empty() {
            return Err(OpeningHoursError::Empty);
        }
        if chars > MAX_CHARS {
            return Err(OpeningHoursError::TooLong { chars });
        }
        if text.matches('[').count() > MAX_BRACKETS {
            return Err(Unsupported::Intricate.into());
        }
        let rules: osm::OpeningHours = text.parse()?;
        let expression = rules.get_expression();
        if narrows_holidays(text, &expression) {
            return Err(Unsupported::HolidayWeekday.into());
        }
        let stretches = stretches(&expression)?;
        Ok(Self {
            always: expression.is_constant() && is_open_without_comment(&expression),
            asks_for_holidays: holidays(&expression).next().is_some(),
            names_public_holidays: holidays(&expression).any(|holiday| holiday == (HolidayKind::Public, 0)),
            text: text.to_owned(),
            rules,
            stretches,
        })
    }

    /// The text as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Open day and night, whatever the date.
    pub fn is_always_open(&self) -> bool {
        self.always
    }

    /// Whether the text itself says what happens on public holidays (`PH off`, `PH 10:00-12:00`).
    pub fn names_public_holidays(&self) -> bool {
        self.names_public_holidays
    }
}

impl fmt::Display for OpeningHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_open_without_comment(expression: &OpeningHoursExpression) -> bool {
    expression.rules.last().is_some_and(|rule| rule.as_state() == (RuleKind::Open, ""))
}

/// The kinds of holidays that the text speaks of, with their offset in days.
fn holidays(expression: &OpeningHoursExpression) -> impl Iterator<Item = (HolidayKind, i16)> {
    let ranges = expression.rules.iter().flat_map(|rule| &rule.day_selector.weekday);
    ranges.filter_map(|range| match range {
        WeekDayRange::Holiday { kind, offset } => Some((*kind, *offset)),
        WeekDayRange::Fixed { .. } => None,
    })
}

/// Whether a rule holds on some weekdays of holidays only ("SH Mo-Fr"), which the crate reads as
/// "SH,Mo-Fr": on holidays and on every such weekday.
fn narrows_holidays(text: &str, expression: &OpeningHoursExpression) -> bool {
    let is_holiday = |range: &WeekDayRange| matches!(range, WeekDayRange::Holiday { .. });
    let mixes = expression
        .rules
        .iter()
        .map(|rule| &rule.day_selector.weekday)
        .any(|ranges| ranges.iter().any(is_holiday) && !ranges.iter().all(is_holiday));
    let words = || text.split(' ');
    mixes
        && words().zip(words().skip(1)).any(|(word, next)| {
            let holiday_first = word.ends_with(['H', 'y', 's']) && weekday_at(next.get(..2));
            let holiday_last = next.starts_with("PH") || next.starts_with("SH");
            holiday_first
                || holiday_last
                    && (word.ends_with(']') || weekday_at(word.get(word.len().saturating_sub(2)..)))
        })
}

fn weekday_at(letters: Option<&str>) -> bool {
    let names = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    letters.is_some_and(|letters| names.iter().any(|name| name.eq_ignore_ascii_case(letters)))
}

/// Every stretch of the text; sun times, open ends and repetitions are refused here.
fn stretches(expression: &OpeningHoursExpression) -> Result<Vec<(u16, u16)>, Unsupported> {
    let spans = expression.rules.iter().flat_map(|rule| &rule.time_selector.spans);
    spans
        .map(|span| {
            let (Time::Fixed(start), Time::Fixed(end)) = (span.range.start, span.range.end) else {
                return Err(Unsupported::SunTime);
            };
            if span.open_end {
                return Err(Unsupported::OpenEnd);
            }
            if span.repeats.is_some() {
                return Err(Unsupported::Repetition);
            }
            let (start, end) = (start.mins_from_midnight(), end.mins_from_midnight());
            Ok((start, if end > start { end } else { end + MINUTES_A_DAY }))
        })
        .collect()
}

/// Whether a rule depends on nothing but the day of the week.
fn is_weekly(days: &DaySelector) -> bool {
    let dated = !(days.year.is_empty() && days.monthday.is_empty() && days.week.is_empty());
    !dated
        && days.weekday.iter().all(|range| match range {
            WeekDayRange::Fixed { offset, nth_from_start, nth_from_end, .. } => {
                *offset == 0 && !nth_from_start.contains(&false) && !nth_from_end.contains(&false)
            }
            WeekDayRange::Holiday { .. } => true,
        })
}

#[cfg(test)]
mod tests;
