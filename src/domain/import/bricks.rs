//! Which brick a list means. The only place that knows the words of others.

use super::super::brick::BrickKind;
use super::super::text::fold;

/// Beginnings of words, folded; the first that is found decides. From the plain list and from
/// `familles_tiers_lieux` of the national census, whose labels change from year to year
/// ("Fablabs / Makerspaces / Hackerspaces / Espaces du Faire / Ateliers artisanaux partagés").
const WORDS: &[(&str, BrickKind)] = &[
    ("coworking", BrickKind::Coworking),
    ("bureaux partages", BrickKind::Coworking),
    ("fablab", BrickKind::Fablab),
    ("makerspace", BrickKind::Fablab),
    ("atelier", BrickKind::CraftWorkshop),
    ("cuisine", BrickKind::SharedKitchen),
    ("foodlab", BrickKind::SharedKitchen),
    ("restauration", BrickKind::Cafe),
    ("cafe", BrickKind::Cafe),
    ("living lab", BrickKind::LivingLab),
    ("laboratoire", BrickKind::LivingLab),
    ("cultur", BrickKind::Culture),
    ("nourricier", BrickKind::SharedLand),
    ("formation", BrickKind::Training),
    ("services publics", BrickKind::FranceServices),
    ("education populaire", BrickKind::CommunityLife),
];

/// The brick of a code ("fablab") or of the words of a known list, however accented; `None` for
/// other words.
pub fn brick_of(words: &str) -> Option<BrickKind> {
    let key = fold(words);
    let begins = |beginning: &str| key.starts_with(beginning) || key.contains(&format!(" {beginning}"));
    let known = || WORDS.iter().find(|(beginning, _)| begins(beginning)).map(|(_, kind)| *kind);
    BrickKind::from_code(&key.replace(' ', "-")).or_else(known)
}

/// "Other": nothing to warn of.
pub(super) fn says_nothing(words: &str) -> bool {
    matches!(fold(words).as_str(), "" | "autre" | "autres" | "autres tiers lieux")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_known_lists() {
        for (words, kind) in [
            ("fablab", Some(BrickKind::Fablab)),
            ("repair-cafe", Some(BrickKind::RepairCafe)),
            ("cafe", Some(BrickKind::Cafe)),
            ("ateliers", Some(BrickKind::CraftWorkshop)),
            ("restauration", Some(BrickKind::Cafe)),
            ("services-publics", Some(BrickKind::FranceServices)),
            ("education-populaire", Some(BrickKind::CommunityLife)),
            ("Bureaux partagés / Coworking", Some(BrickKind::Coworking)),
            (
                "Fablabs / Makerspaces / Hackerspaces / Espaces du Faire / Ateliers artisanaux partagés",
                Some(BrickKind::Fablab),
            ),
            ("Tiers-lieux culturels / Lieux intermédiaires et indépendants", Some(BrickKind::Culture)),
            ("Tiers-lieux de formation", Some(BrickKind::Training)),
            ("Cafés associatifs", Some(BrickKind::Cafe)),
            ("Espaces d'éducation populaire", Some(BrickKind::CommunityLife)),
            ("Living lab / laboratoire d'innovation sociale", Some(BrickKind::LivingLab)),
            ("Tiers-lieu nourricier", Some(BrickKind::SharedLand)),
            ("information", None),
            ("Autre", None),
        ] {
            assert_eq!(brick_of(words), kind, "{words}");
        }
    }
}
