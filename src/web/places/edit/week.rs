//! The week of a place or a brick as fields: seven days of two stretches each, or the text itself
//! where the week is not as plain as that.

use chrono::{NaiveTime, Weekday};
use serde::Serialize;

use super::checks::Checks;
use crate::domain::opening_hours::{
    OpeningHours, OpeningHoursError, PlainWeek, STRETCHES_A_DAY, Stretch, Unsupported, parse_time_of_day,
};
use crate::i18n::{self, Locale, date};
use crate::web::fields::{Choice, Field};
use crate::web::form::Form;
use crate::web::places::hours;
use crate::web::rows::say;
use crate::web::wording::{capitalised, said};

const CODES: [(&str, Weekday); 7] = [
    ("lu", Weekday::Mon),
    ("ma", Weekday::Tue),
    ("me", Weekday::Wed),
    ("je", Weekday::Thu),
    ("ve", Weekday::Fri),
    ("sa", Weekday::Sat),
    ("di", Weekday::Sun),
];
/// Longest text that is taken from the field.
const LONGEST: u32 = 500;

#[derive(Clone, Debug, Serialize)]
pub struct WeekFields {
    pub days: Vec<DayFields>,
    pub holidays: Choice,
    /// The text in `opening_hours` syntax. Empty: the table says it.
    pub raw: Field,
    /// Shown unfolded: it holds something.
    pub raw_open: bool,
    /// "Du lundi au vendredi : 9 h–18 h". Empty: nothing to show yet.
    pub preview: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct DayFields {
    pub label: String,
    pub error: String,
    pub spans: Vec<SpanFields>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SpanFields {
    pub from: Field,
    pub to: Field,
}

/// What was typed, or is stored.
pub struct TypedWeek {
    /// By day: from and to of each stretch.
    days: [[(String, String); STRETCHES_A_DAY]; 7],
    holidays: bool,
    raw: String,
    /// What it all means; `None`: it cannot be read.
    pub text: Option<String>,
}

impl TypedWeek {
    /// A stored text: in the table when it fits there.
    pub fn of(text: &str) -> Self {
        let mut typed = Self {
            days: Default::default(),
            holidays: text.is_empty(),
            raw: String::new(),
            text: Some(text.to_owned()),
        };
        let week = OpeningHours::parse(text).ok().and_then(|hours| PlainWeek::of(&hours));
        match week {
            Some(week) => {
                typed.holidays = week.closed_on_public_holidays;
                for (fields, stretches) in typed.days.iter_mut().zip(&week.days) {
                    for (field, stretch) in fields.iter_mut().zip(stretches) {
                        *field = (clock(stretch.0), clock(stretch.1));
                    }
                }
            }
            None => typed.raw = text.to_owned(),
        }
        typed
    }

    /// What a form says; what is wrong with it is noted.
    pub fn read(form: &Form, checks: &mut Checks) -> Self {
        let days = CODES.map(|(code, _)| {
            [0, 1].map(|n| (form.text(&name(code, n, "de")), form.text(&name(code, n, "a"))))
        });
        let raw = checks.text(form, "raw", LONGEST);
        let mut typed = Self { days, holidays: form.is_on("holidays"), raw, text: None };
        typed.text = match typed.raw.is_empty() {
            true => typed.table(checks),
            false => typed.written(checks),
        };
        typed
    }

    fn written(&self, checks: &mut Checks) -> Option<String> {
        match OpeningHours::parse(&self.raw) {
            Ok(hours) => Some(hours.as_str().to_owned()),
            Err(error) => {
                let text = refusal(checks.locale, error);
                checks.refuse_with("raw", text);
                None
            }
        }
    }

    fn table(&self, checks: &mut Checks) -> Option<String> {
        let mut week = PlainWeek { closed_on_public_holidays: self.holidays, ..PlainWeek::default() };
        let mut sound = true;
        for ((day, typed), (code, _)) in week.days.iter_mut().zip(&self.days).zip(CODES) {
            match stretches(typed) {
                Ok(stretches) => *day = stretches,
                Err(key) => {
                    sound = false;
                    checks.refuse(&name(code, 0, "de"), key);
                }
            }
        }
        match week.text() {
            Ok(text) => Some(text).filter(|_| sound),
            Err(overlap) => {
                let day = CODES.iter().find(|(_, day)| *day == overlap.0);
                let code = day.map_or("lu", |(code, _)| code);
                checks.refuse(&name(code, 0, "de"), "place-edit-hours-overlap");
                None
            }
        }
    }

    pub fn fields(&self, checks: &Checks, preview: bool) -> WeekFields {
        let locale = checks.locale;
        let days = CODES.iter().zip(&self.days).map(|((code, day), typed)| {
            let label = date::weekday(locale, *day).to_owned();
            let error = checks.of(&name(code, 0, "de"));
            let span = |(n, (from, to)): (usize, &(String, String))| {
                let field = |end: &str, key: &str, value: &str| {
                    let args = [("day", label.clone()), ("n", (n + 1).to_string())];
                    Field::of("time", &name(code, n, end), said(locale, key, args))
                        .value(value)
                        .error(error.clone())
                };
                SpanFields {
                    from: field("de", "place-edit-opens", from),
                    to: field("a", "place-edit-closes", to),
                }
            };
            let spans = typed.iter().enumerate().map(span).collect();
            DayFields { label, error: error.clone(), spans }
        });
        WeekFields {
            days: days.collect(),
            holidays: Choice::tick("holidays", i18n::text(locale, "place-edit-holidays"), self.holidays),
            raw: Field::text("raw", i18n::text(locale, "place-edit-raw"))
                .hint(i18n::text(locale, "place-edit-raw-hint"))
                .value(&self.raw)
                .maxlength(LONGEST)
                .rows(2)
                .error(checks.of("raw")),
            raw_open: !self.raw.is_empty(),
            preview: self.text.as_deref().filter(|_| preview).map(|t| told(locale, t)).unwrap_or_default(),
        }
    }
}

/// A text in words; "never open" has its own.
fn told(locale: Locale, text: &str) -> String {
    match text {
        "" => i18n::text(locale, "place-edit-hours-none"),
        text => hours::in_words(locale, text),
    }
}

fn name(code: &str, n: usize, end: &str) -> String {
    format!("{code}-{}-{end}", n + 1)
}

fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// The stretches of a day; the key of what is wrong with them.
fn stretches(typed: &[(String, String)]) -> Result<Vec<Stretch>, &'static str> {
    let said = typed.iter().filter(|(from, to)| !from.is_empty() || !to.is_empty());
    said.map(|(from, to)| {
        if from.is_empty() || to.is_empty() {
            return Err("place-edit-hours-half");
        }
        let time = |text: &str| parse_time_of_day(text).ok_or("place-edit-hours-unreadable");
        Ok((time(from)?, time(to)?))
    })
    .collect()
}

/// Why a text is not taken.
fn refusal(locale: Locale, error: OpeningHoursError) -> String {
    let key = match error {
        OpeningHoursError::Syntax { column } => {
            return capitalised(&say(locale, "place-edit-hours-syntax", "column", column.to_string()));
        }
        OpeningHoursError::Empty => "place-edit-needed",
        OpeningHoursError::TooLong { .. } | OpeningHoursError::Unsupported(Unsupported::Intricate) => {
            "place-edit-hours-long"
        }
        OpeningHoursError::OutOfRange => "place-edit-hours-range",
        OpeningHoursError::Unsupported(Unsupported::SunTime) => "place-edit-hours-sun",
        OpeningHoursError::Unsupported(Unsupported::OpenEnd) => "place-edit-hours-open-end",
        OpeningHoursError::Unsupported(Unsupported::Repetition) => "place-edit-hours-repetition",
        OpeningHoursError::Unsupported(Unsupported::HolidayWeekday) => "place-edit-hours-holiday",
    };
    i18n::text(locale, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Option<String>, Vec<String>) {
        let form = Form::of_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect());
        let mut checks = Checks::new(Locale::Fr);
        let typed = TypedWeek::read(&form, &mut checks);
        (typed.text, checks.errors.into_iter().map(|error| error.name).collect())
    }

    #[test]
    fn a_week_is_read_from_its_table_or_from_its_text() {
        let tuesday = [("ma-1-de", "9h"), ("ma-1-a", "12:00"), ("ma-2-de", "14:00"), ("ma-2-a", "18:00")];
        let (text, errors) = read(&tuesday);
        assert_eq!((text.as_deref(), errors.len()), (Some("Tu 09:00-12:00,14:00-18:00"), 0));
        let with_raw = [&tuesday[..], &[("raw", "Sa[1] 09:00-12:00")]].concat();
        assert_eq!(read(&with_raw).0.as_deref(), Some("Sa[1] 09:00-12:00"));
        assert_eq!(read(&[("holidays", "on")]).0.as_deref(), Some(""));
        for (pairs, wrong) in [
            (&[("ma-1-de", "9h")][..], "ma-1-de"),
            (&[("di-1-de", "midi"), ("di-1-a", "18h")], "di-1-de"),
            (&[("lu-1-de", "9h"), ("lu-1-a", "12h"), ("lu-2-de", "11h"), ("lu-2-a", "13h")], "lu-1-de"),
            (&[("raw", "lundi matin")], "raw"),
        ] {
            assert_eq!(read(pairs), (None, vec![wrong.to_owned()]), "{pairs:?}");
        }
    }

    #[test]
    fn a_stored_text_fills_the_table_or_stays_text() {
        let checks = Checks::new(Locale::Fr);
        let plain = TypedWeek::of("Mo-Fr 09:00-18:00; PH off").fields(&checks, false);
        let monday = &plain.days[0].spans[0];
        assert_eq!((monday.from.value.as_str(), monday.to.value.as_str()), ("09:00", "18:00"));
        assert!(plain.holidays.options[0].selected && !plain.raw_open);
        let intricate = TypedWeek::of("Sa[1] 09:00-12:00").fields(&checks, false);
        assert!(intricate.raw_open && intricate.raw.value == "Sa[1] 09:00-12:00");
    }
}
