//! Newcomers of a place and what their host does with them in the first weeks: steps, and letters
//! that fall due. Knows no rows; never decides that a letter is sent.

use chrono::{Days, Months, NaiveDate};

use super::code::code_enum;

code_enum! {
    /// What a newcomer goes through, in the order in which it usually comes.
    NewcomerStep {
        /// Was shown around.
        Visit = "visite",
        /// Agreed to the charter.
        Charter = "charte",
        /// Looked at what the directory shows of them.
        DirectoryChoices = "annuaire",
        /// Asked the others for something.
        FirstRequest = "premiere-demande",
        /// Offered something.
        FirstOffer = "premiere-offre",
        /// Has a member beside them whom they can turn to.
        Sponsor = "parrainage",
        /// Came to an event.
        FirstEvent = "premier-evenement",
    }
}

code_enum! {
    /// A letter that is proposed to the host, and that only the host sends.
    Reminder {
        OneMonth = "un-mois",
        SixWeeks = "six-semaines",
    }
}

impl Reminder {
    /// The day from which it is proposed.
    pub fn due_on(self, joined_on: NaiveDate) -> NaiveDate {
        let due = match self {
            Self::OneMonth => joined_on.checked_add_months(Months::new(1)),
            Self::SixWeeks => joined_on.checked_add_days(Days::new(42)),
        };
        due.unwrap_or(NaiveDate::MAX)
    }
}

/// How long somebody is new, in days: the six weeks of the letters and the time to send them.
pub const NEW_FOR_DAYS: u64 = 90;

/// The first day on which those who are still new on `today` joined.
pub fn new_since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(NEW_FOR_DAYS)).unwrap_or(NaiveDate::MIN)
}

/// The letters that are proposed today: those due and not decided on. When both are, the earlier
/// one has become pointless.
pub fn letter_due(joined_on: NaiveDate, today: NaiveDate, decided: &[Reminder]) -> Option<Reminder> {
    let is_due = |reminder: &&Reminder| reminder.due_on(joined_on) <= today;
    let latest = Reminder::ALL.iter().rfind(is_due).copied()?;
    (!decided.contains(&latest)).then_some(latest)
}

/// The next letter to come, and when.
pub fn next_letter(joined_on: NaiveDate, today: NaiveDate) -> Option<(Reminder, NaiveDate)> {
    let days = Reminder::ALL.iter().map(|reminder| (*reminder, reminder.due_on(joined_on)));
    days.into_iter().find(|(_, day)| *day > today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn letters_fall_due_a_month_and_six_weeks_after_joining() {
        use Reminder::{OneMonth, SixWeeks};
        let joined = day("2026-01-31");
        for (today, decided, due) in [
            ("2026-02-27", &[][..], None),
            ("2026-02-28", &[], Some(OneMonth)),
            ("2026-03-05", &[OneMonth], None),
            ("2026-03-13", &[OneMonth], None),
            ("2026-03-14", &[OneMonth], Some(SixWeeks)),
            ("2026-03-14", &[], Some(SixWeeks)),
            ("2026-03-14", &[SixWeeks], None),
        ] {
            assert_eq!(letter_due(joined, day(today), decided), due, "{today} {decided:?}");
        }
    }

    #[test]
    fn the_next_letter_is_announced() {
        let joined = day("2026-01-05");
        assert_eq!(next_letter(joined, day("2026-01-05")), Some((Reminder::OneMonth, day("2026-02-05"))));
        assert_eq!(next_letter(joined, day("2026-02-05")), Some((Reminder::SixWeeks, day("2026-02-16"))));
        assert_eq!(next_letter(joined, day("2026-02-16")), None);
    }

    #[test]
    fn one_is_new_until_the_last_letter_was_long_due() {
        let today = day("2026-06-01");
        assert!(Reminder::SixWeeks.due_on(new_since(today)) < today);
        assert_eq!(new_since(NaiveDate::MIN), NaiveDate::MIN);
        assert_eq!(Reminder::OneMonth.due_on(NaiveDate::MAX), NaiveDate::MAX);
    }
}
