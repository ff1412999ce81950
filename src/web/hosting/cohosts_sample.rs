//! The page of those who hold an event, as the previews and the tests of templates draw it.

use super::cohosts_page::{CohostRow, CohostSearch, CohostsPage, SharingPlace};
use crate::i18n::{self, Locale};
use crate::web::fields::FormMarks;
use crate::web::parts::Link;
use crate::web::samples::{at, say};

fn person(locale: Locale, n: u32, about: String, button: &str) -> CohostRow {
    let button = if button.is_empty() { String::new() } else { i18n::text(locale, button) };
    CohostRow {
        form: FormMarks::default(),
        uid: n.to_string(),
        name: "Camille <b>Roux</b>".to_owned(),
        initials: "CR".to_owned(),
        about,
        button,
    }
}

fn sharing(locale: Locale, name: &str, about: &str, button: &str) -> SharingPlace {
    SharingPlace {
        form: FormMarks::default(),
        slug: name.to_owned(),
        link: Link::new(name, at(locale, "/lieux/le-moulin")),
        about: i18n::text(locale, about),
        button: if button.is_empty() { String::new() } else { i18n::text(locale, button) },
    }
}

impl CohostsPage {
    /// As a host of the place sees it.
    pub fn sample(locale: Locale) -> Self {
        let since = say(locale, "nommé·e le 5 mars 2026", "named on 5 March 2026");
        let announced = i18n::text(locale, "cohosts-announced");
        Self {
            event: Link::new("Café réparation", at(locale, "/evenements/cafe-reparation")),
            action: at(locale, "/evenements/cafe-reparation/co-animation"),
            holders: vec![
                person(locale, 1, announced, "cohosts-leave"),
                person(locale, 2, since, "cohosts-remove"),
            ],
            places: vec![
                sharing(locale, "L’Usine Vivante", "shared-own", ""),
                sharing(locale, "Le Moulin", "shared-other", "shared-leave"),
            ],
            search: Some(CohostSearch {
                q: "camille".to_owned(),
                found: vec![person(locale, 3, "L’Usine Vivante".to_owned(), "cohosts-name")],
                more: true,
            }),
        }
    }

    /// As who was named sees it.
    pub fn own(locale: Locale) -> Self {
        let holders =
            vec![person(locale, 1, String::new(), ""), person(locale, 2, String::new(), "cohosts-leave")];
        Self { holders, places: Vec::new(), search: None, ..Self::sample(locale) }
    }

    /// Nobody is found.
    pub fn empty(locale: Locale) -> Self {
        let search = CohostSearch { q: "x".to_owned(), found: Vec::new(), more: false };
        Self { holders: Vec::new(), search: Some(search), ..Self::sample(locale) }
    }
}
