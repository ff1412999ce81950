//! A member chooses which reminders they get.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::domain::reminder::ReminderChoices;
use crate::store::reminders;

pub fn choose_reminders(
    tx: &mut Transaction<'_>,
    by: &Actor,
    member: i64,
    choices: ReminderChoices,
    now: DateTime<Utc>,
) -> Result<()> {
    if !by.may(Action::ActAs(member)) {
        return Err(Error::Forbidden);
    }
    reminders::save_choices(tx, member, choices, now)?;
    Ok(())
}
