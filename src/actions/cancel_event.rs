//! A host cancels a date, or an event with all that was still to come. It stays on show, and says so.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::change_date::change_date;
use super::error::Result;
use super::hosted::hosted;
use crate::db::Transaction;
use crate::domain::event::{EventStatus, Override};
use crate::domain::policy::Actor;
use crate::domain::schedule::OccurrenceKey;

/// `key`: that date alone. `reason`: in the host's words, may be empty.
pub fn cancel_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    key: Option<&OccurrenceKey>,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    match key.filter(|_| before.draft.schedule.recurrence.is_some()) {
        Some(key) => {
            let status = Some(EventStatus::Cancelled);
            let change = Override { status, note: said(reason), ..before.change_of(key) };
            change_date(tx, id, &change, now)
        }
        None => {
            let draft = before.with_status(tx, EventStatus::Cancelled, reason, now)?;
            amend_event(tx, id, &draft, now)
        }
    }
}

/// A note of one date; `None` when there is nothing to say.
pub(super) fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
