//! An event that its host is about to change: read for them alone, with the date that the address
//! names.

use crate::domain::event::EventDraft;
use crate::domain::policy::{Action, EventHands};
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::domain::slug::Slug;
use crate::i18n::date;
use crate::store::event_hosts;
use crate::store::events::{self, EventRow};
use crate::store::occurrences::{self, Occurrence};
use crate::store::places::PlaceRow;
use crate::web::answer::Desk;
use crate::web::asked::with_query;
use crate::web::error::{Error, Result};
use crate::web::parts::Link;

pub struct Hosted {
    pub event: EventRow,
    pub place: PlaceRow,
    pub draft: EventDraft,
    pub hands: EventHands,
    /// The date that the address names, of a series.
    pub date: Option<Occurrence>,
}

impl Hosted {
    /// The event at `slug`, for those who hold it; `key`: text of the date that is meant.
    pub fn read(desk: &mut Desk<'_>, slug: Option<&str>, key: Option<&str>) -> Result<Self> {
        desk.member()?;
        let slug = slug.and_then(Slug::parse).ok_or(Error::NotFound)?;
        let (event, schedule, place) = events::at_place(desk.conn, &slug)?;
        let hands = event_hosts::hands(desk.conn, &event)?;
        if !desk.actor().may(Action::AmendEvent(&hands)) || event.withdrawn_at.is_some() {
            return Err(Error::NotFound);
        }
        let draft = events::draft(desk.conn, &event, &schedule)?;
        let date = match key.filter(|_| draft.schedule.recurrence.is_some()) {
            Some(key) => {
                let key = OccurrenceKey::parse(key).ok_or(Error::NotFound)?;
                Some(occurrences::by_key(desk.conn, event.id, &key)?)
            }
            None => None,
        };
        Ok(Self { event, place, draft, hands, date })
    }

    pub fn repeats(&self) -> bool {
        self.draft.schedule.recurrence.is_some()
    }

    pub fn key(&self) -> Option<&OccurrenceKey> {
        self.date.as_ref().map(|date| &date.key)
    }

    /// Address of the event, or of the date that is meant.
    pub fn path(&self) -> String {
        match self.key() {
            Some(key) => format!("/evenements/{}/{key}", self.event.slug),
            None => format!("/evenements/{}", self.event.slug),
        }
    }

    /// `/evenements/{slug}/{verb}` with these choices, and the date that is meant.
    pub fn address(&self, desk: &Desk<'_>, verb: &str, choices: &[(&str, &str)]) -> String {
        let path = desk.asked.local(&format!("/evenements/{}/{verb}", self.event.slug));
        let date = self.key().map(|key| ("date", key.as_str()));
        let pairs: Vec<(&str, &str)> = date.into_iter().chain(choices.iter().copied()).collect();
        with_query(&path, &pairs)
    }

    pub fn link(&self, desk: &Desk<'_>) -> Link {
        Link::new(self.draft.title.clone(), desk.asked.local(&self.path()))
    }

    /// "jeudi 14 mai 2026, de 18 h 30 à 20 h 30": the date that is meant, or the only one. Empty for a
    /// series as a whole.
    pub fn when(&self, desk: &Desk<'_>) -> String {
        let span: Option<Span> = match &self.date {
            Some(date) => Some(date.span),
            None => (!self.repeats()).then(|| {
                let moved = self.draft.overrides.first().and_then(|change| change.span);
                moved.unwrap_or(self.draft.schedule.span)
            }),
        };
        span.map_or_else(String::new, |span| date::span(desk.locale(), &span, true))
    }
}
