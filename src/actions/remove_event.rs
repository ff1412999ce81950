//! A host deletes an event. Feeds say so for a while (see `withdraw_event`).

use chrono::{DateTime, Utc};

use super::error::Result;
use super::hosted::hosted;
use super::withdraw_event::withdraw_event;
use crate::db::Transaction;
use crate::domain::policy::Actor;

pub fn remove_event(tx: &mut Transaction<'_>, by: &Actor, id: i64, now: DateTime<Utc>) -> Result<()> {
    hosted(tx, by, id)?;
    withdraw_event(tx, id, now)
}
