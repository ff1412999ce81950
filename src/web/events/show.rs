//! The page of an event, and of one of its dates.

use actix_web::{HttpRequest, HttpResponse};

use super::json_ld::json_ld;
use super::page::{EventPage, EventPlace, Online};
use super::sheet::Sheet;
use super::words::{dates, facts, status_notice, tags, when};
use crate::db::Scope;
use crate::domain::event::{AttendanceMode, EventStatus, RegistrationMode};
use crate::domain::period::local_of;
use crate::domain::policy::Action;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::i18n::quantity::{self, Counted};
use crate::i18n::{self, date, recurrence};
use crate::store::agenda::Line;
use crate::store::places::PlaceRow;
use crate::web::answer::{Desk, answer};
use crate::web::asked::{local, with_query};
use crate::web::cover::Cover;
use crate::web::error::{Error, Result};
use crate::web::frame::{FeedLink, Frame, JsonLd, Section};
use crate::web::hosting::change::Verb;
use crate::web::kept::Made;
use crate::web::parts::{EventRow, Link, Subscribe};
use crate::web::places::page::PhotoView;
use crate::web::registrations::panel::panel;
use crate::web::rows::{Telling, say};
use crate::web::{markdown, places, subscribe};

/// `GET /evenements/{slug}`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    answer(&request, move |desk| page(desk, &slug.ok_or(Error::NotFound)?, None)).await
}

/// `GET /evenements/{slug}/{key}`
pub async fn show_date(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    let key = request.match_info().get("key").and_then(OccurrenceKey::parse);
    answer(&request, move |desk| {
        let key = key.ok_or(Error::NotFound)?;
        page(desk, &slug.ok_or(Error::NotFound)?, Some(&key))
    })
    .await
}

fn page(desk: &mut Desk<'_>, slug: &Slug, key: Option<&OccurrenceKey>) -> Result<Made> {
    let sheet = Sheet::read(desk, slug, key)?;
    let page = told(desk, &sheet)?;
    let frame = frame(desk, &sheet, &page)?;
    // "Past", "tomorrow", "registration open": true until the first of these instants.
    let closes = chrono::TimeDelta::hours(sheet.event.registration_closes_hours.into());
    let turns = sheet.date.iter().flat_map(|date| [date.ends_at, date.starts_at - closes]);
    let valid_until = turns.filter(|at| *at > desk.now).fold(desk.midnight(), chrono::DateTime::min);
    // What is said of further places changes with them.
    let scope = if sheet.further.is_empty() { Scope::Place(sheet.place.id) } else { Scope::Network };
    desk.page(&page, &frame, scope, valid_until)
}

fn told(desk: &mut Desk<'_>, sheet: &Sheet) -> Result<EventPage> {
    let locale = desk.locale();
    let event = &sheet.event;
    let series_path = local(locale, &format!("/evenements/{}", event.slug));
    let place = event_place(desk, sheet)?;
    let registering = panel(desk, sheet)?;
    let telling = Telling {
        locale,
        today: desk.today,
        zone: desk.network.zone,
        territory: &desk.network.territory,
        with_place: false,
    };
    let rest = u64::try_from(sheet.coming_count)
        .unwrap_or(0)
        .saturating_sub(u64::try_from(sheet.coming.len()).unwrap_or(0));
    Ok(EventPage {
        title: sheet.title().to_owned(),
        kind: i18n::text(locale, &format!("event-kind-{}", event.kind)),
        kind_code: event.kind()?.code(),
        cover: Cover::of(&event.slug),
        photo: sheet.photo.as_ref().map(PhotoView::from),
        status: status_notice(locale, sheet)?,
        past: sheet.is_past(),
        when: when(locale, sheet, desk.today),
        rule: match sheet.repeats() {
            true => recurrence::schedule(locale, &sheet.schedule, desk.today),
            false => String::new(),
        },
        series: sheet
            .asked_for_date
            .then(|| Link::new(i18n::text(locale, "event-all-dates"), series_path.clone())),
        place,
        with: sheet.further.iter().map(|row| place_link(locale, row)).collect(),
        online: online(locale, sheet)?,
        facts: facts(locale, sheet)?,
        registering,
        accessibility: event
            .accessibility()
            .iter()
            .map(|code| i18n::text(locale, &format!("accessibility-{}", code.code())))
            .collect(),
        accessibility_note: event.accessibility_note.clone(),
        description_html: markdown::html(&event.description),
        tags: tags(locale, sheet),
        dates: dates(locale, sheet)?,
        dates_more: match rest {
            0 => String::new(),
            rest => say(locale, "event-more-dates", "count", quantity::count(locale, Counted::Dates, rest)),
        },
        ics_date: sheet.date.as_ref().map(|date| {
            let label = i18n::text(locale, "event-ics-date");
            match sheet.repeats() {
                true => Link::new(label, format!("{series_path}/{}.ics", date.key)),
                false => Link::new(label, format!("{series_path}.ics")),
            }
        }),
        ics_series: sheet
            .repeats()
            .then(|| Link::new(i18n::text(locale, "event-ics-series"), format!("{series_path}.ics"))),
        subscribe: Some(subscription(desk, sheet, &series_path)),
        host_links: host_links(desk, sheet),
        others: sheet.others.iter().map(|line| other(&telling, sheet, line)).collect(),
        updated: say(
            locale,
            "event-updated",
            "day",
            date::date(locale, local_of(event.changed_at.0, sheet.network_zone).date()),
        ),
    })
}

/// What who holds the event can do with it, or with the date that the address names.
fn host_links(desk: &Desk<'_>, sheet: &Sheet) -> Vec<Link> {
    let actor = desk.actor();
    if !actor.may(Action::AmendEvent(&sheet.hands)) {
        return Vec::new();
    }
    let holds_place = actor.may(Action::HostEvent(&[sheet.place.id]));
    let locale = desk.locale();
    let path = local(locale, &format!("/evenements/{}", sheet.event.slug));
    let date = sheet.date.as_ref().filter(|_| sheet.asked_for_date && sheet.repeats());
    let date: Vec<(&str, &str)> = date.into_iter().map(|date| ("date", date.key.as_str())).collect();
    let link = |word: &str, key: &str| {
        Link::new(i18n::text(locale, key), with_query(&format!("{path}/{word}"), &date))
    };
    let status = sheet.status().unwrap_or(EventStatus::Planned);
    let mut links = vec![link("modifier", "publishing-do-edit")];
    links.extend(holds_place.then(|| link("dupliquer", "publishing-do-duplicate")));
    links.push(link("image", "publishing-do-cover"));
    links.push(Link::new(i18n::text(locale, "cohosts-do"), format!("{path}/co-animation")));
    let removable = holds_place && date.is_empty();
    let verbs =
        Verb::ALL.into_iter().filter(|verb| verb.fits(status) && (removable || *verb != Verb::Remove));
    links.extend(verbs.map(|verb| link(verb.word(), verb.label())));
    if holds_place {
        let all = local(locale, &format!("/lieux/{}/evenements", sheet.place.slug));
        links.push(Link::new(i18n::text(locale, "publishing-do-list"), all));
    }
    links
}

/// A series is followed by itself, a single event with its place.
fn subscription(desk: &Desk<'_>, sheet: &Sheet, series_path: &str) -> Subscribe {
    let (subject, path) = match sheet.repeats() {
        true => (sheet.event.title.clone(), format!("{series_path}.ics")),
        false => (
            sheet.place.name.clone(),
            local(desk.locale(), &format!("/lieux/{}/agenda.ics", sheet.place.slug)),
        ),
    };
    subscribe::panel_of(subject, format!("{}{path}", desk.origin()), String::new())
}

fn event_place(desk: &mut Desk<'_>, sheet: &Sheet) -> Result<Option<EventPlace>> {
    let locale = desk.locale();
    let (event, place) = (&sheet.event, &sheet.place);
    if event.mode()? == AttendanceMode::Online {
        return Ok(None);
    }
    if !event.address.is_empty() {
        return Ok(Some(EventPlace {
            name: place.name.clone(),
            href: local(locale, &format!("/lieux/{}", place.slug)),
            room: sheet.room().to_owned(),
            address: event.address.split(", ").map(str::to_owned).collect(),
            map: places::sheet::map(desk, place, false)?,
            geo_href: String::new(),
            osm_href: String::new(),
        }));
    }
    let (geo_href, osm_href) = point_links(place);
    Ok(Some(EventPlace {
        name: place.name.clone(),
        href: local(locale, &format!("/lieux/{}", place.slug)),
        room: sheet.room().to_owned(),
        address: address_lines(place),
        map: None,
        geo_href,
        osm_href,
    }))
}

/// Another event of the place; one that it shares says where it is.
fn other(telling: &Telling<'_>, sheet: &Sheet, line: &Line) -> EventRow {
    Telling { with_place: line.place_slug != sheet.place.slug, ..*telling }.dated_row(line)
}

fn place_link(locale: i18n::Locale, place: &PlaceRow) -> Link {
    Link::new(place.name.clone(), local(locale, &format!("/lieux/{}", place.slug)))
}

/// Street, then postcode and commune.
pub fn address_lines(place: &PlaceRow) -> Vec<String> {
    let town = format!("{} {}", place.postcode, place.commune);
    [place.address.clone(), town.trim().to_owned()].into_iter().filter(|line| !line.is_empty()).collect()
}

/// Addresses that open the point in the device's map app and on openstreetmap.org.
pub fn point_links(place: &PlaceRow) -> (String, String) {
    place.point().map_or_else(Default::default, |point| {
        let (lat, lon) = (point.lat, point.lon);
        (
            format!("geo:{lat},{lon}"),
            format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"),
        )
    })
}

fn online(locale: i18n::Locale, sheet: &Sheet) -> Result<Option<Online>> {
    let mode = sheet.event.mode()?;
    let later = match sheet.event.registration()? {
        RegistrationMode::None => "event-join-ask",
        _ => "event-join-later",
    };
    Ok((mode != AttendanceMode::OnSite).then(|| Online {
        label: i18n::text(locale, &format!("mode-{}", mode.code())),
        href: sheet.event.meeting().unwrap_or_default(),
        later: i18n::text(locale, later),
    }))
}

fn frame(desk: &Desk<'_>, sheet: &Sheet, page: &EventPage) -> Result<Frame> {
    let locale = desk.locale();
    let path = local(locale, &sheet.path());
    let mut frame = desk.frame(&path);
    frame.section = Section::Agenda;
    frame.title = match &page.when {
        Some(when) if sheet.asked_for_date => format!("{} · {}", page.title, when.date),
        _ => page.title.clone(),
    };
    let about = markdown::excerpt(&sheet.event.description, 160);
    let when = page.when.as_ref().map(|when| format!("{} {}", when.date, when.time)).unwrap_or_default();
    frame.description = [when.trim(), &sheet.place.name, &about]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    frame.og_type = "article";
    frame.json_ld = json_ld(desk, sheet)?.as_ref().map(JsonLd::from);
    let feed = page.subscribe.as_ref().map(|panel| (panel.subject.clone(), panel.feed_url.clone()));
    frame.feeds =
        feed.into_iter().map(|(subject, url)| FeedLink::calendar(Link::new(subject, url))).collect();
    Ok(frame)
}
