//! One event, or one of its dates, as a file for a calendar. Also a feed: it can be subscribed to.

use actix_web::{HttpRequest, HttpResponse};

use super::calendar::{CACHE_CONTROL, CONTENT_TYPE, Window};
use crate::calendar_entry::{Entry, Words, date_text, event_text};
use crate::db::Scope;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::ical::{CalendarHead, write_calendar};
use crate::store::{feeds, places};
use crate::web::answer::{Desk, answer};
use crate::web::asked::local;
use crate::web::error::{Error, Result};
use crate::web::kept::Made;

/// `GET /evenements/{slug}.ics`
pub async fn show(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    answer(&request, move |desk| file(desk, &slug.ok_or(Error::NotFound)?, None)).await
}

/// `GET /evenements/{slug}/{key}.ics`
pub async fn show_date(request: HttpRequest) -> HttpResponse {
    let slug = request.match_info().get("slug").and_then(Slug::parse);
    let key = request.match_info().get("key").and_then(OccurrenceKey::parse);
    answer(&request, move |desk| {
        let key = key.ok_or(Error::NotFound)?;
        file(desk, &slug.ok_or(Error::NotFound)?, Some(&key))
    })
    .await
}

fn file(desk: &mut Desk<'_>, slug: &Slug, key: Option<&OccurrenceKey>) -> Result<Made> {
    let window = Window::at(desk.now, desk.network.zone);
    let stored = feeds::of_event(desk.conn, slug)?;
    let gone = stored.event.withdrawn_at.is_some_and(|at| at.0 < window.range.0);
    if gone {
        return Err(Error::NotFound);
    }
    let place = places::by_id(desk.conn, stored.event.place_id)?;
    let locale = desk.locale();
    let entry = Entry {
        stored: &stored,
        place: &place,
        origin: desk.origin(),
        host: &desk.network.host,
        locale,
        taking_part: None,
    };
    let schedule = stored.schedule.schedule()?;
    let mut words = Words::default();
    let text = match key {
        None => event_text(&entry, &schedule, &mut words)?,
        Some(key) => date_text(&entry, &schedule, key, &mut words)?.ok_or(Error::NotFound)?,
    };
    let page = match key {
        None => format!("/evenements/{slug}"),
        Some(key) => format!("/evenements/{slug}/{key}"),
    };
    let page_url = format!("{}{}", desk.origin(), local(locale, &page));
    let head = CalendarHead {
        name: &stored.event.title,
        description: "",
        source_url: &format!("{page_url}.ics"),
        page_url: &page_url,
        locale,
        zone: desk.network.zone,
        color: "",
    };
    let changes = stored.overrides.iter().map(|change| change.changed_at);
    let last_modified =
        changes.fold(stored.event.changed_at.0.max(place.whereabouts_changed_at.0), |a, b| a.max(b));
    Ok(Made {
        content_type: CONTENT_TYPE,
        cache_control: CACHE_CONTROL,
        body: write_calendar(&head, &[schedule.zone], [text.as_str()]),
        scope: Scope::Place(place.id),
        valid_until: window.moves_at,
        last_modified: Some(last_modified),
        noindex: false,
    })
}
