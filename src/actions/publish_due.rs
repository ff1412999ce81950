//! Drafts whose time has come are published, each once however many processes look: as by the host
//! who planned it, if they still hold the place. What cannot be published stays a draft, and its
//! host is told.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::error::{Error, Result};
use super::host_event::host_event;
use super::joining_letters::about;
use super::plan_publication::Announcement;
use super::publish_event::NewEvent;
use super::set_event_cover::adopt_cover;
use super::tell_member::tell_member;
use crate::db::Transaction;
use crate::domain::policy::Actor;
use crate::mail::{Letter, Line};
use crate::store::event_drafts::{self, EventDraftRow};
use crate::store::members::MemberRow;
use crate::store::places::PlaceRow;
use crate::store::planned_publications::{self, PlannedRow};
use crate::store::{members, memberships, places};

/// Publishes the first that is due; gives how many were looked at: 0 when none is left.
pub fn publish_due(tx: &mut Transaction<'_>, now: DateTime<Utc>) -> Result<usize> {
    let Some(planned) = planned_publications::next_due(tx, now)? else { return Ok(0) };
    // Another process that found the same one waits here, and finds it gone.
    if !planned_publications::take(tx, planned.draft_id)? {
        return Ok(1);
    }
    let draft = event_drafts::by_id(tx, planned.draft_id)?;
    let member = members::by_id(tx, planned.member_id)?;
    let place = places::by_id(tx, draft.place_id)?;
    match publish(tx, &planned, &member, &place, now) {
        Ok(true) => {
            event_drafts::delete(tx, draft.id)?;
        }
        // Refused before anything was written.
        Ok(false) | Err(Error::RoomTaken(_) | Error::Schedule(_) | Error::Forbidden) => {
            tell_of_failure(tx, &draft, &member, &place, now)?;
        }
        Err(error) => return Err(error),
    }
    Ok(1)
}

/// `false`: what was planned cannot be read any more.
fn publish(
    tx: &mut Transaction<'_>,
    planned: &PlannedRow,
    member: &MemberRow,
    place: &PlaceRow,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Ok(planned) = serde_json::from_str::<Announcement>(&planned.event) else { return Ok(false) };
    let memberships = memberships::of_member(tx, member.id)?;
    let by = Actor::Member(memberships::standing_of(member, &memberships));
    let new = NewEvent { place, draft: &planned.event, uid: Uuid::new_v4(), created_at: now };
    let published = host_event(tx, &by, &new, now)?;
    if let Some(first) = planned.cover_of {
        adopt_cover(tx, &by, (first, published.id), now)?;
    }
    Ok(true)
}

fn tell_of_failure(
    tx: &mut Transaction<'_>,
    draft: &EventDraftRow,
    member: &MemberRow,
    place: &PlaceRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let line = |key: &str| about(key, place).with("title", &draft.title);
    let letter =
        Letter::new(line("later-letter-failed-subject")).paragraph(line("later-letter-failed")).button(
            Line::new("later-letter-failed-button"),
            format!("/evenements/nouveau?brouillon={}", draft.uid),
        );
    tell_member(tx, member, "not-published", &letter, now)
}
