//! Invented names of places, made of two lists, and addresses that nobody else has.

use std::collections::HashSet;

use super::random::Random;
use super::texts::texts;
use crate::domain::slug::Slug;

/// "La Fabrique Partagée", "Au Lavoir de Crest".
pub(super) fn name(random: &mut Random, commune: &str) -> String {
    let Some((head, feminine)) = random.pick(&texts().name_heads) else { return String::new() };
    let Some((masculine_tail, feminine_tail)) = random.pick(&texts().name_tails) else { return head.clone() };
    let tail = if *feminine { feminine_tail } else { masculine_tail };
    format!("{head} {}", tail.replace("{of_commune}", &of_commune(commune)))
}

/// *de* before the name of a commune: "d’Allex", "du Poët-Laval", "de La Motte", "des Pilles".
fn of_commune(commune: &str) -> String {
    let elided = ["A", "E", "É", "È", "I", "Î", "O", "U", "Y", "Œ"];
    if let Some(rest) = commune.strip_prefix("Le ") {
        format!("du {rest}")
    } else if let Some(rest) = commune.strip_prefix("Les ") {
        format!("des {rest}")
    } else if elided.iter().any(|vowel| commune.starts_with(vowel)) {
        format!("d’{commune}")
    } else {
        format!("de {commune}")
    }
}

/// Slugs given so far: name and commune (once, if the name ends with it), then a number.
#[derive(Default)]
pub(super) struct Slugs(HashSet<Slug>);

impl Slugs {
    pub fn give(&mut self, name: &str, commune: &str) -> Slug {
        let words = if name.ends_with(commune) { name.to_owned() } else { format!("{name} {commune}") };
        let wished = Slug::from_title(&words, "lieu");
        let numbered = (2..).map(|n| wished.numbered(n));
        let free = std::iter::once(wished.clone()).chain(numbered).find(|slug| !self.0.contains(slug));
        let slug = free.unwrap_or(wished);
        self.0.insert(slug.clone());
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_follow_de() {
        for (commune, words) in [
            ("Crest", "de Crest"),
            ("Allex", "d’Allex"),
            ("Étoile-sur-Rhône", "d’Étoile-sur-Rhône"),
            ("Le Poët-Laval", "du Poët-Laval"),
            ("Les Pilles", "des Pilles"),
            ("La Motte-Chalancon", "de La Motte-Chalancon"),
        ] {
            assert_eq!(of_commune(commune), words);
        }
    }

    #[test]
    fn homonyms_get_numbers() {
        let mut slugs = Slugs::default();
        let given = [(); 3].map(|()| slugs.give("Le Moulin 2.0", "Die").to_string());
        assert_eq!(given, ["le-moulin-2-0-die", "le-moulin-2-0-die-2", "le-moulin-2-0-die-3"]);
        assert_eq!(slugs.give("Le Moulin de Die", "Die").as_str(), "le-moulin-de-die");
    }

    #[test]
    fn names_are_whole() {
        let mut random = Random::of(26, "names of places");
        for _ in 0..500 {
            let name = name(&mut random, "Aouste-sur-Sye");
            assert!(name.len() > 8 && !name.contains('{') && !name.contains("  "), "{name}");
        }
    }
}
