//! The form of the facets of places, the chips of those in force, and what an empty list suggests.

use super::asked::{PlacesAsked, param};
use crate::domain::brick::BrickKind;
use crate::domain::event::Accessibility;
use crate::domain::territory::Territory;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Locale};
use crate::store::places;
use crate::web::agenda::narrow::value_in_words;
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::parts::{Check, Chip, Choice, Empty, Filters, Hidden, Link, Select};
use crate::web::rows::say;
use crate::web::wording::said;

/// More communes than anybody finds in a list; "près de chez moi" serves better then.
const MOST_COMMUNES: usize = 200;

/// The facets with what they offer here, and the communes to choose from.
pub fn form(desk: &mut Desk<'_>, asked: &PlacesAsked) -> Result<Filters> {
    let locale = desk.locale();
    let communes = communes(desk, asked)?;
    let chips = asked.filters().into_iter().map(|(name, value)| Chip {
        label: in_words(locale, &communes, name, value),
        href: asked.without(name).href(locale),
    });
    Ok(Filters {
        action: local(locale, "/lieux"),
        q: asked.filter.text.clone().unwrap_or_default(),
        open: false,
        chips: chips.collect(),
        selects: selects(desk, asked, &communes)?,
        checks: vec![Check {
            name: param::OPEN,
            value: "1".to_owned(),
            label: i18n::text(locale, "filter-open"),
            checked: asked.open,
        }],
        hidden: asked.near.iter().map(|near| Hidden { name: param::NEAR, value: near.clone() }).collect(),
        clear_href: asked.without_filters().href(locale),
    })
}

/// Insee code and name of the communes that have places in the chosen territory, or in all.
fn communes(desk: &mut Desk<'_>, asked: &PlacesAsked) -> Result<Vec<(String, String)>> {
    let limit = i64::try_from(MOST_COMMUNES + 1).unwrap_or(i64::MAX);
    let territory = asked.filter.territory.as_deref();
    let mut found = places::communes(desk.conn, territory, desk.today, limit)?;
    if found.len() > MOST_COMMUNES {
        found.retain(|(insee, _)| Some(insee) == asked.filter.commune.as_ref());
    }
    Ok(found)
}

fn selects(desk: &mut Desk<'_>, asked: &PlacesAsked, communes: &[(String, String)]) -> Result<Vec<Select>> {
    let (locale, filter) = (desk.locale(), &asked.filter);
    let words = |name, codes: Vec<&'static str>| -> Vec<(String, String)> {
        codes
            .into_iter()
            .map(|code| (code.to_owned(), value_in_words(locale, name, code.to_owned())))
            .collect()
    };
    let mut selects = Vec::with_capacity(4);
    let bricks = words(param::BRICK, BrickKind::ALL.iter().map(|kind| kind.code()).collect());
    selects.push(select(locale, param::BRICK, bricks, filter.brick.map(BrickKind::code)));
    let territories: Vec<(String, String)> = places::count_by_territory(desk.conn, desk.today)?
        .into_iter()
        .filter_map(|(code, _)| Territory::by_code(&code).map(|t| (code, t.name.clone())))
        .collect();
    if territories.len() > 1 || filter.territory.is_some() {
        selects.push(select(locale, param::TERRITORY, territories, filter.territory.as_deref()));
    }
    if communes.len() > 1 || filter.commune.is_some() {
        selects.push(select(locale, param::COMMUNE, communes.to_vec(), filter.commune.as_deref()));
    }
    let codes = words(param::ACCESSIBLE, Accessibility::ALL.iter().map(|code| code.code()).collect());
    selects.push(select(locale, param::ACCESSIBLE, codes, filter.accessible.map(Accessibility::code)));
    Ok(selects)
}

fn select(
    locale: Locale,
    name: &'static str,
    choices: Vec<(String, String)>,
    chosen: Option<&str>,
) -> Select {
    let all = Choice {
        value: String::new(),
        label: i18n::text(locale, &format!("filter-all-{name}")),
        selected: chosen.is_none(),
    };
    let choice =
        |(value, label): (String, String)| Choice { selected: chosen == Some(value.as_str()), value, label };
    Select {
        name,
        label: i18n::text(locale, &format!("filter-{name}")),
        choices: std::iter::once(all).chain(choices.into_iter().map(choice)).collect(),
    }
}

/// One value of a facet in words.
fn in_words(locale: Locale, communes: &[(String, String)], name: &str, value: String) -> String {
    match name {
        param::OPEN => i18n::text(locale, "filter-open"),
        param::COMMUNE => {
            let known = communes.iter().find(|(insee, _)| *insee == value);
            known.map_or(value, |(_, name)| name.clone())
        }
        _ => value_in_words(locale, name, value),
    }
}

/// What to let go of when nothing is found, each with what it would bring.
pub fn empty(desk: &mut Desk<'_>, asked: &PlacesAsked, form: &Filters) -> Result<Empty> {
    let (locale, backend) = (desk.locale(), desk.backend());
    let mut suggestions = Vec::new();
    for ((name, _), chip) in asked.filters().into_iter().zip(&form.chips) {
        let wider = asked.without(name);
        let count = places::count(desk.conn, backend, &wider.filter, desk.today)?;
        if count > 0 {
            let places = quantity::count(locale, Counted::Places, u64::try_from(count).unwrap_or(0));
            let label = match wider.open {
                // How many of them are open is only known by looking at each.
                true => say(locale, "places-empty-without", "filter", chip.label.clone()),
                false => {
                    let args = [("filter", chip.label.clone()), ("places", places)];
                    said(locale, "places-empty-without-count", args)
                }
            };
            suggestions.push(Link::new(label, wider.href(locale)));
        }
    }
    let filtered = !asked.filters().is_empty();
    if filtered {
        let all = asked.without_filters().href(locale);
        suggestions.push(Link::new(i18n::text(locale, "places-empty-all"), all));
    }
    let (title, text) =
        if filtered { ("places-empty", "places-empty-text") } else { ("places-none", "places-none-text") };
    Ok(Empty { title: i18n::text(locale, title), text: i18n::text(locale, text), suggestions })
}
