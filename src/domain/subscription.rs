//! What someone wants to be told by mail, and when: the rhythm of a digest and the topics it is
//! about. Knows neither who they are nor what there is to tell.

mod choices;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;

use super::code::code_enum;
use super::period::instant_of;

pub use choices::Choices;

code_enum! {
    /// How often a digest comes.
    Rhythm {
        Weekly = "hebdomadaire",
        Daily = "quotidien",
        Monthly = "mensuel",
        Never = "jamais",
    }
}

code_enum! {
    /// Where someone who is told by mail stands.
    SubscriberState {
        /// The address is not proven yet.
        Unconfirmed = "a-confirmer",
        Active = "actif",
        /// Left by the link of a mail.
        Left = "parti",
    }
}

code_enum! {
    /// What a subscription can be narrowed to: see [`Choices`].
    Topic {
        /// By slug, which a place keeps for ever.
        Place = "lieu",
        /// By code.
        Territory = "territoire",
        Brick = "brique",
        /// Kind of event.
        Kind = "genre",
        Theme = "theme",
        /// By slug.
        Skill = "competence",
    }
}

/// When a digest comes, on the clock of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timetable {
    pub rhythm: Rhythm,
    /// Of a weekly one; of a monthly one the first such day of the month.
    pub weekday: Weekday,
    /// Local, 0 to 23.
    pub hour: u32,
    pub zone: Tz,
}

impl Timetable {
    /// Sunday at six in the evening: the week lies ahead, and people have time to read.
    pub fn usual(zone: Tz) -> Self {
        Self { rhythm: Rhythm::Weekly, weekday: Weekday::Sun, hour: 18, zone }
    }

    /// The first instant after `after` at which a digest is due; `None`: never. An hour that the
    /// clocks skip is the one after it, one that comes twice the first.
    pub fn next_after(&self, after: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let time = NaiveTime::from_hms_opt(self.hour.min(23), 0, 0)?;
        let mut day = after.with_timezone(&self.zone).date_naive();
        // A month and its first week at most.
        for _ in 0..=40 {
            if self.falls_on(day) {
                let due = instant_of(day.and_time(time), self.zone);
                if due > after {
                    return Some(due);
                }
            }
            day = day.checked_add_signed(TimeDelta::days(1))?;
        }
        None
    }

    fn falls_on(&self, day: NaiveDate) -> bool {
        match self.rhythm {
            Rhythm::Daily => true,
            Rhythm::Weekly => day.weekday() == self.weekday,
            Rhythm::Monthly => day.weekday() == self.weekday && day.day() <= 7,
            Rhythm::Never => false,
        }
    }

    /// What a digest that is due at `due` covers, by name: a day (`2026-11-24`), a week (`2026-W48`)
    /// or a month (`2026-11`) of the reader. Nobody gets two of one name.
    pub fn period(&self, due: DateTime<Utc>) -> String {
        let day = due.with_timezone(&self.zone).date_naive();
        match self.rhythm {
            Rhythm::Daily | Rhythm::Never => day.to_string(),
            Rhythm::Weekly => {
                let week = day.iso_week();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Rhythm::Monthly => format!("{:04}-{:02}", day.year(), day.month()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_digest_is_due_on_the_clock_of_its_reader() {
        let weekly = Timetable::usual(Paris);
        let daily = Timetable { rhythm: Rhythm::Daily, hour: 2, ..weekly };
        let monthly = Timetable { rhythm: Rhythm::Monthly, weekday: Weekday::Mon, hour: 9, ..weekly };
        for (timetable, after, due, period) in [
            // Summer ends on Sunday 25 October: the same hour is another instant.
            (weekly, "2026-10-20T00:00:00Z", "2026-10-25T17:00:00Z", "2026-W43"),
            (weekly, "2026-10-18T15:59:59Z", "2026-10-18T16:00:00Z", "2026-W42"),
            // Due now is not due again.
            (weekly, "2026-10-18T16:00:00Z", "2026-10-25T17:00:00Z", "2026-W43"),
            // The clocks skip half past two on 29 March and have it twice on 25 October.
            (daily, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z", "2026-03-29"),
            (daily, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z", "2026-10-25"),
            (monthly, "2026-11-02T08:00:00Z", "2026-12-07T08:00:00Z", "2026-12"),
            (monthly, "2026-01-31T12:00:00Z", "2026-02-02T08:00:00Z", "2026-02"),
        ] {
            let next = timetable.next_after(at(after)).unwrap();
            assert_eq!((next, timetable.period(next)), (at(due), period.to_owned()), "{timetable:?}");
        }
        assert_eq!(
            Timetable { rhythm: Rhythm::Never, ..weekly }.next_after(at("2026-01-01T00:00:00Z")),
            None
        );
    }
}
