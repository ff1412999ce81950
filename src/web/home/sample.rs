//! Samples of the home page.

use super::page::{HomePage, TerritoryRow};
use crate::i18n::Locale;
use crate::web::cover::Cover;
use crate::web::parts::Link;
use crate::web::samples::{at, day, map, say};

impl HomePage {
    pub fn sample(locale: Locale) -> Self {
        let mut newest = map::places(locale);
        newest.truncate(3);
        for place in &mut newest {
            place.anchor.clear();
            place.note = say(locale, "depuis février 2026", "since February 2026");
        }
        Self {
            heading: "Réseau des tiers-lieux de la Drôme".to_owned(),
            intro: say(
                locale,
                "Bureaux partagés, fablabs, espaces numériques et cafés : 34 lieux à portée de vélo ou de train, et ce qui s’y passe.",
                "Shared offices, fablabs, digital spaces and cafés: 34 places within reach of a bicycle or a train, and what is on there.",
            ),
            cover: Cover::of("Réseau des tiers-lieux de la Drôme"),
            near: String::new(),
            map: map::drome(locale),
            places: map::places(locale),
            territories: Vec::new(),
            places_count: say(locale, "34 lieux", "34 places"),
            week: vec![day(locale, 5, 3), day(locale, 6, 2), day(locale, 7, 1)],
            week_label: say(locale, "Du 2 au 8 mars", "2 to 8 March"),
            week_more: say(locale, "Et 12 autres rendez-vous", "And 12 more events"),
            newest,
        }
    }

    pub fn national(locale: Locale) -> Self {
        Self {
            map: map::national(locale),
            places: Vec::new(),
            territories: vec![TerritoryRow {
                link: Link::new("Drôme", at(locale, "/territoires/26")),
                count: say(locale, "40 lieux", "40 places"),
            }],
            week: Vec::new(),
            ..Self::sample(locale)
        }
    }
}
