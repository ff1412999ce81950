//! What a member says of themselves, and what of it is seen from where. Knows no account, no
//! address and no place by name.

mod audience;
mod typed;

use super::code::code_enum;
use super::language::Language;
use super::skill::SkillTag;
use super::text::search_words;

pub use audience::{Audience, Audiences, ProfileField, Viewpoint};
pub use typed::{Problem, TypedProfile};

code_enum! {
    /// What others may come and ask for: "disponible pour…".
    Availability {
        /// A small question, a quarter of an hour.
        Hand = "coup-de-main",
        Coffee = "cafe",
        /// Showing the place to those who arrive.
        Welcome = "accueil",
        /// Accompanying a newcomer for some weeks.
        Sponsor = "parrainage",
        /// Holding a workshop.
        Workshop = "atelier",
        Mission = "mission",
        CommonProject = "projet-commun",
        CarSharing = "covoiturage",
    }
}

/// A profile without its photo and its places, of which it only knows who sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Empty: hidden from the one who looks.
    pub name: String,
    pub pronouns: String,
    /// What I do, in Markdown.
    pub activity: String,
    pub skills: Vec<SkillTag>,
    /// What I want to learn.
    pub wants: Vec<SkillTag>,
    pub languages: Vec<Language>,
    pub availability: Vec<Availability>,
    /// Web addresses, complete.
    pub links: Vec<String>,
    pub audiences: Audiences,
}

impl Profile {
    pub fn shows(&self, field: ProfileField, viewpoint: Viewpoint) -> bool {
        self.audiences.of(field).includes(viewpoint)
    }

    /// The same with everything that is hidden from there left out.
    pub fn seen_from(&self, viewpoint: Viewpoint) -> Self {
        let mut seen = self.clone();
        for field in ProfileField::ALL.iter().filter(|field| !self.shows(**field, viewpoint)) {
            seen.blank(*field);
        }
        seen
    }

    fn blank(&mut self, field: ProfileField) {
        match field {
            ProfileField::Name => self.name.clear(),
            ProfileField::Pronouns => self.pronouns.clear(),
            ProfileField::Activity => self.activity.clear(),
            ProfileField::Skills => self.skills.clear(),
            ProfileField::Wants => self.wants.clear(),
            ProfileField::Languages => self.languages.clear(),
            ProfileField::Availability => self.availability.clear(),
            ProfileField::Links => self.links.clear(),
            // Kept elsewhere.
            ProfileField::Photo | ProfileField::Places => {}
        }
    }

    /// Whether nothing is said, audiences aside.
    pub fn is_blank(&self) -> bool {
        *self == Self { audiences: self.audiences.clone(), ..Self::default() }
    }

    /// The words by which it is found from there.
    pub fn found_by(&self, viewpoint: Viewpoint) -> FoundBy {
        let seen = self.seen_from(viewpoint);
        let (known, own): (Vec<_>, Vec<_>) =
            seen.skills.iter().chain(&seen.wants).partition(|tag| tag.skill().is_some());
        let text = own.iter().map(|tag| tag.label.as_str()).chain([seen.activity.as_str()]);
        FoundBy {
            name: search_words(&seen.name),
            skills: known.iter().filter_map(|tag| tag.skill()).flat_map(|skill| skill.words()).collect(),
            text: text.chain(seen.links.iter().map(String::as_str)).flat_map(search_words).collect(),
        }
    }
}

/// Words of a profile as the search keeps them: what each is taken from decides how it is matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundBy {
    pub name: Vec<String>,
    /// Of the vocabulary, known and wanted, with synonyms.
    pub skills: Vec<String>,
    /// The rest: what I do, skills of one's own, links.
    pub text: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Profile {
        let tags = |labels: &[&str]| labels.iter().map(|l| SkillTag::parse(l).unwrap()).collect();
        Profile {
            name: "Camille Roux".into(),
            pronouns: "elle".into(),
            activity: "Je répare des vélos".into(),
            skills: tags(&["Python", "Vannerie sauvage"]),
            wants: tags(&["Sérigraphie"]),
            languages: vec![Language::Occitan],
            availability: vec![Availability::Coffee],
            links: vec!["https://exemple.fr".into()],
            audiences: Audiences::default(),
        }
    }

    /// For each field and audience: seen if and only if the audience includes the viewpoint, and the
    /// other fields do not move.
    #[test]
    fn a_field_is_seen_where_its_audience_says() {
        for field in ProfileField::ALL {
            for audience in Audience::ALL {
                for viewpoint in Viewpoint::ALL {
                    let mut profile = whole();
                    for other in ProfileField::ALL {
                        profile.audiences.set(*other, Audience::Public);
                    }
                    profile.audiences.set(*field, *audience);
                    let mut expected = profile.clone();
                    if !audience.includes(*viewpoint) {
                        expected.blank(*field);
                    }
                    assert_eq!(profile.seen_from(*viewpoint), expected, "{field} {audience} {viewpoint}");
                }
            }
        }
    }

    #[test]
    fn nothing_is_seen_beyond_my_places_before_a_choice() {
        for viewpoint in [Viewpoint::Visitor, Viewpoint::Network] {
            assert!(whole().seen_from(viewpoint).is_blank());
            assert_eq!(whole().found_by(viewpoint), FoundBy::default());
        }
        assert_eq!(whole().seen_from(Viewpoint::Places), whole());
    }

    #[test]
    fn words_are_kept_apart_by_where_they_stand() {
        let found = whole().found_by(Viewpoint::Places);
        assert_eq!(found.name, ["camille", "roux"].map(|word| search_words(word).concat()));
        assert!(found.skills.contains(&"python".to_owned()));
        assert!(found.skills.contains(&"serigraphie".to_owned()));
        assert!(found.text.contains(&"vannerie".to_owned()) && found.text.contains(&"velo".to_owned()));
        assert!(!found.text.contains(&"python".to_owned()));
    }
}
