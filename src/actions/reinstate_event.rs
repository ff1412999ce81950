//! A host takes back that a date or an event was cancelled or postponed: it takes place as announced.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::change_date::change_date;
use super::error::Result;
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::hosted::hosted;
use crate::db::Transaction;
use crate::domain::event::{EventStatus, Override};
use crate::domain::policy::Actor;
use crate::domain::schedule::OccurrenceKey;

/// `key`: that date of a series alone; it is as its event again, at the time that was last said.
pub fn reinstate_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    key: Option<&OccurrenceKey>,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    let key = key.filter(|_| before.draft.schedule.recurrence.is_some());
    let mut draft = before.draft.clone();
    match key {
        Some(key) => {
            let change = Override { status: None, note: None, ..before.change_of(key) };
            draft.overrides.retain(|other| other.key != *key);
            draft.overrides.push(change);
        }
        None => {
            draft = before.with_status(tx, EventStatus::Planned, "", now)?;
        }
    }
    let plan = Plan { place: &before.place, draft: &draft, event: Some(id), only: key, hosts: &[] };
    refuse_taken_rooms(tx, &plan, now)?;
    match key.and_then(|key| draft.overrides.iter().find(|change| change.key == *key)) {
        Some(change) => change_date(tx, id, change, now),
        None => amend_event(tx, id, &draft, now),
    }
}
