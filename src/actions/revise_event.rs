//! A host writes an event anew, all its dates. What hangs on a date goes along when the date moves.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::error::Result;
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::hosted::{Hosted, hosted};
use super::registering::take_along;
use super::share_event::{newly_shared, tell_of_sharing};
use super::work_out_dates::{horizon, plan_dates};
use crate::db::Transaction;
use crate::domain::carry::carried;
use crate::domain::event::EventDraft;
use crate::domain::policy::Actor;
use crate::domain::recurrence::validate;
use crate::domain::schedule::OccurrenceKey;
use crate::store::occurrences;

/// Makes the event `id` be as `draft` says, whose overrides are those of the dates as they were.
/// `seen`: the seal of what the host had before them.
pub fn revise_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    seen: &str,
    draft: &EventDraft,
    now: DateTime<Utc>,
) -> Result<()> {
    validate(&draft.schedule)?;
    let before = hosted(tx, by, id)?;
    before.must_be(seen)?;
    let mut draft = draft.clone();
    let further = newly_shared(tx, by, &before, &mut draft, now)?;
    if before.draft.schedule != draft.schedule {
        carry_dates(tx, &before, &mut draft, now)?;
    }
    if before.draft.schedule != draft.schedule || before.draft.room != draft.room {
        let plan = Plan { place: &before.place, draft: &draft, event: Some(id), only: None, hosts: &[] };
        refuse_taken_rooms(tx, &plan, now)?;
    }
    amend_event(tx, id, &draft, now)?;
    tell_of_sharing(tx, by, (&before.event.slug, &draft.title), (&before.place, &further), now)
}

/// Gives the dates of an event, and what differs for them, the keys that they have from now on.
fn carry_dates(
    tx: &mut Transaction<'_>,
    before: &Hosted,
    draft: &mut EventDraft,
    now: DateTime<Utc>,
) -> Result<()> {
    let planned = plan_dates(tx, &before.place, &draft.schedule, &[], horizon(now))?;
    let new: Vec<OccurrenceKey> = planned.occurrences.into_iter().map(|date| date.key).collect();
    let old = occurrences::keys(tx, before.event.id)?;
    let one_off = before.draft.schedule.recurrence.is_none();
    let pairs = match (old.as_slice(), new.first()) {
        // The only date of an event is the same meeting however far it moves.
        ([only], Some(first)) if one_off => vec![(only.clone(), first.clone())],
        _ => carried(&old, &new),
    };
    for change in &mut draft.overrides {
        if let Some((_, new)) = pairs.iter().find(|(old, _)| *old == change.key) {
            change.key = new.clone();
        }
    }
    occurrences::hand_over(tx, before.event.id, before.event.id, &pairs)?;
    take_along(tx, (before.event.id, before.event.id), &pairs, now)?;
    Ok(())
}
