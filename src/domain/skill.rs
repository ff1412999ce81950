//! Skills: the vocabulary that the product brings, and what people add to it. All knowledge has
//! the same dignity, so that a free addition is a skill like another.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::slug::Slug;
use super::text::{fold, search_words};

/// A skill of the vocabulary (`assets/reference/skills.csv`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    pub slug: String,
    pub name: String,
    /// "Réparation & réemploi".
    pub family: String,
    /// Other words for it.
    pub synonyms: Vec<String>,
}

static SKILLS: LazyLock<Vec<Skill>> = LazyLock::new(|| {
    let mut table = csv::Reader::from_reader(include_str!("../../assets/reference/skills.csv").as_bytes());
    table.records().filter_map(|row| skill(&row.ok()?)).collect()
});

/// By folded name and synonym; a name goes before the synonym of another.
static BY_KEY: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let names = SKILLS.iter().enumerate().map(|(n, skill)| (fold(&skill.name), n));
    let synonyms = SKILLS.iter().enumerate();
    let synonyms = synonyms.flat_map(|(n, skill)| skill.synonyms.iter().map(move |word| (fold(word), n)));
    let mut keys = HashMap::new();
    for (key, n) in names.chain(synonyms) {
        keys.entry(key).or_insert(n);
    }
    keys
});

/// The words of each, as [`Skill::words`] gives them.
static WORDS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| SKILLS.iter().map(Skill::words).collect());

fn skill(row: &csv::StringRecord) -> Option<Skill> {
    let text = |i| row.get(i).map(str::to_owned);
    let synonyms = row.get(7)?.split('|').filter(|word| !word.is_empty()).map(str::to_owned);
    Some(Skill { slug: text(0)?, name: text(1)?, family: text(3)?, synonyms: synonyms.collect() })
}

impl Skill {
    /// All of them, in the order of their families.
    pub fn all() -> &'static [Self] {
        &SKILLS
    }

    pub fn by_slug(slug: &str) -> Option<&'static Self> {
        SKILLS.iter().find(|skill| skill.slug == slug)
    }

    /// The one of this name or synonym, as people write it.
    pub fn named(text: &str) -> Option<&'static Self> {
        BY_KEY.get(&fold(text)).and_then(|n| SKILLS.get(*n))
    }

    /// What it is looked for with: the words of its name and synonyms, as the search keeps them.
    pub fn words(&self) -> Vec<String> {
        std::iter::once(&self.name).chain(&self.synonyms).flat_map(|text| search_words(text)).collect()
    }

    /// Whether some skill is what these words (of [`search_words`]) begin to say: each of them
    /// begins one of its words.
    pub fn is_begun_by(asked: &[String]) -> bool {
        let begins = |words: &[String], start: &String| words.iter().any(|word| word.starts_with(start));
        !asked.is_empty() && WORDS.iter().any(|words| asked.iter().all(|start| begins(words, start)))
    }
}

/// A skill on a profile: one of the vocabulary, or in words of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillTag {
    /// Slug: the same for all who have the skill, and in addresses.
    pub term: String,
    pub label: String,
}

impl SkillTag {
    /// In characters.
    pub const LONGEST: usize = 60;

    /// `None` for what is blank, too long, or holds no letter. What the vocabulary knows is written
    /// as there.
    pub fn parse(text: &str) -> Option<Self> {
        let label = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if label.chars().count() > Self::LONGEST || label.chars().any(char::is_control) {
            return None;
        }
        if let Some(skill) = Skill::named(&label) {
            return Some(Self::of(skill));
        }
        let slug = Slug::from_title(&label, "");
        match Skill::by_slug(slug.as_str()) {
            _ if slug.as_str().is_empty() => None,
            Some(skill) => Some(Self::of(skill)),
            None => Some(Self { term: slug.to_string(), label }),
        }
    }

    pub fn of(skill: &Skill) -> Self {
        Self { term: skill.slug.clone(), label: skill.name.clone() }
    }

    /// The skill of the vocabulary that it is, if it is one.
    pub fn skill(&self) -> Option<&'static Skill> {
        Skill::by_slug(&self.term)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_whole_and_its_slugs_are_slugs() {
        assert_eq!(Skill::all().len(), 247);
        for skill in Skill::all() {
            assert_eq!(Slug::parse(&skill.slug).map(|slug| slug.to_string()).as_ref(), Some(&skill.slug));
            assert_eq!(Skill::by_slug(&skill.slug), Some(skill), "a slug for each");
            assert_eq!(Skill::named(&skill.name), Some(skill), "a name for each");
        }
    }

    #[test]
    fn a_tag_is_the_vocabulary_s_or_ones_own() {
        for (typed, term, label) in [
            ("python", "python", "Python"),
            ("DEVELOPPEMENT  mobile", "developpement-mobile", "Développement mobile"),
            ("PostgreSQL", "sql-bases-de-donnees", "SQL & bases de données"),
            ("sql bases de donnees", "sql-bases-de-donnees", "SQL & bases de données"),
            (" Tournage  sur bois vert ", "tournage-sur-bois-vert", "Tournage sur bois vert"),
        ] {
            let tag = SkillTag::parse(typed).unwrap();
            assert_eq!((tag.term.as_str(), tag.label.as_str()), (term, label));
        }
        let long = "a".repeat(61);
        for refused in ["", "  ", "!?", "李", long.as_str()] {
            assert_eq!(SkillTag::parse(refused), None, "{refused:?}");
        }
    }

    #[test]
    fn the_beginning_of_a_skill_is_known() {
        for known in ["develop", "pyth", "dével mob", "mobile develop", "jeux enfants scratch program"] {
            let whole = known != "jeux enfants scratch program";
            assert_eq!(Skill::is_begun_by(&search_words(known)), whole, "{known}");
        }
        for unknown in ["", "pythons mobiles", "camille", "develop camille"] {
            assert!(!Skill::is_begun_by(&search_words(unknown)), "{unknown}");
        }
    }
}
