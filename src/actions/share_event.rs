//! An event is in the hands of several places: the one that organises it adds others, whose hosts are
//! told by letter and can take their place out of it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::amend_event::amend_event;
use super::error::{Error, Result};
use super::hosted::{Hosted, hosted};
use super::joining_letters::about;
use super::tell_member::tell_member;
use crate::db::{DbConnection, Transaction};
use crate::domain::event::EventDraft;
use crate::domain::policy::{Action, Actor};
use crate::mail::{Letter, Line};
use crate::store::place_people;
use crate::store::places::{self, PlaceRow};

/// Takes a place out of an event that another organises.
pub fn leave_event(
    tx: &mut Transaction<'_>,
    by: &Actor,
    event: i64,
    place: &PlaceRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let before = hosted(tx, by, event)?;
    if !by.may(Action::HostEvent(&[place.id, before.place.id])) {
        return Err(Error::Forbidden);
    }
    let mut draft = before.draft.clone();
    draft.further_places.retain(|id| *id != place.id);
    if draft.further_places == before.draft.further_places {
        return Ok(());
    }
    amend_event(tx, event, &draft, now)?;
    // Who organises it and takes a place out needs no letter.
    if by.may(Action::HostEvent(&[before.place.id])) {
        return Ok(());
    }
    let line = |key: &str| about(key, place).with("title", &before.event.title);
    let letter = Letter::new(line("shared-letter-left-subject"))
        .paragraph(line("shared-letter-left"))
        .button(Line::new("cohosts-letter-button"), format!("/evenements/{}", before.event.slug));
    tell_hosts(tx, by, &before.place, "event-left", &letter, now)
}

/// The places that `draft` adds to those of the event, and `draft` without those that cannot be: gone,
/// closed, or named twice.
///
/// # Errors
/// [`Error::Forbidden`]: they change, and `by` does not hold the place that organises the event.
pub(super) fn newly_shared(
    conn: &mut DbConnection,
    by: &Actor,
    before: &Hosted,
    draft: &mut EventDraft,
    now: DateTime<Utc>,
) -> Result<Vec<PlaceRow>> {
    if draft.further_places == before.draft.further_places {
        return Ok(Vec::new());
    }
    if !by.may(Action::HostEvent(&[before.place.id])) {
        return Err(Error::Forbidden);
    }
    let known = &before.draft.further_places;
    let mut rows = shareable(conn, &before.place, draft, now)?;
    rows.retain(|row| !known.contains(&row.id));
    Ok(rows)
}

/// The further places of `draft`, which is left without those that cannot be.
pub(super) fn shareable(
    conn: &mut DbConnection,
    own: &PlaceRow,
    draft: &mut EventDraft,
    now: DateTime<Utc>,
) -> Result<Vec<PlaceRow>> {
    if draft.further_places.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: BTreeSet<i64> = draft.further_places.iter().copied().filter(|id| *id != own.id).collect();
    let wanted: Vec<i64> = wanted.into_iter().collect();
    let rows: Vec<PlaceRow> = places::by_ids(conn, &wanted)?.into_iter().map(|(row, _)| row).collect();
    let today = now.date_naive();
    let open = |row: &PlaceRow| row.closed_on.is_none_or(|day| day > today);
    let rows: Vec<PlaceRow> = rows.into_iter().filter(open).collect();
    draft.further_places = rows.iter().map(|row| row.id).collect();
    Ok(rows)
}

/// Tells those who answer for places that an event is theirs too.
pub(super) fn tell_of_sharing(
    tx: &mut Transaction<'_>,
    by: &Actor,
    (slug, title): (&str, &str),
    (own, added): (&PlaceRow, &[PlaceRow]),
    now: DateTime<Utc>,
) -> Result<()> {
    for place in added {
        let line = |key: &str| about(key, own).with("title", title).with("other", &place.name);
        let letter = Letter::new(line("shared-letter-added-subject"))
            .paragraph(line("shared-letter-added"))
            .button(Line::new("cohosts-letter-button"), format!("/evenements/{slug}"))
            .after(line("shared-letter-added-not"));
        tell_hosts(tx, by, place, "event-shared", &letter, now)?;
    }
    Ok(())
}

/// Those who answer for a place, beside the one who does it.
fn tell_hosts(
    tx: &mut Transaction<'_>,
    by: &Actor,
    place: &PlaceRow,
    kind: &str,
    letter: &Letter,
    now: DateTime<Utc>,
) -> Result<()> {
    for host in place_people::answering(tx, place.id)? {
        if by.member() != Some(host.id) {
            tell_member(tx, &host, kind, letter, now)?;
        }
    }
    Ok(())
}
