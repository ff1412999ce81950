//! What the address of the directory asks for, and the address of what is asked.

use crate::domain::profile::Availability;
use crate::domain::slug::Slug;
use crate::domain::territory::Territory;
use crate::i18n::Locale;
use crate::web::asked::{Asked, local, with_query};

/// Longest text that is looked for, in characters.
const LONGEST_TEXT: usize = 100;
/// No list has more pages.
const MOST_PAGES: usize = 1_000;

pub mod param {
    pub const TEXT: &str = "q";
    pub const SKILL: &str = "competence";
    pub const PLACE: &str = "lieu";
    pub const TERRITORY: &str = "territoire";
    pub const AVAILABILITY: &str = "dispo";
    pub const PAGE: &str = "page";
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MembersAsked {
    pub text: Option<String>,
    pub skill: Option<Slug>,
    pub place: Option<Slug>,
    pub territory: Option<String>,
    pub availability: Option<Availability>,
    /// From 0.
    pub page: usize,
    /// Names of what was not understood and is left aside.
    pub unknown: Vec<&'static str>,
}

impl MembersAsked {
    pub fn of(asked: &Asked) -> Self {
        let mut unknown = Vec::new();
        let territory = |code: &str| Some(Territory::by_code(&code.to_ascii_uppercase())?.code.clone());
        let number = |value: &str| value.parse::<usize>().ok().filter(|n| (1..=MOST_PAGES).contains(n));
        Self {
            text: asked.get(param::TEXT).map(|text| text.chars().take(LONGEST_TEXT).collect()),
            skill: read(asked, param::SKILL, Slug::parse, &mut unknown),
            place: read(asked, param::PLACE, Slug::parse, &mut unknown),
            territory: read(asked, param::TERRITORY, territory, &mut unknown),
            availability: read(asked, param::AVAILABILITY, Availability::from_code, &mut unknown),
            page: read(asked, param::PAGE, number, &mut unknown).map_or(0, |n| n - 1),
            unknown,
        }
    }

    /// The filters in force under their names.
    pub fn filters(&self) -> Vec<(&'static str, String)> {
        let pairs = [
            (param::SKILL, self.skill.as_ref().map(ToString::to_string)),
            (param::PLACE, self.place.as_ref().map(ToString::to_string)),
            (param::TERRITORY, self.territory.clone()),
            (param::AVAILABILITY, self.availability.map(|code| code.code().to_owned())),
            (param::TEXT, self.text.clone()),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The one address of this list in a language.
    pub fn href(&self, locale: Locale) -> String {
        let mut pairs = self.filters();
        if self.page > 0 {
            pairs.push((param::PAGE, (self.page + 1).to_string()));
        }
        local(locale, &with_query("/membres", &pairs))
    }

    pub fn with_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same without one filter.
    pub fn without(&self, name: &str) -> Self {
        let mut wider = self.with_page(0);
        match name {
            param::TEXT => wider.text = None,
            param::SKILL => wider.skill = None,
            param::PLACE => wider.place = None,
            param::TERRITORY => wider.territory = None,
            param::AVAILABILITY => wider.availability = None,
            _ => {}
        }
        wider
    }
}

fn read<T>(
    asked: &Asked,
    name: &'static str,
    parse: impl Fn(&str) -> Option<T>,
    unknown: &mut Vec<&'static str>,
) -> Option<T> {
    let value = parse(asked.get(name)?);
    if value.is_none() {
        unknown.push(name);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> MembersAsked {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        MembersAsked::of(&Asked {
            locale: Locale::Fr,
            path: "/membres".into(),
            pairs,
            overlong: false,
            request_id: String::new(),
            client: String::new(),
        })
    }

    #[test]
    fn the_same_list_has_one_address_and_every_filter_can_be_let_go_of() {
        let list = asked(&[
            ("page", "2"),
            ("q", "vélo"),
            ("territoire", "2a"),
            ("dispo", "cafe"),
            ("lieu", "latelier"),
            ("competence", "python"),
        ]);
        assert_eq!(
            list.href(Locale::Fr),
            "/membres?competence=python&lieu=latelier&territoire=2A&dispo=cafe&q=v%C3%A9lo&page=2"
        );
        for (name, _) in list.filters() {
            assert_eq!(list.without(name).filters().len(), 4, "{name}");
        }
        assert_eq!(asked(&[]).href(Locale::En), "/en/membres");
    }

    #[test]
    fn nonsense_is_named_and_left_aside() {
        let list = asked(&[
            ("competence", "Deux mots"),
            ("lieu", "É"),
            ("territoire", "99"),
            ("dispo", "jamais"),
            ("page", "0"),
        ]);
        assert_eq!(list.unknown, ["competence", "lieu", "territoire", "dispo", "page"]);
        assert_eq!(list.href(Locale::Fr), "/membres");
    }
}
