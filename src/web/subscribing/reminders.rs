//! Which reminders a member gets, among what else they are told by mail.

use super::page::ReminderFields;
use crate::domain::reminder::ReminderChoices;
use crate::i18n::{self, Locale};
use crate::web::fields::Choice;
use crate::web::form::Form;

const DAY_BEFORE: &str = "rappel-veille";
const TWO_HOURS: &str = "rappel-deux-heures";

pub fn fields(locale: Locale, choices: ReminderChoices) -> ReminderFields {
    let tick = |name: &str, key: &str, ticked| {
        Choice::tick(name, i18n::text(locale, key), ticked).hint(i18n::text(locale, &format!("{key}-hint")))
    };
    ReminderFields {
        day_before: tick(DAY_BEFORE, "reminders-day", choices.day_before),
        two_hours_before: tick(TWO_HOURS, "reminders-hours", choices.two_hours_before),
    }
}

/// What the form says.
pub fn chosen(form: &Form) -> ReminderChoices {
    ReminderChoices { day_before: form.is_on(DAY_BEFORE), two_hours_before: form.is_on(TWO_HOURS) }
}
