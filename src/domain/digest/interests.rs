//! What a reader wants to be told of: where, and what sort.

use std::collections::BTreeSet;

use super::date::DigestDate;
use crate::domain::brick::BrickKind;
use crate::domain::event::{EventKind, Theme};

/// Places and territories add up to where; none of both is everywhere. The other sorts narrow it, as
/// far as anything of a sort is chosen. Readers with the same interests share what they are told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Interests {
    /// Of the reader, and chosen ones.
    pub places: BTreeSet<i64>,
    /// Codes.
    pub territories: BTreeSet<String>,
    pub bricks: BTreeSet<BrickKind>,
    pub kinds: BTreeSet<EventKind>,
    pub themes: BTreeSet<Theme>,
}

impl Interests {
    pub fn are_everywhere(&self) -> bool {
        self.places.is_empty() && self.territories.is_empty()
    }

    pub fn include(&self, date: &DigestDate) -> bool {
        let here = self.are_everywhere()
            || self.places.contains(&date.place_id)
            || self.territories.contains(&date.territory);
        here && self.are_about(date)
    }

    fn are_about(&self, date: &DigestDate) -> bool {
        let brick = || date.brick.is_some_and(|brick| self.bricks.contains(&brick));
        (self.kinds.is_empty() || self.kinds.contains(&date.kind))
            && (self.bricks.is_empty() || brick())
            && (self.themes.is_empty() || date.themes.iter().any(|theme| self.themes.contains(theme)))
    }
}
