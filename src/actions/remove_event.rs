//! A host of the place that organises an event deletes it. Feeds say so for a while (see `withdraw_event`).

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::hosted::hosted;
use super::withdraw_event::withdraw_event;
use crate::db::Transaction;
use crate::domain::policy::{Action, Actor};

pub fn remove_event(tx: &mut Transaction<'_>, by: &Actor, id: i64, now: DateTime<Utc>) -> Result<()> {
    let place = hosted(tx, by, id)?.place;
    if !by.may(Action::HostEvent(&[place.id])) {
        return Err(Error::Forbidden);
    }
    withdraw_event(tx, id, now)
}
