//! The agenda: by day, week or month, narrowed by the filters of its address.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::asked::{AgendaAsked, LIST_DAYS};
use super::empty;
use super::filters;
use super::narrow::{filter_words, narrowed};
use super::page::{AgendaPage, AgendaView, ViewTab};
use crate::db::Scope;
use crate::domain::period::{Period, PeriodKind, instant_of};
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Args, Locale, date};
use crate::store::agenda::{self, Narrowed, Page};
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::frame::{FeedLink, Frame, Section};
use crate::web::kept::Made;
use crate::web::parts::{Day, Link, Paging};
use crate::web::rows::{Telling, say};
use crate::web::subscribe;

/// Dates on one page of the list.
const PAGE_LENGTH: i64 = 80;
/// Dates of a week or a month that are drawn; the days beyond lead to their list.
const GRID_LENGTH: i64 = 1_000;
/// Events of one day of a month that are named.
const CELL_LENGTH: usize = 4;

/// `GET /agenda`
pub async fn list(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let asked = AgendaAsked::of(desk.asked);
        let narrow = narrowed(desk, asked.filter.clone())?;
        show(desk, &asked, &narrow)
    })
    .await
}

/// What is on in the period, before it is told.
struct Found {
    period: Shown,
    days: Vec<Day>,
    total: i64,
    /// The page that was found: the last one when a later one was asked for.
    page: u32,
}

/// The stretch of days on the page.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub first: NaiveDate,
    /// The first day that is no longer shown.
    pub end: NaiveDate,
}

impl Shown {
    fn range(self, desk: &Desk<'_>) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = |day: NaiveDate| instant_of(day.and_time(NaiveTime::MIN), desk.network.zone);
        (midnight(self.first), midnight(self.end))
    }
}

fn show(desk: &mut Desk<'_>, asked: &AgendaAsked, narrow: &Narrowed) -> Result<Made> {
    let locale = desk.locale();
    let found = find(desk, asked, narrow)?;
    let asked = &asked.with_page(found.page);
    let words: Vec<String> = filter_words(desk, &asked.filter)?.into_iter().map(|(_, word)| word).collect();
    let heading = i18n::text(locale, "agenda-heading");
    let subject = if words.is_empty() { desk.network.name.clone() } else { words.join(", ") };
    let empty = match found.total == 0 && found.days.iter().all(|day| day.events.is_empty()) {
        true => Some(empty::suggestions(desk, asked, narrow, found.period)?),
        false => None,
    };
    let first = asked.date.unwrap_or(desk.today);
    let page = AgendaPage {
        heading: heading.clone(),
        notice: notice(desk, asked),
        period: period_words(locale, asked.view, found.period),
        count: quantity::count(locale, Counted::Events, u64::try_from(found.total).unwrap_or(0)),
        view: match asked.view {
            PeriodKind::Day => AgendaView::Day,
            PeriodKind::Week => AgendaView::Week,
            PeriodKind::Month => AgendaView::Month,
        },
        views: tabs(locale, asked),
        previous: neighbour(locale, asked, found.period, first, false),
        next: neighbour(locale, asked, found.period, first, true),
        today: back_to_today(desk, asked, found.period),
        date: first.format("%Y-%m-%d").to_string(),
        filters: filters::form(desk, asked)?,
        weekdays: weekdays(locale),
        paging: paging(locale, asked, found.total),
        days: found.days,
        empty,
        subscribe: subscribe::panel(desk, subject, narrow)?,
    };
    let mut frame = frame(desk, asked, &heading, &words);
    frame.feeds = feed_links(&page, &heading, locale);
    let valid_until = match asked.filter.registrable {
        true => desk.midnight().min(desk.now + TimeDelta::minutes(15)),
        false => desk.midnight(),
    };
    let mut made = desk.page(&page, &frame, Scope::Network, valid_until)?;
    made.noindex = frame.noindex;
    Ok(made)
}

fn find(desk: &mut Desk<'_>, asked: &AgendaAsked, narrow: &Narrowed) -> Result<Found> {
    let period = shown(asked, desk.today);
    let range = period.range(desk);
    let (backend, now) = (desk.backend(), desk.now);
    let network = std::sync::Arc::clone(&desk.network);
    let mut telling = Telling {
        locale: desk.locale(),
        today: desk.today,
        zone: network.zone,
        territory: &network.territory,
        with_place: asked.filter.place.is_none(),
    };
    let in_list = asked.view == PeriodKind::Day;
    let total = agenda::count_between(desk.conn, backend, narrow, range, now)?;
    let limit = if in_list { PAGE_LENGTH } else { GRID_LENGTH };
    let page = if in_list { asked.page.min(pages(total)) } else { 1 };
    let offset = i64::from(page - 1) * PAGE_LENGTH;
    let lines = agenda::starting_between(desk.conn, backend, narrow, range, Page { offset, limit }, now)?;
    let under_way = match page {
        1 => agenda::under_way(desk.conn, backend, narrow, range.0, limit, now)?,
        _ => Vec::new(),
    };
    if let Some(place) = &asked.filter.place {
        // What the place shares with another says where it is.
        telling.with_place = lines.iter().chain(&under_way).any(|line| line.place_slug != place.as_str());
    }
    let days = match asked.view {
        PeriodKind::Day => telling.days_from(period.first, &under_way, &lines),
        _ => {
            let cut = (i64::try_from(lines.len()).unwrap_or(0) < total).then(|| lines.last()).flatten();
            let complete_before = cut.map(|last| telling.day_of(last));
            let all: Vec<_> = under_way.into_iter().chain(lines).collect();
            let days = telling.days_all(period.first.iter_days().take_while(|day| *day < period.end), &all);
            grid(telling.locale, asked, days, complete_before)
        }
    };
    Ok(Found { period, days, total, page })
}

/// How many pages so many dates make: one at least.
fn pages(total: i64) -> u32 {
    u32::try_from((total + PAGE_LENGTH - 1) / PAGE_LENGTH).unwrap_or(u32::MAX).max(1)
}

/// Days of a week or month: what belongs to the neighbouring months, what is too much for a cell.
fn grid(
    locale: Locale,
    asked: &AgendaAsked,
    mut days: Vec<Day>,
    complete_before: Option<NaiveDate>,
) -> Vec<Day> {
    let month = (asked.view == PeriodKind::Month)
        .then(|| days.get(days.len() / 2).map(|day| day.date.get(..7).unwrap_or_default().to_owned()))
        .flatten();
    for day in &mut days {
        day.href = asked.with_view(PeriodKind::Day).with_date(day.date.parse().ok()).href(locale);
        if let Some(month) = &month {
            day.outside = !day.date.starts_with(month.as_str());
            if day.events.len() > CELL_LENGTH {
                let rest = day.events.len() - (CELL_LENGTH - 1);
                day.events.truncate(CELL_LENGTH - 1);
                day.more = more(locale, rest);
            }
        }
        let incomplete =
            complete_before.is_some_and(|from| day.date.parse().is_ok_and(|own: NaiveDate| own >= from));
        if incomplete {
            day.more = i18n::text(locale, "agenda-see-day");
        }
    }
    days
}

fn more(locale: Locale, rest: usize) -> String {
    let mut args = Args::new();
    args.set("count", rest);
    i18n::text_with(locale, "agenda-more", Some(&args))
}

fn shown(asked: &AgendaAsked, today: NaiveDate) -> Shown {
    let date = asked.date.unwrap_or(today);
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    match Period::containing(asked.view, date) {
        Some(week @ Period::Week(first)) => Shown { first, end: after(week.last_day()) },
        Some(month @ Period::Month(first)) => {
            let whole = |day| Period::containing(PeriodKind::Week, day);
            let begin = whole(first).map_or(first, Period::first_day);
            let end = whole(month.last_day()).map_or(month.last_day(), Period::last_day);
            Shown { first: begin, end: after(end) }
        }
        _ => Shown { first: date, end: date.checked_add_days(LIST_DAYS).unwrap_or(date) },
    }
}

fn period_words(locale: Locale, view: PeriodKind, shown: Shown) -> String {
    match view {
        PeriodKind::Day => say(locale, "agenda-from", "day", date::day_long(locale, shown.first)),
        PeriodKind::Week => date::week(locale, shown.first),
        // A day in the second week lies in the month whatever its first cells.
        PeriodKind::Month => date::month(locale, shown.first + chrono::Days::new(10)),
    }
}

fn neighbour(
    locale: Locale,
    asked: &AgendaAsked,
    shown: Shown,
    first: NaiveDate,
    later: bool,
) -> Option<Link> {
    if asked.view == PeriodKind::Day {
        let to = if later { shown.end } else { shown.first.checked_sub_days(LIST_DAYS)? };
        Period::containing(PeriodKind::Day, to)?;
        let (key, day) = if later { ("agenda-after", shown.end) } else { ("agenda-before", shown.first) };
        let label = say(locale, key, "day", date::day_month(locale, day));
        return Some(Link::new(label, asked.with_date(Some(to)).href(locale)));
    }
    let period = Period::containing(asked.view, first)?;
    let other = if later { period.next()? } else { period.previous()? };
    let label = match other {
        Period::Month(day) => date::month(locale, day),
        _ => date::week(locale, other.first_day()),
    };
    Some(Link::new(label, asked.with_date(Some(other.first_day())).href(locale)))
}

fn back_to_today(desk: &Desk<'_>, asked: &AgendaAsked, shown: Shown) -> Option<Link> {
    let locale = desk.locale();
    let here = match asked.view {
        PeriodKind::Day => shown.first == desk.today && asked.page == 1,
        // Not the days around a month, which are also on the page.
        view => asked
            .date
            .is_none_or(|date| Period::containing(view, date) == Period::containing(view, desk.today)),
    };
    (!here).then(|| Link::new(i18n::text(locale, "agenda-today"), asked.with_date(None).href(locale)))
}

fn tabs(locale: Locale, asked: &AgendaAsked) -> Vec<ViewTab> {
    let tab = |view: &PeriodKind| ViewTab {
        label: i18n::text(locale, &format!("agenda-view-{}", view.code())),
        href: asked.with_view(*view).href(locale),
        current: *view == asked.view,
    };
    PeriodKind::ALL.iter().map(tab).collect()
}

fn weekdays(locale: Locale) -> Vec<String> {
    let monday = chrono::Weekday::Mon;
    std::iter::successors(Some(monday), |day| Some(day.succ()))
        .take(7)
        .map(|day| date::weekday_short(locale, day).to_owned())
        .collect()
}

fn paging(locale: Locale, asked: &AgendaAsked, total: i64) -> Option<Paging> {
    let pages = pages(total);
    if asked.view != PeriodKind::Day || pages <= 1 {
        return None;
    }
    let mut args = Args::new();
    args.set("page", asked.page);
    args.set("pages", pages);
    let page = |n: u32| asked.with_page(n).href(locale);
    Some(Paging {
        previous: (asked.page > 1).then(|| page(asked.page - 1)),
        next: (asked.page < pages).then(|| page(asked.page + 1)),
        label: i18n::text_with(locale, "agenda-page", Some(&args)),
    })
}

/// What of the address was not understood.
fn notice(desk: &Desk<'_>, asked: &AgendaAsked) -> String {
    let locale = desk.locale();
    match (desk.asked.overlong, asked.unknown.is_empty()) {
        (true, _) => i18n::text(locale, "agenda-overlong"),
        (false, true) => String::new(),
        (false, false) => say(locale, "agenda-unknown", "names", asked.unknown.join(", ")),
    }
}

fn frame(desk: &Desk<'_>, asked: &AgendaAsked, heading: &str, words: &[String]) -> Frame {
    let locale = desk.locale();
    let mut frame = desk.frame(&asked.href(locale));
    frame.section = Section::Agenda;
    frame.title = match words.is_empty() {
        true => heading.to_owned(),
        false => format!("{heading} · {}", words.join(", ")),
    };
    frame.description = say(locale, "feed-description", "network", desk.network.name.clone());
    // One agenda in search engines, not one for every filter and day.
    frame.noindex = asked.address() != "/agenda";
    frame
}

fn feed_links(page: &AgendaPage, heading: &str, locale: Locale) -> Vec<FeedLink> {
    let atom = i18n::text(locale, "atom-short");
    vec![
        FeedLink::calendar(Link::new(
            format!("{heading} · {}", page.subscribe.subject),
            page.subscribe.feed_url.clone(),
        )),
        FeedLink::atom(Link::new(atom, local(locale, "/agenda.atom"))),
    ]
}
