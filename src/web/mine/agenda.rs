//! The first page after signing in: what is mine in the days to come.

use actix_web::{HttpRequest, HttpResponse};

use super::page::{Listing, MyAgendaPage};
use crate::i18n::{self, Args};
use crate::store::{agenda, places, private_feeds};
use crate::web::answer::{Desk, private};
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::parts::{Link, PlaceRow};
use crate::web::place_rows::{Listed, with_doors};
use crate::web::rows::{Telling, say};

/// Coming dates of each list.
const MOST_DATES: i64 = 10;

/// `GET /moi`
pub async fn show(request: HttpRequest) -> HttpResponse {
    private(&request, page).await
}

fn page(desk: &mut Desk<'_>) -> Result<Made> {
    let viewer = desk.member()?;
    let locale = desk.locale();
    let standing = viewer.signed_in.standing();
    let mine = places::by_ids(desk.conn, &standing.member_of)?;
    let mine = with_doors(desk, mine)?;
    let (held, others): (Vec<&Listed>, Vec<&Listed>) =
        mine.iter().partition(|one| standing.host_of.contains(&one.place.id));
    let hosting = listing(desk, &held)?;
    let around = listing(desk, &others)?;
    let feeds = private_feeds::of_member(desk.conn, viewer.id())?.len();
    let mut frame = desk.frame(&local(locale, "/moi"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "mine-title");
    frame.noindex = true;
    let page = MyAgendaPage {
        heading: say(locale, "mine-heading", "name", first_name(viewer.name())),
        waiting: if standing.active { String::new() } else { i18n::text(locale, "mine-waiting") },
        hosting,
        around,
        places: mine.iter().map(|one| one.row_beside_map(locale, false)).collect::<Vec<PlaceRow>>(),
        feeds_href: local(locale, "/moi/abonnements"),
        feeds_count: match feeds {
            0 => String::new(),
            n => i18n::text_with(locale, "mine-feeds-count", Some(&Args::from_iter([("count", n)]))),
        },
        shortcuts: Vec::new(),
    };
    desk.private_page(&page, &frame)
}

/// The coming dates of some places; `None` without places.
fn listing(desk: &mut Desk<'_>, of: &[&Listed]) -> Result<Option<Listing>> {
    if of.is_empty() {
        return Ok(None);
    }
    let locale = desk.locale();
    let ids: Vec<i64> = of.iter().map(|one| one.place.id).collect();
    let lines = agenda::of_places(desk.conn, &ids, desk.now, MOST_DATES)?;
    let zone = desk.network.zone;
    let telling = Telling { locale, today: desk.today, zone, territory: "", with_place: of.len() > 1 };
    let agenda_of = |one: &&Listed| {
        let href = with_query(&local(locale, "/agenda"), &[("lieu", one.place.slug.as_str())]);
        Link::new(say(locale, "place-agenda-of", "place", one.place.name.clone()), href)
    };
    Ok(Some(Listing {
        rows: lines.iter().map(|line| telling.dated_row(line)).collect(),
        more: of.iter().map(agenda_of).collect(),
    }))
}

/// "Camille" of "Camille Roux": how one greets.
fn first_name(name: &str) -> String {
    name.split(' ').next().unwrap_or(name).to_owned()
}
