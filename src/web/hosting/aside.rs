//! A form is put aside instead of being published: as a draft, until a moment to come, or for good.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::create::Work;
use crate::actions::{self, Announcement};
use crate::store::event_drafts::{self, EventDraftRow};
use crate::store::places::PlaceRow;
use crate::store::planned_publications;
use crate::web::act::{Act, Done};
use crate::web::error::Result;
use crate::web::form::Form;

/// Longest title of a draft, in characters.
const LONGEST_TITLE: usize = 120;

/// As a draft, which nothing publishes.
pub fn put_aside(act: &mut Act<'_, '_>, work: &Work, form: &Form) -> Result<Done> {
    let kept = keep(act, work, form)?;
    planned_publications::take(act.tx, kept.draft.id)?;
    let told = if kept.is_beside { "done-draft-beside" } else { "done-draft-saved" };
    Ok(Done::see(list_of(&work.place)).saying(told))
}

/// Until it is published by itself.
pub fn plan(
    act: &mut Act<'_, '_>,
    work: &Work,
    form: &Form,
    planned: &Announcement,
    at: DateTime<Utc>,
) -> Result<Done> {
    let kept = keep(act, work, form)?;
    if kept.is_beside {
        // Of two versions a person says which is published.
        return Ok(Done::see(list_of(&work.place)).saying("done-draft-beside"));
    }
    let by = act.actor();
    actions::plan_publication(act.tx, &by, &kept.draft, planned, at)?;
    Ok(Done::see(list_of(&work.place)).saying("done-event-planned"))
}

/// It stays a draft, and is not published by itself.
pub fn unplan(act: &mut Act<'_, '_>, work: &Work) -> Result<Done> {
    if let Some(draft) = &work.draft {
        planned_publications::take(act.tx, draft.id)?;
    }
    Ok(Done::see(list_of(&work.place)).saying("done-event-unplanned"))
}

/// Throws the draft away.
pub fn discard(act: &mut Act<'_, '_>, work: &Work) -> Result<Done> {
    if let Some(draft) = &work.draft {
        event_drafts::delete(act.tx, draft.id)?;
    }
    Ok(Done::see(list_of(&work.place)).saying("done-draft-discarded"))
}

pub fn list_of(place: &PlaceRow) -> String {
    format!("/lieux/{}/evenements", place.slug)
}

struct Kept {
    draft: EventDraftRow,
    /// Somebody else saved the draft in between: nobody's words are lost, this version is one of its own.
    is_beside: bool,
}

fn keep(act: &mut Act<'_, '_>, work: &Work, form: &Form) -> Result<Kept> {
    let (fields, now) = (work.typed.to_json(), act.now);
    let title: String = work.typed.text("title").chars().take(LONGEST_TITLE).collect();
    let seen = form.text("revision").parse().unwrap_or(0);
    let saved = match &work.draft {
        Some(draft) if event_drafts::update(act.tx, draft.id, seen, &title, &fields, now)? => Some(draft.id),
        _ => None,
    };
    let id = match saved {
        Some(id) => id,
        None => event_drafts::insert(act.tx, Uuid::new_v4(), work.place.id, &title, &fields, now)?,
    };
    let draft = event_drafts::by_id(act.tx, id)?;
    Ok(Kept { draft, is_beside: work.draft.is_some() && saved.is_none() })
}
