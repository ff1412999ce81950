//! An event as schema.org says it (<https://schema.org/Event>), for search engines.

use serde_json::{Value, json};

use super::sheet::Sheet;
use super::words::{schema_status, when};
use crate::domain::event::{AttendanceMode, EventStatus};
use crate::domain::schedule::OccurrenceKey;
use crate::i18n::date;
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::local;
use crate::web::error::Result;
use crate::web::markdown;
use crate::web::pictures;

/// The date shown; `None` when none is known.
pub fn json_ld(desk: &Desk<'_>, sheet: &Sheet) -> Result<Option<Value>> {
    let locale = desk.locale();
    let Some(when) = when(locale, sheet, desk.today) else { return Ok(None) };
    let status = sheet.status()?;
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": sheet.title(),
        "startDate": when.start,
        "endDate": when.end,
        "eventStatus": format!("https://schema.org/{}", schema_status(status)),
        "eventAttendanceMode": format!("https://schema.org/{}", schema_mode(sheet.event.mode()?)),
        "location": locations(sheet)?,
        "organizer": organisers(desk, sheet),
        "url": format!("{}{}", desk.origin(), local(locale, &sheet.path())),
    });
    if let Some(photo) = &sheet.photo {
        set(&mut event, "image", json!(format!("{}{}", desk.origin(), pictures::href(&photo.uid))));
    }
    let description = markdown::excerpt(&sheet.event.description, 300);
    if !description.is_empty() {
        set(&mut event, "description", json!(description));
    }
    if let Some(seats) = sheet.capacity() {
        set(&mut event, "maximumAttendeeCapacity", json!(seats));
    }
    if let Some(cents) = sheet.event.price_cents {
        set(&mut event, "isAccessibleForFree", json!(cents == 0));
        set(&mut event, "offers", offer(cents, status));
    }
    if let Some(previous) = previous_start(sheet) {
        set(&mut event, "previousStartDate", json!(previous));
    }
    Ok(Some(event))
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

fn schema_mode(mode: AttendanceMode) -> &'static str {
    match mode {
        AttendanceMode::OnSite => "OfflineEventAttendanceMode",
        AttendanceMode::Online => "OnlineEventAttendanceMode",
        AttendanceMode::Hybrid => "MixedEventAttendanceMode",
    }
}

/// The body that holds it, and the places that it is shared with.
fn organisers(desk: &Desk<'_>, sheet: &Sheet) -> Value {
    let first = json!({ "@type": "Organization", "name": organiser(sheet) });
    if sheet.further.is_empty() {
        return first;
    }
    let other = |place: &PlaceRow| {
        let page = local(desk.locale(), &format!("/lieux/{}", place.slug));
        let url = format!("{}{page}", desk.origin());
        json!({ "@type": "Organization", "name": place.name, "url": url })
    };
    Value::Array(std::iter::once(first).chain(sheet.further.iter().map(other)).collect())
}

fn organiser(sheet: &Sheet) -> &str {
    if sheet.event.organiser.is_empty() { &sheet.place.name } else { &sheet.event.organiser }
}

fn locations(sheet: &Sheet) -> Result<Value> {
    let mode = sheet.event.mode()?;
    let place = &sheet.place;
    let mut here = json!({
        "@type": "Place",
        "name": place.name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": if sheet.event.address.is_empty() { &place.address } else { &sheet.event.address },
            "postalCode": place.postcode,
            "addressLocality": place.commune,
            "addressCountry": "FR",
        },
    });
    if let Some(point) = place.point().filter(|_| sheet.event.address.is_empty()) {
        set(
            &mut here,
            "geo",
            json!({ "@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon }),
        );
    }
    let mut there = json!({ "@type": "VirtualLocation" });
    if let Some(address) = sheet.event.meeting() {
        set(&mut there, "url", json!(address));
    }
    Ok(match mode {
        AttendanceMode::OnSite => here,
        AttendanceMode::Online => there,
        AttendanceMode::Hybrid => json!([here, there]),
    })
}

fn offer(cents: i32, status: EventStatus) -> Value {
    let available = if status == EventStatus::Full { "SoldOut" } else { "InStock" };
    json!({
        "@type": "Offer",
        "price": format!("{}.{:02}", cents / 100, cents % 100),
        "priceCurrency": "EUR",
        "availability": format!("https://schema.org/{available}"),
    })
}

/// When a moved date was first announced, with its offset.
fn previous_start(sheet: &Sheet) -> Option<String> {
    let change = sheet.own_change().filter(|change| change.span.is_some())?;
    Some(original_start(&change.key, sheet))
}

fn original_start(key: &OccurrenceKey, sheet: &Sheet) -> String {
    let zone = sheet.schedule.zone;
    match chrono::NaiveDateTime::parse_from_str(key.as_str(), "%Y%m%dT%H%M%S") {
        Ok(local) => date::machine(&crate::domain::period::instant_of(local, zone).with_timezone(&zone)),
        Err(_) => key.date().map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default(),
    }
}
