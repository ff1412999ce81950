//! What an agenda, or a feed, is asked for. The same filter has the same words in the address of
//! the page and of its feed.

use super::brick::BrickKind;
use super::event::{Accessibility, EventKind, Theme};
use super::slug::Slug;
use super::territory::Territory;

/// Longest search text that is looked at, in characters.
const LONGEST_TEXT: usize = 100;

/// Which events. The default is all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AgendaFilter {
    pub place: Option<Slug>,
    /// Code of a département.
    pub territory: Option<String>,
    pub brick: Option<BrickKind>,
    pub kind: Option<EventKind>,
    pub theme: Option<Theme>,
    /// Searched words, as typed. Never blank.
    pub text: Option<String>,
    /// Only what is free of charge.
    pub free: bool,
    pub accessible: Option<Accessibility>,
    /// Only what one can still register for.
    pub registrable: bool,
}

/// The word of each filter in an address.
pub mod param {
    pub const PLACE: &str = "lieu";
    pub const TERRITORY: &str = "territoire";
    pub const BRICK: &str = "brique";
    pub const KIND: &str = "genre";
    pub const THEME: &str = "theme";
    pub const TEXT: &str = "q";
    pub const FREE: &str = "gratuit";
    pub const ACCESSIBLE: &str = "accessible";
    pub const REGISTRATION: &str = "inscription";
}

impl AgendaFilter {
    /// Reads the pairs of a query. Empty values are as good as absent; the names of the filters
    /// whose values mean nothing come back beside, to be said and ignored.
    pub fn from_pairs<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> (Self, Vec<&'static str>) {
        let mut filter = Self::default();
        let mut unknown = Vec::new();
        for (name, value) in pairs.map(|(name, value)| (name, value.trim())).filter(|(_, v)| !v.is_empty()) {
            if let Some(misunderstood) = filter.take(name, value) {
                unknown.push(misunderstood);
            }
        }
        (filter, unknown)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<&'static str> {
        fn set<T>(field: &mut Option<T>, value: Option<T>, name: &'static str) -> Option<&'static str> {
            let misunderstood = value.is_none().then_some(name);
            *field = value.or(field.take());
            misunderstood
        }
        match name {
            param::PLACE => set(&mut self.place, Slug::parse(value), param::PLACE),
            param::TERRITORY => set(&mut self.territory, territory_code(value), param::TERRITORY),
            param::BRICK => set(&mut self.brick, BrickKind::from_code(value), param::BRICK),
            param::KIND => set(&mut self.kind, EventKind::from_code(value), param::KIND),
            param::THEME => set(&mut self.theme, Theme::from_code(value), param::THEME),
            param::TEXT => {
                self.text = Some(value.chars().take(LONGEST_TEXT).collect());
                None
            }
            param::FREE => {
                self.free = value == "1";
                (!self.free).then_some(param::FREE)
            }
            param::ACCESSIBLE => {
                set(&mut self.accessible, Accessibility::from_code(value), param::ACCESSIBLE)
            }
            param::REGISTRATION => {
                self.registrable = value == "ouverte";
                (!self.registrable).then_some(param::REGISTRATION)
            }
            _ => None,
        }
    }

    /// The filter as pairs in one fixed order, so that the same filter has one address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let code = |name, code: Option<&str>| code.map(|c| (name, c.to_owned()));
        [
            code(param::PLACE, self.place.as_ref().map(Slug::as_str)),
            code(param::TERRITORY, self.territory.as_deref()),
            code(param::BRICK, self.brick.map(BrickKind::code)),
            code(param::KIND, self.kind.map(EventKind::code)),
            code(param::THEME, self.theme.map(Theme::code)),
            code(param::TEXT, self.text.as_deref()),
            code(param::FREE, self.free.then_some("1")),
            code(param::ACCESSIBLE, self.accessible.map(Accessibility::code)),
            code(param::REGISTRATION, self.registrable.then_some("ouverte")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn territory_code(value: &str) -> Option<String> {
    Territory::by_code(&value.to_ascii_uppercase()).map(|territory| territory.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_survives_its_address() {
        let filter = AgendaFilter {
            place: Slug::parse("la-fabrique"),
            territory: Some("2A".into()),
            brick: Some(BrickKind::Fablab),
            kind: Some(EventKind::Workshop),
            theme: Some(Theme::Ecology),
            text: Some("vélo & café".into()),
            free: true,
            accessible: Some(Accessibility::Motor),
            registrable: true,
        };
        let pairs = filter.pairs();
        let read = AgendaFilter::from_pairs(pairs.iter().map(|(n, v)| (*n, v.as_str())));
        assert_eq!(read, (filter, vec![]));
    }

    #[test]
    fn what_means_nothing_is_named_and_ignored() {
        let pairs = [
            ("genre", "fête"),
            ("lieu", "A B"),
            ("territoire", "99"),
            ("gratuit", "0"),
            ("q", "  "),
            ("utm", "x"),
            ("theme", ""),
        ];
        let (filter, unknown) = AgendaFilter::from_pairs(pairs.into_iter());
        assert!(filter.is_empty());
        assert_eq!(unknown, ["genre", "lieu", "territoire", "gratuit"]);
    }
}
