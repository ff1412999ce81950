//! What the demo says in French besides the patterns: rooms, reasons, words of places, invented
//! names and the texts of the hard cases. One table, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::brick::BrickKind;
use crate::domain::place::PartnerKind;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Texts {
    /// Name of the network, as an organiser.
    pub network: String,
    /// Says that a place is invented.
    pub fictional: String,
    pub areas: Vec<String>,
    pub rooms: Vec<String>,
    /// Reasons, as notes beside a status.
    pub cancelled: Vec<String>,
    pub moved_day: Vec<String>,
    pub moved_hour: Vec<String>,
    pub other_room: Vec<String>,
    pub good_to_know_title: String,
    pub good_to_know: Vec<String>,
    pub free_price: String,
    pub member_price: String,
    pub funded_price: String,
    pub accessibility_note: String,
    pub organisers: Vec<String>,
    /// `opening_hours` of places; the empty one says nothing.
    pub hours: Vec<String>,
    pub directions: Vec<String>,
    pub partners: Vec<PartnerText>,
    /// Public bodies; `{region}` is that of the place.
    pub territory_partners: Vec<PartnerText>,
    bricks: BTreeMap<String, BrickText>,
    /// Starts of invented names, and whether they are feminine.
    pub name_heads: Vec<(String, bool)>,
    /// Ends of invented names: masculine, feminine.
    pub name_tails: Vec<(String, String)>,
    cases: BTreeMap<String, Vec<String>>,
    pub closed_place: String,
    pub long_place: String,
    pub empty_place: String,
    pub long_text: String,
    pub special_title: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct PartnerText {
    pub name: String,
    pub kind: PartnerKind,
}

/// What places say of one kind of brick.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BrickText {
    pub names: Vec<String>,
    pub texts: Vec<String>,
    pub equipment: Vec<String>,
    pub hours: Vec<String>,
}

/// The table ships with the crate; a test holds that it can be read.
static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../assets/demo/texts.json")).unwrap_or_default());

pub(super) fn texts() -> &'static Texts {
    &TEXTS
}

impl Texts {
    pub fn brick(&self, kind: BrickKind) -> Option<&BrickText> {
        self.bricks.get(kind.code())
    }

    /// Title, description and note of a hard case; empty when it has none.
    pub fn case(&self, name: &str) -> [&str; 3] {
        let case = self.cases.get(name).map(Vec::as_slice).unwrap_or_default();
        [0, 1, 2].map(|i| case.get(i).map(String::as_str).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::patterns::patterns;

    #[test]
    fn every_brick_of_a_pattern_has_its_words() {
        let kinds = patterns().patterns.iter().filter_map(|pattern| pattern.bricks.as_ref()).flatten();
        for kind in kinds {
            assert!(texts().brick(*kind).is_some_and(|brick| !brick.texts.is_empty()), "{kind}");
        }
    }

    #[test]
    fn opening_hours_can_be_read() {
        let of_bricks = texts().bricks.values().flat_map(|brick| &brick.hours);
        for hours in texts().hours.iter().chain(of_bricks).filter(|hours| !hours.is_empty()) {
            assert!(hours.parse::<opening_hours::OpeningHours>().is_ok(), "{hours}");
        }
    }

    #[test]
    fn the_long_name_has_sixty_characters() {
        assert_eq!(texts().long_place.chars().count(), 60);
    }
}
