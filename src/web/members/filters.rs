//! The facets of the directory: what they mean, their form, and what an empty list suggests.

use super::asked::{MembersAsked, param};
use super::sheet::available;
use crate::db;
use crate::domain::profile::Availability;
use crate::domain::skill::Skill;
use crate::domain::territory::Territory;
use crate::i18n::{self, Locale};
use crate::store::directory::DirectoryFilter;
use crate::store::places;
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::parts::{Chip, Choice, Empty, Filters, Link, Select};
use crate::web::rows::say;

/// More places than anybody finds in a list.
const MOST_PLACES: usize = 200;

/// The filter with its place looked up. A place that does not exist is not there (404).
pub fn meant(desk: &mut Desk<'_>, asked: &MembersAsked) -> Result<DirectoryFilter> {
    let place = match &asked.place {
        Some(slug) => Some(places::by_slug(desk.conn, slug)?.id),
        None => None,
    };
    Ok(DirectoryFilter {
        text: asked.text.clone(),
        skill: asked.skill.as_ref().map(ToString::to_string),
        place,
        territory: asked.territory.clone(),
        availability: asked.availability,
    })
}

pub fn form(desk: &mut Desk<'_>, asked: &MembersAsked) -> Result<Filters> {
    let locale = desk.locale();
    let mut chips = Vec::new();
    for (name, value) in asked.filters() {
        let label = in_words(desk, asked, name, value)?;
        chips.push(Chip { label, href: asked.without(name).href(locale) });
    }
    Ok(Filters {
        action: local(locale, "/membres"),
        q: asked.text.clone().unwrap_or_default(),
        open: false,
        selects: selects(desk, asked)?,
        checks: Vec::new(),
        hidden: Vec::new(),
        chips,
        clear_href: MembersAsked::default().href(locale),
    })
}

fn selects(desk: &mut Desk<'_>, asked: &MembersAsked) -> Result<Vec<Select>> {
    let locale = desk.locale();
    let skills = skills(asked);
    let mut selects =
        vec![select(locale, param::SKILL, skills, asked.skill.as_ref().map(|slug| slug.as_str()))];
    let names = places::names(desk.conn, i64::try_from(MOST_PLACES + 1).unwrap_or(i64::MAX))?;
    if names.len() <= MOST_PLACES {
        selects.push(select(locale, param::PLACE, names, asked.place.as_ref().map(|slug| slug.as_str())));
    }
    let territories: Vec<(String, String)> = places::count_by_territory(desk.conn, desk.today)?
        .into_iter()
        .filter_map(|(code, _)| Territory::by_code(&code).map(|t| (code, t.name.clone())))
        .collect();
    if territories.len() > 1 || asked.territory.is_some() {
        selects.push(select(locale, param::TERRITORY, territories, asked.territory.as_deref()));
    }
    let available =
        Availability::ALL.iter().map(|code| (code.code().to_owned(), available(locale, *code))).collect();
    selects.push(select(locale, param::AVAILABILITY, available, asked.availability.map(Availability::code)));
    Ok(selects)
}

/// The vocabulary by name, and the skill that is asked for where it is none of it.
fn skills(asked: &MembersAsked) -> Vec<(String, String)> {
    let mut skills: Vec<_> =
        Skill::all().iter().map(|skill| (skill.slug.clone(), skill.name.clone())).collect();
    let own = asked.skill.as_ref().filter(|slug| Skill::by_slug(slug.as_str()).is_none());
    skills.extend(own.map(|slug| (slug.to_string(), slug.as_str().replace('-', " "))));
    skills.sort_by_cached_key(|(_, name)| crate::domain::text::fold(name));
    skills
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
fn in_words(desk: &mut Desk<'_>, asked: &MembersAsked, name: &str, value: String) -> Result<String> {
    let locale = desk.locale();
    Ok(match name {
        param::SKILL => Skill::by_slug(&value).map_or(value.replace('-', " "), |skill| skill.name.clone()),
        param::PLACE => match &asked.place {
            Some(slug) => match places::by_slug(desk.conn, slug) {
                Ok(place) => place.name,
                Err(db::Error::NotFound) => value,
                Err(error) => return Err(error.into()),
            },
            None => value,
        },
        param::TERRITORY => Territory::by_code(&value).map_or(value, |territory| territory.name.clone()),
        param::AVAILABILITY => asked.availability.map_or(value, |code| available(locale, code)),
        _ => say(locale, "filter-text", "text", value),
    })
}

/// What an empty list says.
pub fn empty(locale: Locale, asked: &MembersAsked) -> Empty {
    let filtered = !asked.filters().is_empty();
    let (title, text) = if filtered {
        ("members-empty", "members-empty-text")
    } else {
        ("members-none", "members-none-text")
    };
    let all = Link::new(i18n::text(locale, "members-empty-all"), MembersAsked::default().href(locale));
    Empty {
        title: i18n::text(locale, title),
        text: i18n::text(locale, text),
        suggestions: if filtered { vec![all] } else { Vec::new() },
    }
}
