//! What stands in the way of an event's dates: the same room (which is refused when it is saved), the
//! same persons or body elsewhere, something alike nearby on the same evening (which is said).

use chrono::{DateTime, Utc};

use super::error::{Error, Result};
use super::work_out_dates::{horizon, plan_dates};
use crate::db::DbConnection;
use crate::domain::clash::{NEIGHBOURHOOD_KM, Stretch, are_alike, overlaps, same_evening, same_room};
use crate::domain::event::EventDraft;
use crate::domain::schedule::{OccurrenceKey, Span};
use crate::store::clashes::{self, Standing};
use crate::store::places::PlaceRow;

/// How many dates of a series are compared with what takes place nearby: the next ones.
const NEARBY_DATES: usize = 8;

/// What is to take place.
pub struct Plan<'a> {
    pub place: &'a PlaceRow,
    pub draft: &'a EventDraft,
    /// The event that it becomes, when there is one already.
    pub event: Option<i64>,
    /// Only this date of it.
    pub only: Option<&'a OccurrenceKey>,
    /// The members who hold it.
    pub hosts: &'a [i64],
}

/// A date of ours, and the one that it meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub ours: Span,
    pub theirs: Standing,
}

/// In order of time, each list.
#[derive(Debug, Default)]
pub struct Clashes {
    pub rooms: Vec<Clash>,
    /// The same members, or the same body at the same place.
    pub hosts: Vec<Clash>,
    pub nearby: Vec<Clash>,
}

/// One coming date of the plan.
struct Date {
    span: Span,
    stretch: Stretch,
    room: String,
}

/// All that stands in the way of the coming dates of a plan.
pub fn find_clashes(conn: &mut DbConnection, plan: &Plan<'_>, now: DateTime<Utc>) -> Result<Clashes> {
    let dates = coming_dates(conn, plan, now)?;
    let Some(whole) = whole_of(&dates) else { return Ok(Clashes::default()) };
    let here = clashes::at_place(conn, plan.place.id, whole, plan.event)?;
    let rooms = taken_rooms(&dates, &here);
    let mut busy = clashes::of_hosts(conn, plan.hosts, whole, plan.event)?;
    let organiser = &plan.draft.organiser;
    busy.extend(here.into_iter().filter(|their| same_room(&their.organiser, organiser)));
    busy.sort_by_key(|their| (their.starts_at, their.event_id));
    busy.dedup_by_key(|their| (their.starts_at, their.event_id));
    let hosts = meeting(&dates, &busy, overlaps);
    Ok(Clashes { rooms, hosts, nearby: nearby(conn, plan, &dates)? })
}

/// Refuses a plan that wants a room which another event has. Takes the place's turn, so that of two
/// who save at once the second sees what the first wrote.
pub(super) fn refuse_taken_rooms(conn: &mut DbConnection, plan: &Plan<'_>, now: DateTime<Utc>) -> Result<()> {
    clashes::take_turn(conn, plan.place.id)?;
    let dates = coming_dates(conn, plan, now)?;
    let Some(whole) = whole_of(&dates) else { return Ok(()) };
    let here = clashes::at_place(conn, plan.place.id, whole, plan.event)?;
    match taken_rooms(&dates, &here).into_iter().next() {
        Some(clash) => Err(Error::RoomTaken(Box::new(clash))),
        None => Ok(()),
    }
}

fn coming_dates(conn: &mut DbConnection, plan: &Plan<'_>, now: DateTime<Utc>) -> Result<Vec<Date>> {
    let draft = plan.draft;
    if !draft.status.takes_place() {
        return Ok(Vec::new());
    }
    let planned = plan_dates(conn, plan.place, &draft.schedule, &draft.overrides, horizon(now))?;
    let coming = planned.occurrences.into_iter().filter(|date| date.ends_at > now);
    let wanted = coming.filter(|date| plan.only.is_none_or(|key| *key == date.key));
    let mut dates = Vec::new();
    for date in wanted {
        let change = draft.overrides.iter().find(|change| change.key == date.key);
        if change.and_then(|change| change.status).is_some_and(|status| !status.takes_place()) {
            continue;
        }
        let room = change.and_then(|change| change.room.as_ref()).unwrap_or(&draft.room).clone();
        dates.push(Date { span: date.span, stretch: (date.starts_at, date.ends_at), room });
    }
    Ok(dates)
}

/// From the first start to the last end.
fn whole_of(dates: &[Date]) -> Option<Stretch> {
    let from = dates.iter().map(|date| date.stretch.0).min()?;
    let to = dates.iter().map(|date| date.stretch.1).max()?;
    Some((from, to))
}

fn taken_rooms(dates: &[Date], here: &[Standing]) -> Vec<Clash> {
    let meets = |date: &&Date, their: &Standing| {
        overlaps(date.stretch, their.stretch()) && same_room(&date.room, &their.room)
    };
    let clash = |their: &Standing| {
        let ours = dates.iter().find(|date| meets(date, their))?;
        Some(Clash { ours: ours.span, theirs: their.clone() })
    };
    here.iter().filter_map(clash).collect()
}

fn meeting(dates: &[Date], theirs: &[Standing], meets: fn(Stretch, Stretch) -> bool) -> Vec<Clash> {
    let clash = |their: &Standing| {
        let ours = dates.iter().find(|date| meets(date.stretch, their.stretch()))?;
        Some(Clash { ours: ours.span, theirs: their.clone() })
    };
    theirs.iter().filter_map(clash).collect()
}

fn nearby(conn: &mut DbConnection, plan: &Plan<'_>, dates: &[Date]) -> Result<Vec<Clash>> {
    let next = dates.get(..NEARBY_DATES).unwrap_or(dates);
    let (Some(point), Some(whole)) = (plan.place.point(), whole_of(next)) else { return Ok(Vec::new()) };
    let around = clashes::places_around(conn, point, NEIGHBOURHOOD_KM, plan.place.id)?;
    let ours = (plan.draft.kind, plan.draft.title.as_str());
    let mut theirs = clashes::at_places(conn, &around, whole)?;
    theirs.retain(|their| are_alike(ours, (their.kind, &their.title)));
    Ok(meeting(next, &theirs, same_evening))
}
