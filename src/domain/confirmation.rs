//! Whether a host has said that a date takes place, and from when on their silence is told. Knows
//! neither who says it nor where it is asked.

use chrono::{DateTime, TimeDelta, Utc};

use super::code::code_enum;
use super::event::{EventStatus, Override};

code_enum! {
    /// What was last heard of a date.
    Confirmation {
        /// A host said that it takes place.
        Given = "donnee",
        /// Nobody did for too long: it is to be confirmed until somebody does.
        Awaited = "attendue",
    }
}

/// How far ahead a silent series is to be confirmed: what lies further can still wait.
pub const AHEAD: TimeDelta = TimeDelta::days(14);

/// Weeks after which a series without a host is silent, where the network decided nothing.
pub const USUAL_WEEKS: i32 = 8;

/// Choices of the network; 0: never.
pub const WEEKS: [i32; 5] = [0, 4, 8, 12, 26];

/// A series that no host touched since then is silent; `None`: none ever is.
pub fn silent_since(now: DateTime<Utc>, weeks: i32) -> Option<DateTime<Utc>> {
    (weeks > 0).then(|| now - TimeDelta::weeks(weeks.into()))
}

/// What differs for a date once its silence is told.
pub fn doubted(change: Override) -> Override {
    Override { status: Some(EventStatus::Tentative), ..change }
}

/// What differs for a date once its silence is over: nothing is said of it, and it is as its event.
pub fn undoubted(change: Override) -> Override {
    Override { status: change.status.filter(|own| *own != EventStatus::Tentative), ..change }
}

/// What differs for a date once it is said to take place, whatever the doubt was about it: it alone,
/// or all of its `event`.
pub fn confirmed(event: EventStatus, change: Override) -> Override {
    let status = match (change.status, event) {
        (None | Some(EventStatus::Tentative), EventStatus::Tentative) => Some(EventStatus::Planned),
        (Some(EventStatus::Tentative), _) => None,
        (own, _) => own,
    };
    Override { status, ..change }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EventStatus::{Cancelled, Moved, Planned, Tentative};

    #[test]
    fn a_word_takes_the_doubt_away_and_nothing_else() {
        for (event, own, then) in [
            (Planned, None, None),
            (Planned, Some(Tentative), None),
            (Tentative, None, Some(Planned)),
            (Tentative, Some(Tentative), Some(Planned)),
            (Tentative, Some(Moved), Some(Moved)),
            (Planned, Some(Cancelled), Some(Cancelled)),
        ] {
            let change = Override { status: own, title: Some("A".to_owned()), ..Override::default() };
            let after = confirmed(event, change.clone());
            assert_eq!(after, Override { status: then, ..change.clone() }, "{event} {own:?}");
        }
    }

    #[test]
    fn a_date_is_as_before_once_the_silence_is_over() {
        let change = Override { note: Some("Venez".to_owned()), ..Override::default() };
        assert_eq!(doubted(change.clone()).status, Some(Tentative));
        assert_eq!(undoubted(doubted(change.clone())), change);
        let moved = Override { status: Some(Moved), ..change };
        assert_eq!(undoubted(moved.clone()), moved);
    }

    #[test]
    fn silence_has_its_weeks() {
        let now: DateTime<Utc> = "2026-03-05T09:00:00Z".parse().unwrap();
        assert_eq!(silent_since(now, 8), Some("2026-01-08T09:00:00Z".parse().unwrap()));
        assert_eq!(silent_since(now, 0), None);
    }
}
