//! The page of a territory: its map, its places, its week, its feed.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};

use super::page::TerritoryPage;
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::domain::map::MapPlace;
use crate::domain::territory::Territory;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, Locale};
use crate::store::agenda::Narrowed;
use crate::store::places::{self, PlaceFilter};
use crate::web::answer::{Desk, answer};
use crate::web::asked::{Asked, local, with_query};
use crate::web::error::{Error, Result};
use crate::web::frame::{FeedLink, Frame, Section, home};
use crate::web::kept::Made;
use crate::web::map::MapView;
use crate::web::parts::{Empty, Link};
use crate::web::place_rows::{Listed, true_until, with_doors};
use crate::web::rows::say;
use crate::web::subscribe::{feed_path, panel};
use crate::web::week::{Week, rest_of_week};
use crate::web::wording::said;

/// Events of the week that are named.
const WEEK_LENGTH: i64 = 12;

/// `GET /territoires/{code}`: the code in capitals; others lead there.
pub async fn show(request: HttpRequest) -> HttpResponse {
    let code = request.match_info().get("code").unwrap_or_default();
    let territory = Territory::by_code(&code.to_ascii_uppercase());
    if let Some(known) = territory
        && known.code != code
    {
        let path = local(Asked::of(&request).locale, &format!("/territoires/{}", known.code));
        return HttpResponse::PermanentRedirect().insert_header((header::LOCATION, path)).finish();
    }
    answer(&request, move |desk| page(desk, territory.ok_or(Error::NotFound)?)).await
}

fn page(desk: &mut Desk<'_>, territory: &'static Territory) -> Result<Made> {
    let (locale, backend) = (desk.locale(), desk.backend());
    let code = territory.code.clone();
    let filter = PlaceFilter { territory: Some(code.clone()), ..PlaceFilter::default() };
    let found = places::list(desk.conn, backend, &filter, desk.today)?;
    let listed = with_doors(desk, found)?;
    let markers: Vec<MapPlace> = listed.iter().filter_map(Listed::on_map).collect();
    let asked = Narrowed {
        filter: AgendaFilter { territory: Some(code.clone()), ..AgendaFilter::default() },
        place_id: None,
    };
    let week = rest_of_week(desk, &asked, &code, WEEK_LENGTH)?;
    let subject = say(locale, "territory-agenda", "territory", territory.name.clone());
    let label = say(locale, "map-of-territory", "territory", territory.name.clone());
    let page = TerritoryPage {
        heading: territory.name.clone(),
        count: count(locale, listed.len(), &week),
        map: MapView::territory(locale, label, &code, &markers),
        places: listed.iter().map(|one| one.row_beside_map(locale, true)).collect(),
        paging: None,
        empty: listed.is_empty().then(|| empty(locale)),
        week: week.days,
        agenda_href: with_query(&local(locale, "/agenda"), &[("territoire", &code)]),
        subscribe: panel(desk, subject, &asked)?,
    };
    let frame = frame(desk, territory, &asked, &page);
    let until = true_until(&listed, week.true_until);
    let mut made = desk.page(&page, &frame, Scope::Territory(code), until)?;
    made.noindex = frame.noindex;
    Ok(made)
}

/// "34 lieux, 18 évènements cette semaine".
fn count(locale: Locale, places: usize, week: &Week) -> String {
    let places = quantity::count(locale, Counted::Places, places.try_into().unwrap_or(u64::MAX));
    let events = quantity::count(locale, Counted::Events, week.total);
    said(locale, "territory-count", [("places", places), ("events", events)])
}

fn empty(locale: Locale) -> Empty {
    Empty {
        title: i18n::text(locale, "territory-empty"),
        text: i18n::text(locale, "territory-empty-text"),
        suggestions: vec![
            Link::new(i18n::text(locale, "home-all-places"), local(locale, "/lieux")),
            Link::new(i18n::text(locale, "home-map"), home(locale)),
        ],
    }
}

fn frame(desk: &Desk<'_>, territory: &Territory, asked: &Narrowed, page: &TerritoryPage) -> Frame {
    let locale = desk.locale();
    let mut frame = desk.frame(&local(locale, &format!("/territoires/{}", territory.code)));
    frame.section = Section::Places;
    frame.title = territory.name.clone();
    let args = [("territory", territory.name.clone()), ("count", page.count.clone())];
    frame.description = said(locale, "territory-description", args);
    // An empty page is for those who come to it by its address.
    frame.noindex = page.places.is_empty();
    let title = say(locale, "feed-territory", "territory", territory.name.clone());
    frame.feeds.push(FeedLink::calendar(Link::new(title, feed_path(locale, &asked.filter))));
    frame
}
