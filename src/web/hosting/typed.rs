//! What stands in the fields of an event's form, as it was typed: read from what was sent, kept as a
//! draft, compared with what somebody else saved. Knows the fields' names, not their meaning.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::schedule::SchoolHolidays;
use crate::web::form::Form;

/// Fields with one value, in the order of the form.
pub const SINGLE: &[&str] = &[
    "title",
    "kind",
    "brick",
    "date",
    "start",
    "end",
    "whole-day",
    "last-day",
    "repeats",
    "every",
    "until",
    "count",
    "holidays",
    "school",
    "description",
    "mode",
    "room",
    "address",
    "online",
    "registration",
    "capacity",
    "closes",
    "price",
    "price-note",
    "audience",
    "accessibility-note",
    "organiser",
    "group-max",
    "waitlist",
    "members-only",
    "whole-series",
    "question-0",
    "choices-0",
    "required-0",
    "question-1",
    "choices-1",
    "required-1",
    "question-2",
    "choices-2",
    "required-2",
    "question-3",
    "choices-3",
    "required-3",
    "question-4",
    "choices-4",
    "required-4",
    // The event that is done again, whose cover the new one has.
    "cover-of",
    // When a draft is published by itself.
    "later-date",
    "later-time",
    // Why a date or an event is changed; of one date, what to know of it.
    "note",
];

/// Fields with any number of values.
pub const SEVERAL: &[&str] =
    &["weekday", "nth", "dates", "exclusion", "pause", "theme", "accessibility", "further"];

/// Those that say when it takes place.
pub const WHEN: &[&str] = &[
    "date",
    "start",
    "end",
    "whole-day",
    "last-day",
    "repeats",
    "every",
    "weekday",
    "nth",
    "dates",
    "until",
    "count",
    "holidays",
    "school",
    "exclusion",
    "pause",
];

/// Fields of one value that stand several times in a form, numbered from the second on.
const MOST_NUMBERED: usize = 100;
/// Most values of one field.
const MOST_VALUES: usize = 400;

/// Names of fields with their values; a field without a value is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    pub fn read(form: &Form) -> Self {
        let mut typed = Self::default();
        for name in SINGLE {
            typed.set(name, form.text(name));
        }
        for name in SEVERAL {
            typed.set_all(name, form.all(name));
        }
        // What a list proposes when nothing is chosen says nothing.
        if typed.text("school") == SchoolHolidays::Ignore.code() {
            typed.set("school", "");
        }
        let numbered = |name: &str| (1..=MOST_NUMBERED).map(|n| form.text(&numbered(name, n))).collect();
        let dates: Vec<String> = numbered("dates");
        typed.set_all("dates", dates.into_iter().filter(|day| !day.is_empty()));
        let (from, to): (Vec<String>, Vec<String>) = (numbered("pause-from"), numbered("pause-to"));
        let pauses = from.iter().zip(&to).filter(|(from, to)| !from.is_empty() || !to.is_empty());
        typed.set_all("pause", pauses.map(|(from, to)| format!("{from}/{to}")));
        typed
    }

    /// What the query of an address says of the same fields.
    pub fn of_pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self::read(&Form::of_pairs(pairs))
    }

    /// Reads a draft; what is no longer understood is left out.
    pub fn from_json(json: &str) -> Self {
        let Ok(Self(stored)) = serde_json::from_str(json) else { return Self::default() };
        let known = |name: &String| SINGLE.contains(&name.as_str()) || SEVERAL.contains(&name.as_str());
        Self(stored.into_iter().filter(|(name, _)| known(name)).collect())
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The value of a field; empty when nothing was typed.
    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether a value of a field with several was chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|chosen| chosen == value)
    }

    pub fn is_on(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match value.is_empty() {
            true => self.0.remove(name),
            false => self.0.insert(name.to_owned(), vec![value]),
        };
    }

    pub fn set_all<V: ToString>(&mut self, name: &str, values: impl IntoIterator<Item = V>) {
        let values: Vec<String> = values.into_iter().take(MOST_VALUES).map(|v| v.to_string()).collect();
        match values.is_empty() {
            true => self.0.remove(name),
            false => self.0.insert(name.to_owned(), values),
        };
    }

    /// Whether both say the same in these fields, in whatever order.
    pub fn agrees(&self, other: &Self, names: &[&str]) -> bool {
        let values = |typed: &Self, name: &str| typed.all(name).iter().cloned().collect::<BTreeSet<_>>();
        names.iter().all(|name| values(self, name) == values(other, name))
    }

    /// Takes over these fields.
    pub fn take(&mut self, other: &Self, names: &[&str]) {
        for name in names {
            self.set_all(name, other.all(name));
        }
    }
}

/// Name of the n-th field (from 1) of those that stand several times.
pub fn numbered(name: &str, n: usize) -> String {
    if n == 1 { name.to_owned() } else { format!("{name}-{n}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_read_as_it_was_written() {
        let mut typed = Typed::default();
        typed.set("title", "Café « du » lundi");
        typed.set_all("theme", ["ecologie", "culture"]);
        assert_eq!(Typed::from_json(&typed.to_json()), typed);
        assert_eq!(Typed::from_json(r#"{"title":["A"],"gone":["x"]}"#).to_json(), r#"{"title":["A"]}"#);
        assert_eq!(Typed::from_json("nonsense"), Typed::default());
    }

    #[test]
    fn fields_are_known_and_nothing_else_is_read() {
        let typed =
            Typed::of_pairs([("title", " A "), ("theme", "x"), ("theme", "y"), ("token", "s")].into_iter());
        assert_eq!(typed.text("title"), "A");
        assert!(typed.has("theme", "y") && !typed.is_on("token"));
        let pauses =
            [("pause-from", "2026-07-01"), ("pause-from-2", "2026-12-20"), ("pause-to-2", "2027-01-04")];
        let typed =
            Typed::of_pairs(pauses.into_iter().chain([("dates", "2026-05-05"), ("dates-3", "2026-06-05")]));
        assert_eq!(typed.all("pause"), ["2026-07-01/", "2026-12-20/2027-01-04"]);
        assert_eq!(typed.all("dates"), ["2026-05-05", "2026-06-05"]);
        let names = SINGLE.iter().chain(SEVERAL).collect::<std::collections::BTreeSet<_>>();
        assert!(WHEN.iter().all(|name| names.contains(name)));
    }
}
