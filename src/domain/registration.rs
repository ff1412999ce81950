//! Registering: what an event asks of those who come, where a registration stands, and until when
//! one may register. Knows neither letters nor where seats are counted.

mod questions;
mod rules;
mod seat_list;

use chrono::{DateTime, Utc};

pub use questions::{Answer, Question, answers};
pub use rules::{RegistrationRules, RuleFault, TypedQuestion, TypedRules};
pub use seat_list::{Entry, Moves, SeatList};

use super::code::code_enum;
use super::event::{EventStatus, RegistrationMode};

code_enum! {
    /// Where a registration stands.
    RegistrationState {
        /// It has its seats.
        Confirmed = "confirmee",
        /// On the waiting list.
        Waiting = "en-attente",
        /// A host has still to approve it; it takes no seat.
        Asked = "a-valider",
        /// A host declined it.
        Declined = "refusee",
        /// Cancelled by the person, or by a host.
        Cancelled = "annulee",
    }
}

impl RegistrationState {
    /// Whether the person still means to come.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Confirmed | Self::Waiting | Self::Asked)
    }
}

/// Why somebody cannot register, or not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// One just comes.
    NotNeeded,
    /// Cancelled, or put off.
    CalledOff,
    Over,
    /// The deadline has passed.
    Closed,
    /// No seat is left and there is no waiting list.
    Full,
    /// For signed-in members.
    MembersOnly,
    GroupTooLarge {
        max: i32,
    },
    /// A confirmed group wants to grow by more than what is left.
    NotEnoughSeats {
        left: i32,
    },
    /// A required question without an answer, or an answer that is no choice; counted from 0.
    Unanswered {
        question: usize,
    },
    /// The host declined this person before.
    Declined,
    /// Somebody registered, and what is to change would leave them without a date.
    AlreadyRegistered,
}

/// On what terms one registers for one date, or for a whole series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub mode: RegistrationMode,
    pub status: EventStatus,
    pub rules: RegistrationRules,
    /// Seats; `None`: no limit.
    pub capacity: Option<i32>,
    pub closes_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

impl Terms {
    /// Why nobody can register now, whoever they are.
    pub fn closed(&self, now: DateTime<Utc>) -> Option<Refusal> {
        if self.mode == RegistrationMode::None {
            Some(Refusal::NotNeeded)
        } else if !self.status.takes_place() {
            Some(Refusal::CalledOff)
        } else if now >= self.ends_at {
            Some(Refusal::Over)
        } else if now >= self.closes_at {
            Some(Refusal::Closed)
        } else {
            None
        }
    }

    /// How many may come on one registration: never more than could ever be seated.
    pub fn largest_group(&self) -> i32 {
        self.capacity.map_or(self.rules.group_max, |seats| seats.min(self.rules.group_max)).max(1)
    }

    /// Whether a member needs nothing but one tap.
    pub fn takes_one_tap(&self) -> bool {
        self.rules.questions.iter().all(|question| !question.required)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        Terms {
            mode: RegistrationMode::Open,
            status: EventStatus::Planned,
            rules: RegistrationRules::default(),
            capacity: None,
            closes_at: at("2026-03-12T15:30:00Z"),
            ends_at: at("2026-03-12T19:30:00Z"),
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn one_registers_until_the_deadline_of_what_takes_place() {
        let open = terms();
        let off = |status| Terms { status, ..terms() };
        let (before, after, late) = ("2026-03-12T15:29:59Z", "2026-03-12T15:30:00Z", "2026-03-12T19:30:00Z");
        for (terms, now, refusal) in [
            (open.clone(), before, None),
            (open.clone(), after, Some(Refusal::Closed)),
            (open.clone(), late, Some(Refusal::Over)),
            (off(EventStatus::Cancelled), before, Some(Refusal::CalledOff)),
            (off(EventStatus::Postponed), before, Some(Refusal::CalledOff)),
            (off(EventStatus::Moved), before, None),
            (off(EventStatus::Full), before, None),
            (Terms { mode: RegistrationMode::None, ..open.clone() }, before, Some(Refusal::NotNeeded)),
            (Terms { mode: RegistrationMode::OnApproval, ..open }, before, None),
        ] {
            assert_eq!(terms.closed(at(now)), refusal, "{terms:?} at {now}");
        }
    }

    #[test]
    fn no_group_is_larger_than_the_room() {
        for (group_max, capacity, largest) in
            [(1, None, 1), (6, None, 6), (6, Some(4), 4), (6, Some(10), 6), (6, Some(0), 1)]
        {
            let rules = RegistrationRules { group_max, ..RegistrationRules::default() };
            assert_eq!(Terms { rules, capacity, ..terms() }.largest_group(), largest);
        }
    }
}
