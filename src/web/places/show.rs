//! The page of a place: what is stored about it, its hours as they are now, what is on there.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};

use super::edit::page::DoorForm;
use super::page::{PhotoView, PlacePage};
use super::{bricks, edit, hours, json_ld, sheet};
use crate::db::Scope;
use crate::domain::agenda::AgendaFilter;
use crate::domain::closure::Closure;
use crate::domain::policy::{Action, Actor};
use crate::domain::slug::Slug;
use crate::i18n::{self, Locale};
use crate::store::agenda::{self, Line, Narrowed};
use crate::store::places::{self, Parts, PlaceRow};
use crate::store::{closures, doors, place_photos, subscribers};
use crate::web::answer::{Desk, answer};
use crate::web::asked::{local, with_query};
use crate::web::cover::Cover;
use crate::web::door::{Door, Doors};
use crate::web::error::{Error, Result};
use crate::web::frame::{FeedLink, Frame, JsonLd, Section};
use crate::web::host_bar::HostBar;
use crate::web::joining::standing::standing;
use crate::web::kept::Made;
use crate::web::markdown;
use crate::web::parts::{EventRow, Link, Subscribe};
use crate::web::rows::{Telling, say};
use crate::web::subscribe::{feed_path, panel};
use crate::web::wording::counted;

/// Coming dates that are looked at: the place's next ones, and those of its bricks among them.
const LOOKED_AT: i64 = 60;
/// Dates that are shown of the place as a whole.
const SHOWN: usize = 8;
/// Closures that are announced.
const CLOSURES: usize = 6;

/// `GET /lieux/{slug}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    answer(&request, |desk| {
        let slug = slug.ok_or(Error::NotFound)?;
        let place = places::by_slug(desk.conn, &slug)?;
        let parts = places::parts(desk.conn, place.id)?;
        page(desk, &slug, &place, parts)
    })
    .await
}

fn page(desk: &mut Desk<'_>, slug: &Slug, place: &PlaceRow, parts: Parts) -> Result<Made> {
    let locale = desk.locale();
    let closed_on = place.closed_on.filter(|day| *day <= desk.today);
    let events = events(desk, place, closed_on)?;
    let texts = parts.bricks.iter().map(|brick| brick.opening_hours.as_str());
    let doors = Doors::at(desk.conn, desk.now, &[place.id], texts.chain([place.opening_hours.as_str()]))?;
    let closures = closures(desk, place)?;
    let door = doors.of(place).filter(|_| closed_on.is_none());
    let (confirmed, unconfirmed) = sheet::confirmation(locale, place, desk.today);
    let page = PlacePage {
        name: place.name.clone(),
        location: sheet::location(place),
        territory: sheet::territory_link(locale, place),
        summary: place.summary.clone(),
        photos: place_photos::of_place(desk.conn, place.id)?.iter().map(PhotoView::from).collect(),
        cover: Cover::of(&place.slug),
        standing: standing(desk, place, closed_on.is_some())?,
        host_bar: HostBar::of(desk, place, None)?,
        description_html: markdown::html(&place.description),
        closed: sheet::closed(locale, closed_on),
        confirmed,
        unconfirmed: if closed_on.is_none() { unconfirmed } else { String::new() },
        open: door.as_ref().map(|door| door.badge(locale)),
        hours: if closed_on.is_none() { hours::of_place(locale, &doors, place) } else { None },
        closures: closures.iter().map(|closure| sheet::closure(locale, closure, desk.today)).collect(),
        address: sheet::address(place),
        precision: sheet::precision(locale, place),
        directions_html: markdown::html(&place.directions),
        geo_href: sheet::geo_href(place),
        osm_href: sheet::osm_href(place),
        website: sheet::website(&place.website),
        map: sheet::map(desk, place, door.as_ref().is_some_and(Door::is_open))?,
        bricks: bricks::blocks(locale, place, &parts.bricks, &events.lines_by_brick),
        accessibility: sheet::accessibility(locale, place),
        accessibility_note: place.accessibility_note.clone(),
        team: sheet::team(locale, &parts.team),
        partners: sheet::partners(locale, &parts.partners),
        agenda: events.agenda_link(locale, place),
        propose: if closed_on.is_none() { propose_link(desk, place) } else { None },
        events: events.shown,
        subscribe: if closed_on.is_none() { Some(subscription(desk, slug, place)?) } else { None },
        source: sheet::source(locale, place),
        door_form: door_form(desk, place, door.as_ref())?,
    };
    let frame = frame(desk, place, &parts, &closures, &page);
    let until = door.map_or(desk.midnight(), |door| desk.midnight().min(door.changes_at));
    desk.page(&page, &frame, Scope::Place(place.id), until.min(events.true_until))
}

/// For those who do not publish here themselves, or who may once they have signed in.
fn propose_link(desk: &Desk<'_>, place: &PlaceRow) -> Option<Link> {
    let (actor, locale) = (desk.actor(), desk.locale());
    let proposes = actor.may(Action::ProposeEvent(place.id)) && !actor.may(Action::HostEvent(&[place.id]));
    (actor == Actor::Visitor || proposes).then(|| {
        let form = local(locale, &format!("/lieux/{}/proposer", place.slug));
        Link::new(i18n::text(locale, "proposals-propose-link"), form)
    })
}

/// The button of who holds the place; it is on no page that is kept.
fn door_form(desk: &mut Desk<'_>, place: &PlaceRow, door: Option<&Door>) -> Result<Option<DoorForm>> {
    if !desk.actor().may(Action::EditPlace(place.id)) {
        return Ok(None);
    }
    let said = doors::of_place(desk.conn, place.id, desk.now)?.is_some();
    Ok(Some(edit::door::form(desk, place, door, said)))
}

/// What is on at a place.
pub(super) struct PlaceEvents {
    shown: Vec<EventRow>,
    /// With the code of their brick, in order.
    lines_by_brick: bricks::EventsByBrick,
    has_any: bool,
    /// When the first one ends.
    true_until: DateTime<Utc>,
}

impl PlaceEvents {
    fn agenda_link(&self, locale: Locale, place: &PlaceRow) -> Option<Link> {
        let path = with_query(&local(locale, "/agenda"), &[("lieu", &place.slug)]);
        self.has_any.then(|| Link::new(say(locale, "place-agenda", "place", place.name.clone()), path))
    }
}

/// The coming dates; of a closed place the last ones there were.
fn events(desk: &mut Desk<'_>, place: &PlaceRow, closed_on: Option<NaiveDate>) -> Result<PlaceEvents> {
    let (backend, now, limit) = (desk.backend(), desk.now, i64::try_from(SHOWN).unwrap_or(i64::MAX));
    let lines = match closed_on {
        Some(_) => agenda::last_of_place(desk.conn, place.id, now, limit)?,
        None => agenda::of_place(desk.conn, backend, place.id, now, LOOKED_AT)?,
    };
    let telling = Telling {
        locale: desk.locale(),
        today: desk.today,
        zone: desk.network.zone,
        territory: &place.territory,
        with_place: false,
    };
    // The brick of an event is one of the place that organises it.
    let own: Vec<Line> = lines.iter().filter(|line| line.place_slug == place.slug).cloned().collect();
    let ends = lines.iter().map(|line| line.ends_at).filter(|end| *end > now);
    Ok(PlaceEvents {
        true_until: ends.fold(desk.midnight(), DateTime::min),
        has_any: closed_on.is_none() && !lines.is_empty(),
        shown: lines
            .iter()
            .take(SHOWN)
            // What it shares with another place says where it is.
            .map(|line| {
                bricks::dated(&Telling { with_place: line.place_slug != place.slug, ..telling }, line)
            })
            .collect(),
        lines_by_brick: match closed_on {
            Some(_) => bricks::EventsByBrick::default(),
            None => bricks::by_brick(&telling, &own),
        },
    })
}

fn subscription(desk: &mut Desk<'_>, slug: &Slug, place: &PlaceRow) -> Result<Subscribe> {
    let filter = AgendaFilter { place: Some(slug.clone()), ..AgendaFilter::default() };
    let subject = say(desk.locale(), "place-agenda-of", "place", place.name.clone());
    let panel = panel(desk, subject, &Narrowed { filter, place_id: Some(place.id) })?;
    if !desk.actor().may(Action::EditPlace(place.id)) {
        return Ok(panel);
    }
    let followers = subscribers::followers(desk.conn, place.id, slug.as_str())?;
    Ok(Subscribe { followers: counted(desk.locale(), "subscribe-followers", followers), ..panel })
}

/// The closures that are not over, of a place that has not closed for good.
fn closures(desk: &mut Desk<'_>, place: &PlaceRow) -> Result<Vec<Closure>> {
    let today = desk.today;
    if place.closed_on.is_some_and(|day| day <= today) {
        return Ok(Vec::new());
    }
    let all = closures::of_place(desk.conn, place.id)?;
    Ok(all.into_iter().filter(|closure| closure.last >= today).take(CLOSURES).collect())
}

fn frame(desk: &Desk<'_>, place: &PlaceRow, parts: &Parts, closures: &[Closure], page: &PlacePage) -> Frame {
    let locale = desk.locale();
    let path = local(locale, &format!("/lieux/{}", place.slug));
    let mut frame = desk.frame(&path);
    frame.section = Section::Places;
    frame.title = format!("{}, {}", place.name, place.commune);
    frame.description = sheet::description(locale, place, parts);
    frame.og_type = "place";
    let is_history = !page.closed.is_empty();
    let (description, hours) = (&frame.description, json_ld::HoursOf { is_history, closures });
    let structured = json_ld::place(desk.origin(), &path, place, description, &hours);
    frame.json_ld = Some(JsonLd::from(&structured));
    if page.subscribe.is_some() {
        let filter = AgendaFilter { place: Slug::parse(&place.slug), ..AgendaFilter::default() };
        let title = say(locale, "feed-place", "place", place.name.clone());
        frame.feeds.push(FeedLink::calendar(Link::new(title, feed_path(locale, &filter))));
    }
    frame
}
