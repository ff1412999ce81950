//! One stored event as its iCalendar text: what is said of it, in the language of the reader. Feeds
//! join such texts; what is sent to one person's calendar says the same.

use std::collections::HashMap;

use chrono::DateTime;

use crate::db;
use crate::domain::event::AttendanceMode;
use crate::domain::schedule::{OccurrenceKey, Schedule};
use crate::i18n::{self, Args, Locale, quantity};
use crate::ical::{
    FeedEvent, FeedImage, FeedOrganizer, FeedOverride, TakingPart, write_event, write_occurrence,
    write_own_dates,
};
use crate::markdown;
use crate::store::events::{EventRow, StoredOverride};
use crate::store::feeds::FeedEntry;
use crate::store::places::PlaceRow;

/// An event with what its text needs around it.
pub struct Entry<'a> {
    pub stored: &'a FeedEntry,
    pub place: &'a PlaceRow,
    /// Scheme and host of its page.
    pub origin: &'a str,
    /// Right side of its UID.
    pub host: &'a str,
    pub locale: Locale,
    /// How the feed's reader takes part; None in public feeds.
    pub taking_part: Option<TakingPart<'a>>,
}

/// What most events of a feed say alike, put in words once: by message and value.
#[derive(Default)]
pub struct Words(HashMap<&'static str, HashMap<String, String>>);

impl Words {
    fn told(&mut self, key: &'static str, value: &str, tell: impl FnOnce() -> String) -> &str {
        let known = self.0.entry(key).or_default();
        if !known.contains_key(value) {
            known.insert(value.to_owned(), tell());
        }
        known.get(value).map_or("", String::as_str)
    }
}

/// The VEVENTs of the event and of its dates that differ.
pub fn event_text(entry: &Entry<'_>, schedule: &Schedule, words: &mut Words) -> db::Result<String> {
    with_event(entry, schedule, words, write_event)
}

/// The VEVENTs of those dates of a series that the reader takes part in.
pub fn own_dates_text(entry: &Entry<'_>, schedule: &Schedule, words: &mut Words) -> db::Result<String> {
    with_event(entry, schedule, words, write_own_dates)
}

/// The VEVENT of one date alone.
pub fn date_text(
    entry: &Entry<'_>,
    schedule: &Schedule,
    key: &OccurrenceKey,
    words: &mut Words,
) -> db::Result<Option<String>> {
    with_event(entry, schedule, words, |event, locale| write_occurrence(event, key, locale))
}

/// What is published of the event, given to `write`.
pub fn with_event<T>(
    entry: &Entry<'_>,
    schedule: &Schedule,
    words: &mut Words,
    write: impl FnOnce(&FeedEvent<'_>, Locale) -> T,
) -> db::Result<T> {
    let (event, place) = (&entry.stored.event, entry.place);
    let prefix = entry.locale.prefix();
    let page = |key: &str| format!("{}{prefix}/evenements/{}{key}", entry.origin, event.slug);
    let url = page("");
    let uid = format!("{}@{}", event.uid, entry.host);
    let location = location(event, place, &event.room);
    let description = description(entry, event, words);
    let meeting = event.meeting().unwrap_or_default();
    let categories = categories(entry, words);
    let elsewhere: Vec<(Option<String>, String)> = entry
        .stored
        .overrides
        .iter()
        .map(|change| (other_room(event, place, change), page(&format!("/{}", change.change.key))))
        .collect();
    let overrides: Vec<FeedOverride<'_>> = entry
        .stored
        .overrides
        .iter()
        .zip(&elsewhere)
        .map(|(stored, (location, url))| FeedOverride {
            change: &stored.change,
            location: location.as_deref(),
            url: Some(url),
            // The place's name and address are part of each date.
            changed_at: stored.changed_at.max(place.whereabouts_changed_at.0),
            sequence: u32::try_from(stored.sequence).unwrap_or(0),
        })
        .collect();
    let cover = entry.stored.cover.as_ref();
    let cover =
        cover.map(|cover| (format!("{}/photos/{}", entry.origin, cover.uid), cover.media_type.as_str()));
    let organiser = if event.organiser.is_empty() { &place.name } else { &event.organiser };
    let one_off = schedule.recurrence.is_none();
    let changed_at = changed_at(event, place, one_off.then_some(&entry.stored.overrides));
    let sequence = sequence(event, one_off.then_some(&entry.stored.overrides));
    Ok(write(
        &FeedEvent {
            uid: &uid,
            url: &url,
            title: &event.title,
            description: &description,
            location: &location,
            geo: if event.address.is_empty() { place.point() } else { None },
            categories: &categories,
            organizer: FeedOrganizer { name: organiser, mailbox: None },
            mode: event.mode()?,
            conference_url: &meeting,
            image: cover.as_ref().map(|(url, media_type)| FeedImage { url, media_type }),
            color: "",
            status: event.status()?,
            status_note: &event.status_note,
            schedule,
            exdates: &entry.stored.skips,
            rdates: &entry.stored.dates,
            overrides: &overrides,
            created: event.created_at.0,
            changed_at,
            sequence,
            taking_part: entry.taking_part,
            attendee: None,
            withdrawn: event.withdrawn_at.is_some(),
        },
        entry.locale,
    ))
}

/// Last change of anything shown; of a one-off, what differs for its only date included.
fn changed_at(
    event: &EventRow,
    place: &PlaceRow,
    overrides: Option<&Vec<StoredOverride>>,
) -> DateTime<chrono::Utc> {
    let own = overrides.into_iter().flatten().map(|change| change.changed_at);
    own.fold(event.changed_at.0.max(place.whereabouts_changed_at.0), DateTime::max)
}

fn sequence(event: &EventRow, overrides: Option<&Vec<StoredOverride>>) -> u32 {
    let own = overrides.into_iter().flatten().map(|change| change.sequence);
    u32::try_from(own.fold(event.sequence, i32::max)).unwrap_or(0)
}

/// Room, place and address in one line.
fn location(event: &EventRow, place: &PlaceRow, room: &str) -> String {
    let town = format!("{} {}", place.postcode, place.commune);
    let parts: [&str; 4] = match event.address.is_empty() {
        true => [room, &place.name, &place.address, town.trim()],
        false => [room, &event.address, "", ""],
    };
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn other_room(event: &EventRow, place: &PlaceRow, change: &StoredOverride) -> Option<String> {
    change.change.room.as_deref().map(|room| location(event, place, room))
}

/// The host's words, then price, audience and registration.
fn description(entry: &Entry<'_>, event: &EventRow, known: &mut Words) -> String {
    let locale = entry.locale;
    let mut line = |key: &'static str, name: &'static str, value: &str| {
        let told = || {
            let mut args = Args::new();
            args.set(name, value.to_owned());
            i18n::text_with(locale, key, Some(&args))
        };
        known.told(key, value, told).to_owned()
    };
    let mut lines = Vec::with_capacity(4);
    let words = markdown::plain(&event.description);
    if !words.is_empty() {
        lines.push(words + "\n");
    }
    if !event.audience.is_empty() {
        lines.push(line("feed-audience", "audience", &event.audience));
    }
    if let Some(price) = price(locale, event) {
        lines.push(line("feed-price", "price", &price));
    }
    if event.mode().is_ok_and(|mode| mode != AttendanceMode::OnSite) || event.registration != "libre" {
        let told = || i18n::text(locale, &format!("registration-{}", event.registration));
        lines.push(known.told("registration", &event.registration, told).to_owned());
    }
    lines.join("\n").trim_end().to_owned()
}

/// The price in words, with the host's note.
pub fn price(locale: Locale, event: &EventRow) -> Option<String> {
    let amount = event.price_cents.map(|cents| quantity::price(locale, u32::try_from(cents).unwrap_or(0)));
    match (amount, event.price_note.as_str()) {
        (Some(amount), "") => Some(amount),
        (Some(amount), note) => Some(format!("{amount} ({note})")),
        (None, "") => None,
        (None, note) => Some(note.to_owned()),
    }
}

fn categories(entry: &Entry<'_>, words: &mut Words) -> Vec<String> {
    let event = &entry.stored.event;
    let locale = entry.locale;
    let mut word = |prefix: &'static str, code: &str| {
        words.told(prefix, code, || i18n::text(locale, &format!("{prefix}-{code}"))).to_owned()
    };
    let mut categories = vec![word("event-kind", &event.kind)];
    for theme in &entry.stored.themes {
        let theme = word("theme", theme.code());
        if !categories.contains(&theme) {
            categories.push(theme);
        }
    }
    categories
}
