//! What the filters of an address mean: the place behind a slug, and each filter in words.

use crate::db;
use crate::domain::agenda::{AgendaFilter, param};
use crate::domain::territory::Territory;
use crate::i18n::{self, Locale};
use crate::store::agenda::Narrowed;
use crate::store::places;
use crate::web::answer::Desk;
use crate::web::error::{Error, Result};
use crate::web::rows::say;

/// The filter with its place looked up. A place that does not exist is not there (404).
pub fn narrowed(desk: &mut Desk<'_>, filter: AgendaFilter) -> Result<Narrowed> {
    let place_id = match &filter.place {
        None => None,
        Some(slug) => match places::by_slug(desk.conn, slug) {
            Ok(place) => Some(place.id),
            Err(db::Error::NotFound) => return Err(Error::NotFound),
            Err(error) => return Err(error.into()),
        },
    };
    Ok(Narrowed { filter, place_id })
}

/// Each filter in force, under its name in the address, in words.
pub fn filter_words(desk: &mut Desk<'_>, filter: &AgendaFilter) -> Result<Vec<(&'static str, String)>> {
    let locale = desk.locale();
    let mut words = Vec::new();
    for (name, value) in filter.pairs() {
        let word = match name {
            param::PLACE => match &filter.place {
                Some(slug) => places::by_slug(desk.conn, slug)?.name,
                None => value,
            },
            _ => value_in_words(locale, name, value),
        };
        words.push((name, word));
    }
    Ok(words)
}

/// One value of a filter in words; of a place, its slug.
pub fn value_in_words(locale: Locale, name: &str, value: String) -> String {
    match name {
        param::TERRITORY => Territory::by_code(&value).map_or(value, |territory| territory.name.clone()),
        param::BRICK => i18n::text(locale, &format!("brick-{value}")),
        param::KIND => i18n::text(locale, &format!("event-kind-{value}")),
        param::THEME => i18n::text(locale, &format!("theme-{value}")),
        param::ACCESSIBLE => i18n::text(locale, &format!("accessibility-{value}")),
        param::FREE => i18n::text(locale, "filter-free"),
        param::REGISTRATION => i18n::text(locale, "filter-registrable"),
        param::TEXT => say(locale, "filter-text", "text", value),
        _ => value,
    }
}
