//! When people are reminded of a date that they registered for: never at night, and never of what has
//! begun. Knows neither letters nor who registered.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::code::code_enum;
use super::period::{instant_of, local_of};
use super::schedule::Span;

code_enum! {
    /// How long before.
    ReminderKind {
        DayBefore = "veille",
        TwoHoursBefore = "deux-heures",
    }
}

/// The reminders that somebody wants. Who chose nothing, and who has no account, is reminded the day
/// before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReminderChoices {
    pub day_before: bool,
    pub two_hours_before: bool,
}

impl Default for ReminderChoices {
    fn default() -> Self {
        Self { day_before: true, two_hours_before: false }
    }
}

impl ReminderChoices {
    pub fn wants(self, kind: ReminderKind) -> bool {
        match kind {
            ReminderKind::DayBefore => self.day_before,
            ReminderKind::TwoHoursBefore => self.two_hours_before,
        }
    }
}

/// No reminder is due longer than this before its date begins: what is due the day before at 7 is
/// sent the evening before, and a day of a change of hour is longer than others.
pub const LONGEST_LEAD: TimeDelta = TimeDelta::hours(38);

/// The hours of local time in which letters may ring: from 8 to 21, the end excluded.
const MORNING: u32 = 8;
const NIGHT: u32 = 21;

/// When a reminder that would ring at night is sent instead, the evening before.
const EVENING: u32 = 20;

/// When one is reminded of whole days, on the day before.
const OF_WHOLE_DAYS: u32 = 18;

/// When a reminder is due, and from when on it would come too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeliness {
    pub due_at: DateTime<Utc>,
    pub late_at: DateTime<Utc>,
    zone: Tz,
}

impl Timeliness {
    /// Of the reminder of this kind for a date; `None`: there is none for whole days that have no hour.
    pub fn of(kind: ReminderKind, span: &Span, zone: Tz) -> Option<Self> {
        let (due, late) = match (kind, *span) {
            (ReminderKind::DayBefore, Span::Timed { start, .. }) => {
                (start.checked_sub_days(Days::new(1))?, midnight(start.date()))
            }
            (ReminderKind::DayBefore, Span::AllDay { first, .. }) => {
                (first.pred_opt()?.and_hms_opt(OF_WHOLE_DAYS, 0, 0)?, midnight(first))
            }
            (ReminderKind::TwoHoursBefore, Span::Timed { start, .. }) => (start - TimeDelta::hours(2), start),
            (ReminderKind::TwoHoursBefore, Span::AllDay { .. }) => return None,
        };
        let due_at = instant_of(by_day(due)?, zone);
        Some(Self { due_at, late_at: instant_of(late, zone), zone })
    }

    /// Whether it may be sent now.
    pub fn is_now(&self, now: DateTime<Utc>) -> bool {
        self.due_at <= now && now < self.late_at && !is_night(local_of(now, self.zone))
    }
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

fn is_night(local: NaiveDateTime) -> bool {
    !(MORNING..NIGHT).contains(&local.hour())
}

/// The same time, or the evening before the night in which it lies.
fn by_day(local: NaiveDateTime) -> Option<NaiveDateTime> {
    if !is_night(local) {
        return Some(local);
    }
    let evening = if local.hour() < MORNING { local.date().pred_opt()? } else { local.date() };
    evening.and_hms_opt(EVENING, 0, 0)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Paris;
    use proptest::prelude::*;

    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn at(start: &str) -> Span {
        Span::Timed { start: local(start), end: local(start) + TimeDelta::hours(2) }
    }

    /// Local times at which both reminders are due, and the one after which the first is late.
    fn told(span: &Span) -> (String, String, Option<String>) {
        let wall = |at| local_of(at, Paris).to_string();
        let day = Timeliness::of(ReminderKind::DayBefore, span, Paris).unwrap();
        let hours = Timeliness::of(ReminderKind::TwoHoursBefore, span, Paris);
        (wall(day.due_at), wall(day.late_at), hours.map(|hours| wall(hours.due_at)))
    }

    #[test]
    fn nobody_is_reminded_at_night() {
        for (start, day, hours) in [
            ("2026-03-12T18:30:00", "2026-03-11 18:30:00", "2026-03-12 16:30:00"),
            ("2026-03-12T10:00:00", "2026-03-11 10:00:00", "2026-03-12 08:00:00"),
            ("2026-03-12T09:30:00", "2026-03-11 09:30:00", "2026-03-11 20:00:00"),
            ("2026-03-12T08:00:00", "2026-03-11 08:00:00", "2026-03-11 20:00:00"),
            ("2026-03-12T07:00:00", "2026-03-10 20:00:00", "2026-03-11 20:00:00"),
            ("2026-03-12T21:00:00", "2026-03-11 20:00:00", "2026-03-12 19:00:00"),
            ("2026-03-12T23:30:00", "2026-03-11 20:00:00", "2026-03-12 20:00:00"),
            ("2026-03-12T00:30:00", "2026-03-10 20:00:00", "2026-03-11 20:00:00"),
            // The clocks go forward in the night before: the wall says what it says.
            ("2026-03-29T18:30:00", "2026-03-28 18:30:00", "2026-03-29 16:30:00"),
        ] {
            let midnight = format!("{} 00:00:00", &start[..10]);
            assert_eq!(told(&at(start)), (day.to_owned(), midnight, Some(hours.to_owned())), "{start}");
        }
        let day = |text: &str| text.parse().unwrap();
        let days = Span::AllDay { first: day("2026-06-13"), last: day("2026-06-14") };
        assert_eq!(told(&days), ("2026-06-12 18:00:00".to_owned(), "2026-06-13 00:00:00".to_owned(), None));
    }

    #[test]
    fn what_is_late_is_not_sent() {
        let span = at("2026-03-12T18:30:00");
        let sends = |kind, now: &str| {
            let now = instant_of(local(now), Paris);
            Timeliness::of(kind, &span, Paris).unwrap().is_now(now)
        };
        for (now, day, hours) in [
            ("2026-03-11T18:29:59", false, false),
            ("2026-03-11T18:30:00", true, false),
            ("2026-03-11T20:59:59", true, false),
            ("2026-03-11T21:00:00", false, false),
            ("2026-03-12T00:00:00", false, false),
            ("2026-03-12T16:30:00", false, true),
            ("2026-03-12T18:29:59", false, true),
            ("2026-03-12T18:30:00", false, false),
        ] {
            assert_eq!(
                (sends(ReminderKind::DayBefore, now), sends(ReminderKind::TwoHoursBefore, now)),
                (day, hours),
                "{now}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_reminder_comes_by_day_before_its_date_and_within_the_lead(minutes in 0_i64..527_040) {
            let start = local("2026-01-02T00:00:00") + TimeDelta::minutes(minutes);
            let span = Span::Timed { start, end: start };
            for kind in ReminderKind::ALL {
                let when = Timeliness::of(*kind, &span, Paris).unwrap();
                let begins = instant_of(start, Paris);
                prop_assert!(!is_night(local_of(when.due_at, Paris)));
                prop_assert!(when.due_at < when.late_at && when.late_at <= begins);
                prop_assert!(begins - when.due_at <= LONGEST_LEAD);
            }
        }
    }
}
