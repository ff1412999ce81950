//! How a commune is asked for, and which answer comes first.

use std::cmp::Reverse;

use super::super::text::fold;
use super::Commune;

const ARTICLES: [&str; 4] = ["la ", "le ", "les ", "l "];

/// The key under which a commune is stored and looked up: folded, *St* and *Ste* written out, no
/// leading article: `"St-Rambert-d'Albon"` → `"saint rambert d albon"`, `"La Roche-de-Glun"` →
/// `"roche de glun"`.
pub fn search_key(name: &str) -> String {
    let words = fold(name);
    let words: Vec<&str> = words
        .split(' ')
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            word => word,
        })
        .collect();
    let key = words.join(" ");
    let bare = ARTICLES.iter().find_map(|article| key.strip_prefix(article));
    bare.map(str::to_owned).unwrap_or(key)
}

/// What somebody typed to say where they live: a name, a postcode, or both ("26400 Crest").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommuneQuery {
    /// Two to five digits: a postcode or the start of one.
    pub postcode: Option<String>,
    /// Prefix of [`search_key`]; empty when only a postcode was given.
    pub key: String,
}

/// Nobody types more to find a commune (the longest name has 45 letters).
const LONGEST: usize = 100;

impl CommuneQuery {
    /// `None` when nothing was said that could find a commune.
    pub fn parse(text: &str) -> Option<Self> {
        if text.chars().count() > LONGEST {
            return None;
        }
        let is_postcode = |w: &&str| (2..=5).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        // A short number after a name belongs to it: "Paris 11".
        let at = words.iter().position(|w| is_postcode(w) && (w.len() == 5 || words.first() == Some(w)));
        let postcode = at.and_then(|i| words.get(i)).map(|w| (*w).to_owned());
        let name: Vec<&str> =
            words.iter().enumerate().filter(|(i, _)| Some(*i) != at).map(|(_, w)| *w).collect();
        let key = search_key(&name.join(" "));
        (postcode.is_some() || !key.is_empty()).then_some(Self { postcode, key })
    }

    pub fn matches(&self, commune: &Commune) -> bool {
        let postcode = |asked: &String| commune.postcodes.iter().any(|p| p.starts_with(asked.as_str()));
        self.postcode.as_ref().is_none_or(postcode) && commune.search_key().starts_with(&self.key)
    }

    /// The matching ones among `communes`, best first, at most `limit`: a whole name before the
    /// start of one, a main postcode before others, then the most populated, then by Insee code.
    pub fn best(&self, communes: impl IntoIterator<Item = Commune>, limit: usize) -> Vec<Commune> {
        let mut found: Vec<_> = communes.into_iter().filter(|c| self.matches(c)).collect();
        found.sort_by_cached_key(|c| {
            let main = self.postcode.is_some() && c.postcodes.first() == self.postcode.as_ref();
            (c.search_key() != self.key, !main, Reverse(c.population), c.insee.clone())
        });
        found.truncate(limit);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::drome;
    use super::*;

    #[test]
    fn keys_are_blind_to_accents_articles_and_short_saints() {
        for (name, key) in [
            ("Saint-Rambert-d'Albon", "saint rambert d albon"),
            ("ST RAMBERT D’ALBON", "saint rambert d albon"),
            ("Ste-Jalle", "sainte jalle"),
            ("La Roche-de-Glun", "roche de glun"),
            ("L’Étoile", "etoile"),
            ("Le Havre", "havre"),
            ("Les", "les"),
            ("Die", "die"),
            ("", ""),
        ] {
            assert_eq!(search_key(name), key, "{name:?}");
        }
    }

    #[test]
    fn what_was_typed() {
        let query = |postcode: Option<&str>, key: &str| {
            Some(CommuneQuery { postcode: postcode.map(str::to_owned), key: key.to_owned() })
        };
        for (text, expected) in [
            ("26400", query(Some("26400"), "")),
            ("26", query(Some("26"), "")),
            ("26400 Crest", query(Some("26400"), "crest")),
            ("Crest (26400)", query(Some("26400"), "crest")),
            ("Paris 11", query(None, "paris 11")),
            ("st-jean", query(None, "saint jean")),
            ("", None),
            (" - ", None),
        ] {
            assert_eq!(CommuneQuery::parse(text), expected, "{text:?}");
        }
        assert_eq!(CommuneQuery::parse(&"é".repeat(10_000)), None);
    }

    fn found(text: &str, limit: usize) -> Vec<String> {
        let query = CommuneQuery::parse(text).unwrap();
        query.best(drome().iter().cloned(), limit).into_iter().map(|c| c.name).collect()
    }

    #[test]
    fn the_best_answer_comes_first() {
        assert_eq!(found("die", 3), ["Die", "Dieulefit"]);
        assert_eq!(found("ETOILE", 3), ["Étoile-sur-Rhône"]);
        assert_eq!(found("st paul 3", 3), Vec::<String>::new());
        assert_eq!(found("st paul", 1), ["Saint-Paul-Trois-Châteaux"]);
        assert_eq!(found("26400 crest", 5), ["Crest"]);
        assert_eq!(found("26400", 1), ["Crest"]);
        assert_eq!(found("roche", 9)[0], "La Roche-de-Glun");
    }
}
