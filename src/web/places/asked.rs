//! What the address of the list of places asks for, and the address of what is asked.

use crate::domain::brick::BrickKind;
use crate::domain::event::Accessibility;
use crate::domain::territory::Territory;
use crate::i18n::Locale;
use crate::store::places::PlaceFilter;
use crate::web::asked::{Asked, local, with_query};

/// No list has more pages.
const MOST_PAGES: u32 = 1_000;
/// Longest text that is looked for, in characters.
const LONGEST_TEXT: usize = 100;

pub mod param {
    pub const NEAR: &str = "pres";
    pub const TERRITORY: &str = "territoire";
    pub const COMMUNE: &str = "commune";
    pub const BRICK: &str = "brique";
    pub const ACCESSIBLE: &str = "accessible";
    pub const OPEN: &str = "ouvert";
    pub const TEXT: &str = "q";
    pub const PAGE: &str = "page";
}

/// Filter, nearness and page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacesAsked {
    pub filter: PlaceFilter,
    /// Only what is open at this moment.
    pub open: bool,
    /// A commune or a postcode, as typed.
    pub near: Option<String>,
    /// From 0.
    pub page: u32,
    /// Names of what was not understood and is left aside.
    pub unknown: Vec<&'static str>,
}

impl PlacesAsked {
    pub fn of(asked: &Asked) -> Self {
        let mut unknown = Vec::new();
        let short = |text: &str| text.chars().take(LONGEST_TEXT).collect::<String>();
        let filter = PlaceFilter {
            brick: read(asked, param::BRICK, BrickKind::from_code, &mut unknown),
            commune: read(asked, param::COMMUNE, insee, &mut unknown),
            territory: read(asked, param::TERRITORY, territory, &mut unknown),
            accessible: read(asked, param::ACCESSIBLE, Accessibility::from_code, &mut unknown),
            text: asked.get(param::TEXT).map(short),
            with_closed: false,
        };
        let yes = |value: &str| (value == "1").then_some(());
        let number = |value: &str| value.parse().ok().filter(|n| (1..=MOST_PAGES).contains(n));
        Self {
            filter,
            open: read(asked, param::OPEN, yes, &mut unknown).is_some(),
            near: asked.get(param::NEAR).map(short),
            page: read(asked, param::PAGE, number, &mut unknown).map_or(0, |n| n - 1),
            unknown,
        }
    }

    /// The filters in force under their names, without nearness and page.
    pub fn filters(&self) -> Vec<(&'static str, String)> {
        let PlaceFilter { brick, commune, territory, accessible, text, .. } = &self.filter;
        let pairs = [
            (param::TERRITORY, territory.clone()),
            (param::COMMUNE, commune.clone()),
            (param::BRICK, brick.map(|kind| kind.code().to_owned())),
            (param::ACCESSIBLE, accessible.map(|code| code.code().to_owned())),
            (param::OPEN, self.open.then(|| "1".to_owned())),
            (param::TEXT, text.clone()),
        ];
        pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The one address of this list in a language.
    pub fn href(&self, locale: Locale) -> String {
        let mut pairs: Vec<_> = self.near.iter().map(|near| (param::NEAR, near.clone())).collect();
        pairs.extend(self.filters());
        if self.page > 0 {
            pairs.push((param::PAGE, (self.page + 1).to_string()));
        }
        local(locale, &with_query("/lieux", &pairs))
    }

    pub fn with_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    pub fn with_near(&self, near: Option<String>) -> Self {
        Self { near, page: 0, ..self.clone() }
    }

    /// The same without one filter.
    pub fn without(&self, name: &str) -> Self {
        let mut wider = self.with_page(0);
        match name {
            param::BRICK => wider.filter.brick = None,
            param::COMMUNE => wider.filter.commune = None,
            param::TERRITORY => wider.filter.territory = None,
            param::ACCESSIBLE => wider.filter.accessible = None,
            param::TEXT => wider.filter.text = None,
            param::OPEN => wider.open = false,
            _ => {}
        }
        wider
    }

    /// The same without any filter.
    pub fn without_filters(&self) -> Self {
        Self { near: self.near.clone(), ..Self::default() }
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

fn territory(code: &str) -> Option<String> {
    Territory::by_code(&code.to_ascii_uppercase()).map(|territory| territory.code.clone())
}

fn insee(code: &str) -> Option<String> {
    let code = code.to_ascii_uppercase();
    Territory::of_insee(&code).is_some().then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> PlacesAsked {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        PlacesAsked::of(&Asked {
            locale: Locale::Fr,
            path: "/lieux".into(),
            pairs,
            overlong: false,
            request_id: String::new(),
            client: String::new(),
        })
    }

    #[test]
    fn the_same_list_has_one_address() {
        let list = asked(&[
            ("page", "2"),
            ("q", "vélo"),
            ("brique", "fablab"),
            ("pres", "Crest"),
            ("territoire", "2a"),
        ]);
        assert_eq!(list.href(Locale::Fr), "/lieux?pres=Crest&territoire=2A&brique=fablab&q=v%C3%A9lo&page=2");
        assert_eq!(list.without("q").href(Locale::En), "/en/lieux?pres=Crest&territoire=2A&brique=fablab");
        assert_eq!(list.without_filters().href(Locale::Fr), "/lieux?pres=Crest");
        assert_eq!(asked(&[]).href(Locale::Fr), "/lieux");
    }

    #[test]
    fn every_filter_can_be_let_go_of() {
        let list = asked(&[
            ("territoire", "26"),
            ("commune", "26108"),
            ("brique", "cafe"),
            ("accessible", "moteur"),
            ("ouvert", "1"),
            ("q", "café"),
        ]);
        assert_eq!(list.filters().len(), 6);
        for (name, _) in list.filters() {
            assert_eq!(list.without(name).filters().len(), 5, "{name}");
        }
    }

    #[test]
    fn nonsense_is_named_and_left_aside() {
        let list = asked(&[
            ("brique", "sauna"),
            ("commune", "crest"),
            ("territoire", "99"),
            ("accessible", "oui"),
            ("ouvert", "peut-être"),
            ("page", "0"),
        ]);
        assert_eq!(list.unknown, ["brique", "commune", "territoire", "accessible", "ouvert", "page"]);
        assert_eq!(list.href(Locale::Fr), "/lieux");
    }
}
