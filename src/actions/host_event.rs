//! A host announces an event: it enters the agenda, unless another event has the room.

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::find_clashes::{Plan, refuse_taken_rooms};
use super::publish_event::{NewEvent, Published, publish_event};
use super::share_event::{shareable, tell_of_sharing};
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};
use crate::store::event_hosts;

pub fn host_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    new: &NewEvent<'_>,
    now: DateTime<Utc>,
) -> Result<Published> {
    if !by.may(Action::HostEvent(&[new.place.id])) {
        return Err(Error::Forbidden);
    }
    let mut draft = new.draft.clone();
    let further = shareable(tx, new.place, &mut draft, now)?;
    let new = &NewEvent { draft: &draft, ..*new };
    let plan = Plan { place: new.place, draft: new.draft, event: None, only: None, hosts: &[] };
    refuse_taken_rooms(tx, &plan, now)?;
    let published = publish_event(tx, new, now)?;
    event_hosts::add(tx, published.id, by.member().as_slice())?;
    tell_of_sharing(tx, by, (published.slug.as_str(), &draft.title), (new.place, &further), now)?;
    Ok(published)
}
