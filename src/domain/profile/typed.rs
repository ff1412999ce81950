//! A profile as it was typed, before it is one.

use super::{Audience, Audiences, Availability, Profile, ProfileField};
use crate::domain::language::Language;
use crate::domain::member::PersonName;
use crate::domain::skill::SkillTag;
use crate::domain::website::parse_website;

/// What the form sent, field by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedProfile<'a> {
    pub name: &'a str,
    pub pronouns: &'a str,
    pub activity: &'a str,
    /// Each may hold several, separated by commas or ends of lines; blank ones count for nothing.
    pub skills: Vec<&'a str>,
    pub wants: Vec<&'a str>,
    pub languages: Vec<&'a str>,
    pub availability: Vec<&'a str>,
    /// Addresses, one a line.
    pub links: &'a str,
    /// Codes of audiences; a field that is not named keeps the default.
    pub audiences: Vec<(ProfileField, &'a str)>,
}

/// Why a profile cannot be as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    NotAName,
    /// More characters than there is room for.
    TooLong {
        field: ProfileField,
        most: usize,
    },
    TooMany {
        field: ProfileField,
        most: usize,
    },
    /// What is no skill: too long, or without a letter.
    NotASkill {
        field: ProfileField,
        typed: String,
    },
    NotAnAddress {
        typed: String,
    },
}

impl Problem {
    /// Where it stands.
    pub fn field(&self) -> ProfileField {
        match self {
            Self::NotAName => ProfileField::Name,
            Self::TooLong { field, .. } | Self::TooMany { field, .. } | Self::NotASkill { field, .. } => {
                *field
            }
            Self::NotAnAddress { .. } => ProfileField::Links,
        }
    }
}

impl TypedProfile<'_> {
    pub const LONGEST_PRONOUNS: usize = 40;
    pub const LONGEST_ACTIVITY: usize = 2_000;
    pub const MOST_SKILLS: usize = 20;
    pub const MOST_LINKS: usize = 5;

    /// The profile, or everything that is wrong, in the order of the form.
    ///
    /// # Errors
    /// At least one problem.
    pub fn parse(&self) -> Result<Profile, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = PersonName::parse(self.name).map(|name| name.to_string());
        if name.is_none() {
            problems.push(Problem::NotAName);
        }
        let pronouns = self.pronouns.split_whitespace().collect::<Vec<_>>().join(" ");
        let long = |text: &str, field, most, problems: &mut Vec<Problem>| {
            if text.chars().count() > most {
                problems.push(Problem::TooLong { field, most });
            }
        };
        long(&pronouns, ProfileField::Pronouns, Self::LONGEST_PRONOUNS, &mut problems);
        long(self.activity, ProfileField::Activity, Self::LONGEST_ACTIVITY, &mut problems);
        let profile = Profile {
            name: name.unwrap_or_default(),
            pronouns,
            activity: self.activity.trim().to_owned(),
            skills: tags(&self.skills, ProfileField::Skills, &mut problems),
            wants: tags(&self.wants, ProfileField::Wants, &mut problems),
            languages: codes(&self.languages, Language::ALL, Language::code),
            availability: codes(&self.availability, Availability::ALL, Availability::code),
            links: links(self.links, &mut problems),
            audiences: self.audiences(),
        };
        if problems.is_empty() { Ok(profile) } else { Err(problems) }
    }

    /// What is not understood hides rather than shows.
    pub fn audiences(&self) -> Audiences {
        let mut audiences = Audiences::default();
        for (field, code) in &self.audiences {
            audiences.set(*field, Audience::from_code(code).unwrap_or(Audience::Nobody));
        }
        audiences
    }
}

/// The known codes in the order of the vocabulary, each once.
fn codes<T: Copy>(typed: &[&str], all: &[T], code: impl Fn(T) -> &'static str) -> Vec<T> {
    all.iter().copied().filter(|value| typed.contains(&code(*value))).collect()
}

fn tags(typed: &[&str], field: ProfileField, problems: &mut Vec<Problem>) -> Vec<SkillTag> {
    let mut tags: Vec<SkillTag> = Vec::new();
    let parts = typed.iter().flat_map(|text| text.split([',', ';', '\n']));
    for text in parts.map(str::trim).filter(|text| !text.is_empty()) {
        match SkillTag::parse(text) {
            Some(tag) if tags.iter().any(|known| known.term == tag.term) => {}
            Some(tag) => tags.push(tag),
            None => problems.push(Problem::NotASkill { field, typed: text.to_owned() }),
        }
    }
    if tags.len() > TypedProfile::MOST_SKILLS {
        problems.push(Problem::TooMany { field, most: TypedProfile::MOST_SKILLS });
    }
    tags
}

fn links(typed: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match parse_website(line) {
            Some(link) if links.contains(&link) => {}
            Some(link) => links.push(link),
            None => problems.push(Problem::NotAnAddress { typed: line.to_owned() }),
        }
    }
    if links.len() > TypedProfile::MOST_LINKS {
        problems.push(Problem::TooMany { field: ProfileField::Links, most: TypedProfile::MOST_LINKS });
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_well_becomes_a_profile() {
        let typed = TypedProfile {
            name: " Camille  Roux ",
            pronouns: "elle / iel",
            skills: vec!["python, Vannerie sauvage", "", "PYTHON"],
            languages: vec!["en", "fr", "klingon", "en"],
            availability: vec!["cafe"],
            links: "exemple.fr\n\nhttps://autre.example/a\nexemple.fr",
            audiences: vec![(ProfileField::Name, "public"), (ProfileField::Links, "tous")],
            ..TypedProfile::default()
        };
        let profile = typed.parse().unwrap();
        assert_eq!(profile.name, "Camille Roux");
        let labels: Vec<_> = profile.skills.iter().map(|tag| tag.label.as_str()).collect();
        assert_eq!(labels, ["Python", "Vannerie sauvage"]);
        assert_eq!(profile.languages, [Language::French, Language::English]);
        assert_eq!(profile.links, ["http://exemple.fr", "https://autre.example/a"]);
        assert_eq!(profile.audiences.of(ProfileField::Name), Audience::Public);
        assert_eq!(profile.audiences.of(ProfileField::Links), Audience::Nobody);
        assert_eq!(profile.audiences.of(ProfileField::Skills), Audience::Places);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let long = "a".repeat(2_001);
        let many = (0..21).map(|n| format!("savoir {n}")).collect::<Vec<_>>().join(",");
        let typed = TypedProfile {
            name: "https://spam.example/",
            pronouns: &long,
            activity: &long,
            skills: vec![&many],
            wants: vec!["!!"],
            links: "javascript:alert(1)",
            ..TypedProfile::default()
        };
        let problems = typed.parse().unwrap_err();
        let fields: Vec<_> = problems.iter().map(Problem::field).collect();
        use ProfileField::{Activity, Links, Name, Pronouns, Skills, Wants};
        assert_eq!(fields, [Name, Pronouns, Activity, Skills, Wants, Links]);
    }
}
