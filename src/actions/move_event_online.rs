//! A host moves a date, or an event with all that is to come, from the place to a meeting online.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::cancel_event::said;
use super::change_date::change_date;
use super::error::Result;
use super::hosted::hosted;
use crate::db::Transaction;
use crate::domain::event::{AttendanceMode, EventStatus, Override};
use crate::domain::policy::Actor;
use crate::domain::schedule::OccurrenceKey;

/// `key`: that date of a series alone, whose note then tells the address of the meeting.
pub fn move_event_online(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    key: Option<&OccurrenceKey>,
    (online_url, note): (&str, &str),
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    match key.filter(|_| before.draft.schedule.recurrence.is_some()) {
        Some(key) => {
            let told: Vec<&str> = [note, online_url].into_iter().filter(|text| !text.is_empty()).collect();
            let status = Some(EventStatus::MovedOnline);
            let change = Override { status, note: said(&told.join(" ")), ..before.change_of(key) };
            change_date(tx, id, &change, now)
        }
        None => {
            let mut draft = before.with_status(tx, EventStatus::MovedOnline, note, now)?;
            draft.mode = AttendanceMode::Online;
            online_url.clone_into(&mut draft.online_url);
            amend_event(tx, id, &draft, now)
        }
    }
}
