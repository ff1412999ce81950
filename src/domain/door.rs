//! What a host says at the door ("j’ouvre", "je ferme"), over the stated hours: how long it holds,
//! and what a visitor is told meanwhile. Local times only.

use chrono::{Days, NaiveDateTime, NaiveTime};

use super::code::code_enum;
use super::opening_hours::{Calendar, OpenState, OpeningHours};

code_enum! {
    /// The sign on the door.
    DoorSign {
        Open = "ouvert",
        Closed = "ferme",
    }
}

/// For how long a sign is hung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hung {
    /// Until the stated hours say the same as the sign took away or gave: an open door until the
    /// next planned closing, a closed one until the next planned opening; at most this day.
    UntilPlanned,
    /// Until midnight.
    AllDay,
}

impl DoorSign {
    /// Until when a sign hung at `local` holds. `hours`: `None` when the place has said none.
    pub fn holds_until(
        self,
        hung: Hung,
        hours: Option<&OpeningHours>,
        local: NaiveDateTime,
        calendar: &Calendar<'_>,
    ) -> NaiveDateTime {
        let midnight = local.date().checked_add_days(Days::new(1)).unwrap_or(local.date());
        let midnight = midnight.and_time(NaiveTime::MIN);
        let Some(hours) = hours.filter(|_| hung == Hung::UntilPlanned) else { return midnight };
        let mut at = local;
        while let Some(change) = hours.next_change(at, calendar).filter(|change| *change < midnight) {
            if hours.is_open_at(change, calendar) != (self == Self::Open) {
                return change;
            }
            at = change;
        }
        midnight
    }

    /// What a visitor is told while the sign hangs.
    pub fn state(
        self,
        until: NaiveDateTime,
        hours: Option<&OpeningHours>,
        calendar: &Calendar<'_>,
    ) -> OpenState {
        match self {
            // At midnight the sign falls; that is no hour at which anybody closes.
            Self::Open => OpenState::Open { until: Some(until).filter(|end| end.time() != NaiveTime::MIN) },
            Self::Closed => {
                let next = hours.map(|hours| hours.state_at(until, calendar));
                let opens = match next {
                    Some(OpenState::Open { .. }) => Some(until),
                    Some(OpenState::Closed { opens, .. }) => opens,
                    Some(OpenState::Unknown { .. }) | None => None,
                };
                OpenState::Closed { opens, because: None }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// Thursday 5 March 2026 and the days around it.
    #[test]
    fn a_sign_holds_until_the_plan_says_so_or_the_day_ends() {
        use DoorSign::{Closed, Open};
        let usual = "Mo-Fr 09:00-12:00,14:00-18:00";
        for (sign, hung, hours, from, until) in [
            // Early: the plan takes over at noon, when it closes.
            (Open, Hung::UntilPlanned, usual, "2026-03-05 08:45", "2026-03-05 12:00"),
            (Open, Hung::UntilPlanned, usual, "2026-03-05 12:30", "2026-03-05 18:00"),
            (Open, Hung::UntilPlanned, usual, "2026-03-05 18:30", "2026-03-06 00:00"),
            (Open, Hung::UntilPlanned, usual, "2026-03-07 10:00", "2026-03-08 00:00"),
            (Closed, Hung::UntilPlanned, usual, "2026-03-05 10:00", "2026-03-05 14:00"),
            (Closed, Hung::AllDay, usual, "2026-03-05 10:00", "2026-03-06 00:00"),
            (Closed, Hung::UntilPlanned, usual, "2026-03-05 17:00", "2026-03-06 00:00"),
            // A night is the evening's: at midnight the plan is still open.
            (Open, Hung::UntilPlanned, "Th 20:00-02:00", "2026-03-05 19:30", "2026-03-06 00:00"),
            (Closed, Hung::UntilPlanned, "24/7", "2026-03-05 10:00", "2026-03-06 00:00"),
            (Open, Hung::UntilPlanned, "", "2026-03-05 10:00", "2026-03-06 00:00"),
        ] {
            let read = OpeningHours::parse(hours).ok();
            let said = sign.holds_until(hung, read.as_ref(), at(from), &Calendar::PLAIN);
            assert_eq!(said, at(until), "{sign} {hung:?} {hours} {from}");
        }
    }

    #[test]
    fn a_visitor_is_told_when_it_closes_or_opens_again() {
        let usual = OpeningHours::parse("Mo-Fr 09:00-12:00,14:00-18:00").unwrap();
        let told = |sign: DoorSign, until: &str| sign.state(at(until), Some(&usual), &Calendar::PLAIN);
        let open = |until: Option<&str>| OpenState::Open { until: until.map(at) };
        let closed = |opens: &str| OpenState::Closed { opens: Some(at(opens)), because: None };
        assert_eq!(told(DoorSign::Open, "2026-03-05 12:00"), open(Some("2026-03-05 12:00")));
        assert_eq!(told(DoorSign::Open, "2026-03-06 00:00"), open(None));
        assert_eq!(told(DoorSign::Closed, "2026-03-05 14:00"), closed("2026-03-05 14:00"));
        assert_eq!(told(DoorSign::Closed, "2026-03-06 00:00"), closed("2026-03-06 09:00"));
        let unsaid = DoorSign::Closed.state(at("2026-03-06 00:00"), None, &Calendar::PLAIN);
        assert_eq!(unsaid, OpenState::Closed { opens: None, because: None });
    }
}
