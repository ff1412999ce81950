//! A host puts a date off: to another date, or to one that is not known yet.

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::cancel_event::said;
use super::change_date::change_date;
use super::error::{Error, Result};
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::hosted::{Hosted, hosted};
use crate::db::Transaction;
use crate::domain::event::{EventDraft, EventStatus, Override};
use crate::domain::policy::Actor;
use crate::domain::recurrence::validate_span;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::store::occurrences;

/// `key`: the date of a series, else its only date or (without a new one) all that is to come.
/// `to`: when it takes place instead; `None`: not known yet.
pub fn postpone_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    id: i64,
    (key, to): (Option<&OccurrenceKey>, Option<Span>),
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, id)?;
    let repeats = before.draft.schedule.recurrence.is_some();
    match (key.filter(|_| repeats), to) {
        (Some(key), to) => {
            let change = put_off(&before, key, to, reason);
            check(tx, &before, &change, now)?;
            change_date(tx, id, &change, now)
        }
        (None, Some(to)) if !repeats => {
            let key = occurrences::keys(tx, id)?.into_iter().next().ok_or(Error::NoSuchDate)?;
            let change = put_off(&before, &key, Some(to), reason);
            check(tx, &before, &change, now)?;
            let mut draft = before.draft.clone();
            if !draft.status.takes_place() {
                draft.status = EventStatus::Planned; // put off before without a date: now it has one
            }
            draft.overrides = vec![change];
            amend_event(tx, id, &draft, now)
        }
        (None, Some(_)) => Err(Error::NoSuchDate),
        (None, None) => {
            let draft = before.with_status(tx, EventStatus::Postponed, reason, now)?;
            amend_event(tx, id, &draft, now)
        }
    }
}

fn put_off(before: &Hosted, key: &OccurrenceKey, to: Option<Span>, reason: &str) -> Override {
    let status = if to.is_some() { EventStatus::Moved } else { EventStatus::Postponed };
    let known = before.change_of(key);
    Override { span: to.or(known.span), status: Some(status), note: said(reason), ..known }
}

fn check(tx: &mut Transaction<'_>, before: &Hosted, change: &Override, now: DateTime<Utc>) -> Result<()> {
    let Some(span) = &change.span else { return Ok(()) };
    validate_span(span, before.draft.schedule.zone)?;
    let mut draft = EventDraft { status: EventStatus::Planned, ..before.draft.clone() };
    draft.overrides.retain(|other| other.key != change.key);
    draft.overrides.push(change.clone());
    let (event, only) = (Some(before.event.id), Some(&change.key));
    refuse_taken_rooms(tx, &Plan { place: &before.place, draft: &draft, event, only, hosts: &[] }, now)
}
