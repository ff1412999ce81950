//! A host changes one date of an event and leaves the others as they are.

use chrono::{DateTime, Utc};

use super::change_date::change_date;
use super::error::Result;
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::hosted::hosted;
use crate::db::Transaction;
use crate::domain::event::Override;
use crate::domain::policy::Actor;
use crate::domain::recurrence::validate_span;

/// `seen`: as in `revise_event`.
pub fn revise_date(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    seen: &str,
    change: &Override,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    before.must_be(seen)?;
    if let Some(span) = &change.span {
        validate_span(span, before.draft.schedule.zone)?;
    }
    let old = before.change_of(&change.key);
    if (&old.span, &old.room) != (&change.span, &change.room) {
        let mut draft = before.draft.clone();
        draft.overrides.retain(|other| other.key != change.key);
        draft.overrides.push(change.clone());
        let only = Some(&change.key);
        let plan = Plan { place: &before.place, draft: &draft, event: Some(id), only, hosts: &[] };
        refuse_taken_rooms(tx, &plan, now)?;
    }
    change_date(tx, id, change, now)
}
