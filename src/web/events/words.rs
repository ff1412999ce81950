//! Parts of the page of an event in words.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;

use super::page::{DateRow, Fact, StatusNotice, When};
use super::sheet::{Sheet, told_status};
use crate::calendar_entry::price;
use crate::domain::agenda::param;
use crate::domain::event::{AttendanceMode, EventStatus, RegistrationMode};
use crate::domain::period::local_of;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::i18n::{self, Args, Locale, date};
use crate::store::occurrences::Occurrence;
use crate::web::asked::{local, with_query};
use crate::web::error::Result;
use crate::web::parts::{Link, Tone};
use crate::web::rows::{status_badge, status_tone};

/// What one must know first. A full or cancelled date says so before anything else.
pub fn status_notice(locale: Locale, sheet: &Sheet) -> Result<Option<StatusNotice>> {
    let status = sheet.status()?;
    let reason = sheet.reason().to_owned();
    Ok(match status_tone(status) {
        Some(tone) => Some(StatusNotice {
            tone,
            label: i18n::text(locale, &format!("event-status-{}", status.code())),
            text: i18n::text(locale, &format!("event-notice-{}", status.code())),
            reason,
        }),
        None if !reason.is_empty() => Some(StatusNotice {
            tone: Tone::Calm,
            label: i18n::text(locale, "event-note"),
            text: reason,
            reason: String::new(),
        }),
        None => None,
    })
}

/// The date shown.
pub fn when(locale: Locale, sheet: &Sheet, today: NaiveDate) -> Option<When> {
    let shown = sheet.date.as_ref()?;
    let zone = sheet.schedule.zone;
    let span = told_span(shown, zone);
    let first = span.first_day();
    let caption = match (sheet.repeats() && !sheet.asked_for_date, sheet.is_past()) {
        (true, false) => i18n::text(locale, "event-next-date"),
        (true, true) => i18n::text(locale, "event-last-date"),
        _ => String::new(),
    };
    let far =
        zone != sheet.network_zone || sheet.event.mode().is_ok_and(|mode| mode != AttendanceMode::OnSite);
    let timed = matches!(span, Span::Timed { .. });
    Some(When {
        date: match is_one_date(&span) {
            true => date::day_long(locale, first),
            false => date::period(locale, first, span.last_day(), true),
        },
        time: date::hours(locale, &span),
        zone: if far && timed { date::zone_name(locale, zone) } else { String::new() },
        relative: relative(locale, first, today),
        before: before(locale, sheet),
        start: machine(&span, shown.starts_at, zone),
        end: machine_end(&span, shown.ends_at, zone),
        caption,
        weekday: date::weekday(locale, first.weekday()).to_owned(),
        number: first.day().to_string(),
        month: month_name(locale, first),
    })
}

/// The span at the hours that clocks show, where a change of hour passed over the announced ones.
fn told_span(shown: &Occurrence, zone: Tz) -> Span {
    match shown.span {
        Span::AllDay { .. } => shown.span,
        Span::Timed { .. } => {
            Span::Timed { start: local_of(shown.starts_at, zone), end: local_of(shown.ends_at, zone) }
        }
    }
}

/// Said with its first day alone: one day, or a night.
fn is_one_date(span: &Span) -> bool {
    match span {
        Span::AllDay { first, last } => first == last,
        Span::Timed { start, end } => *end - *start < chrono::TimeDelta::days(1),
    }
}

fn relative(locale: Locale, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        -1..=1 => date::relative_day(locale, day, today),
        days @ 2..=21 => {
            let mut args = Args::new();
            args.set("days", days);
            i18n::text_with(locale, "event-in-days", Some(&args))
        }
        _ => String::new(),
    }
}

/// When it was first announced, of a date that was moved.
fn before(locale: Locale, sheet: &Sheet) -> String {
    let moved = sheet.own_change().filter(|change| change.span.is_some());
    moved.map_or_else(String::new, |change| first_announced(locale, &change.key))
}

fn first_announced(locale: Locale, key: &OccurrenceKey) -> String {
    match NaiveDateTime::parse_from_str(key.as_str(), "%Y%m%dT%H%M%S") {
        Ok(start) => {
            let mut args = Args::new();
            args.set("day", date::day(locale, start.date()));
            args.set("time", date::time(locale, start.time()));
            i18n::text_with(locale, "row-spoken", Some(&args))
        }
        Err(_) => key.date().map(|day| date::day(locale, day)).unwrap_or_default(),
    }
}

fn machine(span: &Span, at: chrono::DateTime<chrono::Utc>, zone: Tz) -> String {
    match span {
        Span::AllDay { first, .. } => first.format("%Y-%m-%d").to_string(),
        Span::Timed { .. } => date::machine(&at.with_timezone(&zone)),
    }
}

fn machine_end(span: &Span, at: chrono::DateTime<chrono::Utc>, zone: Tz) -> String {
    match span {
        Span::AllDay { last, .. } => last.format("%Y-%m-%d").to_string(),
        Span::Timed { .. } => date::machine(&at.with_timezone(&zone)),
    }
}

fn month_name(locale: Locale, day: NaiveDate) -> String {
    let month = date::month(locale, day);
    month.rsplit_once(' ').map_or(month.as_str(), |(month, _)| month).to_owned()
}

/// For whom, price, capacity, registration, organiser: those that are known.
pub fn facts(locale: Locale, sheet: &Sheet) -> Result<Vec<Fact>> {
    let event = &sheet.event;
    let fact = |key: &str, value: String| Fact {
        label: i18n::text(locale, &format!("event-fact-{key}")),
        value,
        note: String::new(),
    };
    let mut facts = Vec::with_capacity(5);
    if !event.audience.is_empty() {
        facts.push(fact("audience", event.audience.clone()));
    }
    facts.extend(price(locale, event).map(|price| fact("price", price)));
    if let Some(seats) = sheet.capacity() {
        let mut args = Args::new();
        args.set("count", seats);
        facts.push(fact("capacity", i18n::text_with(locale, "event-seats", Some(&args))));
    }
    let mode = event.registration()?;
    let mut registration = fact("registration", i18n::text(locale, &format!("registration-{}", mode.code())));
    registration.note = registration_note(locale, sheet, mode);
    facts.push(registration);
    let organiser = if event.organiser.is_empty() { &sheet.place.name } else { &event.organiser };
    facts.push(fact("organiser", organiser.clone()));
    Ok(facts)
}

fn registration_note(locale: Locale, sheet: &Sheet, mode: RegistrationMode) -> String {
    let closes = sheet.date.as_ref().and_then(|date| date.registration_closes_at);
    match (mode, closes) {
        (RegistrationMode::None, _) | (_, None) => String::new(),
        (_, Some(at)) if at <= sheet.now => i18n::text(locale, "event-registration-closed"),
        (_, Some(at)) => {
            let local = local_of(at, sheet.schedule.zone);
            let mut args = Args::new();
            args.set("day", date::day(locale, local.date()));
            args.set("time", date::time(locale, local.time()));
            i18n::text_with(locale, "event-registration-until", Some(&args))
        }
    }
}

/// Agendas of the kind, the themes and the brick.
pub fn tags(locale: Locale, sheet: &Sheet) -> Vec<Link> {
    let agenda = local(locale, "/agenda");
    let tag = |prefix: &str, name: &'static str, code: &str| {
        Link::new(i18n::text(locale, &format!("{prefix}-{code}")), with_query(&agenda, &[(name, code)]))
    };
    let mut tags = vec![tag("event-kind", param::KIND, &sheet.event.kind)];
    tags.extend(sheet.themes.iter().map(|theme| tag("theme", param::THEME, theme.code())));
    tags.extend(sheet.event.brick.as_deref().map(|brick| tag("brick", param::BRICK, brick)));
    tags
}

/// The coming dates of a series, each with what differs.
pub fn dates(locale: Locale, sheet: &Sheet) -> Result<Vec<DateRow>> {
    let event_status = sheet.event.status()?;
    let row = |date: &Occurrence| {
        let change = sheet.change(&date.key);
        let status = told_status(event_status, change, date);
        let zone = sheet.schedule.zone;
        let span = told_span(date, zone);
        let notes = change.map(|change| [&change.title, &change.room]).into_iter().flatten();
        DateRow {
            href: local(locale, &format!("/evenements/{}/{}", sheet.event.slug, date.key)),
            date: match is_one_date(&span) {
                true => date::day_long(locale, span.first_day()),
                false => date::period(locale, span.first_day(), span.last_day(), true),
            },
            time: date::hours(locale, &span),
            start: machine(&span, date.starts_at, zone),
            note: notes.flatten().cloned().collect::<Vec<_>>().join(", "),
            status: status_badge(locale, status),
            off: !status.takes_place(),
            current: sheet.date.as_ref().is_some_and(|shown| shown.key == date.key) && sheet.asked_for_date,
        }
    };
    Ok(sheet.coming.iter().map(row).collect())
}

/// Whether a status is told by schema.org as something else than "scheduled".
pub fn schema_status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Planned | EventStatus::Tentative | EventStatus::Full => "EventScheduled",
        EventStatus::Moved => "EventRescheduled",
        EventStatus::MovedOnline => "EventMovedOnline",
        EventStatus::Postponed => "EventPostponed",
        EventStatus::Cancelled => "EventCancelled",
    }
}
