//! What an empty agenda suggests: the next date there is, and each filter to let go of.

use super::asked::AgendaAsked;
use super::list::Shown;
use super::narrow::filter_words;
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
    let (backend, now, zone) = (desk.backend(), desk.now, desk.network.zone);
    let mut suggestions = Vec::new();
    let from = instant_of(shown.first.and_time(chrono::NaiveTime::MIN), zone);
    if let Some(next) = agenda::next_start(desk.conn, backend, narrow, from, now)? {
        let day = local_of(next, zone).date();
        let label = say(locale, "agenda-empty-next", "day", date::day_long(locale, day));
        suggestions.push(Link::new(label, asked.with_date(Some(day)).href(locale)));
    }
    for (name, word) in filter_words(desk, &asked.filter)? {
        let label = say(locale, "agenda-empty-without", "filter", word);
        suggestions.push(Link::new(label, asked.without(name).href(locale)));
    }
    if !asked.filter.is_empty() || asked.date.is_some() {
        let all = asked.with_filter(AgendaFilter::default()).with_date(None);
        suggestions.push(Link::new(i18n::text(locale, "agenda-empty-all"), all.href(locale)));
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
