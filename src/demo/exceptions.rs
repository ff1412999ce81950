//! What goes otherwise than announced: dates cancelled with a reason, moved by a day or an hour, or
//! held in another room. Each date has its own stream of chance.

use chrono::{NaiveDate, TimeDelta};

use super::events::{DemoEvent, in_office_hours, room};
use super::random::Random;
use super::texts::texts;
use super::window::{Site, Window, plus};
use crate::domain::event::{EventStatus, Override};
use crate::domain::recurrence::expand;
use crate::domain::schedule::Span;

const CANCELLED: f64 = 0.03;
const MOVED: f64 = 0.02;
const OTHER_ROOM: f64 = 0.01;

/// Draws the exceptions of an event on its dates in the window.
pub(super) fn except(random: &mut Random, event: &mut DemoEvent, site: &Site, window: &Window) {
    let expansion = expand(&event.draft.schedule, &[], &site.holidays(), window.last);
    for occurrence in expansion.occurrences {
        let Some(date) = occurrence.key.date().filter(|date| window.contains(*date)) else { continue };
        let drawn = random.unit();
        let change = if drawn < CANCELLED {
            let note = random.text(&texts().cancelled);
            Override { status: Some(EventStatus::Cancelled), note: Some(note), ..Override::default() }
        } else if drawn < CANCELLED + MOVED {
            moved(random, occurrence.span)
        } else if drawn < CANCELLED + MOVED + OTHER_ROOM {
            let note = random.text(&texts().other_room);
            Override { room: Some(room(random, 1.0)), note: Some(note), ..Override::default() }
        } else {
            continue;
        };
        let change = Override { key: occurrence.key, ..change };
        told(random, event, date, window);
        apply(event, change);
    }
}

fn moved(random: &mut Random, span: Span) -> Override {
    let by_a_day = random.chance(0.5);
    let (by, notes) = if by_a_day {
        (TimeDelta::days(1), &texts().moved_day)
    } else {
        (TimeDelta::hours(1), &texts().moved_hour)
    };
    Override {
        span: Some(shifted(span, by)),
        status: Some(EventStatus::Moved),
        note: Some(random.text(notes)),
        ..Override::default()
    }
}

pub(super) fn shifted(span: Span, by: TimeDelta) -> Span {
    match span {
        Span::Timed { start, end } => Span::Timed { start: start + by, end: end + by },
        Span::AllDay { first, last } => {
            Span::AllDay { first: plus(first, by.num_days()), last: plus(last, by.num_days()) }
        }
    }
}

/// A series keeps the change beside its other dates; a one-off is changed itself.
fn apply(event: &mut DemoEvent, change: Override) {
    let draft = &mut event.draft;
    if draft.schedule.recurrence.is_some() {
        draft.overrides.push(change);
        return;
    }
    draft.schedule.span = change.span.unwrap_or(draft.schedule.span);
    draft.status = change.status.unwrap_or(draft.status);
    draft.status_note = change.note.unwrap_or_default();
    draft.room = change.room.unwrap_or_else(|| draft.room.clone());
}

/// The change was made some days before the date, and not after today.
fn told(random: &mut Random, event: &mut DemoEvent, date: NaiveDate, window: &Window) {
    let day = plus(date, -random.between(0, 6)).min(plus(window.today, -1));
    event.changed_at = event.changed_at.max(in_office_hours(random, day));
}
