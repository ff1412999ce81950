//! Parts of a digest that single readers do without: what they are told elsewhere in it, and what
//! they announced themselves.

use std::collections::BTreeSet;
use std::fmt;

use super::date::DateName;

/// A part, by a name that is short and the same each time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    Changed,
    Change(DateName),
    Week,
    /// A day of the list, counted from 0.
    Day(usize),
    Date(DateName),
    Fresh,
    Event(i64),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => f.write_str("c"),
            Self::Change(DateName { event, key }) => write!(f, "c{event}.{key}"),
            Self::Week => f.write_str("w"),
            Self::Day(n) => write!(f, "w{n}"),
            Self::Date(DateName { event, key }) => write!(f, "d{event}.{key}"),
            Self::Fresh => f.write_str("n"),
            Self::Event(event) => write!(f, "n{event}"),
        }
    }
}

/// What a shared digest holds, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// `None`: stands for several dates, and no reader does without it.
    pub changed: Vec<Option<DateName>>,
    /// Day by day.
    pub week: Vec<Vec<DateName>>,
    /// Of events.
    pub fresh: Vec<i64>,
    /// Blocks that say that there is more.
    pub goes_on: [bool; 3],
}

impl Contents {
    /// The parts that a reader does without who goes to `going` and has announced `posted`, with the
    /// headings under which nothing is left; and whether anything is.
    pub fn without(&self, going: &BTreeSet<DateName>, posted: &BTreeSet<i64>) -> (BTreeSet<Part>, bool) {
        let mut out = BTreeSet::new();
        let [more_changed, more_dates, more_fresh] = self.goes_on;
        let changed = self.changed.iter().flatten().filter(|name| going.contains(name));
        out.extend(changed.cloned().map(Part::Change));
        let any_changed = more_changed || out.len() < self.changed.len();
        let mut any_date = more_dates;
        for (n, day) in self.week.iter().enumerate() {
            let mine: Vec<_> = day.iter().filter(|name| going.contains(name)).collect();
            match mine.len() == day.len() {
                true => drop(out.insert(Part::Day(n))),
                false => any_date = true,
            }
            out.extend(mine.into_iter().cloned().map(Part::Date));
        }
        let own: Vec<_> = self.fresh.iter().filter(|event| posted.contains(event)).collect();
        let any_fresh = more_fresh || own.len() < self.fresh.len();
        out.extend(own.into_iter().map(|event| Part::Event(*event)));
        let blocks = [(any_changed, Part::Changed), (any_date, Part::Week), (any_fresh, Part::Fresh)];
        let any = blocks.iter().any(|(any, _)| *any);
        out.extend(blocks.into_iter().filter(|(any, _)| !any).map(|(_, block)| block));
        (out, any)
    }
}
