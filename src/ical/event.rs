//! An event as the calendar apps get it: one VEVENT, and one more for each date that differs.
//! Decides which VEVENTs there are; what stands in one is [`super::vevent`].

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::form::{self, Form};
use super::vevent::{Repetition, Shown};
use super::{dates, rule, text};
use crate::domain::event::{AttendanceMode, EventStatus, Override};
use crate::domain::place::Point;
use crate::domain::schedule::{OccurrenceKey, Recurrence, Schedule};
use crate::i18n::Locale;

/// Everything that is published of an event. Texts are plain (no Markdown, no HTML), in the
/// language of the feed; empty means nothing to say.
#[derive(Clone, Copy, Debug)]
pub struct FeedEvent<'a> {
    /// `<uuid>@<instance host>`, for ever and in every feed.
    pub uid: &'a str,
    /// The event's page.
    pub url: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// Room, place and address in one line.
    pub location: &'a str,
    pub geo: Option<Point>,
    pub categories: &'a [String],
    pub organizer: FeedOrganizer<'a>,
    pub mode: AttendanceMode,
    /// http(s) address of the online meeting, if the public may know it.
    pub conference_url: &'a str,
    pub image: Option<FeedImage<'a>>,
    /// CSS colour name.
    pub color: &'a str,
    pub status: EventStatus,
    /// Why the status is what it is: opens the description.
    pub status_note: &'a str,
    pub schedule: &'a Schedule,
    /// Dates of the rule on which it does not take place (holidays, pauses, exclusions).
    pub exdates: &'a [OccurrenceKey],
    /// Every date of a series that has no RRULE of its own, the first included: chosen dates, or a
    /// rule kept to the school holidays. Empty: the schedule's rule is published.
    pub rdates: &'a [OccurrenceKey],
    pub overrides: &'a [FeedOverride<'a>],
    pub created: DateTime<Utc>,
    /// Last change of anything shown: DTSTAMP and LAST-MODIFIED.
    pub changed_at: DateTime<Utc>,
    /// Raised by a change of time, rule, place or status.
    pub sequence: u32,
    /// How the feed's reader takes part: that takes their time, all else leaves it free. None in a
    /// public feed, which has all sorts of readers.
    pub taking_part: Option<TakingPart<'a>>,
    /// Whom it is sent to by mail; None in feeds.
    pub attendee: Option<Attendee<'a>>,
    /// No longer published: what remains is its title and dates, as cancelled.
    pub withdrawn: bool,
}

/// The part that the reader of a private feed takes in an event.
#[derive(Clone, Copy, Debug)]
pub struct TakingPart<'a> {
    pub dates: OwnDates<'a>,
    /// Whether they ring before they begin.
    pub reminders: bool,
    /// Last change of any of this.
    pub changed_at: DateTime<Utc>,
}

/// The one person to whom an event is sent.
#[derive(Clone, Copy, Debug)]
pub struct Attendee<'a> {
    /// May be empty.
    pub name: &'a str,
    pub mailbox: &'a str,
    /// No longer comes: it is cancelled for this calendar, whatever becomes of the event.
    pub leaves: bool,
    /// Somebody reads what the calendar answers.
    pub answers: bool,
}

/// The dates that a reader takes part in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnDates<'a> {
    All,
    These(&'a [OccurrenceKey]),
}

impl TakingPart<'_> {
    pub(super) fn includes(&self, key: &OccurrenceKey) -> bool {
        match self.dates {
            OwnDates::All => true,
            OwnDates::These(keys) => keys.contains(key),
        }
    }
}

/// The body that holds an event, never a person.
#[derive(Clone, Copy, Debug)]
pub struct FeedOrganizer<'a> {
    pub name: &'a str,
    /// A generic mailbox. ORGANIZER must hold a calendar user's address (RFC 5545, 3.8.4.3), and
    /// readers reject any but `mailto:`; without one the name stands in CONTACT.
    pub mailbox: Option<&'a str>,
}

#[derive(Clone, Copy, Debug)]
pub struct FeedImage<'a> {
    pub url: &'a str,
    /// `image/png`
    pub media_type: &'a str,
}

/// One date that differs from its series, and when it last changed.
#[derive(Clone, Copy, Debug)]
pub struct FeedOverride<'a> {
    pub change: &'a Override,
    /// Its location, if the room differs.
    pub location: Option<&'a str>,
    /// Its own page, if it has one.
    pub url: Option<&'a str>,
    pub changed_at: DateTime<Utc>,
    pub sequence: u32,
}

/// The event's VEVENT blocks, folded, each line ended by CR LF.
///
/// A date that is moved, renamed, cancelled … stands in a VEVENT of its own with the same UID and
/// its RECURRENCE-ID. The only date of a one-off has no such identity: what differs is told by the
/// event itself.
pub fn write_event(event: &FeedEvent<'_>, locale: Locale) -> String {
    let mut blocks = String::with_capacity(2048);
    match &event.schedule.recurrence {
        None => only_date(event).write(&mut blocks, event, locale),
        Some(recurrence) => {
            series(event, recurrence).write(&mut blocks, event, locale);
            for date in differing_dates(event) {
                date.write(&mut blocks, event, locale);
            }
        }
    }
    text::refold(&blocks)
}

/// Of a series, only the dates that the reader takes part in: a VEVENT each, under the UID of the
/// series and with RECURRENCE-ID. Empty when there are none.
pub fn write_own_dates(event: &FeedEvent<'_>, locale: Locale) -> String {
    let mut blocks = String::new();
    for key in own_dates(event).difference(&keys(event, event.exdates)) {
        if let Some(date) = one_date(event, key) {
            date.write(&mut blocks, event, locale);
        }
    }
    if blocks.is_empty() { blocks } else { text::refold(&blocks) }
}

/// One date alone, for its own download. `None` when the key names no date of such an event.
///
/// It keeps the UID of its series and says by RECURRENCE-ID which date it is, as Google and Apple
/// write single dates themselves. Outlook makes an appointment of a date whose series is not in
/// the file (MS-OXCICAL, RECURRENCE-ID), and the series, when imported later, takes it in instead of
/// showing it twice.
pub fn write_occurrence(event: &FeedEvent<'_>, key: &OccurrenceKey, locale: Locale) -> Option<String> {
    let mut block = String::with_capacity(2048);
    if event.schedule.recurrence.is_some() {
        one_date(event, key)?.write(&mut block, event, locale);
    } else if *key == OccurrenceKey::of(&event.schedule.span) {
        only_date(event).write(&mut block, event, locale);
    } else {
        return None;
    }
    Some(text::refold(&block))
}

/// A one-off, with what its override says.
fn only_date<'a>(event: &FeedEvent<'a>) -> Shown<'a> {
    let shown = Shown::of(event);
    if event.overrides.is_empty() {
        return shown;
    }
    let key = OccurrenceKey::of(&event.schedule.span);
    match event.overrides.iter().find(|date| date.change.key == key) {
        Some(date) => shown.with(event, date),
        None => shown,
    }
}

/// The VEVENT that holds the rule of a series.
fn series<'a>(event: &FeedEvent<'a>, recurrence: &Recurrence) -> Shown<'a> {
    let shown = Shown::of(event);
    let Schedule { span, zone, .. } = event.schedule;
    let exdates = keys(event, event.exdates);
    if event.rdates.is_empty() {
        let Some(rule) = rule::rrule(&recurrence.rule, recurrence.end, span, *zone) else { return shown };
        let exdates: Vec<&str> = exdates.iter().map(|key| key.as_str()).collect();
        return shown.repeated(*span, Repetition::Rule { rule, exdates: exdates.join(",") });
    }
    let dates = keys(event, event.rdates).difference(&exdates).copied().collect();
    match dates::repetition(span, *zone, &dates) {
        Some((first, repetition)) => shown.repeated(first, repetition),
        None => shown,
    }
}

/// Keys that fit the event's form, sorted and each once.
fn keys<'a>(event: &FeedEvent<'_>, keys: &'a [OccurrenceKey]) -> BTreeSet<&'a OccurrenceKey> {
    let form = Form::of(&event.schedule.span, event.schedule.zone);
    keys.iter().filter(|key| form.fits(key)).collect()
}

/// The dates of a series that a calendar must show otherwise, by key. What was withdrawn has none.
fn differing_dates<'a>(event: &FeedEvent<'a>) -> Vec<Shown<'a>> {
    if event.withdrawn {
        return Vec::new();
    }
    let changed = event.overrides.iter().filter(|date| is_seen(date)).map(|date| &date.change.key);
    let mut shown: BTreeSet<&OccurrenceKey> = changed.chain(own_dates(event)).collect();
    shown.retain(|key| !event.exdates.contains(key));
    shown.into_iter().filter_map(|key| one_date(event, key)).collect()
}

/// Dates that the reader takes part in, where it is not all of them.
fn own_dates<'a>(event: &FeedEvent<'a>) -> BTreeSet<&'a OccurrenceKey> {
    match event.taking_part.map(|part| part.dates) {
        Some(OwnDates::These(own)) => keys(event, own),
        Some(OwnDates::All) | None => BTreeSet::new(),
    }
}

/// Whether a calendar shows any of what differs (it does not show a capacity).
fn is_seen(date: &FeedOverride<'_>) -> bool {
    let Override { span, title, room, status, note, .. } = date.change;
    span.is_some() || title.is_some() || room.is_some() || status.is_some() || note.is_some()
}

fn one_date<'a>(event: &FeedEvent<'a>, key: &'a OccurrenceKey) -> Option<Shown<'a>> {
    let shown = date_of(event, key)?;
    Some(match event.overrides.iter().find(|date| date.change.key == *key) {
        Some(date) => shown.with(event, date),
        None => shown,
    })
}

/// A date of the series as the rule makes it.
fn date_of<'a>(event: &FeedEvent<'a>, key: &'a OccurrenceKey) -> Option<Shown<'a>> {
    let span = form::span_on(&event.schedule.span, event.schedule.zone, key)?;
    Some(Shown::of(event).dated(span, key, event.taking_part.filter(|part| part.includes(key))))
}
