//! The properties of one VEVENT, in their order. Decides no dates.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use ics::components::Property;
use ics::properties::{Description, Trigger};
use ics::{Alarm, Event};

use super::calendar::is_color_name;
use super::event::{Attendee, FeedEvent, FeedOverride, OwnDates, TakingPart};
use super::form::{self, Form};
use super::text;
use super::words::{self, Words};
use crate::domain::event::{AttendanceMode, EventStatus, effective_status};
use crate::domain::place::Point;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::i18n::Locale;

/// How a VEVENT repeats.
pub enum Repetition {
    Once,
    /// RRULE, and the value of EXDATE (empty: none).
    Rule {
        rule: String,
        exdates: String,
    },
    /// The value of RDATE.
    List(String),
}

/// What one VEVENT shows: the event, or one of its dates with what differs.
pub struct Shown<'a> {
    span: Span,
    recurrence_id: Option<&'a OccurrenceKey>,
    repetition: Repetition,
    title: &'a str,
    location: &'a str,
    url: &'a str,
    status: EventStatus,
    note: &'a str,
    changed_at: DateTime<Utc>,
    sequence: u32,
    /// How the reader takes part in it, if they do.
    taking_part: Option<TakingPart<'a>>,
}

impl<'a> Shown<'a> {
    /// The event as it stands, without repetition.
    pub fn of(event: &FeedEvent<'a>) -> Self {
        Self {
            span: event.schedule.span,
            recurrence_id: None,
            repetition: Repetition::Once,
            title: event.title,
            location: event.location,
            url: event.url,
            status: if event.withdrawn { EventStatus::Cancelled } else { event.status },
            note: if event.status == EventStatus::Planned { "" } else { event.status_note },
            changed_at: event.changed_at,
            sequence: event.sequence,
            taking_part: event.taking_part.filter(|part| part.dates == OwnDates::All),
        }
    }

    /// As a series that begins with `first`.
    pub fn repeated(self, first: Span, repetition: Repetition) -> Self {
        Self { span: first, repetition, ..self }
    }

    /// As the date `key` of a series.
    pub fn dated(self, span: Span, key: &'a OccurrenceKey, taking_part: Option<TakingPart<'a>>) -> Self {
        Self { span, recurrence_id: Some(key), taking_part, ..self }
    }

    /// With what one date says otherwise. It also shows what it has from its event, so it changes
    /// whenever either does. When the event as a whole does not take place, none of its dates does.
    pub fn with(self, event: &FeedEvent<'a>, date: &FeedOverride<'a>) -> Self {
        let change = date.change;
        let own_status = self.status.takes_place().then(|| effective_status(self.status, Some(change)));
        Self {
            span: change.span.unwrap_or(self.span),
            title: change.title.as_deref().unwrap_or(self.title),
            location: date.location.unwrap_or(self.location),
            url: date.url.unwrap_or(self.url),
            status: own_status.unwrap_or(self.status),
            note: match (&change.note, own_status) {
                (Some(note), _) => note,
                // The event's note explains the event's status only.
                (None, Some(status)) if status != event.status => "",
                (None, _) => self.note,
            },
            changed_at: self.changed_at.max(date.changed_at),
            sequence: self.sequence.max(date.sequence),
            ..self
        }
    }

    /// Appends the block as the crate folds it: see [`text::refold`].
    pub fn write(&self, out: &mut String, event: &FeedEvent<'_>, locale: Locale) {
        let joined = self.taking_part.map(|part| part.changed_at);
        let stamp = form::utc(joined.map_or(self.changed_at, |at| at.max(self.changed_at)));
        let leaves = event.attendee.is_some_and(|attendee| attendee.leaves);
        // Who no longer comes must not read that it was called off.
        let summary = match leaves {
            true => Cow::Borrowed(self.title),
            false => words::title(locale, self.status, self.title),
        };
        let mut block = Event::new(text::escape(event.uid), stamp.as_str());
        self.push_dates(&mut block, event);
        block.push(Property::new("SUMMARY", text::escape(&summary)));
        if !event.withdrawn {
            self.push_content(&mut block, event, locale);
        }
        if let Some(attendee) = event.attendee {
            block.push(invited(&attendee));
        }
        block.push(Property::new("STATUS", if leaves { "CANCELLED" } else { ical_status(self.status) }));
        block
            .push(Property::new("TRANSP", if self.taking_part.is_some() { "OPAQUE" } else { "TRANSPARENT" }));
        block.push(Property::new("CLASS", "PUBLIC"));
        block.push(Property::new("CREATED", form::utc(event.created)));
        block.push(Property::new("LAST-MODIFIED", stamp.as_str()));
        block.push(Property::new("SEQUENCE", self.sequence.to_string()));
        if self.taking_part.is_some_and(|part| part.reminders) && self.status.takes_place() {
            block.add_alarm(Alarm::display(
                Trigger::new(rings_before(&self.span)),
                Description::new(text::escape(&summary)),
            ));
        }
        // Writing to a String does not fail.
        let _ = write!(out, "{block}");
    }

    fn push_dates(&self, block: &mut Event<'_>, event: &FeedEvent<'_>) {
        let zone = event.schedule.zone;
        if let Some(key) = self.recurrence_id {
            let original = Form::of(&event.schedule.span, zone);
            block.push(original.property("RECURRENCE-ID", key.as_str().to_owned()));
        }
        let form = Form::of(&self.span, zone);
        let (start, end) = form::bounds(&self.span);
        block.push(form.property("DTSTART", start));
        if let Some(end) = end {
            block.push(form.property("DTEND", end));
        }
        match &self.repetition {
            Repetition::Once => {}
            Repetition::Rule { rule, exdates } => {
                block.push(Property::new("RRULE", rule.clone()));
                if !exdates.is_empty() {
                    block.push(form.property("EXDATE", exdates.clone()));
                }
            }
            Repetition::List(dates) => block.push(form.property("RDATE", dates.clone())),
        }
    }

    fn push_content<'e>(&self, block: &mut Event<'e>, event: &FeedEvent<'e>, locale: Locale)
    where
        'a: 'e,
    {
        let words = words::words(locale);
        let online = event.mode == AttendanceMode::Online || self.status == EventStatus::MovedOnline;
        let description = self.description(event, words);
        if !description.is_empty() {
            block.push(Property::new("DESCRIPTION", text::escape(&description).into_owned()));
        }
        let location = match (online, event.conference_url) {
            (false, _) => self.location,
            (true, "") => &words.online,
            (true, address) => address,
        };
        if !location.is_empty() {
            block.push(Property::new("LOCATION", text::escape(location)));
        }
        if let Some(geo) = event.geo.filter(|_| !online).and_then(geo) {
            block.push(Property::new("GEO", geo));
        }
        if !event.categories.is_empty() {
            block.push(Property::new("CATEGORIES", categories(event.categories)));
        }
        if let Some(organizer) = organizer(event) {
            block.push(organizer);
        }
        if !self.url.is_empty() {
            block.push(Property::new("URL", text::uri(self.url)));
        }
        if !event.conference_url.is_empty() {
            block.push(conference(event.conference_url, words));
        }
        if let Some(image) = event.image {
            let name = format!("IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE={}", media_type(image.media_type));
            block.push(Property::new(name, text::uri(image.url)));
        }
        if is_color_name(event.color) {
            block.push(Property::new("COLOR", event.color));
        }
    }

    /// The status note, the description, the link of the meeting, the address of the page: Google
    /// shows neither URL nor CONFERENCE.
    fn description(&self, event: &FeedEvent<'_>, words: &Words) -> String {
        let mut out = String::with_capacity(event.description.len() + 256);
        for paragraph in [self.note, event.description] {
            push_paragraph(&mut out, paragraph);
        }
        if !event.conference_url.is_empty() {
            push_paragraph(&mut out, &words.conference);
            out.push(' ');
            out.push_str(event.conference_url);
        }
        push_paragraph(&mut out, self.url);
        out
    }
}

fn push_paragraph(out: &mut String, paragraph: &str) {
    let paragraph = paragraph.trim();
    if !out.is_empty() && !paragraph.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(paragraph);
}

/// An hour before; of whole days, at six in the evening before.
fn rings_before(span: &Span) -> &'static str {
    match span {
        Span::Timed { .. } => "-PT1H",
        Span::AllDay { .. } => "-PT6H",
    }
}

/// What iCalendar has for our statuses. *Reporté* is CANCELLED, for nobody must come at that time;
/// the title says that it will take place later. With its new date it is confirmed again.
fn ical_status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Planned | EventStatus::Full | EventStatus::Moved | EventStatus::MovedOnline => {
            "CONFIRMED"
        }
        EventStatus::Tentative => "TENTATIVE",
        EventStatus::Postponed | EventStatus::Cancelled => "CANCELLED",
    }
}

/// Latitude and longitude to 10 cm.
fn geo(point: Point) -> Option<String> {
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    (point.lat.is_finite() && point.lon.is_finite())
        .then(|| format!("{};{}", rounded(point.lat), rounded(point.lon)))
}

/// Bare commas between, escaped ones inside.
fn categories(categories: &[String]) -> String {
    let mut out = String::with_capacity(64);
    for (index, category) in categories.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&text::escape(category));
    }
    out
}

fn organizer<'e>(event: &FeedEvent<'e>) -> Option<Property<'e>> {
    let organizer = event.organizer;
    match organizer.mailbox {
        Some(mailbox) if !mailbox.is_empty() => {
            let name = if organizer.name.is_empty() { mailbox } else { organizer.name };
            let key = format!("ORGANIZER{}", text::parameter("CN", name));
            Some(Property::new(key, format!("mailto:{}", text::uri(mailbox))))
        }
        _ if organizer.name.is_empty() => None,
        _ => Some(Property::new("CONTACT", text::escape(organizer.name))),
    }
}

/// Who said on the site that they come has accepted; their calendar may still say otherwise.
fn invited(attendee: &Attendee<'_>) -> Property<'static> {
    let name = if attendee.name.is_empty() { attendee.mailbox } else { attendee.name };
    let key = format!(
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={};RSVP={}{}",
        if attendee.leaves { "DECLINED" } else { "ACCEPTED" },
        if attendee.answers && !attendee.leaves { "TRUE" } else { "FALSE" },
        text::parameter("CN", name),
    );
    Property::new(key, format!("mailto:{}", text::uri(attendee.mailbox)))
}

fn conference<'e>(address: &'e str, words: &Words) -> Property<'e> {
    let label = text::parameter("LABEL", &words.conference_label);
    Property::new(format!("CONFERENCE;VALUE=URI;FEATURE=VIDEO{label}"), text::uri(address))
}

/// A parameter value that needs no quotes.
fn media_type(media_type: &str) -> &str {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'+' | b'.');
    if media_type.bytes().all(plain) { media_type } else { "image/*" }
}
