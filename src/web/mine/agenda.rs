//! The first page after signing in: what is mine in the days to come.

use actix_web::{HttpRequest, HttpResponse};
use chrono::TimeDelta;

use super::page::{Listing, MyAgendaPage};
use crate::domain::policy::Standing;
use crate::domain::registration::RegistrationState;
use crate::i18n::{self, Args, Locale};
use crate::store::agenda::{self, Line};
use crate::store::{mine, places, private_feeds};
use crate::web::answer::{Desk, private};
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::frame::Section;
use crate::web::kept::Made;
use crate::web::mail::stopped;
use crate::web::parts::{EventRow, Link, PlaceRow};
use crate::web::place_rows::{Listed, with_doors};
use crate::web::rows::{Telling, say};

/// Coming dates of each list.
const MOST_DATES: i64 = 10;
/// How far ahead one looks for what one hosts.
const HOSTING_AHEAD: TimeDelta = TimeDelta::days(180);

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
    let going = going(desk, viewer.id())?;
    let hosting = hosting(desk, &standing, &mine)?;
    let around = around(desk, &standing, &mine)?;
    let feeds = private_feeds::of_member(desk.conn, viewer.id())?.len();
    let stopped = stopped::notice(desk, &viewer)?;
    let mut frame = desk.frame(&local(locale, "/moi"));
    frame.section = Section::Mine;
    frame.title = i18n::text(locale, "mine-title");
    frame.noindex = true;
    let page = MyAgendaPage {
        heading: say(locale, "mine-heading", "name", first_name(viewer.name())),
        waiting: if standing.active { String::new() } else { i18n::text(locale, "mine-waiting") },
        stopped,
        going,
        hosting,
        around,
        places: mine.iter().map(|one| one.row_beside_map(locale, false)).collect::<Vec<PlaceRow>>(),
        feeds_href: local(locale, "/moi/abonnements"),
        feeds_count: match feeds {
            0 => String::new(),
            n => i18n::text_with(locale, "mine-feeds-count", Some(&Args::from_iter([("count", n)]))),
        },
        shortcuts: shortcuts(locale, &standing),
    };
    desk.private_page(&page, &frame)
}

/// What the member has registered for; what is not sure yet says so.
fn going(desk: &mut Desk<'_>, member: i64) -> Result<Vec<EventRow>> {
    let coming = mine::coming(desk.conn, member, desk.now, MOST_DATES)?;
    let ids: Vec<i64> = coming.iter().map(|(id, _)| *id).collect();
    let lines = agenda::by_ids(desk.conn, &ids)?;
    let (locale, telling) = (desk.locale(), telling(desk, true));
    let row = |((_, state), line): ((i64, RegistrationState), Line)| {
        let mut row = telling.dated_row(&line);
        if state != RegistrationState::Confirmed {
            row.remarks.insert(0, i18n::text(locale, &format!("registration-state-{}", state.code())));
        }
        row
    };
    Ok(coming.into_iter().zip(lines).map(row).collect())
}

/// What the member holds, by name or with their place.
fn hosting(desk: &mut Desk<'_>, standing: &Standing, mine: &[Listed]) -> Result<Option<Listing>> {
    let ahead = (desk.now, desk.now + HOSTING_AHEAD);
    let events = mine::hosted(desk.conn, standing.member, &standing.host_of, ahead)?;
    if events.is_empty() && standing.host_of.is_empty() {
        return Ok(None);
    }
    let lines = agenda::of_events(desk.conn, &events, desk.now, MOST_DATES)?;
    let held: Vec<&Listed> = mine.iter().filter(|one| standing.host_of.contains(&one.place.id)).collect();
    let mut hosting = listing(desk, &lines, &held);
    hosting.more = held.iter().flat_map(|one| of_held(desk.locale(), one)).collect();
    Ok(Some(hosting))
}

/// What a host does next with a place.
fn of_held(locale: Locale, one: &Listed) -> [Link; 3] {
    let (slug, name) = (one.place.slug.as_str(), &one.place.name);
    let announce = with_query(&local(locale, "/evenements/nouveau"), &[("lieu", slug)]);
    let door = local(locale, &format!("/lieux/{slug}/porte"));
    let manage = local(locale, &format!("/lieux/{slug}/evenements"));
    [
        Link::new(say(locale, "mine-announce", "place", name.clone()), announce),
        Link::new(say(locale, "mine-manage-events", "place", name.clone()), manage),
        Link::new(say(locale, "mine-door", "place", name.clone()), door),
    ]
}

/// What goes on at the places that the member does not hold; `None` without such places.
fn around(desk: &mut Desk<'_>, standing: &Standing, mine: &[Listed]) -> Result<Option<Listing>> {
    let others: Vec<&Listed> = mine.iter().filter(|one| !standing.host_of.contains(&one.place.id)).collect();
    if others.is_empty() {
        return Ok(None);
    }
    let ids: Vec<i64> = others.iter().map(|one| one.place.id).collect();
    let lines = agenda::of_places(desk.conn, &ids, desk.now, MOST_DATES)?;
    Ok(Some(listing(desk, &lines, &others)))
}

fn listing(desk: &Desk<'_>, lines: &[Line], of: &[&Listed]) -> Listing {
    let locale = desk.locale();
    let elsewhere = lines.iter().any(|line| of.iter().all(|one| one.place.slug != line.place_slug));
    let telling = telling(desk, of.len() != 1 || elsewhere);
    let agenda_of = |one: &&Listed| {
        let href = with_query(&local(locale, "/agenda"), &[("lieu", one.place.slug.as_str())]);
        Link::new(say(locale, "place-agenda-of", "place", one.place.name.clone()), href)
    };
    Listing {
        rows: lines.iter().map(|line| telling.dated_row(line)).collect(),
        more: of.iter().map(agenda_of).collect(),
    }
}

fn telling(desk: &Desk<'_>, with_place: bool) -> Telling<'static> {
    let zone = desk.network.zone;
    Telling { locale: desk.locale(), today: desk.today, zone, territory: "", with_place }
}

/// The other pages that are a member's own, and those of the coordination.
fn shortcuts(locale: Locale, standing: &Standing) -> Vec<Link> {
    let own = [
        ("profile-heading", "/moi/profil"),
        ("preview-heading", "/moi/profil/apercu"),
        ("inbox-heading", "/moi/messages"),
        ("own-places-title", "/moi/lieux"),
        ("proposals-mine-title", "/evenements/propositions"),
        ("preferences-title", "/moi/courrier"),
        ("mine-to-account", "/compte"),
    ];
    let coordination = [
        ("mine-to-hosts", "/reseau/animateurs"),
        ("welcome-title", "/comptes-en-attente"),
        ("reports-title", "/reseau/signalements"),
        ("suspensions-title", "/reseau/suspensions"),
        ("network-rules-title", "/reseau/reglages"),
        ("mine-to-mail", "/reseau/courrier"),
    ];
    let more = if standing.coordinates && standing.active { &coordination[..] } else { &[] };
    let link = |(key, path)| Link::new(i18n::text(locale, key), local(locale, path));
    own.into_iter().chain(more.iter().copied()).map(link).collect()
}

/// "Camille" of "Camille Roux": how one greets.
fn first_name(name: &str) -> String {
    name.split(' ').next().unwrap_or(name).to_owned()
}
