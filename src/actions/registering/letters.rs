//! What people are told of their registration.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::super::error::Result;
use super::invitation::for_calendar;
use crate::db::Transaction;
use crate::domain::event::{AttendanceMode, EventStatus};
use crate::domain::period::local_of;
use crate::domain::reminder::ReminderKind;
use crate::domain::schedule::Span;
use crate::i18n::{Locale, date};
use crate::mail::{Letter, Line};
use crate::store::events::EventRow;
use crate::store::feeds::FeedEntry;
use crate::store::members;
use crate::store::occurrences::Occurrence;
use crate::store::outbox::{self, NewMail};
use crate::store::places::PlaceRow;
use crate::store::registrations::{self, RegistrationRow};

/// What a letter says of the event and its date.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub event: &'a EventRow,
    pub place: &'a PlaceRow,
    pub zone: Tz,
    /// May be empty.
    pub room: &'a str,
    pub title: &'a str,
    /// Of a whole series: the next date.
    pub date: &'a Occurrence,
    /// Has more dates than one.
    pub repeats: bool,
    pub whole_series: bool,
    /// All that is published of the event, where it was read already.
    pub stored: Option<&'a FeedEntry>,
}

impl About<'_> {
    /// The date and its hours in words; of a whole series its next date.
    pub fn when(&self, locale: Locale) -> String {
        date::span(locale, &self.date.span, true)
    }

    /// Page of the event or of its date, without language.
    pub fn path(&self) -> String {
        match self.whole_series || !self.repeats {
            true => format!("/evenements/{}", self.event.slug),
            false => format!("/evenements/{}/{}", self.event.slug, self.date.key),
        }
    }

    /// A letter with the facts that each has; `kind` names its messages.
    pub fn letter(&self, kind: &str, locale: Locale) -> Letter {
        let said = |part: &str| Line::new(&format!("letter-{kind}-{part}")).with("title", self.title);
        self.written(said("subject"), said("text"), locale)
    }

    /// A letter with these facts, and other words.
    pub fn written(&self, subject: Line, first: Line, locale: Locale) -> Letter {
        let caption = match self.whole_series {
            true => "letter-registration-next",
            false => "letter-registration-when",
        };
        Letter::new(subject)
            .paragraph(first)
            .fact(Line::new(caption), Line::verbatim(self.when(locale)))
            .fact(Line::new("letter-registration-where"), Line::verbatim(self.where_to()))
    }

    /// Whether one connects rather than comes.
    fn is_online(&self) -> bool {
        self.date.status == EventStatus::MovedOnline
            || self.event.mode().is_ok_and(|mode| mode != AttendanceMode::OnSite)
    }

    fn where_to(&self) -> String {
        let address = match self.event.address.is_empty() {
            true => format!("{}, {} {}", self.place.address, self.place.postcode, self.place.commune),
            false => self.event.address.clone(),
        };
        let parts = [self.room, self.place.name.as_str(), address.trim_matches([' ', ','])];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// What became of a registration, or of its date.
#[derive(Clone, Copy, Debug)]
pub enum News<'a> {
    Confirmed,
    Waiting {
        position: usize,
    },
    /// A host has to approve it.
    Asked,
    /// Somebody registered with an address that is registered already.
    Already,
    MovedUp,
    /// Seats were free, too few for the group; who comes after it got them.
    PassedOver {
        free: i32,
    },
    Declined {
        word: &'a str,
    },
    Cancelled,
    /// The person said so in their calendar, which needs not be told.
    DeclinedInCalendar,
    /// By a host, with a word.
    Removed {
        word: &'a str,
    },
    /// Another time: `before` is what it was.
    Moved {
        before: &'a Span,
    },
    /// Another status: cancelled, postponed, online, or as planned again.
    Status(EventStatus),
    /// At another address, or in another room.
    Elsewhere,
    /// The date is no longer one of the event's.
    Gone,
}

impl News<'_> {
    /// Names the messages and the letter's kind in the outbox.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Confirmed => "registration-confirmed",
            Self::Waiting { .. } => "registration-waiting",
            Self::Asked => "registration-asked",
            Self::Already => "registration-already",
            Self::MovedUp => "registration-moved-up",
            Self::PassedOver { .. } => "registration-passed-over",
            Self::Declined { .. } => "registration-declined",
            Self::Cancelled | Self::DeclinedInCalendar => "registration-cancelled",
            Self::Removed { .. } => "registration-removed",
            Self::Moved { .. } => "registration-date-moved",
            Self::Elsewhere => "registration-date-elsewhere",
            Self::Status(EventStatus::Postponed) => "registration-date-postponed",
            Self::Status(EventStatus::MovedOnline) => "registration-date-online",
            Self::Status(EventStatus::Cancelled) | Self::Gone => "registration-date-cancelled",
            Self::Status(_) => "registration-date-on",
        }
    }

    /// Whether there is still something to see or to change.
    fn leaves_something(&self) -> bool {
        let gone = matches!(self, Self::Cancelled | Self::DeclinedInCalendar | Self::Gone);
        !gone && !matches!(self, Self::Declined { .. } | Self::Removed { .. })
    }
}

/// Writes to the one who registered; nothing where nobody can be written to.
pub fn tell(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    row: &RegistrationRow,
    news: News<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(to) = Recipient::of(tx, row)? else { return Ok(()) };
    let locale = to.locale;
    let calendar = for_calendar(tx, about, row, (news, locale), now)?;
    if let Some(farewell) = calendar.farewell {
        let kind = "registration-old-date";
        let letter =
            Letter::new(Line::new("letter-registration-old-date-subject").with("title", &farewell.title))
                .paragraph(Line::new("letter-registration-old-date-text").with("title", &farewell.title))
                .calendar(farewell);
        to.write(tx, kind, None, &letter, now)?;
    }
    let mut letter = worded(about, row, news, locale);
    if let Some(invitation) = calendar.invitation {
        letter = letter.calendar(invitation);
    }
    if news.leaves_something() {
        let path = way_to(tx, about, row, now)?;
        letter = letter.button(Line::new("letter-registration-button"), path);
        letter = letter.after(Line::new("letter-registration-after"));
    }
    let once_key = once_key(about, row, news, now);
    to.write(tx, news.kind(), once_key.as_deref(), &letter, now)
}

/// Reminds the one who registered of the date.
pub fn remind(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    row: &RegistrationRow,
    kind: ReminderKind,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(to) = Recipient::of(tx, row)? else { return Ok(()) };
    let named = match kind {
        ReminderKind::DayBefore => "registration-reminder-day",
        ReminderKind::TwoHoursBefore => "registration-reminder-hours",
    };
    let mut letter = about.letter(named, to.locale);
    let meeting = about.event.meeting().filter(|_| about.is_online());
    if let Some(address) = meeting {
        letter = letter.fact(Line::new("letter-registration-meeting"), Line::verbatim(address));
    }
    letter = letter
        .button(Line::new("letter-registration-button"), way_to(tx, about, row, now)?)
        .after(Line::new("letter-registration-after"));
    if row.member_id.is_some() {
        letter = letter
            .after(Line::new("letter-registration-reminder-choose"))
            .after(Line::address("/moi/courrier#rappels"));
    }
    let once_key = format!("{named}:{}:{}", row.id, about.date.starts_at.timestamp());
    to.write(tx, named, Some(&once_key), &letter, now)
}

/// Sends a host's letter (its id, and what it says) to one who registered.
pub fn write_to_guest(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    row: &RegistrationRow,
    (id, letter): (i64, &Letter),
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(to) = Recipient::of(tx, row)? else { return Ok(()) };
    let mut letter = letter.clone();
    // The date in the reader's words.
    if let Some((_, when)) = letter.facts.first_mut() {
        *when = Line::verbatim(about.when(to.locale));
    }
    let letter = letter.button(Line::new("letter-registration-button"), way_to(tx, about, row, now)?);
    to.write(tx, "guest-letter", Some(&format!("guest-letter:{id}:{}", row.id)), &letter, now)
}

/// The local address at which somebody finds their registration again.
fn way_to(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    row: &RegistrationRow,
    now: DateTime<Utc>,
) -> Result<String> {
    Ok(match row.member_id {
        Some(_) => format!("{}/inscription", about.path()),
        None => format!("/inscriptions/{}", registrations::draw_link(tx, row.id, now)?.reveal()),
    })
}

/// Whom a letter goes to.
struct Recipient {
    email: String,
    name: String,
    locale: Locale,
    member: Option<i64>,
}

impl Recipient {
    /// Who registered; `None` where nobody can be written to. A member is written to where they want
    /// it now.
    fn of(tx: &mut Transaction<'_>, row: &RegistrationRow) -> Result<Option<Self>> {
        let Some(email) = row.email.clone() else { return Ok(None) };
        let Some(member) = row.member_id else {
            return Ok(Some(Self { email, name: row.name.clone(), locale: row.locale(), member: None }));
        };
        let account = members::by_id(tx, member)?;
        let locale = account.locale();
        Ok(Some(Self { email: account.email, name: account.name, locale, member: Some(member) }))
    }

    fn write(
        &self,
        tx: &mut Transaction<'_>,
        kind: &str,
        once_key: Option<&str>,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let (recipient, recipient_name) = (self.email.as_str(), self.name.as_str());
        let (locale, member) = (self.locale, self.member);
        let mail = NewMail { kind, once_key, recipient, recipient_name, locale, member, letter };
        outbox::enqueue(tx, &mail, now)?;
        Ok(())
    }
}

/// What is said once although it could be said often.
fn once_key(about: &About<'_>, row: &RegistrationRow, news: News<'_>, now: DateTime<Utc>) -> Option<String> {
    let often = matches!(news, News::PassedOver { .. } | News::Already);
    let day = local_of(now, about.zone).date();
    often.then(|| format!("{}:{}:{day}", news.kind(), row.id))
}

fn worded(about: &About<'_>, row: &RegistrationRow, news: News<'_>, locale: Locale) -> Letter {
    let mut letter = about.letter(news.kind(), locale);
    if row.size > 1 {
        letter = letter.fact(Line::new("letter-registration-size"), Line::verbatim(row.size.to_string()));
    }
    let words = |letter: Letter, word: &str| match word.is_empty() {
        true => letter,
        false => letter.paragraph(Line::new("letter-registration-word")).paragraph(Line::verbatim(word)),
    };
    match news {
        News::Waiting { position } => {
            letter.fact(Line::new("letter-registration-position"), Line::verbatim(position.to_string()))
        }
        News::PassedOver { free } => {
            letter.fact(Line::new("letter-registration-free"), Line::verbatim(free.to_string()))
        }
        News::Declined { word } | News::Removed { word } => words(letter, word),
        News::Moved { before } => letter
            .fact(Line::new("letter-registration-before"), Line::verbatim(date::span(locale, before, true))),
        News::Status(_) | News::Gone => words(letter, &about.event.status_note),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::text;

    #[test]
    fn every_letter_has_its_words() {
        let span = Span::AllDay { first: chrono::NaiveDate::MIN, last: chrono::NaiveDate::MIN };
        for news in [
            News::Confirmed,
            News::Waiting { position: 1 },
            News::Asked,
            News::Already,
            News::MovedUp,
            News::PassedOver { free: 1 },
            News::Declined { word: "" },
            News::Cancelled,
            News::Removed { word: "" },
            News::Moved { before: &span },
            News::Elsewhere,
            News::Status(EventStatus::Postponed),
            News::Status(EventStatus::MovedOnline),
            News::Status(EventStatus::Cancelled),
            News::Status(EventStatus::Planned),
            News::Gone,
        ] {
            for part in ["subject", "text"] {
                let key = format!("letter-{}-{part}", news.kind());
                assert!(Locale::ALL.iter().all(|locale| text(*locale, &key) != key), "{key}");
            }
        }
    }
}
