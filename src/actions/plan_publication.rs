//! A host has a draft published later, by itself.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::error::{Error, Result};
use crate::db::{self, Transaction};
use crate::domain::event::EventDraft;
use crate::domain::policy::{Action, Actor};
use crate::domain::recurrence::validate;
use crate::store::event_drafts::EventDraftRow;
use crate::store::planned_publications;

/// What is published later.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Announcement {
    #[serde(flatten)]
    pub event: EventDraft,
    /// The event whose cover it has too.
    #[serde(default)]
    pub cover_of: Option<i64>,
}

/// Plans `draft` to become `planned` at an instant; a plan that it had before is replaced.
pub fn plan_publication(
    tx: &mut Transaction<'_>,
    by: &Actor,
    draft: &EventDraftRow,
    planned: &Announcement,
    at: DateTime<Utc>,
) -> Result<()> {
    let may = by.may(Action::HostEvent(&[draft.place_id]));
    let member = by.member().filter(|_| may).ok_or(Error::Forbidden)?;
    validate(&planned.event.schedule)?;
    let event =
        serde_json::to_string(planned).map_err(|error| db::Error::corrupt("event", error.to_string()))?;
    planned_publications::save(tx, draft.id, at, member, &event)?;
    Ok(())
}
