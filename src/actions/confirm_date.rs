//! A host says that a date takes place. Whatever doubt there was about it is gone, and the silence of
//! its series is over.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::change_date::{change_date, change_dates};
use super::error::{Error, Result};
use super::hosted::hosted;
use super::rouse_series::roused;
use crate::db::{self, Transaction};
use crate::domain::confirmation::confirmed;
use crate::domain::event::EventStatus;
use crate::domain::policy::Actor;
use crate::domain::schedule::OccurrenceKey;
use crate::store::{confirmations, occurrences};

/// # Errors
/// `Forbidden`; `NoSuchDate` where it is off, or none of the event's.
pub fn confirm_date(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    key: &OccurrenceKey,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    let date = match occurrences::by_key(tx, id, key) {
        Err(db::Error::NotFound) => return Err(Error::NoSuchDate),
        found => found?,
    };
    if !date.status.takes_place() {
        return Err(Error::NoSuchDate);
    }
    confirmations::give(tx, id, key, by.member(), now)?;
    let repeats = before.draft.schedule.recurrence.is_some();
    match date.status {
        EventStatus::Tentative if repeats => {
            change_date(tx, id, &confirmed(before.draft.status, before.change_of(key)), now)
        }
        EventStatus::Tentative => {
            let draft = before.with_status(tx, EventStatus::Planned, "", now)?;
            amend_event(tx, id, &draft, now)
        }
        _ => {
            let others = roused(tx, id, now)?;
            change_dates(tx, id, &others, now)
        }
    }
}
