//! What news of a registration mean for the calendar of the one who registered: the date is shown,
//! shown as it is now, or taken out again. Whatever comes of it has a higher SEQUENCE than all that
//! was sent before, or calendars would not look at it.

use chrono::{DateTime, Utc};

use super::super::error::Result;
use super::{About, News};
use crate::calendar_entry::{Entry, Words, with_event};
use crate::db::Transaction;
use crate::domain::event::EventStatus;
use crate::domain::registration::RegistrationState;
use crate::domain::schedule::OccurrenceKey;
use crate::domain::slug::Slug;
use crate::i18n::Locale;
use crate::ical::Invitation;
use crate::store::feeds::{self, FeedEntry};
use crate::store::invitations::{self, Sent};
use crate::store::registrations::RegistrationRow;

/// What is sent to a calendar.
#[derive(Debug, Default)]
pub struct ForCalendar {
    /// Takes out what the date was before it got another identity; goes first.
    pub farewell: Option<Invitation>,
    pub invitation: Option<Invitation>,
}

/// What the calendar is told by these news; noted as sent.
pub fn for_calendar(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    row: &RegistrationRow,
    (news, locale): (News<'_>, Locale),
    now: DateTime<Utc>,
) -> Result<ForCalendar> {
    if matches!(news, News::Already | News::PassedOver { .. } | News::DeclinedInCalendar) {
        return Ok(ForCalendar::default());
    }
    let before = invitations::of(tx, row.id)?;
    let mut out = ForCalendar::default();
    let off = called_off(about, news)?;
    if comes(row, news)? && off.is_none() {
        let mut wanted = wanted(tx, about, locale, now)?;
        let held = before.as_ref().and_then(|sent| sent.held.as_ref());
        let mut next = before.as_ref().map_or(0, |sent| sent.sequence.saturating_add(1));
        if let Some(held) = held.filter(|held| !held.is_entry_of(&wanted)) {
            out.farewell = Some(held.clone().cancelled(Some(EventStatus::Cancelled), next, now));
            next = next.saturating_add(1);
        }
        wanted.sequence = wanted.sequence.max(next);
        invitations::save(tx, row.id, wanted.sequence, Some(&wanted.bare()))?;
        out.invitation = Some(wanted);
    } else if let Some(Sent { sequence, held: Some(held), .. }) = before {
        let next = sequence.saturating_add(1);
        invitations::save(tx, row.id, next, None)?;
        out.invitation = Some(held.cancelled(off, next, now));
    }
    Ok(out)
}

/// Whether the person has a seat, as the news say.
fn comes(row: &RegistrationRow, news: News<'_>) -> Result<bool> {
    Ok(match news {
        News::Confirmed | News::MovedUp => true,
        News::Moved { .. } | News::Elsewhere | News::Status(_) | News::Gone | News::Already => {
            row.state()? == RegistrationState::Confirmed
        }
        News::Waiting { .. }
        | News::Asked
        | News::PassedOver { .. }
        | News::Declined { .. }
        | News::Cancelled
        | News::DeclinedInCalendar
        | News::Removed { .. } => false,
    })
}

/// Why nobody comes, if so. A series goes on when one of its dates does not take place.
fn called_off(about: &About<'_>, news: News<'_>) -> Result<Option<EventStatus>> {
    let status = if about.whole_series && about.repeats {
        match about.event.withdrawn_at {
            Some(_) => EventStatus::Cancelled,
            None => about.event.status()?,
        }
    } else {
        match news {
            News::Gone => EventStatus::Cancelled,
            News::Status(status) => status,
            _ => return Ok(None),
        }
    };
    Ok((!status.takes_place()).then_some(status))
}

/// The event, or its one date, as it stands now.
fn wanted(
    tx: &mut Transaction<'_>,
    about: &About<'_>,
    locale: Locale,
    now: DateTime<Utc>,
) -> Result<Invitation> {
    let read;
    let stored = match about.stored {
        Some(stored) => stored,
        None => {
            read = stored_event(tx, about)?;
            &read
        }
    };
    let schedule = stored.schedule.schedule()?;
    let date: Option<&OccurrenceKey> =
        (schedule.recurrence.is_some() && !about.whole_series).then_some(&about.date.key);
    // Neither origin nor host: they are known when it is sent.
    let entry = Entry { stored, place: about.place, origin: "", host: "", locale, taking_part: None };
    let mut invitation =
        with_event(&entry, &schedule, &mut Words::default(), |event, _| Invitation::to(event, date, now))?;
    invitation.uid.clone_from(&stored.event.uid);
    Ok(invitation)
}

/// The event with all that is published of it.
pub fn stored_event(tx: &mut Transaction<'_>, about: &About<'_>) -> Result<FeedEntry> {
    let slug = Slug::parse(&about.event.slug)
        .ok_or_else(|| crate::db::Error::corrupt("slug", about.event.slug.clone()))?;
    Ok(feeds::of_event(tx, &slug)?)
}
