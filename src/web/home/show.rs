//! The home page: the network on a map and as a list, its week, its newest places.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse};

use super::page::{HomePage, TerritoryRow};
use crate::db::Scope;
use crate::domain::map::{MapPlace, national_map};
use crate::domain::territory::Territory;
use crate::domain::text::fold;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Locale};
use crate::store::agenda::Narrowed;
use crate::store::places::{self, PlaceFilter};
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::cover::Cover;
use crate::web::error::Result;
use crate::web::frame::{FeedLink, Section, home};
use crate::web::kept::Made;
use crate::web::map::MapView;
use crate::web::parts::{Link, PlaceRow};
use crate::web::place_rows::{Listed, true_until, with_doors};
use crate::web::rows::say;
use crate::web::week::rest_of_week;

/// Events of the week that are named.
const WEEK_LENGTH: i64 = 12;
const NEWEST: i64 = 3;
/// Width of the map of France, px.
const COUNTRY_WIDTH: f64 = 560.0;

/// `GET /`
pub async fn show(request: HttpRequest) -> HttpResponse {
    answer(&request, page).await
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    let (locale, network) = (desk.locale(), std::sync::Arc::clone(&desk.network));
    let counts: BTreeMap<String, u64> = places::count_by_territory(desk.conn, desk.today)?
        .into_iter()
        .map(|(code, count)| (code, u64::try_from(count).unwrap_or(0)))
        .collect();
    let atlas = match ground(&network.territory, &counts) {
        Some(code) => of_territory(desk, &code, &counts)?,
        None => of_country(locale, &counts),
    };
    let newest = places::newest(desk.conn, desk.today, NEWEST)?;
    let newest = with_doors(desk, newest)?;
    let week = rest_of_week(desk, &Narrowed::default(), &network.territory, WEEK_LENGTH)?;
    let total: u64 = counts.values().sum();
    let places_count = quantity::count(locale, Counted::Places, total);
    let intro = match total {
        0 => i18n::text(locale, "home-intro-empty"),
        _ => say(locale, "home-intro", "places", places_count.clone()),
    };
    let mut frame = desk.frame(home(locale));
    frame.section = Section::Home;
    frame.description = intro.clone();
    frame.feeds = feeds(locale, &network.name);
    let until = true_until(&newest, true_until(&atlas.listed, week.true_until));
    let page = HomePage {
        heading: network.name.clone(),
        intro,
        cover: Cover::of(&network.name),
        near: String::new(),
        places: atlas.rows,
        map: atlas.map,
        territories: atlas.territories,
        places_count,
        week: week.days,
        week_label: week.label,
        week_more: week.more,
        newest: newest.iter().map(|one| one.row_of_newcomer(locale)).collect(),
    };
    desk.page(&page, &frame, Scope::Network, until)
}

/// The map and what stands beside it.
struct Atlas {
    map: MapView,
    listed: Vec<Listed>,
    rows: Vec<PlaceRow>,
    territories: Vec<TerritoryRow>,
}

/// The one territory that the network is drawn on; `None`: the country.
fn ground(own: &str, counts: &BTreeMap<String, u64>) -> Option<String> {
    match (own, counts.len()) {
        ("", 1) => counts.keys().next().cloned(),
        ("", _) => None,
        (code, _) => Some(code.to_owned()),
    }
}

fn of_territory(desk: &mut Desk<'_>, code: &str, counts: &BTreeMap<String, u64>) -> Result<Atlas> {
    let (locale, backend) = (desk.locale(), desk.backend());
    let found = places::list(desk.conn, backend, &PlaceFilter::default(), desk.today)?;
    let listed = with_doors(desk, found)?;
    let markers: Vec<MapPlace> = listed.iter().filter_map(Listed::on_map).collect();
    let label = say(locale, "map-of-network", "network", desk.network.name.clone());
    let Some(map) = MapView::territory(locale, label, code, &markers) else {
        return Ok(of_country(locale, counts));
    };
    let rows = listed.iter().map(|one| one.row_beside_map(locale, true)).collect();
    Ok(Atlas { map, rows, listed, territories: Vec::new() })
}

fn of_country(locale: Locale, counts: &BTreeMap<String, u64>) -> Atlas {
    let label = i18n::text(locale, "map-of-country");
    let map = MapView::national(locale, label, national_map(counts, COUNTRY_WIDTH));
    let mut territories: Vec<(&Territory, u64)> =
        counts.iter().filter_map(|(code, count)| Some((Territory::by_code(code)?, *count))).collect();
    territories.sort_by_cached_key(|(territory, _)| fold(&territory.name));
    let row = |(territory, count): (&Territory, u64)| TerritoryRow {
        link: Link::new(&territory.name, local(locale, &format!("/territoires/{}", territory.code))),
        count: quantity::count(locale, Counted::Places, count),
    };
    let territories = territories.into_iter().map(row).collect();
    Atlas { map, territories, listed: Vec::new(), rows: Vec::new() }
}

fn feeds(locale: Locale, network: &str) -> Vec<FeedLink> {
    vec![
        FeedLink::calendar(Link::new(
            say(locale, "feed-network", "network", network.to_owned()),
            local(locale, "/agenda.ics"),
        )),
        FeedLink::atom(Link::new(
            say(locale, "atom-title", "network", network.to_owned()),
            local(locale, "/agenda.atom"),
        )),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_drawn_for_a_network_of_several_territories() {
        let counts =
            |codes: &[&str]| codes.iter().map(|code| ((*code).to_owned(), 1)).collect::<BTreeMap<_, _>>();
        for (own, with_places, drawn) in [
            ("26", &["07", "26"][..], Some("26")),
            ("26", &[], Some("26")),
            ("", &["07"], Some("07")),
            ("", &["07", "26"], None),
            ("", &[], None),
        ] {
            assert_eq!(ground(own, &counts(with_places)).as_deref(), drawn, "{own:?} {with_places:?}");
        }
    }
}
