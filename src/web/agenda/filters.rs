//! The form of the agenda's filters, and the chips of those in force.

use super::asked::{AgendaAsked, param as view};
use super::narrow::{filter_words, value_in_words};
use crate::domain::agenda::{AgendaFilter, param};
use crate::domain::brick::BrickKind;
use crate::domain::event::{Accessibility, EventKind, Theme};
use crate::domain::period::PeriodKind;
use crate::domain::territory::Territory;
use crate::i18n::{self, Locale};
use crate::store::places;
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::parts::{Check, Chip, Choice, Filters, Hidden, Select};

/// More places than anybody finds in a list; the search and the place's page serve better then.
const MOST_PLACES: i64 = 200;

pub fn form(desk: &mut Desk<'_>, asked: &AgendaAsked) -> Result<Filters> {
    let locale = desk.locale();
    let filter = &asked.filter;
    let chips = filter_words(desk, filter)?
        .into_iter()
        .map(|(name, label)| Chip { label, href: asked.without(name).href(locale) })
        .collect();
    let mut hidden = Vec::new();
    if asked.view != PeriodKind::Day {
        hidden.push(Hidden { name: view::VIEW, value: asked.view.code().to_owned() });
    }
    Ok(Filters {
        action: crate::web::asked::local(locale, "/agenda"),
        q: filter.text.clone().unwrap_or_default(),
        open: false,
        selects: selects(desk, filter)?,
        checks: checks(locale, filter),
        hidden,
        chips,
        clear_href: asked.with_filter(AgendaFilter::default()).href(locale),
    })
}

fn selects(desk: &mut Desk<'_>, filter: &AgendaFilter) -> Result<Vec<Select>> {
    let locale = desk.locale();
    let codes = |name, all: Vec<&'static str>, chosen: Option<&str>| {
        let choices = all
            .into_iter()
            .map(|code| (code.to_owned(), value_in_words(locale, name, code.to_owned())))
            .collect();
        select(locale, name, choices, chosen)
    };
    let mut selects = Vec::with_capacity(6);
    let territories = places::count_by_territory(desk.conn, desk.today)?;
    if territories.len() > 1 || filter.territory.is_some() {
        let known = |code: &String| Territory::by_code(code).map(|t| (code.clone(), t.name.clone()));
        let choices = territories.iter().filter_map(|(code, _)| known(code)).collect();
        selects.push(select(locale, param::TERRITORY, choices, filter.territory.as_deref()));
    }
    let names = places::names(desk.conn, MOST_PLACES + 1)?;
    if names.len() <= usize::try_from(MOST_PLACES).unwrap_or(usize::MAX) {
        selects.push(select(locale, param::PLACE, names, filter.place.as_ref().map(|slug| slug.as_str())));
    }
    selects.push(codes(
        param::KIND,
        EventKind::ALL.iter().map(|kind| kind.code()).collect(),
        filter.kind.map(EventKind::code),
    ));
    selects.push(codes(
        param::THEME,
        Theme::ALL.iter().map(|theme| theme.code()).collect(),
        filter.theme.map(Theme::code),
    ));
    selects.push(codes(
        param::BRICK,
        BrickKind::ALL.iter().map(|kind| kind.code()).collect(),
        filter.brick.map(BrickKind::code),
    ));
    selects.push(codes(
        param::ACCESSIBLE,
        Accessibility::ALL.iter().map(|code| code.code()).collect(),
        filter.accessible.map(Accessibility::code),
    ));
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
    let choices = choices.into_iter().map(|(value, label)| Choice {
        selected: chosen == Some(value.as_str()),
        value,
        label,
    });
    Select {
        name,
        label: i18n::text(locale, &format!("filter-{name}")),
        choices: std::iter::once(all).chain(choices).collect(),
    }
}

fn checks(locale: Locale, filter: &AgendaFilter) -> Vec<Check> {
    let check = |name, value: &str, checked| Check {
        name,
        value: value.to_owned(),
        label: value_in_words(locale, name, String::new()),
        checked,
    };
    vec![check(param::FREE, "1", filter.free), check(param::REGISTRATION, "ouverte", filter.registrable)]
}
