//! The list of places: by name, narrowed by facets, or from the nearest to a commune on.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use super::asked::PlacesAsked;
use super::filters;
use super::near::near;
use super::page::PlacesPage;
use crate::db::Scope;
use crate::domain::geo::distance_km;
use crate::domain::place::Point;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Locale};
use crate::store::places::{self, Composed, Standing};
use crate::web::answer::{Desk, answer};
use crate::web::door::Doors;
use crate::web::error::Result;
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::parts::Paging;
use crate::web::place_rows::{true_until, with_doors};
use crate::web::rows::say;
use crate::web::wording::said;

const PAGE_LENGTH: u32 = 50;

/// `GET /lieux`
pub async fn list(request: HttpRequest) -> HttpResponse {
    answer(&request, |desk| {
        let asked = PlacesAsked::of(desk.asked);
        page(desk, asked)
    })
    .await
}

fn page(desk: &mut Desk<'_>, asked: PlacesAsked) -> Result<Made> {
    let locale = desk.locale();
    let near = near(desk, &asked)?;
    let Found { places, total, page, true_until: latest } = find(desk, &asked, near.from)?;
    let asked = asked.with_page(page);
    let filters = filters::form(desk, &asked)?;
    let empty = if total == 0 { Some(filters::empty(desk, &asked, &filters)?) } else { None };
    let listed = with_doors(desk, places)?;
    let row = |one: &crate::web::place_rows::Listed| match near.from {
        Some(from) => one.row_from(locale, from),
        None => one.row(locale),
    };
    let page = PlacesPage {
        heading: i18n::text(locale, "layout-places"),
        notice: notice(desk, &asked),
        count: quantity::count(locale, Counted::Places, total.into()),
        near: asked.near.clone().unwrap_or_default(),
        near_result: near.result,
        near_choices: near.choices,
        filters,
        places: listed.iter().map(row).collect(),
        paging: paging(locale, &asked, total),
        empty,
    };
    let mut frame = desk.frame(&asked.href(locale));
    frame.section = Section::Places;
    frame.title = page.heading.clone();
    frame.description = say(locale, "places-description", "network", desk.network.name.clone());
    // One list in search engines, not one for every facet.
    frame.noindex = asked.near.is_some() || !asked.filters().is_empty();
    let mut made = desk.page(&page, &frame, Scope::Network, true_until(&listed, latest))?;
    made.noindex = frame.noindex;
    Ok(made)
}

/// One page of what was asked for.
struct Found {
    places: Vec<Composed>,
    total: u32,
    /// The page that was found: the last one when a later one was asked for.
    page: u32,
    true_until: DateTime<Utc>,
}

fn find(desk: &mut Desk<'_>, asked: &PlacesAsked, near: Option<Point>) -> Result<Found> {
    let (backend, today) = (desk.backend(), desk.today);
    if !asked.open && near.is_none() {
        let total = places::count(desk.conn, backend, &asked.filter, today)?;
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let page = asked.page.min(last_page(total));
        let window = (i64::from(page * PAGE_LENGTH), i64::from(PAGE_LENGTH));
        let places = places::page(desk.conn, backend, &asked.filter, today, window)?;
        return Ok(Found { places, total, page, true_until: desk.midnight() });
    }
    let mut standings = places::standings(desk.conn, backend, &asked.filter, today)?;
    if asked.open {
        let texts = standings.iter().map(|place| place.opening_hours.as_str());
        let ids: Vec<i64> = standings.iter().map(|place| place.id).collect();
        let doors = Doors::at(desk.conn, desk.now, &ids, texts)?;
        standings.retain(|place| doors.is_open(place));
    }
    if let Some(from) = near {
        sort_by_distance(&mut standings, from);
    }
    let total = u32::try_from(standings.len()).unwrap_or(u32::MAX);
    let page = asked.page.min(last_page(total));
    let start = usize::try_from(page * PAGE_LENGTH).unwrap_or(usize::MAX);
    let ids: Vec<i64> =
        standings.iter().skip(start).take(PAGE_LENGTH as usize).map(|place| place.id).collect();
    let true_until = if asked.open { next_minute(desk.now) } else { desk.midnight() };
    Ok(Found { places: places::by_ids(desk.conn, &ids)?, total, page, true_until })
}

/// The nearest first; what lies nowhere, last. Equals keep their order.
fn sort_by_distance(standings: &mut [Standing], from: Point) {
    let away = |place: &Standing| place.point().map_or(f64::INFINITY, |point| distance_km(from, point));
    standings.sort_by(|a, b| away(a).total_cmp(&away(b)));
}

/// From 0.
fn last_page(total: u32) -> u32 {
    total.saturating_sub(1) / PAGE_LENGTH
}

/// Doors open and close on whole minutes.
fn next_minute(now: DateTime<Utc>) -> DateTime<Utc> {
    let minute = TimeDelta::minutes(1);
    now.duration_trunc(minute).unwrap_or(now) + minute
}

fn notice(desk: &Desk<'_>, asked: &PlacesAsked) -> String {
    let locale = desk.locale();
    match (desk.asked.overlong, asked.unknown.is_empty()) {
        (true, _) => i18n::text(locale, "places-overlong"),
        (false, true) => String::new(),
        (false, false) => say(locale, "agenda-unknown", "names", asked.unknown.join(", ")),
    }
}

fn paging(locale: Locale, asked: &PlacesAsked, total: u32) -> Option<Paging> {
    let last = last_page(total);
    let page = |n: u32| asked.with_page(n).href(locale);
    let figures = [("page", (asked.page + 1).to_string()), ("pages", (last + 1).to_string())];
    (last > 0).then(|| Paging {
        previous: asked.page.checked_sub(1).map(page),
        next: (asked.page < last).then(|| page(asked.page + 1)),
        label: said(locale, "agenda-page", figures),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(id: i64, point: Option<(f64, f64)>) -> Standing {
        Standing {
            id,
            lat: point.map(|(lat, _)| lat),
            lon: point.map(|(_, lon)| lon),
            territory: "26".into(),
            zone: "Europe/Paris".into(),
            school_zone: None,
            opening_hours: String::new(),
        }
    }

    #[test]
    fn the_nearest_comes_first_and_the_unplaced_last() {
        let (crest, die) = (Some((44.7284, 5.0235)), Some((44.7531, 5.3702)));
        let mut places =
            [standing(1, None), standing(2, die), standing(3, crest), standing(4, None), standing(5, crest)];
        sort_by_distance(&mut places, Point { lat: 44.73, lon: 5.02 });
        assert_eq!(places.map(|place| place.id), [3, 5, 2, 1, 4]);
    }

    #[test]
    fn pages_and_minutes_are_whole() {
        assert_eq!([0, 1, 50, 51, 100, 101].map(last_page), [0, 0, 0, 1, 1, 2]);
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        assert_eq!(next_minute(at("2026-03-05T08:59:59.5Z")), at("2026-03-05T09:00:00Z"));
        assert_eq!(next_minute(at("2026-03-05T09:00:00Z")), at("2026-03-05T09:01:00Z"));
    }
}
