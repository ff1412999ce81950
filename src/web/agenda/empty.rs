//! What an empty agenda suggests: the next date there is, and each filter without which there is something.

use chrono::{NaiveDate, NaiveTime};

use super::asked::AgendaAsked;
use super::list::Shown;
use super::narrow::{filter_words, narrowed};
use crate::domain::agenda::AgendaFilter;
use crate::domain::period::{instant_of, local_of};
use crate::i18n::{self, date};
use crate::store::agenda::{self, Narrowed};
use crate::web::answer::Desk;
use crate::web::error::Result;
use crate::web::parts::{Empty, Link};
use crate::web::rows::say;

pub fn suggestions(
    desk: &mut Desk<'_>,
    asked: &AgendaAsked,
    narrow: &Narrowed,
    shown: Shown,
) -> Result<Empty> {
    let locale = desk.locale();
    let mut suggestions: Vec<Link> = Vec::new();
    if let Some(day) = next_day(desk, narrow, shown)? {
        let label = say(locale, "agenda-empty-next", "day", date::day_long(locale, day));
        suggestions.push(Link::new(label, asked.with_date(Some(day)).href(locale)));
    }
    for (name, word) in filter_words(desk, &asked.filter)? {
        let wider = asked.without(name);
        let found = narrowed(desk, wider.filter.clone())?;
        let Some(day) = next_day(desk, &found, shown)? else { continue };
        let wider = if day < shown.end { wider } else { wider.with_date(Some(day)) };
        let label = say(locale, "agenda-empty-without", "filter", word);
        suggestions.push(Link::new(label, wider.href(locale)));
    }
    if !asked.filter.is_empty() || asked.date.is_some() {
        let all = asked.with_filter(AgendaFilter::default()).with_date(None).href(locale);
        if suggestions.iter().all(|link| link.href != all) {
            suggestions.push(Link::new(i18n::text(locale, "agenda-empty-all"), all));
        }
    }
    Ok(Empty {
        title: i18n::text(locale, "agenda-empty"),
        text: match suggestions.is_empty() {
            true => i18n::text(locale, "agenda-empty-nothing"),
            false => i18n::text(locale, "agenda-empty-text"),
        },
        suggestions,
    })
}

/// The first day from the beginning of the period on that has something.
fn next_day(desk: &mut Desk<'_>, narrow: &Narrowed, shown: Shown) -> Result<Option<NaiveDate>> {
    let (backend, now, zone) = (desk.backend(), desk.now, desk.network.zone);
    let from = instant_of(shown.first.and_time(NaiveTime::MIN), zone);
    let next = agenda::next_start(desk.conn, backend, narrow, from, now)?;
    Ok(next.map(|start| local_of(start, zone).date()))
}
