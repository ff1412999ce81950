//! One date in a digest, in words.

use serde::Serialize;

use super::DigestHead;
use crate::domain::digest::{DigestDate, News, Part};
use crate::domain::event::{AttendanceMode, EventStatus, RegistrationMode};
use crate::domain::schedule::Span;
use crate::i18n::{self, Args, Locale, date, quantity};
use crate::mail::mailing::{close, open, without_marks};
use crate::mail::sheet::one_line;

/// Longest title that is shown whole, in characters: what people type must not fill a mail.
const LONGEST_TITLE: usize = 120;

/// How a row tells when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Under the heading of its day.
    Hour,
    /// With its day.
    Day,
}

/// A date as templates show it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Marks around what single readers do without. May be empty.
    pub open: String,
    pub close: String,
    pub when: String,
    pub title: String,
    pub href: String,
    /// The word that is told of it: "Complet". May be empty.
    pub badge: String,
    /// How grave it is: `warn`, `bad` or `good`.
    pub tone: &'static str,
    /// More of it in words: "d’abord prévu mardi 10 mars, à 18 h". May be empty.
    pub said: String,
    /// "L’Usine vivante, Crest · gratuit · sur inscription".
    pub place: String,
}

impl Row {
    pub fn of(date: &DigestDate, when: When, zone: chrono_tz::Tz, head: &DigestHead<'_>) -> Self {
        let (badge, tone) = status(head.locale, date.status);
        Self {
            open: String::new(),
            close: String::new(),
            when: said_when(date, when, zone, head.locale),
            title: title(&date.title),
            href: head.absolute(&path(date)),
            badge,
            tone,
            said: String::new(),
            place: place(date, head.locale),
        }
    }

    /// One that some readers do without.
    pub fn named(self, part: &Part) -> Self {
        Self { open: open(part), close: close(), ..self }
    }

    /// With what became of the date.
    pub fn with_news(mut self, news: News, others: usize, locale: Locale) -> Self {
        (self.badge, self.tone) = match news {
            News::Cancelled => status(locale, EventStatus::Cancelled),
            News::Postponed => status(locale, EventStatus::Postponed),
            News::Moved { .. } => status(locale, EventStatus::Moved),
            News::Online => status(locale, EventStatus::MovedOnline),
            News::Full => status(locale, EventStatus::Full),
            News::Back => (i18n::text(locale, "digest-back"), "good"),
        };
        let mut said = Vec::new();
        if let News::Moved { from } = news {
            said.push(say(locale, "digest-moved-from", "when", date::span(locale, &from, false)));
        }
        if others > 0 {
            said.push(count(locale, "digest-other-dates", others));
        }
        self.said = said.join(" · ");
        self
    }
}

fn said_when(date: &DigestDate, when: When, zone: chrono_tz::Tz, locale: Locale) -> String {
    let named = |words: String| match date.zone == zone {
        true => words,
        false => format!("{words} ({})", date::zone_name(locale, date.zone)),
    };
    let lasts = date.span.last_day() > date.span.first_day();
    named(match (when, date.span) {
        (When::Day, span) => capital(&date::span(locale, &span, false)),
        (When::Hour, span @ Span::Timed { .. }) if lasts => date::span(locale, &span, false),
        (When::Hour, span @ Span::AllDay { .. }) if lasts => date::span(locale, &span, false),
        (When::Hour, Span::Timed { start, .. }) => date::time(locale, start.time()),
        (When::Hour, Span::AllDay { .. }) => i18n::text(locale, "row-all-day"),
    })
}

fn path(date: &DigestDate) -> String {
    match date.repeats {
        true => format!("/evenements/{}/{}", date.slug, date.name.key),
        false => format!("/evenements/{}", date.slug),
    }
}

fn place(date: &DigestDate, locale: Locale) -> String {
    let mut parts = vec![format!("{}, {}", shown(&date.place_name), shown(&date.commune))];
    if let Some(cents) = date.price_cents {
        parts.push(quantity::price(locale, u32::try_from(cents).unwrap_or(0)));
    }
    if date.mode != AttendanceMode::OnSite {
        parts.push(i18n::text(locale, &format!("row-mode-{}", date.mode.code())));
    }
    if date.registration != RegistrationMode::None && date.status != EventStatus::Full {
        parts.push(i18n::text(locale, "row-registration"));
    }
    parts.join(" · ")
}

/// The short word beside a date; none when it takes place as announced.
fn status(locale: Locale, status: EventStatus) -> (String, &'static str) {
    let tone = match status {
        EventStatus::Planned => return (String::new(), ""),
        EventStatus::Tentative | EventStatus::Full | EventStatus::Moved | EventStatus::MovedOnline => "warn",
        EventStatus::Postponed | EventStatus::Cancelled => "bad",
    };
    (i18n::text(locale, &format!("event-status-{}", status.code())), tone)
}

pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A title on one line, cut where it is too long.
pub fn title(text: &str) -> String {
    let text = shown(text);
    match text.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text).trim_end()),
        None => text,
    }
}

/// Words that people typed, without what would read as a mark.
pub fn shown(text: &str) -> String {
    one_line(&without_marks(text))
}

/// A message with one argument.
pub fn say(locale: Locale, key: &str, name: &'static str, value: String) -> String {
    i18n::text_with(locale, key, Some(&Args::from_iter([(name, value)])))
}

/// A message that counts.
pub fn count(locale: Locale, key: &str, n: usize) -> String {
    i18n::text_with(locale, key, Some(&Args::from_iter([("n", n)])))
}
