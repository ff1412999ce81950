//! What became of a date: compared with what was said of it before, is it worth telling?

use chrono::{DateTime, Utc};

use super::date::DigestDate;
use crate::domain::event::EventStatus;
use crate::domain::schedule::Span;

/// What was said of a date until it changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Was {
    pub status: EventStatus,
    pub span: Span,
    pub starts_at: DateTime<Utc>,
}

/// A date that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateChange {
    pub made_at: DateTime<Utc>,
    pub was: Was,
    /// As it is now; a date that is gone as it was.
    pub date: DigestDate,
    pub is_gone: bool,
}

/// What is told of a date that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Or gone from the agenda.
    Cancelled,
    Postponed,
    /// It takes place after all.
    Back,
    Moved {
        from: Span,
    },
    Online,
    Full,
}

impl DateChange {
    /// What is told of it; `None`: nothing that would bring somebody to another plan.
    pub fn news(&self) -> Option<News> {
        let (was, is) = (self.was.status, self.date.status);
        if self.is_gone {
            return was.takes_place().then_some(News::Cancelled);
        }
        match is {
            EventStatus::Cancelled if was != is => Some(News::Cancelled),
            EventStatus::Postponed if was != is => Some(News::Postponed),
            EventStatus::Cancelled | EventStatus::Postponed => None,
            _ if self.was.span != self.date.span => Some(News::Moved { from: self.was.span }),
            EventStatus::MovedOnline if was != is => Some(News::Online),
            _ if !was.takes_place() => Some(News::Back),
            EventStatus::Full if was != is => Some(News::Full),
            _ => None,
        }
    }

    /// Whether it is about something to come: what was to take place, or what now is.
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        match self.is_gone || !self.date.status.takes_place() {
            true => self.was.starts_at >= now,
            false => self.date.is_ahead(now),
        }
    }
}
