//! Which brick a list means. The only place that knows the words of others.

use super::super::brick::BrickKind;
use super::super::text::fold;

/// Words of the lists, folded, that are not codes of [`BrickKind`].
const WORDS: &[(&str, BrickKind)] = &[
    // The plain list.
    ("ateliers", BrickKind::CraftWorkshop),
    ("education populaire", BrickKind::CommunityLife),
    ("restauration", BrickKind::Cafe),
    ("services publics", BrickKind::FranceServices),
    // `familles_tiers_lieux` of the national census.
    ("bureaux partages coworking", BrickKind::Coworking),
    ("cafes associatifs", BrickKind::Cafe),
    ("cuisines partagees foodlabs", BrickKind::SharedKitchen),
    ("espaces d education populaire", BrickKind::CommunityLife),
    ("fablabs makerspaces hackerspaces espaces du faire ateliers artisanaux partages", BrickKind::Fablab),
    ("living labs laboratoires d innovation sociale", BrickKind::LivingLab),
    ("tiers lieux culturels lieux intermediaires et independants", BrickKind::Culture),
    ("tiers lieux de formation", BrickKind::Training),
    ("tiers lieux nourriciers", BrickKind::SharedLand),
];

/// The brick of a code ("fablab") or of a word of the known lists, however it is accented.
pub fn brick_of(word: &str) -> Option<BrickKind> {
    let key = fold(word);
    let known = || WORDS.iter().find(|(word, _)| *word == key).map(|(_, kind)| *kind);
    BrickKind::from_code(&key.replace(' ', "-")).or_else(known)
}
