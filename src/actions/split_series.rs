//! A host changes one date of a series and all that follow: the series ends before it, and another
//! begins with it. What hangs on the later dates goes along.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::amend_event::amend_event;
use super::error::{Error, Result};
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::hosted::{Hosted, hosted};
use super::publish_event::{NewEvent, Published, enter};
use super::raise_event;
use super::registering::{Watch, invite_along, take_along};
use super::share_event::{newly_shared, tell_of_sharing};
use super::work_out_dates::{horizon, plan_dates, work_out_dates};
use crate::db::Transaction;
use crate::domain::carry::carried;
use crate::domain::event::EventDraft;
use crate::domain::policy::Actor;
use crate::domain::registration::Refusal;
use crate::domain::schedule::{End, OccurrenceKey, Rule};
use crate::store::{date_changes, event_hosts, events, occurrences, registrations};

/// What became of the later dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The series that begins.
    pub published: Published,
    /// Later dates that went along.
    pub carried: usize,
    /// Later dates that have no date of the new series near them, and are no more.
    pub dropped: usize,
}

/// The date with which the second series begins, and what it is.
pub struct Following<'a> {
    pub key: &'a OccurrenceKey,
    pub draft: &'a EventDraft,
    pub uid: Uuid,
}

/// Ends the series `id` before a date of it, and publishes what follows. `seen`: as in `revise_event`.
pub fn split_series(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    seen: &str,
    following: &Following<'_>,
    now: DateTime<Utc>,
) -> Result<Split> {
    let before = hosted(tx, by, id)?;
    before.must_be(seen)?;
    let known = occurrences::keys(tx, id)?;
    let later: Vec<OccurrenceKey> = known.iter().filter(|key| *key >= following.key).cloned().collect();
    let cut = following.key.date().filter(|_| known.contains(following.key)).ok_or(Error::NoSuchDate)?;
    let shortened = shortened(&before.draft, following.key, cut).ok_or(Error::NoSuchDate)?;

    let planned = plan_dates(tx, &before.place, &following.draft.schedule, &[], horizon(now))?;
    let new: Vec<OccurrenceKey> = planned.occurrences.into_iter().map(|date| date.key).collect();
    let pairs = carried(&later, &new);
    let mut draft = EventDraft { overrides: taken_along(&before, &pairs), ..following.draft.clone() };
    let further = newly_shared(tx, by, &before, &mut draft, now)?;
    if draft.rules.whole_series != before.draft.rules.whole_series && !registrations::keys(tx, id)?.is_empty()
    {
        return Err(Refusal::AlreadyRegistered.into());
    }
    let entry = NewEvent { place: &before.place, draft: &draft, uid: following.uid, created_at: now };
    let published = enter(tx, &entry, now)?;
    occurrences::hand_over(tx, id, published.id, &pairs)?;
    date_changes::hand_over(tx, id, published.id, &pairs)?;
    take_along(tx, (id, published.id), &pairs, now)?;
    let registered = Watch::over(tx, published.id, now)?;
    let row = events::row(tx, published.id)?;
    work_out_dates(tx, &row, &before.place, &draft.schedule, &draft.overrides, horizon(now))?;
    registered.follow(tx, now)?;
    invite_along(tx, published.id, now)?;
    event_hosts::hand_on(tx, id, published.id)?;
    event_hosts::add(tx, published.id, by.member().as_slice())?;
    amend_event(tx, id, &shortened, now)?;
    tell_of_sharing(tx, by, (published.slug.as_str(), &draft.title), (&before.place, &further), now)?;
    raise_event(tx, published.id, &before.place)?;
    let plan =
        Plan { place: &before.place, draft: &draft, event: Some(published.id), only: None, hosts: &[] };
    refuse_taken_rooms(tx, &plan, now)?;
    Ok(Split { published, carried: pairs.len(), dropped: later.len() - pairs.len() })
}

/// The series without the date `key` and those that follow; `None` when nothing would be left.
fn shortened(draft: &EventDraft, key: &OccurrenceKey, cut: NaiveDate) -> Option<EventDraft> {
    let mut draft = draft.clone();
    let last = cut.pred_opt().filter(|last| *last >= draft.schedule.span.first_day())?;
    let recurrence = draft.schedule.recurrence.as_mut()?;
    match &mut recurrence.rule {
        Rule::Dates { dates } => dates.retain(|date| *date < cut),
        _ => recurrence.end = End::Until(last),
    }
    recurrence.exclusions.retain(|date| *date < cut);
    draft.overrides.retain(|change| change.key < *key);
    Some(draft)
}

/// What differs for the dates that go along, under their new keys.
fn taken_along(
    before: &Hosted,
    pairs: &[(OccurrenceKey, OccurrenceKey)],
) -> Vec<crate::domain::event::Override> {
    let renamed = |(old, new): &(OccurrenceKey, OccurrenceKey)| {
        let mut change = before.draft.overrides.iter().find(|change| change.key == *old)?.clone();
        change.key = new.clone();
        Some(change)
    };
    pairs.iter().filter_map(renamed).collect()
}
